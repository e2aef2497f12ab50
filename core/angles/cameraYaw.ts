// How far the camera is turned away from square to the runner, from which shoulder and which hip is seen ahead.

import { LANDMARK } from '../landmarks.ts';
import type { CleanPose } from '../types.ts';

/** Breadth between shoulder joints and between hip joints as a share of stature: three rendered adults 0.19–0.24 and 0.10–0.11. */
const SHOULDERS = 0.22;
const HIPS = 0.105;

/** More than this is not a side view any more. */
const MOST_DEG = 60;

/**
 * Estimate the yaw of a side view. Over whole strides a shoulder is as often ahead as behind; what is left of the distance
 * between the near and the far one is the camera's doing.
 *
 * Source: measurement.md §2 (apparent ÷ real width). Works: as a warning; a network's shoulders are ± 15 mm off, so ± 2–3°.
 * Fails: a runner who runs twisted, or shoulders out of the picture (null).
 * @param staturePx the runner's height in the picture, px
 * @returns degrees, 0 or more; null when the shoulders or hips were never seen
 */
export function cameraYaw(clean: CleanPose, staturePx: number): number | null {
  const shoulders = meanOffset(clean, LANDMARK.leftShoulder, LANDMARK.rightShoulder) / staturePx;
  const hips = meanOffset(clean, LANDMARK.leftHip, LANDMARK.rightHip) / staturePx;
  // Least squares through both breadths: the wider pair says more.
  const sine = (shoulders * SHOULDERS + hips * HIPS) / (SHOULDERS ** 2 + HIPS ** 2);
  if (!Number.isFinite(sine)) return null;
  return Math.min(MOST_DEG, (Math.asin(Math.min(1, Math.abs(sine))) * 180) / Math.PI);
}

/** Mean distance along the picture from one point to another, px; NaN when never seen together. */
function meanOffset({ points }: CleanPose, from: number, to: number): number {
  let sum = 0;
  let n = 0;
  points[from]!.x.forEach((x, i) => {
    const off = points[to]!.x[i]! - x;
    if (Number.isNaN(off)) return;
    sum += off;
    n++;
  });
  return sum / n;
}
