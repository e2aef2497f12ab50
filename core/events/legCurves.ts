// One leg as smooth curves of time, so that its events can be looked for between the frames.

import { curveAt, curveSlopeAt, type SmoothCurve } from '../signal/smoothingSpline.ts';
import { fitSpline, type Spline, slopeAt, valueAt } from '../signal/spline.ts';
import type { LegSeries, PointSeries } from '../types.ts';
import type { MeanPath } from './meanPath.ts';

export interface Curve {
  /** px; NaN where nothing was seen. */
  readonly at: (timeS: number) => number;
  /** px/s */
  readonly slopeAt: (timeS: number) => number;
}

export interface PointCurve {
  readonly x: Curve;
  readonly y: Curve;
}

/** The five points of a leg. */
export interface LegCurves {
  readonly hip: PointCurve;
  readonly knee: PointCurve;
  readonly ankle: PointCurve;
  readonly heel: PointCurve;
  readonly toe: PointCurve;
}

/** Curves through a leg's smooth series. */
export function curvesOf(timeS: Float64Array, leg: LegSeries): LegCurves {
  // Laid when first asked for: hips and knees seldom are.
  const curve = (values: Float64Array): Curve => {
    let laid: Spline | null = null;
    const spline = (): Spline => {
      laid ??= fitSpline(timeS, values);
      return laid;
    };
    return { at: (t) => valueAt(spline(), t), slopeAt: (t) => slopeAt(spline(), t) };
  };
  const point = ({ x, y }: PointSeries): PointCurve => ({ x: curve(x), y: curve(y) });
  return {
    hip: point(leg.hip),
    knee: point(leg.knee),
    ankle: point(leg.ankle),
    heel: point(leg.heel),
    toe: point(leg.toe),
  };
}

/** The foot's points in a mean path's order: a landing is read from the foot alone. */
export function footPoints(leg: LegSeries): PointSeries[] {
  return [leg.heel, leg.toe, leg.ankle];
}

/** The whole leg's points in a mean path's order: a push-off is read from all of them. */
export function legPoints(leg: LegSeries): PointSeries[] {
  return [leg.heel, leg.toe, leg.ankle, leg.knee, leg.hip];
}

/** The mean stride's curves; time runs from the path's zero. Points the path was fitted without are NaN. */
export function curvesOfPath(path: MeanPath): LegCurves {
  const curve = (smooth: SmoothCurve): Curve => ({
    at: (t) => curveAt(smooth, t),
    slopeAt: (t) => curveSlopeAt(smooth, t),
  });
  const [heel = NOWHERE, toe = NOWHERE, ankle = NOWHERE, knee = NOWHERE, hip = NOWHERE] = path.points.map(
    ({ x, y }): PointCurve => ({ x: curve(x), y: curve(y) }),
  );
  return { hip, knee, ankle, heel, toe };
}

const UNKNOWN: Curve = { at: () => Number.NaN, slopeAt: () => Number.NaN };
const NOWHERE: PointCurve = { x: UNKNOWN, y: UNKNOWN };

/** Fore-aft speed of the foot, px/s: the middle of heel and toe. */
export function footSpeed(leg: LegCurves, timeS: number): number {
  return (leg.heel.x.slopeAt(timeS) + leg.toe.x.slopeAt(timeS)) / 2;
}
