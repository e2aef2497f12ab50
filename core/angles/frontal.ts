// The angles of the view from behind: how far the pelvis and the trunk tip sideways.

import { LANDMARK } from '../landmarks.ts';
import type { AngleChannel, CleanPose, PointSeries } from '../types.ts';

const DEG = 180 / Math.PI;

/** What the view from behind shows, frame by frame, camera roll taken out. [frames] each, NaN where missing */
export interface FrontalAngles {
  /** Degrees, positive when the right hip is higher. */
  readonly pelvicObliquity: Float64Array;
  /** Degrees, positive when the trunk leans to the runner's right. */
  readonly trunkLean: Float64Array;
}

/**
 * Pelvis and trunk against the vertical, seen from behind (image right is the runner's right).
 * Source: measurement.md §2; Dingenen 2018 and Bramah 2018 use the same lines on bony landmarks.
 * Works: as a mean over at least 15 steps. Fails: frame by frame, since ± 2 cm at a hip is ± 5° here.
 * @param rollDeg how far the camera leans clockwise, as in {@link Capture}
 */
export function frontalAngles(clean: CleanPose, rollDeg: number): FrontalAngles {
  const p = clean.points;
  const rightUp = slope(p[LANDMARK.leftHip]!, p[LANDMARK.rightHip]!);
  const shoulders = middle(p[LANDMARK.leftShoulder]!, p[LANDMARK.rightShoulder]!);
  const hips = middle(p[LANDMARK.leftHip]!, p[LANDMARK.rightHip]!);
  return {
    pelvicObliquity: rightUp.map((deg) => deg - rollDeg),
    trunkLean: hips.x.map((x, i) => DEG * Math.atan2(shoulders.x[i]! - x, hips.y[i]! - shoulders.y[i]!) + rollDeg),
  };
}

/** The channels of a view from behind. */
export function frontalChannels(angles: FrontalAngles): AngleChannel[] {
  return [{ id: 'pelvicObliquity', side: null, deg: angles.pelvicObliquity }];
}

/** Slope of the line from the left to the right point, degrees, positive when the right one is higher (y points down). */
function slope(left: PointSeries, right: PointSeries): Float64Array {
  return left.x.map((x, i) => DEG * Math.atan2(left.y[i]! - right.y[i]!, right.x[i]! - x));
}

/** The point half way between two. */
export function middle(a: PointSeries, b: PointSeries): PointSeries {
  return { x: a.x.map((x, i) => (x + b.x[i]!) / 2), y: a.y.map((y, i) => (y + b.y[i]!) / 2) };
}
