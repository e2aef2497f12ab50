// Fetches single frames as JPEG pictures, for the report.
import { undecodableError } from './explainUnreadable.ts';
import { grabArgs } from './ffmpegArgs.ts';
import { runFfmpeg } from './ffmpegProcess.ts';
import { type Ffmpeg, findFfmpeg } from './findFfmpeg.ts';
import { findFrame } from './frameTimes.ts';
import { frameEdges, mayJumpTo, windowRequest } from './frameWindow.ts';
import { parseFrameTimes } from './parseProbe.ts';
import type { VideoProbe } from './probe.ts';
import { splitJpegs } from './splitJpegs.ts';

export interface GrabOptions {
  /** Pictures higher than this are shrunk to it, px; left out = the film's own size. */
  readonly maxHeightPx?: number;
  readonly signal?: AbortSignal;
}

/** Frames further apart than this are fetched by runs of ffmpeg of their own, s: decoding what lies between would take longer. */
const APART_S = 3;

/**
 * Exact frames of a film, upright, as JPEG files.
 * @param frames numbers in probe.timeS, any order, repeats allowed
 * @returns one picture per number asked for, in that order; empty for none
 * @throws GaitError `video-unreadable` when one of them cannot be decoded, `cancelled`; RangeError for a frame not in the film
 */
export async function grabFrames(
  probe: VideoProbe,
  frames: readonly number[],
  options: GrabOptions = {},
): Promise<Uint8Array[]> {
  const wrong = frames.find((f) => !(Number.isInteger(f) && f >= 0 && f < probe.frames));
  if (wrong !== undefined) throw new RangeError(`no frame ${wrong} in a film of ${probe.frames}`);
  const ffmpeg = await findFfmpeg();
  const pictures = new Map<number, Uint8Array>();
  for (const group of groupByTime(probe.timeS, frames)) {
    for (const jump of mayJumpTo(probe, group[0]!) ? [true, false] : [false]) {
      await grabGroup(probe, group, jump, ffmpeg, options, pictures);
      if (group.every((f) => pictures.has(f))) break;
    }
  }
  return frames.map((f) => {
    const picture = pictures.get(f);
    if (!picture) throw undecodableError(probe.file, probe.codec, pictures.size);
    return picture;
  });
}

async function grabGroup(
  probe: VideoProbe,
  group: readonly number[],
  jump: boolean,
  ffmpeg: Ffmpeg,
  { maxHeightPx = probe.heightPx, signal }: GrabOptions,
  pictures: Map<number, Uint8Array>,
): Promise<void> {
  const scale = Math.min(1, maxHeightPx / probe.heightPx);
  const size = { widthPx: Math.round(probe.widthPx * scale), heightPx: Math.round(probe.heightPx * scale) };
  const window = { first: group[0]!, last: group.at(-1)!, mayJump: jump };
  const request = windowRequest(probe, size, window, jump, ffmpeg.major);
  const edges = group.map((f) => frameEdges(probe, f));
  const { stdout, stderr } = await runFfmpeg(ffmpeg.path, grabArgs(request, edges), signal);
  const timeS = parseFrameTimes(stderr);
  splitJpegs(stdout).forEach((jpeg, i) => {
    const frame = findFrame(probe.timeS, (timeS[i] ?? Number.NaN) - probe.startS);
    if (frame !== null) pictures.set(frame, jpeg);
  });
}

/** Ascending frame numbers without repeats, in groups that lie close together in time. */
function groupByTime(timeS: Float64Array, frames: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const frame of [...new Set(frames)].sort((a, b) => a - b)) {
    const before = groups.at(-1)?.at(-1);
    if (before !== undefined && timeS[frame]! - timeS[before]! < APART_S) groups.at(-1)!.push(frame);
    else groups.push([frame]);
  }
  return groups;
}
