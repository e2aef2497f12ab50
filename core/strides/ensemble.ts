// The mean stride of every angle and the band that the runner's own strides make around it.

import { type ChannelId, type Curve, SIDES, type Side } from '../types.ts';
import { durationS } from './cutStrides.ts';
import { usedOf } from './excludeStrides.ts';
import { CURVE_POINTS, missingShare, type StrideCurves } from './strideCurves.ts';

/** A stride takes part in the mean of an angle when at most this share of it is missing (measurement.md §3.4). */
const MAX_MISSING = 0.1;

/**
 * Mean ± SD of each angle over the strides that count, for the left and the right leg; whole-body angles once per leg.
 * @returns curves in channel order, left before right; an angle that was never seen gives none
 */
export function ensemble(curves: readonly StrideCurves[], ids: readonly ChannelId[]): Curve[] {
  return ids.flatMap((id) => SIDES.map((side) => meanStride(curves, id, side)).filter((curve) => curve.n > 0));
}

function meanStride(curves: readonly StrideCurves[], id: ChannelId, side: Side): Curve {
  const used = usedOf(curves, side).filter((one) => missingShare(one.deg.get(id)) <= MAX_MISSING);
  const degs = used.map((one) => one.deg.get(id)!);
  const atPoint = new Array<number>(degs.length);
  const points = Array.from({ length: CURVE_POINTS }, (_, p) => {
    for (let k = 0; k < degs.length; k++) atPoint[k] = degs[k]![p]!;
    return meanAndSd(atPoint);
  });
  const toeOffs = used.filter((one) => one.stride.toeOffS !== null).map((one) => toeOffPct(one));
  return {
    id,
    side,
    n: used.length,
    meanDeg: points.map((point) => point.mean),
    sdDeg: points.map((point) => point.sd),
    toeOffPct: meanAndSd(toeOffs).mean,
  };
}

function toeOffPct({ stride }: StrideCurves): number {
  return (100 * (stride.toeOffS! - stride.startS)) / durationS(stride);
}

/**
 * Mean and sample standard deviation of the finite values.
 * @returns mean null when there is none, sd null with fewer than two
 */
export function meanAndSd(values: readonly number[]): { mean: number | null; sd: number | null; n: number } {
  let n = 0;
  let sum = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    n++;
    sum += value;
  }
  if (n === 0) return { mean: null, sd: null, n };
  const mean = sum / n;
  let square = 0;
  for (const value of values) if (Number.isFinite(value)) square += (value - mean) ** 2;
  return { mean, sd: n < 2 ? null : Math.sqrt(square / (n - 1)), n };
}
