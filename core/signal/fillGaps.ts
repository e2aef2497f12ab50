// Bridging short gaps in a track, and leaving long ones open.

/** Longest gap that is bridged, s (Stenum et al. 2021, interp1gap 0.120 s; Sports2D: fewer than 10 frames). */
const MAX_GAP_S = 0.12;

/**
 * Fill the gaps that are short in time with a cubic through the two samples on either side (a straight line's slope where
 * there is only one).
 * Works: a foot hidden for a few frames. Fails: a gap that hides a contact's whole turn is rounded, so it is kept short.
 * @param timeS [samples] increasing, s
 * @param values [samples], NaN where missing
 * @returns [samples]; gaps longer than maxGapS and gaps at either end stay NaN; the same array when nothing was filled
 */
export function fillGaps(timeS: Float64Array, values: Float64Array, maxGapS: number = MAX_GAP_S): Float64Array {
  const n = values.length;
  let out = values;
  let before = -1;
  for (let i = 0; i < n; i++) {
    if (Number.isNaN(values[i]!)) continue;
    // The gap is what is missing: the time from the last sample seen to the next, less one frame.
    if (before >= 0 && i - before > 1 && gapLengthS(timeS, before, i) <= maxGapS + 1e-9) {
      if (out === values) out = Float64Array.from(values);
      bridge(timeS, values, out, before, i);
    }
    before = i;
  }
  return out;
}

function gapLengthS(t: Float64Array, before: number, after: number): number {
  return ((t[after]! - t[before]!) * (after - before - 1)) / (after - before);
}

function bridge(t: Float64Array, y: Float64Array, out: Float64Array, before: number, after: number): void {
  const h = t[after]! - t[before]!;
  const slope0 = endSlope(t, y, before - 1, before, (y[after]! - y[before]!) / h);
  const slope1 = endSlope(t, y, after, after + 1, (y[after]! - y[before]!) / h);
  for (let i = before + 1; i < after; i++) {
    const u = (t[i]! - t[before]!) / h;
    const v = 1 - u;
    out[i] =
      y[before]! * (1 + 2 * u) * v * v +
      slope0 * h * u * v * v +
      y[after]! * (1 + 2 * v) * u * u -
      slope1 * h * v * u * u;
  }
}

function endSlope(t: Float64Array, y: Float64Array, i: number, j: number, otherwise: number): number {
  const slope = (y[j]! - y[i]!) / (t[j]! - t[i]!);
  return Number.isFinite(slope) ? slope : otherwise;
}
