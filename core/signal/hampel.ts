// Single frames in which a point jumps off its track and back.

import type { PointSeries } from '../types.ts';
import { median, quantile } from './robust.ts';

/** Three standard deviations: at two, true peaks of heel and toe are clipped (measured on markers). */
const LIMIT_SD = 3;

/** … or beyond twice what 5 % of the frames reach: quick turns of a foot at 24 fps go to 1.9 times. */
const LIMIT_TURNS = 2;

/**
 * Remove jumps: frames in which a point lies far from the cubic through its two neighbours on each side.
 *
 * Source: Hampel identifier (Pearson 2002), applied to the residual of a local cubic instead of a local median.
 * Works: one or two wrong frames. True turns of a foot recur every stride, so the scale is taken from the 95th percentile of
 * the residuals as well as from their middle: what happens in 5 % of the frames is movement.
 * Fails: a point that stays wrong for more than two frames looks like a track (the leg repair's business).
 * @param point [frames] about evenly spaced, NaN where missing
 * @param leastPx jumps shorter than this are noise and stay
 * @returns [frames], x and y NaN where missing or rejected; the same object when nothing was rejected
 */
export function rejectJumps(point: PointSeries, leastPx: number): PointSeries {
  // Pairs first, one frame and then the other: with reach 1 the good frames beside a pair stand out more than the pair.
  const withoutPairs = rejectAtReach(rejectAtReach(point, 2, leastPx), 2, leastPx);
  return rejectAtReach(withoutPairs, 1, leastPx);
}

/** Compares each frame with neighbours at ±reach and ±2·reach: reach 2 looks past a wrong frame beside it. */
function rejectAtReach(point: PointSeries, reach: 1 | 2, leastPx: number): PointSeries {
  const n = point.x.length;
  const off = new Float64Array(n).fill(Number.NaN);
  let furthest = 0;
  for (let i = 2 * reach; i < n - 2 * reach; i++) {
    const dx = fromCubic(point.x, i, reach);
    const dy = fromCubic(point.y, i, reach);
    off[i] = Math.sqrt(dx * dx + dy * dy);
    if (off[i]! > furthest) furthest = off[i]!;
  }
  if (furthest <= leastPx) return point;
  const limit = Math.max(leastPx, LIMIT_SD * 1.4826 * median(off), LIMIT_TURNS * quantile(off, 0.95));
  if (furthest <= limit) return point;
  const x = Float64Array.from(point.x);
  const y = Float64Array.from(point.y);
  for (let i = 0; i < n; i++) {
    if (!(off[i]! > limit) || !isLargestNearby(off, i, reach)) continue;
    x[i] = Number.NaN;
    y[i] = Number.NaN;
  }
  return { x, y };
}

function fromCubic(values: Float64Array, i: number, reach: number): number {
  const near = values[i - reach]! + values[i + reach]!;
  return values[i]! - (4 * near - values[i - 2 * reach]! - values[i + 2 * reach]!) / 6;
}

function isLargestNearby(off: Float64Array, i: number, reach: number): boolean {
  for (let j = Math.max(0, i - reach); j <= Math.min(off.length - 1, i + reach); j++) {
    if (off[j]! > off[i]!) return false;
  }
  return true;
}
