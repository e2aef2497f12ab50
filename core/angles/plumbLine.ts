// How far the camera leans to one side in a view from behind, from the runner's own balance.

import { LANDMARK, LEG_LANDMARKS } from '../landmarks.ts';
import { median } from '../signal/robust.ts';
import { type CutStride, durationS } from '../strides/cutStrides.ts';
import { firstFrameAt } from '../strides/frameAt.ts';
import { type CleanPose, SIDES, type Side } from '../types.ts';
import { middle } from './frontal.ts';

/** Middle of the contact, as a share of the stride: half of 36 % in running, of 62 % in walking. */
export const MID_STANCE = { run: 0.18, walk: 0.31 } as const;

/** Fewer steps of a leg than this do not average the sway out. Ours. */
const LEAST_STEPS = 3;

/** Less is a runner's own lean, more was not the camera, degrees. Ours. */
const LEAST_ROLL_DEG = 2;
const MOST_DEG = 15;

/**
 * Camera roll from behind, from two lines that are vertical in a runner who neither falls left nor right: from the middle of both
 * feet at mid-stance to the middle of the trunk, and along the trunk. A runner who limps tilts the one or the other; a camera tilts
 * both. So only what both say is taken for the camera, and only when it is more than a limp.
 *
 * Source: ours, mechanics only. Works: several steps of both legs. Fails: holding a handrail; a camera that leans by less than 2°.
 * @returns degrees, positive when the camera leans clockwise, 0 within the error; null with fewer than three steps of either leg
 */
export function plumbLineRoll(clean: CleanPose, strides: readonly CutStride[], gait: 'run' | 'walk'): number | null {
  const p = clean.points;
  const hips = centre(middle(p[LANDMARK.leftHip]!, p[LANDMARK.rightHip]!));
  const shoulders = centre(middle(p[LANDMARK.leftShoulder]!, p[LANDMARK.rightShoulder]!));
  const feet = SIDES.map((side) => {
    const ankle = p[LEG_LANDMARKS[side].ankle]!;
    const frames = midStanceFrames(clean, strides, side, gait);
    const x = frames.map((i) => ankle.x[i]!);
    return frames.length < LEAST_STEPS ? null : centre({ x, y: frames.map((i) => ankle.y[i]!) });
  });
  const [left, right] = feet;
  if (!left || !right) return null;
  const alongTrunk = leanOf(hips, shoulders);
  const overFeet = leanOf(half(left, right), half(hips, shoulders));
  const agreed = Math.sign(alongTrunk) === Math.sign(overFeet) ? Math.min(Math.abs(alongTrunk), Math.abs(overFeet)) : 0;
  if (!(agreed <= MOST_DEG)) return null;
  return agreed < LEAST_ROLL_DEG ? 0 : Math.sign(alongTrunk) * agreed;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function centre(points: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> }): Point {
  return { x: median(points.x), y: median(points.y) };
}

function half(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** How far the camera leans clockwise if this line is vertical, degrees: its top is then drawn too far left. */
function leanOf(bottom: Point, top: Point): number {
  return (-Math.atan2(top.x - bottom.x, bottom.y - top.y) * 180) / Math.PI;
}

/** The frame in the middle of each of a leg's contacts. */
export function midStanceFrames(
  clean: CleanPose,
  strides: readonly CutStride[],
  side: Side,
  gait: 'run' | 'walk',
): number[] {
  const used = strides.filter((stride) => stride.side === side && stride.excluded === null);
  return used.map((stride) => firstFrameAt(clean.timeS, stride.startS + MID_STANCE[gait] * durationS(stride)));
}
