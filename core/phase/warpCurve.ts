// A mean curve on the phase clock: its toe-off moved to a given place, stance and swing stretched evenly.

import type { CurveLine } from '../report/curvePanels.ts';

/**
 * Lays a curve on the clock that films run in step by, so that curve, film and phase bar agree.
 * @param toeOffAt share of the stride at which toe-off stands, 0–1; null leaves the curve as it is, by time
 * @returns 101 points; a curve without a toe-off of its own stays as it is
 */
export function warpCurve<T extends CurveLine>(curve: T, toeOffAt: number | null): T {
  if (toeOffAt === null || curve.toeOffPct === null) return curve;
  const lifts = curve.toeOffPct;
  const at = 100 * toeOffAt;
  const placeOf = (pct: number) => (pct <= at ? (pct / at) * lifts : lifts + ((pct - at) / (100 - at)) * (100 - lifts));
  const places = curve.meanDeg.map((_, pct) => placeOf(pct));
  return {
    ...curve,
    meanDeg: places.map((place) => between(curve.meanDeg, place)),
    sdDeg: places.map((place) => between(curve.sdDeg, place)),
    toeOffPct: at,
  };
}

/** A value between two points, on the straight line; null when one of them is missing. */
function between(values: readonly (number | null)[], place: number): number | null {
  const low = Math.min(Math.floor(place + 1e-9), values.length - 1);
  const share = place - low;
  const [a, b] = [values[low] ?? null, values[low + 1] ?? null];
  if (share < 1e-9 || a === null) return a;
  return b === null ? null : a + share * (b - a);
}
