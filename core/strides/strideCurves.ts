// Each stride of each angle on its own 0–100 %, so that strides can be laid on top of one another.

import { fitSpline, type Spline, valueAt } from '../signal/spline.ts';
import type { AngleChannel, ChannelId } from '../types.ts';
import { type CutStride, durationS } from './cutStrides.ts';

/** Points of a normalised stride: 0, 1 … 100 % of the time from contact to the next contact of the same leg. */
export const CURVE_POINTS = 101;

/** One stride and its angles: those of its own leg and those of the whole body. [101] degrees each, NaN where missing */
export interface StrideCurves {
  readonly stride: CutStride;
  readonly deg: ReadonlyMap<ChannelId, Float64Array>;
}

/**
 * Every stride of every angle on 101 points, by cubic spline at the sub-frame contacts.
 * Source: measurement.md §3.4. Works: any frame rate that shows the movement. Fails: across gaps, which stay NaN.
 * @param timeS [frames] world time of the channels, s
 */
export function strideCurves(
  timeS: Float64Array,
  channels: readonly AngleChannel[],
  strides: readonly CutStride[],
): StrideCurves[] {
  const splines = channels.map((channel) => ({ channel, spline: fitSpline(timeS, channel.deg) }));
  return strides.map((stride) => {
    const own = splines.filter(({ channel }) => channel.side === null || channel.side === stride.side);
    return { stride, deg: new Map(own.map(({ channel, spline }) => [channel.id, onPercent(spline, stride)])) };
  });
}

/** One stride of a curve on 101 points, NaN where the curve is broken. */
function onPercent(spline: Spline, stride: CutStride): Float64Array {
  const stepS = durationS(stride) / (CURVE_POINTS - 1);
  return Float64Array.from({ length: CURVE_POINTS }, (_, p) => valueAt(spline, stride.startS + p * stepS));
}

/** Share of points that are missing, 0–1; 1 for an angle that was never measured. */
export function missingShare(deg: Float64Array | undefined): number {
  if (deg === undefined) return 1;
  let missing = 0;
  for (const value of deg) if (Number.isNaN(value)) missing++;
  return missing / deg.length;
}
