// Single frames in which a point jumps off its track and back.

import { median, quantile } from './robust.ts';

/** Three standard deviations: at two, true peaks of heel and toe are clipped (measured on markers). */
const LIMIT_SD = 3;

/**
 * Remove jumps: samples that lie far from the cubic through their two neighbours on each side.
 *
 * Source: Hampel identifier (Pearson 2002), applied to the residual of a local cubic instead of a local median.
 * Works: one or two wrong frames. True turns of a foot recur every stride, so the scale is taken from the 95th percentile of
 * the residuals as well as from their middle: what happens in 5 % of the frames is movement.
 * Fails: a point that stays wrong for more than two frames looks like a track (the leg repair's business).
 * @param values [samples] evenly spaced, NaN where missing
 * @returns [samples], NaN where missing or rejected
 */
export function rejectJumps(values: Float64Array): Float64Array {
  const out = Float64Array.from(values);
  for (const reach of [1, 2] as const) rejectAtReach(out, reach);
  return out;
}

/** Compares each sample with neighbours at ±reach and ±2·reach, so that reach 2 sees a pair of wrong frames. */
function rejectAtReach(out: Float64Array, reach: 1 | 2): void {
  const n = out.length;
  const residual = new Float64Array(n).fill(Number.NaN);
  for (let i = 2 * reach; i < n - 2 * reach; i++) {
    residual[i] = Math.abs(
      out[i]! - (4 * (out[i - reach]! + out[i + reach]!) - out[i - 2 * reach]! - out[i + 2 * reach]!) / 6,
    );
  }
  const sd = Math.max(1.4826 * median(residual), quantile(residual, 0.95) / 1.96);
  if (!(sd > 0)) return;
  for (let i = 0; i < n; i++) {
    const own = residual[i]!;
    if (own > LIMIT_SD * sd && isLargestNearby(residual, i, reach)) out[i] = Number.NaN;
  }
}

function isLargestNearby(residual: Float64Array, i: number, reach: number): boolean {
  for (let j = Math.max(0, i - reach); j <= Math.min(residual.length - 1, i + reach); j++) {
    if (residual[j]! > residual[i]!) return false;
  }
  return true;
}
