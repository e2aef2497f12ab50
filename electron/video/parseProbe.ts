// Reads what ffmpeg prints about a film: its streams, its packets, its frame times. Pure text in, records out.

/** The picture stream as the file describes it, before any turning. */
export interface VideoStream {
  readonly codec: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Width of one stored pixel over its height; 1 when the file says nothing. */
  readonly pixelAspect: number;
  /** Clockwise turn that makes the picture upright, to the nearest quarter. */
  readonly rotationDeg: 0 | 90 | 180 | 270;
  readonly interlaced: boolean;
  /** End of the picture by its own tag, file time, s; null without one (only Matroska writes it). */
  readonly endS: number | null;
}

export interface MediaReport {
  /** ffmpeg's names of the container, comma separated; null when it recognised none. */
  readonly container: string | null;
  /** As the header claims, s; null when it does not say. */
  readonly durationS: number | null;
  /** The first picture stream that is not a cover image; null when there is none. */
  readonly video: VideoStream | null;
  readonly hasAudio: boolean;
  /** Rate at which the camera saw the scene, frames/s, from its own tag; null without one. */
  readonly captureHz: number | null;
}

/** The packets of the picture, in file order. */
export interface PacketList {
  /** Presentation time of every packet that will be shown, s, ascending. */
  readonly timeS: Float64Array;
  /** False when a packet has no time of its own, two share one, or the first cannot be decoded alone: then only decoding tells. */
  readonly complete: boolean;
}

/**
 * Streams and tags from what ffmpeg prints when it opens a file.
 * @param stderr ffmpeg's messages, any version
 * @returns container null when ffmpeg could not open it
 */
export function parseMedia(stderr: string): MediaReport {
  const input = inputSection(stderr);
  const streams = splitStreams(input);
  const pictures = streams.filter((s) => /: Video: /.test(s) && !/\(attached pic\)/.test(s));
  const picture = NO_PICTURE.test(stderr) ? undefined : pictures[0];
  return {
    container: /^Input #0, (.+?), from /m.exec(input)?.[1] ?? null,
    durationS: clockToSeconds(/^ {2}Duration: ([\d:.]+)/m.exec(input)?.[1]),
    video: picture === undefined ? null : parseVideoStream(picture),
    hasAudio: streams.some((s) => /: Audio: /.test(s)),
    captureHz: parseCaptureHz(input),
  };
}

/** Builds before 5 do not mark a cover image in the list of streams, but do not take it for a film either. */
const NO_PICTURE = /Stream map '0:V:0' matches no streams/;

/**
 * The packet table of `-c copy -f framecrc`.
 * @param text stdout: `#tb 0: 1/15360`, then `stream, dts, pts, duration, size, crc[, F=flags]` per packet
 * @returns timeS [packets shown], empty when nothing was read
 */
export function parsePackets(text: string): PacketList {
  const tb = /^#tb \d+: (\d+)\/(\d+)/m.exec(text);
  const tickS = tb ? Number(tb[1]) / Number(tb[2]) : Number.NaN;
  const times: number[] = [];
  let complete = true;
  let first = true;
  for (const line of text.split('\n')) {
    const packet = PACKET_LINE.exec(line);
    if (!packet) continue;
    const flags = packet[2] === undefined ? KEY_FLAG : Number.parseInt(packet[2], 16);
    if (first && (flags & KEY_FLAG) === 0) complete = false;
    first = false;
    if ((flags & DISCARD_FLAG) !== 0) continue;
    const ticks = Number(packet[1]);
    if (!(ticks > NO_TIME)) complete = false;
    else times.push(ticks * tickS);
  }
  const timeS = Float64Array.from(times).sort();
  return { timeS, complete: complete && isAscending(timeS) };
}

const PACKET_LINE = /^\d+,\s*\S+,\s*(-?\d+|NOPTS),\s*\d+,\s*\d+,\s*0x[0-9a-f]+(?:,\s*F=0x([0-9A-Fa-f]+))?/;
/** libavcodec's AV_PKT_FLAG_KEY and AV_PKT_FLAG_DISCARD (an edit list cuts the packet away). */
const KEY_FLAG = 1;
const DISCARD_FLAG = 4;
/** AV_NOPTS_VALUE is −2⁶³. */
const NO_TIME = -9.2e18;

/**
 * Frame times printed by the `print(t)` of our filter: bare numbers on lines of their own among ffmpeg's messages.
 * @returns s, in the order printed; NaN for a frame without a time
 */
export function parseFrameTimes(stderr: string): number[] {
  return stderr.split('\n').flatMap((line) => parseFrameTime(line) ?? []);
}

/** One line of stderr as a frame time, s; null when it is a message. */
export function parseFrameTime(line: string): number | null {
  const text = line.trim();
  if (/^-?\d+\.\d{6}$/.test(text)) return Number(text);
  return /^-?nan$/i.test(text) ? Number.NaN : null;
}

/**
 * True when ffmpeg said that the file ends before its content does.
 * @param container a damaged packet means that only in those which store the length of every packet
 */
export function saysCutOff(stderr: string, container: string): boolean {
  return CUT_OFF.test(stderr) || (/\b(mp4|matroska)\b/.test(container) && DAMAGED_PACKET.test(stderr));
}

/** mov: "partial file"; matroska: "File ended prematurely"; libavformat: "Truncating packet". */
const CUT_OFF = /partial file|ended prematurely|Truncating packet/i;
/** Before 4.2 "Dropped corrupted packet", since then "Packet corrupt … dropping it". */
const DAMAGED_PACKET = /corrupted packet|Packet corrupt/i;

/** True when showinfo met a picture of two fields; older builds do not say so in the stream's line. */
export function showsFields(stderr: string): boolean {
  return /Parsed_showinfo.* i:[TB] /.test(stderr);
}

/** What was opened, without what ffmpeg then says about its own output. */
function inputSection(stderr: string): string {
  const start = stderr.search(/^Input #0, /m);
  if (start < 0) return '';
  const end = stderr.slice(start).search(/^(Output #0|Stream mapping:)/m);
  return end < 0 ? stderr.slice(start) : stderr.slice(start, start + end);
}

/** Each stream's own line with the tags and side data under it. */
function splitStreams(input: string): string[] {
  return input.split(/^ +(?=Stream #0:)/m).slice(1);
}

function parseVideoStream(text: string): VideoStream {
  const line = text.split('\n', 1)[0] ?? '';
  const size = /, (\d+)x(\d+)(?=[\s,]|$)/.exec(line);
  return {
    codec: /: Video: (\w+)/.exec(line)?.[1] ?? 'none',
    widthPx: Number(size?.[1] ?? 0),
    heightPx: Number(size?.[2] ?? 0),
    pixelAspect: parsePixelAspect(line),
    rotationDeg: parseRotation(text),
    interlaced: /[(,] ?(top|bottom) (first|coded first)/.test(line),
    endS: clockToSeconds(/^ +DURATION +: ([\d:.]+)/m.exec(text)?.[1]),
  };
}

/** The container's word comes after the codec's and outranks it. */
function parsePixelAspect(line: string): number {
  const last = [...line.matchAll(/SAR (\d+):(\d+)/g)].at(-1);
  const aspect = last ? Number(last[1]) / Number(last[2]) : 1;
  return Number.isFinite(aspect) && aspect > 0 ? aspect : 1;
}

/** The display matrix turns anticlockwise, the older `rotate` tag clockwise; builds before 5 print both. */
function parseRotation(text: string): 0 | 90 | 180 | 270 {
  const matrix = /display ?matrix: rotation of (-?[\d.]+) degrees/i.exec(text)?.[1];
  const tag = /^ +rotate +: (-?\d+)/m.exec(text)?.[1];
  const clockwise = matrix !== undefined ? -Number(matrix) : Number(tag ?? 0);
  const quarters = ((Math.round(clockwise / 90) % 4) + 4) % 4;
  return QUARTERS[quarters] ?? 0;
}

const QUARTERS = [0, 90, 180, 270] as const;

/** Android writes `com.android.capture.fps`; other cameras spell it capture_fps, captureFps, CaptureFrameRate. */
function parseCaptureHz(input: string): number | null {
  const value = /^ +[\w.-]*capture[._-]?(?:fps|frame[._-]?rate)\s*: ([\d.]+)/im.exec(input)?.[1];
  const hz = Number(value);
  return value !== undefined && hz > 0 && Number.isFinite(hz) ? hz : null;
}

function clockToSeconds(clock: string | undefined): number | null {
  const parts = clock?.split(':').map(Number);
  if (parts?.length !== 3 || parts.some((p) => !Number.isFinite(p))) return null;
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

function isAscending(timeS: Float64Array): boolean {
  return timeS.every((t, i) => i === 0 || t > (timeS[i - 1] ?? t));
}
