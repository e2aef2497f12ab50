// Which frames of a film are wanted, and what to ask ffmpeg for so that exactly those come.
import type { FramesRequest } from './ffmpegArgs.ts';
import type { VideoProbe } from './probe.ts';

export interface FrameWindow {
  /** First and last frame wanted, numbers in probe.timeS, both included. */
  readonly first: number;
  readonly last: number;
  /** True when jumping ahead in the file saves decoding and the container can do it. */
  readonly mayJump: boolean;
}

/** Jumping this far ahead of the first frame wanted leaves room for frames stored out of order, s. */
const JUMP_MARGIN_S = 1;
/** Less than this is decoded sooner than a second run of ffmpeg would start, s. */
const JUMP_WORTHWHILE_S = 2;

/**
 * The frames with fromS ≤ timeS < toS.
 * @param fromS on the clock of probe.timeS, s; left out = from the first
 * @param toS likewise; left out = to the last
 * @throws RangeError when no frame lies between them
 */
export function frameWindow(
  probe: VideoProbe,
  fromS = Number.NEGATIVE_INFINITY,
  toS = Number.POSITIVE_INFINITY,
): FrameWindow {
  const first = probe.timeS.findIndex((t) => t >= fromS);
  const last = probe.timeS.findLastIndex((t) => t < toS);
  if (first < 0 || last < first)
    throw new RangeError(`no frame between ${fromS} s and ${toS} s of ${probe.durationS} s`);
  return { first, last, mayJump: mayJumpTo(probe, first) };
}

/**
 * True when jumping to shortly before a frame saves decoding and lands on a whole picture. Others than these containers may
 * land between two key frames, and the decoder then shows grey.
 */
export function mayJumpTo(probe: VideoProbe, frame: number): boolean {
  return /\b(mp4|matroska)\b/.test(probe.container) && probe.timeS[frame]! > JUMP_WORTHWHILE_S;
}

/**
 * The request for one run of ffmpeg that yields a window.
 * @param size upright, px
 * @throws RangeError when the size is not two positive whole numbers
 */
export function windowRequest(
  probe: VideoProbe,
  size: { readonly widthPx: number; readonly heightPx: number },
  { first, last }: FrameWindow,
  jump: boolean,
  major: number | null,
): FramesRequest {
  const { widthPx, heightPx } = size;
  if (!(isSize(widthPx) && isSize(heightPx))) throw new RangeError(`no picture can be ${widthPx} × ${heightPx} px`);
  return {
    file: probe.file,
    major,
    rotationDeg: probe.rotationDeg,
    widthPx,
    heightPx,
    shrinks: widthPx <= probe.widthPx && heightPx <= probe.heightPx,
    threads: decoderThreads(probe),
    seekS: jump ? probe.startS + probe.timeS[first]! - JUMP_MARGIN_S : null,
    fromS: first === 0 ? null : probe.startS + edgeBefore(probe.timeS, first),
    toS: last === probe.frames - 1 ? null : probe.startS + edgeBefore(probe.timeS, last + 1),
  };
}

/**
 * The span of file time in which a frame is the nearest one, s: half-way to its neighbours on either side.
 * @returns [from, to]
 */
export function frameEdges(probe: VideoProbe, frame: number): [fromS: number, toS: number] {
  const from = frame === 0 ? probe.timeS[0]! - 1 : edgeBefore(probe.timeS, frame);
  const to = frame === probe.frames - 1 ? probe.timeS[frame]! + 1 : edgeBefore(probe.timeS, frame + 1);
  return [probe.startS + from, probe.startS + to];
}

/** Half-way between a frame and the one before it, s. */
function edgeBefore(timeS: Float64Array, frame: number): number {
  return (timeS[frame - 1]! + timeS[frame]!) / 2;
}

/**
 * One thread costs a tenth to a sixth less processor time per frame than two, and the pose network wants the rest; from
 * full HD on a single thread would hold the network up.
 */
function decoderThreads({ widthPx, heightPx }: VideoProbe): number {
  return Math.min(4, Math.max(1, Math.round((widthPx * heightPx) / 1e6)));
}

function isSize(px: number): boolean {
  return Number.isInteger(px) && px > 0;
}
