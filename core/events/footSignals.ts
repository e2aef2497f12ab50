// The handful of curves of one leg that its contacts are read from.

import { fitSpline, type Spline } from '../signal/spline.ts';
import type { LegSeries, PointSeries, SagittalBody } from '../types.ts';

export interface FootSignals {
  readonly timeS: Float64Array;
  /** Fore-aft position of the foot against the mid-hip, px. [frames] */
  readonly reach: Float64Array;
  readonly footX: Spline;
  readonly footY: Spline;
  readonly toeX: Spline;
  readonly toeY: Spline;
  readonly reachCurve: Spline;
  /** Median length heel to toe, px. */
  readonly shoePx: number;
}

/** Gather one leg's curves. The foot is the middle of heel and toe. */
export function footSignals(body: SagittalBody, leg: LegSeries, shoePx: number): FootSignals {
  const footX = middle(leg.heel.x, leg.toe.x);
  const footY = middle(leg.heel.y, leg.toe.y);
  const reach = footX.map((x, i) => x - body.midHip.x[i]!);
  const curve = (values: Float64Array): Spline => fitSpline(body.timeS, values);
  return {
    timeS: body.timeS,
    reach,
    footX: curve(footX),
    footY: curve(footY),
    toeX: curve(leg.toe.x),
    toeY: curve(leg.toe.y),
    reachCurve: curve(reach),
    shoePx,
  };
}

function middle(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => (value + b[i]!) / 2);
}

/** Distance between two points over time, px. [frames] */
export function lengths(a: PointSeries, b: PointSeries): Float64Array {
  return a.x.map((x, i) => Math.hypot(x - b.x[i]!, a.y[i]! - b.y[i]!));
}
