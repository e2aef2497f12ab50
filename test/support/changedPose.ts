// The same film shot differently: mirrored, shifted, larger, later, slower, with legs exchanged or frames gone.

import { LANDMARK_COUNT, LANDMARK_NAMES } from '../../core/landmarks.ts';
import type { RawPose } from '../../core/types.ts';

/** The other side's landmark for every landmark; the nose is its own. */
const PARTNER = LANDMARK_NAMES.map((name) => {
  const other = name.includes('left') ? name.replace('left', 'right') : name.replace('right', 'left');
  return (LANDMARK_NAMES as readonly string[]).indexOf(other);
});

/** The picture mirrored left to right, as it is; the network then calls the left leg right. */
export function mirrored(pose: RawPose): RawPose {
  return exchanged({ ...pose, xPx: pose.xPx.map((x) => pose.widthPx - x) });
}

/** Left and right exchanged in every landmark. */
export function exchanged(pose: RawPose): RawPose {
  const swap = (series: Float32Array) =>
    series.map((_, at) => series[at - (at % LANDMARK_COUNT) + PARTNER[at % LANDMARK_COUNT]!]!);
  return { ...pose, xPx: swap(pose.xPx), yPx: swap(pose.yPx), score: swap(pose.score) };
}

/** The runner elsewhere in the picture. */
export function shifted(pose: RawPose, dxPx: number, dyPx: number): RawPose {
  return { ...pose, xPx: pose.xPx.map((x) => x + dxPx), yPx: pose.yPx.map((y) => y + dyPx) };
}

/** The picture in another resolution. */
export function scaled(pose: RawPose, factor: number): RawPose {
  const times = (series: Float32Array) => series.map((value) => factor * value);
  return {
    ...pose,
    widthPx: factor * pose.widthPx,
    heightPx: factor * pose.heightPx,
    xPx: times(pose.xPx),
    yPx: times(pose.yPx),
  };
}

/** The file's clock starting later and running slower: a film of `factor` times the frame rate stored at the ordinary one. */
export function retimed(pose: RawPose, factor: number, startS = 0): RawPose {
  return { ...pose, timeS: pose.timeS.map((t) => startS + factor * t) };
}

/** Only some frames of the film. */
export function framesOf(pose: RawPose, keep: (frame: number) => boolean): RawPose {
  const kept = Array.from(pose.timeS.keys()).filter(keep);
  const pick = (series: Float32Array) =>
    Float32Array.from({ length: kept.length * LANDMARK_COUNT }, (_, at) => {
      const frame = kept[Math.floor(at / LANDMARK_COUNT)]!;
      return series[frame * LANDMARK_COUNT + (at % LANDMARK_COUNT)]!;
    });
  return {
    ...pose,
    timeS: Float64Array.from(kept, (frame) => pose.timeS[frame]!),
    xPx: pick(pose.xPx),
    yPx: pick(pose.yPx),
    score: pick(pose.score),
  };
}

/** Some landmarks never seen, in all frames or in some. */
export function without(
  pose: RawPose,
  landmarks: readonly number[],
  inFrame: (frame: number) => boolean = () => true,
): RawPose {
  const gone = (at: number) => landmarks.includes(at % LANDMARK_COUNT) && inFrame(Math.floor(at / LANDMARK_COUNT));
  return {
    ...pose,
    xPx: pose.xPx.map((x, at) => (gone(at) ? Number.NaN : x)),
    yPx: pose.yPx.map((y, at) => (gone(at) ? Number.NaN : y)),
    score: pose.score.map((score, at) => (gone(at) ? 0 : score)),
  };
}

/** One still frame held for a while before the film begins, at the film's own rate. */
export function heldBefore(pose: RawPose, still: readonly (readonly [number, number])[], frames: number): RawPose {
  const stepS = pose.timeS[1]! - pose.timeS[0]!;
  const total = frames + pose.timeS.length;
  const build = (series: Float32Array, axis: 0 | 1) =>
    Float32Array.from({ length: total * LANDMARK_COUNT }, (_, at) => {
      const frame = Math.floor(at / LANDMARK_COUNT);
      return frame < frames
        ? (still[at % LANDMARK_COUNT]?.[axis] ?? Number.NaN)
        : series[at - frames * LANDMARK_COUNT]!;
    });
  return {
    ...pose,
    timeS: Float64Array.from({ length: total }, (_, i) => i * stepS),
    xPx: build(pose.xPx, 0),
    yPx: build(pose.yPx, 1),
    score: Float32Array.from({ length: total * LANDMARK_COUNT }, (_, at) => {
      const frame = Math.floor(at / LANDMARK_COUNT);
      return frame < frames ? (still[at % LANDMARK_COUNT] ? 1 : 0) : pose.score[at - frames * LANDMARK_COUNT]!;
    }),
  };
}

/** White noise on every point, repeatable. */
export function noisy(pose: RawPose, noisePx: number, seed: number): RawPose {
  const noise = gaussian(seed);
  const shake = (series: Float32Array) => series.map((value) => value + noisePx * noise());
  return { ...pose, xPx: shake(pose.xPx), yPx: shake(pose.yPx) };
}

/** A repeatable source of normally distributed numbers with standard deviation 1. */
function gaussian(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
