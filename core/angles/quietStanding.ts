// Whether the clip begins with the runner standing still on a stopped belt, and until when.

import { LEG_LANDMARKS } from '../landmarks.ts';
import { median } from '../signal/robust.ts';
import { firstFrameAt } from '../strides/frameAt.ts';
import { type CleanPose, type PointSeries, SIDES } from '../types.ts';

/** Shorter than this is a pause, not a calibration. Ours: half of the 2 s that the filming guide asks for. */
const LEAST_STANDING_S = 1;

/** A standing runner sways; an ankle that leaves its place by more than this share of the leg has stepped. Ours. */
const STILL_SHARE = 0.04;

/** The last moments before the first step are left out, s. */
const BEFORE_STEP_S = 0.2;

/**
 * Find quiet standing at the start of a clip, from ankles and knees that stay where they are.
 * Works: a runner who stands for at least a second before the belt starts. Fails: standing with bent knees (it is taken as standing).
 * @returns the frames that stand, first and last inclusive; null when the clip begins in motion
 */
export function findQuietStanding(clean: CleanPose): { readonly fromFrame: number; readonly toFrame: number } | null {
  const { timeS, points } = clean;
  const joints = SIDES.flatMap((side) => [points[LEG_LANDMARKS[side].ankle]!, points[LEG_LANDMARKS[side].knee]!]);
  const reachPx = STILL_SHARE * legLengthPx(clean);
  const startS = timeS[0] ?? 0;
  const first = timeS.findIndex((t) => t > startS + LEAST_STANDING_S);
  if (first < 2 || !(reachPx > 0)) return null;
  const homes = joints.map((joint) => ({
    x: median(joint.x.subarray(0, first)),
    y: median(joint.y.subarray(0, first)),
  }));
  const isStill = (i: number) => joints.every((joint, j) => nearHome(joint, homes[j]!, i, reachPx));
  let end = 0;
  while (end < timeS.length && isStill(end)) end++;
  if (end === 0) return null;
  const toS = end === timeS.length ? timeS[end - 1]! : timeS[end - 1]! - BEFORE_STEP_S;
  if (toS - startS < LEAST_STANDING_S) return null;
  return { fromFrame: 0, toFrame: Math.min(firstFrameAt(timeS, toS), timeS.length - 1) };
}

/** Missing points neither move nor stand still: they are let pass. */
function nearHome(joint: PointSeries, home: { x: number; y: number }, i: number, reachPx: number): boolean {
  return !(Math.hypot(joint.x[i]! - home.x, joint.y[i]! - home.y) > reachPx);
}

/** Hip to knee to ankle of the longer leg, px; NaN when neither was seen. */
function legLengthPx({ points }: CleanPose): number {
  const length = (a: PointSeries, b: PointSeries) =>
    median(a.x.map((x, i) => Math.hypot(x - b.x[i]!, a.y[i]! - b.y[i]!)));
  const legs = SIDES.map((side) => {
    const { hip, knee, ankle } = LEG_LANDMARKS[side];
    return length(points[hip]!, points[knee]!) + length(points[knee]!, points[ankle]!);
  });
  const seen = legs.filter(Number.isFinite);
  return seen.length > 0 ? Math.max(...seen) : Number.NaN;
}
