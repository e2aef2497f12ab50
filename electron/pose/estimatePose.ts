// Finds the runner's landmarks in every frame of a film.
import { GaitError } from '../../core/errors.ts';
import { LANDMARK_COUNT } from '../../core/landmarks.ts';
import type { QualityFlag, RawPose } from '../../core/types.ts';
import type { VideoProbe } from '../video/probe.ts';
import { otherPerson, type PeopleFollower } from './chooseRunner.ts';
import { chooseFrameSize, type FrameSize } from './frameSize.ts';
import { type ChunkKeeper, detectEvery, lookThrough, type Pass } from './lookThrough.ts';
import { type JudgedFrame, pictureFlags, shoes } from './pictureQuality.ts';
import { regionAt } from './planRegions.ts';
import { continueFrom, type Found, type PoseChunk } from './poseChunk.ts';
import type { PosePool } from './posePool.ts';

export interface EstimateOptions {
  /** Part of the film to look at, s on its own clock. */
  readonly fromS?: number;
  readonly toS?: number;
  readonly signal?: AbortSignal;
  /** Share of frames done, 0–1. */
  readonly onProgress?: (done: number) => void;
  /** Lets an interrupted run go on where it stood; left out = nothing is kept. */
  readonly checkpoint?: PoseCheckpoint;
}

/** What outlives an interrupted run. The film, the networks and the part looked at must be the same: the caller sees to that. */
export interface PoseCheckpoint extends ChunkKeeper {
  /** What was kept so far; null = nothing. */
  readonly earlier: { readonly size: FrameSize; readonly chunks: readonly PoseChunk[] } | null;
  /** Told once, before any chunk, at which size the frames are decoded. */
  begin(size: FrameSize): Promise<void>;
}

/** Below this the network itself says that nobody is in the region. Source: MediaPipe, 0.5. */
const MIN_PRESENCE = 0.5;

/**
 * The landmarks of one person, the likeliest runner, in every frame.
 * @returns frames in which the runner was not seen are NaN
 * @throws GaitError `no-person` when nobody is seen anywhere, `cancelled`, `pose-engine-failed`, and the video room's own
 */
export async function estimatePose(probe: VideoProbe, pool: PosePool, options: EstimateOptions = {}): Promise<RawPose> {
  const { fromS, toS, signal, onProgress, checkpoint } = options;
  const size = checkpoint?.earlier?.size ?? (await chooseFrameSize(probe, pool, options));
  if (checkpoint && !checkpoint.earlier) await checkpoint.begin(size);
  const total = framesBetween(probe, options);
  const { follower, found, lastSighting } = continueFrom(checkpoint?.earlier?.chunks ?? [], size);
  const onFrame = (frames: number) => onProgress?.(Math.min(1, frames / Math.max(1, total)));
  const keeper = checkpoint ?? null;
  const pass: Pass = { probe, pool, ...size, fromS, toS, signal, onFrame, follower, runner: null, keeper };
  await lookThrough(pass, found, lastSighting);
  const runner = follower.runner();
  if (!runner) throw nobody();
  // The pass chose by what it had seen so far; where that was somebody else, look again with the runner known.
  if (found.personIds.some((id, i) => id !== (regionAt(runner, found.timeS[i]) ? runner.id : -1))) {
    await lookThrough({ ...pass, runner }, found);
  }
  const pose = assemble(probe, size, found, [
    ...crowdFlags(follower, found.timeS.length / detectEvery(probe.rateHz)),
    ...pictureFlags(judged(found)),
  ]);
  if (pose.xPx.every(Number.isNaN)) throw nobody();
  return pose;
}

function nobody(): GaitError {
  return new GaitError(
    'no-person',
    'No person was found in this film. Film the whole body from the side, in good light, and try again.',
  );
}

function framesBetween(probe: VideoProbe, { fromS = -Infinity, toS = Infinity }: EstimateOptions): number {
  return probe.timeS.reduce((count, t) => count + (t >= fromS && t <= toS ? 1 : 0), 0);
}

function crowdFlags(follower: PeopleFollower, samples: number): QualityFlag[] {
  if (!otherPerson(follower.tracks(), samples)) return [];
  const message =
    'A second person is in view. The largest, most central and longest seen one was measured. Check the skeleton in the ' +
    'overlay, and film with nobody else in the picture.';
  return [{ code: 'second-person', severity: 'caution', message }];
}

/** The frames in which the runner was seen; foot positions in pixels of the decoded frame, which is all of one size. */
function judged(found: Found): JudgedFrame[] {
  return found.poses.flatMap((pose, frame) => {
    if (!pose || pose.presence < MIN_PRESENCE) return [];
    const [left, right] = shoes(pose.xPx, pose.yPx);
    return [{ timeS: found.timeS[frame], look: pose.look, footXPx: [left.x, right.x] as const }];
  });
}

/** Lays the frames' points out as one RawPose, in pixels of the film. */
function assemble(
  probe: VideoProbe,
  size: { readonly widthPx: number; readonly heightPx: number },
  found: Found,
  flags: readonly QualityFlag[],
): RawPose {
  const frames = found.timeS.length;
  const xPx = new Float32Array(frames * LANDMARK_COUNT).fill(Number.NaN);
  const yPx = xPx.slice();
  const score = xPx.slice();
  const worldM = new Float32Array(frames * LANDMARK_COUNT * 3).fill(Number.NaN);
  const scaleX = probe.widthPx / size.widthPx;
  const scaleY = probe.heightPx / size.heightPx;
  found.poses.forEach((pose, frame) => {
    if (!pose || pose.presence < MIN_PRESENCE) return;
    const at = frame * LANDMARK_COUNT;
    for (let k = 0; k < LANDMARK_COUNT; k++) {
      xPx[at + k] = pose.xPx[k] * scaleX;
      yPx[at + k] = pose.yPx[k] * scaleY;
    }
    score.set(pose.visibility, at);
    worldM.set(pose.worldM, at * 3);
  });
  return {
    widthPx: probe.widthPx,
    heightPx: probe.heightPx,
    timeS: Float64Array.from(found.timeS),
    xPx,
    yPx,
    score,
    worldM,
    flags,
  };
}
