// Each stride of each angle on its own 0–100 %, so that strides can be laid on top of one another.

import { fitSpline, type Spline } from '../signal/spline.ts';
import type { AngleChannel, ChannelId } from '../types.ts';
import { type CutStride, durationS } from './cutStrides.ts';
import { firstFrameAt } from './frameAt.ts';

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
    const places = placesOf(timeS, stride);
    const own = splines.filter(({ channel }) => channel.side === null || channel.side === stride.side);
    return { stride, deg: new Map(own.map(({ channel, spline }) => [channel.id, readAt(spline, places)])) };
  });
}

/** Where the 101 points of a stride lie between frames; found once, read for every angle. */
interface Places {
  /** Frame before each point, −1 outside the film. */
  readonly frame: Int32Array;
  /** How far each point is on the way to the next frame, 0–1. */
  readonly share: Float64Array;
  /** Squared frame interval, s². */
  readonly squareS2: Float64Array;
}

function placesOf(timeS: Float64Array, stride: CutStride): Places {
  const stepS = durationS(stride) / (CURVE_POINTS - 1);
  const frame = new Int32Array(CURVE_POINTS).fill(-1);
  const share = new Float64Array(CURVE_POINTS);
  const squareS2 = new Float64Array(CURVE_POINTS);
  let i = Math.max(0, firstFrameAt(timeS, stride.startS) - 1);
  for (let p = 0; p < CURVE_POINTS; p++) {
    const atS = stride.startS + p * stepS;
    while (i < timeS.length - 2 && timeS[i + 1]! < atS) i++;
    if (!(atS >= timeS[i]! && atS <= timeS[i + 1]!)) continue;
    const widthS = timeS[i + 1]! - timeS[i]!;
    frame[p] = i;
    share[p] = (atS - timeS[i]!) / widthS;
    squareS2[p] = widthS * widthS;
  }
  return { frame, share, squareS2 };
}

/** The spline's value at each place, NaN where it is broken. */
function readAt({ values, bend }: Spline, { frame, share, squareS2 }: Places): Float64Array {
  const out = new Float64Array(CURVE_POINTS);
  for (let p = 0; p < CURVE_POINTS; p++) {
    const i = frame[p]!;
    const b = share[p]!;
    const a = 1 - b;
    const curve = (a * a * a - a) * bend[i]! + (b * b * b - b) * bend[i + 1]!;
    out[p] = i < 0 ? Number.NaN : a * values[i]! + b * values[i + 1]! + (curve * squareS2[p]!) / 6;
  }
  return out;
}

/** Share of points that are missing, 0–1; 1 for an angle that was never measured. */
export function missingShare(deg: Float64Array | undefined): number {
  if (deg === undefined) return 1;
  let missing = 0;
  for (const value of deg) if (Number.isNaN(value)) missing++;
  return missing / deg.length;
}
