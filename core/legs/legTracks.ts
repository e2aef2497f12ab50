// Both legs' tracks side by side, in one block of memory, so that they can be exchanged frame by frame.

import { LEG_LANDMARKS } from '../landmarks.ts';
import type { PointSeries } from '../types.ts';

/** Joints that move with a leg, in track order. The hip comes last: it is decided with the rest and votes least. */
export const LEG_JOINTS = ['knee', 'ankle', 'heel', 'toe', 'hip'] as const;
export const JOINT_COUNT = LEG_JOINTS.length;

/** Coordinates of one leg in one frame: x, y of each joint. */
export const LEG_SIZE = 2 * JOINT_COUNT;

/** One leg's joints over time. [frames × 10]: x and y of knee, ankle, heel, toe, hip */
export type LegTrack = Float64Array;

/** Copy one leg out of the 33 series. */
export function legTrack(points: readonly PointSeries[], side: 'left' | 'right', frames: number): LegTrack {
  const track = new Float64Array(frames * LEG_SIZE);
  LEG_JOINTS.forEach((joint, j) => {
    const { x, y } = points[LEG_LANDMARKS[side][joint]]!;
    for (let i = 0; i < frames; i++) {
      track[i * LEG_SIZE + 2 * j] = x[i]!;
      track[i * LEG_SIZE + 2 * j + 1] = y[i]!;
    }
  });
  return track;
}

/** Distance between two points of a track block, px; NaN when either is missing. */
export function jointDistance(a: LegTrack, b: LegTrack, frame: number, joint: number): number {
  const at = frame * LEG_SIZE + 2 * joint;
  return Math.hypot(a[at]! - b[at]!, a[at + 1]! - b[at + 1]!);
}
