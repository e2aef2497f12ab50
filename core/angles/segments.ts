// The angle of one body segment against the vertical or the horizontal, frame by frame.
//
// Source: measurement.md's convention, the same as Winter 2009 (segment against the vertical) with flexion positive: knee
// flexion is thigh − shank, ankle dorsiflexion is foot − shank, so every joint is a difference of two of these.

import type { PointSeries } from '../types.ts';

const DEG = 180 / Math.PI;

/** Past this a segment has not swung forwards but come round from behind: angles run from −240° to +120°. */
const WRAP_DEG = 120;

/**
 * How far a leg segment leans from the vertical.
 * @param upper,lower [frames] its ends, x forward, y up; hip and knee for the thigh, knee and ankle for the shank
 * @returns [frames] degrees, positive when the lower end is ahead, 0 hanging straight down, NaN where an end is missing
 */
export function hangingAngle(upper: PointSeries, lower: PointSeries): Float64Array {
  return perFrame(upper, lower, (dx, dy) => Math.atan2(dx, -dy));
}

/**
 * How steeply the foot points up, heel to toe.
 * @returns [frames] degrees, toes up positive, 0 when the line is level, NaN where an end is missing
 */
export function pitchAngle(heel: PointSeries, toe: PointSeries): Float64Array {
  return perFrame(heel, toe, (dx, dy) => Math.atan2(dy, dx));
}

/**
 * How far the trunk leans from the vertical.
 * @param lower,upper [frames] mid-hip and mid-shoulder
 * @returns [frames] degrees, positive forwards (towards +x), NaN where an end is missing
 */
export function standingAngle(lower: PointSeries, upper: PointSeries): Float64Array {
  return perFrame(lower, upper, (dx, dy) => Math.atan2(dx, dy));
}

function perFrame(from: PointSeries, to: PointSeries, angle: (dx: number, dy: number) => number): Float64Array {
  const out = new Float64Array(from.x.length);
  for (let i = 0; i < out.length; i++) {
    const deg = DEG * angle(to.x[i]! - from.x[i]!, to.y[i]! - from.y[i]!);
    out[i] = deg > WRAP_DEG ? deg - 360 : deg;
  }
  return out;
}
