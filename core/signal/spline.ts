// A smooth curve through samples at any times, so that an event can fall between two frames.

/** Natural cubic spline through every unbroken stretch of samples; between stretches there is no value. */
export interface Spline {
  /** Increasing times of all samples, s. */
  readonly timeS: Float64Array;
  readonly values: Float64Array;
  /** Second derivative at every sample. */
  readonly bend: Float64Array;
}

/**
 * Lay a cubic spline through a series.
 * @param timeS [samples] strictly increasing, s
 * @param values [samples], NaN where missing: the curve is broken there
 */
export function fitSpline(timeS: Float64Array, values: Float64Array): Spline {
  const n = values.length;
  const bend = new Float64Array(n);
  const scratch = new Float64Array(n);
  for (let from = 0; from < n; ) {
    while (from < n && Number.isNaN(values[from]!)) from++;
    let to = from;
    while (to < n && !Number.isNaN(values[to]!)) to++;
    if (to - from >= 3) solveBend(timeS, values, bend, scratch, from, to);
    from = to;
  }
  return { timeS, values, bend };
}

/** Natural ends: the tridiagonal system for the second derivatives of one stretch (Thomas algorithm). */
function solveBend(
  t: Float64Array,
  y: Float64Array,
  bend: Float64Array,
  scratch: Float64Array,
  from: number,
  to: number,
): void {
  scratch[from] = 0;
  bend[from] = 0;
  for (let i = from + 1; i < to - 1; i++) {
    const h0 = t[i]! - t[i - 1]!;
    const h1 = t[i + 1]! - t[i]!;
    const sig = h0 / (h0 + h1);
    const p = sig * bend[i - 1]! + 2;
    bend[i] = (sig - 1) / p;
    const jump = (y[i + 1]! - y[i]!) / h1 - (y[i]! - y[i - 1]!) / h0;
    scratch[i] = ((6 * jump) / (h0 + h1) - sig * scratch[i - 1]!) / p;
  }
  bend[to - 1] = 0;
  for (let i = to - 2; i > from; i--) bend[i] = bend[i]! * bend[i + 1]! + scratch[i]!;
}

/** The curve's value at a time; NaN outside the samples or in a gap. */
export function valueAt(spline: Spline, timeS: number): number {
  const i = intervalAt(spline.timeS, timeS);
  if (i < 0) return Number.NaN;
  const { timeS: t, values: y, bend } = spline;
  const h = t[i + 1]! - t[i]!;
  const a = (t[i + 1]! - timeS) / h;
  const b = 1 - a;
  return a * y[i]! + b * y[i + 1]! + (((a * a * a - a) * bend[i]! + (b * b * b - b) * bend[i + 1]!) * h * h) / 6;
}

/** The curve's slope per second at a time; NaN outside the samples or in a gap. */
export function slopeAt(spline: Spline, timeS: number): number {
  const i = intervalAt(spline.timeS, timeS);
  if (i < 0) return Number.NaN;
  const { timeS: t, values: y, bend } = spline;
  const h = t[i + 1]! - t[i]!;
  const a = (t[i + 1]! - timeS) / h;
  const b = 1 - a;
  return (y[i + 1]! - y[i]!) / h + (((1 - 3 * a * a) * bend[i]! + (3 * b * b - 1) * bend[i + 1]!) * h) / 6;
}

/** Index i with t[i] ≤ time ≤ t[i + 1], or −1: a guess from even spacing, then a short walk. */
function intervalAt(t: Float64Array, timeS: number): number {
  const last = t.length - 1;
  if (last < 1 || !(timeS >= t[0]!) || timeS > t[last]!) return -1;
  const guess = ((timeS - t[0]!) / (t[last]! - t[0]!)) * last;
  let i = Math.min(last - 1, Math.floor(guess));
  while (t[i]! > timeS) i--;
  while (t[i + 1]! < timeS) i++;
  return i;
}

/** Values of a curve at many times. [times], NaN outside the samples or in a gap. */
export function resample(spline: Spline, timesS: Float64Array): Float64Array {
  const out = new Float64Array(timesS.length);
  for (let i = 0; i < out.length; i++) out[i] = valueAt(spline, timesS[i]!);
  return out;
}
