// How large the runner is in the picture.

import { median } from '../signal/robust.ts';
import { type LegSeries, type PointSeries, type SagittalBody, SIDES, type Side } from '../types.ts';

export interface BodySize {
  /** Hip to sole of each leg, px; NaN when never seen. */
  readonly legPx: Readonly<Record<Side, number>>;
  /** Stature, px; NaN when trunk or legs were never seen. */
  readonly staturePx: number;
}

/**
 * Thigh + shank + trunk (hip to shoulder) as a share of stature: 0.779 on bony landmarks (Drillis & Contini 1966, in Winter
 * 2009), 0.741–0.759 on the joint centres of three rendered adults; between them, ± 2 %.
 */
const SEGMENTS_OF_STATURE = 0.765;

/** Height of the ankle joint above the sole as a share of thigh + shank: 0.039 of 0.491 (Drillis & Contini 1966). */
const ANKLE_OF_LEG = 0.079;

/**
 * Leg length and stature from the median lengths of the segments, so that no upright posture is needed.
 * Works: side and back views. Fails: seen from above or with a very oblique camera (too short).
 */
export function bodySize(body: SagittalBody): BodySize {
  const legs = { left: thighAndShank(body.left), right: thighAndShank(body.right) };
  const trunkPx = medianLength(body.midHip, body.midShoulder);
  const bothPx = median(SIDES.map((side) => legs[side]));
  return {
    legPx: { left: (1 + ANKLE_OF_LEG) * legs.left, right: (1 + ANKLE_OF_LEG) * legs.right },
    staturePx: (bothPx + trunkPx) / SEGMENTS_OF_STATURE,
  };
}

function thighAndShank({ hip, knee, ankle }: LegSeries): number {
  return medianLength(hip, knee) + medianLength(knee, ankle);
}

function medianLength(a: PointSeries, b: PointSeries): number {
  return median(a.x.map((x, i) => Math.hypot(x - b.x[i]!, a.y[i]! - b.y[i]!)));
}
