// Frames in which the network drew both legs on one leg.

import { median } from '../signal/robust.ts';
import { JOINT_COUNT, jointDistance, LEG_SIZE, type LegTrack } from './legTracks.ts';

/**
 * Legs nearer than this share of the shank at knee, ankle, heel and toe at once are one leg drawn twice. Legs that truly pass
 * each other stay 0.45 shanks apart at some joint in running and 0.27 in walking (markers and rendered walkers).
 */
const COLLAPSED_SHARE = 0.25;

/** Joints that take part: knee, ankle, heel and toe. Hips lie on each other in every side view. */
const FREE_JOINTS = JOINT_COUNT - 1;

/**
 * Find the frames in which both legs were drawn on one leg.
 * @param shankPx length of the shank
 * @returns [frames] 1 where collapsed
 */
export function findCollapsed(left: LegTrack, right: LegTrack, shankPx: number): Uint8Array {
  const frames = left.length / LEG_SIZE;
  const collapsed = new Uint8Array(frames);
  for (let i = 0; i < frames; i++) {
    let widest = Number.NEGATIVE_INFINITY;
    let seen = 0;
    for (let j = 0; j < FREE_JOINTS; j++) {
      const distance = jointDistance(left, right, i, j);
      if (Number.isNaN(distance)) continue;
      seen++;
      if (distance > widest) widest = distance;
    }
    if (seen >= 2 && widest < COLLAPSED_SHARE * shankPx) collapsed[i] = 1;
  }
  return collapsed;
}

/** Length of the shank, px: the median over both legs; NaN when never seen. */
export function shankLength(left: LegTrack, right: LegTrack): number {
  const frames = left.length / LEG_SIZE;
  const lengths = new Float64Array(2 * frames);
  for (let i = 0; i < frames; i++) {
    lengths[2 * i] = kneeToAnkle(left, i);
    lengths[2 * i + 1] = kneeToAnkle(right, i);
  }
  return median(lengths);
}

function kneeToAnkle(leg: LegTrack, frame: number): number {
  const at = frame * LEG_SIZE;
  return Math.hypot(leg[at + 2]! - leg[at]!, leg[at + 3]! - leg[at + 1]!);
}
