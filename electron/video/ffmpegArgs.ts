// Every ffmpeg command line OpenStride uses, as data.
//
// They hold from the 2018 build inside @ffmpeg-installer to the present release. Common to all: only local files may be
// opened (a playlist renamed .mp4 must not reach the network), the file's own timestamps are kept, packets the container
// knows to be damaged are left out, and rotation is ours to do, because turning the small picture is cheaper than the large.

export type RotationDeg = 0 | 90 | 180 | 270;

/** What one run of ffmpeg must know to hand out frames. */
export interface FramesRequest {
  readonly file: string;
  /** Release line of ffmpeg, null = not known. */
  readonly major: number | null;
  /** Clockwise turn that makes the stored picture upright. */
  readonly rotationDeg: RotationDeg;
  /** Size wanted, upright, px. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** True when neither side grows: areas are averaged, so that thin limbs do not flicker. */
  readonly shrinks: boolean;
  /** Threads for the decoder. */
  readonly threads: number;
  /** File time to jump to before decoding, s; null = from the start. */
  readonly seekS: number | null;
  /** Only frames of this window of file time are handed out, s; null = open. */
  readonly fromS: number | null;
  readonly toS: number | null;
}

/** Prints one bare number per frame that passes, its presentation time in s with six decimals, and lets the frame through. */
const PRINT_TIME = "select='1+0*print(t)'";

/** Lists every packet of the picture without decoding; what the file is goes to stderr. */
export function listPacketsArgs(file: string): string[] {
  return [...quietly(), ...open(file), '-map', '0:V:0', '-c', 'copy', '-copyinkf', '-f', 'framecrc', 'pipe:1'];
}

/** Decodes all frames and prints the time of each on stderr. Their look is of no interest, so no time is spent on it. */
export function listFramesArgs(file: string, major: number | null): string[] {
  const input = ['-skip_loop_filter', 'all', ...open(file)];
  return [...quietly(), ...input, '-map', '0:V:0', '-vf', PRINT_TIME, ...everyFrame(major), '-f', 'null', '-'];
}

/**
 * Decodes only the first frames and prints, beside their times, what ffmpeg knows of each picture.
 * @param frames stop after this many; some builds print one or two more
 */
export function tryFramesArgs(file: string, major: number | null, frames: number): string[] {
  const output = ['-map', '0:V:0', '-vf', `${PRINT_TIME},showinfo`, ...everyFrame(major), '-frames:v', String(frames)];
  return [...quietly(), ...open(file), ...output, '-f', 'null', '-'];
}

/** Upright rgb24 frames on stdout, the time of each on stderr. */
export function decodeArgs(request: FramesRequest): string[] {
  const filters = [...windowFilters(request), PRINT_TIME, ...uprightFilters(request), ...RGB24_FILTERS].join(',');
  const input = ['-threads', String(request.threads), ...seekArgs(request.seekS), ...open(request.file)];
  const output = ['-map', '0:V:0', '-vf', filters, ...everyFrame(request.major), '-f', 'rawvideo', 'pipe:1'];
  return [...quietly(), ...input, ...output];
}

/** JPEG pictures of single frames on stdout, one after another, the time of each on stderr. */
export function grabArgs(
  request: FramesRequest,
  windowsS: readonly (readonly [fromS: number, toS: number])[],
): string[] {
  const wanted = windowsS.map(([from, to]) => `between(t,${seconds(from)},${seconds(to)})`).join('+');
  const select = `select='if(${wanted},1+0*print(t),0)'`;
  const filters = [...windowFilters(request), select, ...uprightFilters(request), 'format=yuvj420p'].join(',');
  const input = ['-threads', String(request.threads), ...seekArgs(request.seekS), ...open(request.file)];
  const picture = ['-c:v', 'mjpeg', '-q:v', '2', '-f', 'image2pipe', 'pipe:1'];
  return [...quietly(), ...input, '-map', '0:V:0', '-vf', filters, ...everyFrame(request.major), ...picture];
}

/** `repeat` because two equal lines would otherwise be folded into one, and the times are counted. */
function quietly(): string[] {
  return ['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'repeat+info'];
}

function open(file: string): string[] {
  return [
    '-protocol_whitelist',
    'file',
    '-fflags',
    '+discardcorrupt',
    '-noautorotate',
    '-copyts',
    '-i',
    `file:${file}`,
  ];
}

function seekArgs(seekS: number | null): string[] {
  return seekS === null ? [] : ['-noaccurate_seek', '-seek_timestamp', '1', '-ss', seconds(seekS)];
}

/** Each decoded frame once, none doubled or dropped to fit a rate. `-fps_mode` exists since 5.1, `-vsync` goes after 7. */
function everyFrame(major: number | null): string[] {
  return major !== null && major < 6 ? ['-vsync', '0'] : ['-fps_mode', 'passthrough'];
}

function windowFilters({ fromS, toS }: FramesRequest): string[] {
  const start = fromS === null ? [] : [`start=${seconds(fromS)}`];
  const end = toS === null ? [] : [`end=${seconds(toS)}`];
  return start.length + end.length === 0 ? [] : [`trim=${[...start, ...end].join(':')}`];
}

function uprightFilters({ rotationDeg, widthPx, heightPx, shrinks }: FramesRequest): string[] {
  const lying = rotationDeg === 90 || rotationDeg === 270;
  const size = lying ? `${heightPx}:${widthPx}` : `${widthPx}:${heightPx}`;
  return [`scale=${size}:flags=${shrinks ? 'area' : 'bicubic'}`, 'format=yuv420p', 'setsar=1', ...TURN[rotationDeg]];
}

const TURN: Readonly<Record<RotationDeg, readonly string[]>> = {
  0: [],
  90: ['transpose=clock'],
  180: ['hflip', 'vflip'],
  270: ['transpose=cclock'],
};

/** Scaling in yuv420p and converting afterwards takes a third off the filters' time against one scaler doing both. */
const RGB24_FILTERS: readonly string[] = ['scale=flags=fast_bilinear', 'format=rgb24'];

function seconds(timeS: number): string {
  return timeS.toFixed(6);
}
