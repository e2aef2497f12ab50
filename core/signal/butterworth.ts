// A low-pass that shifts nothing in time and passes 0.707 at exactly the stated frequency.

/**
 * Correction for running a second-order Butterworth twice (Winter 2009): (√2 − 1)^¼. It belongs on the warped frequency
 * tan(π·fc/fs); dividing fc itself gives a gain of 0.78 at 30 fps and 6 Hz, and 0.95 at 30 fps and 10 Hz.
 */
const TWO_PASS = (Math.SQRT2 - 1) ** 0.25;

/**
 * Low-pass one evenly sampled series, forwards and backwards (net fourth order, no delay).
 * Source: Winter, Biomechanics and Motor Control of Human Movement, 4th ed. 2009, ch. 3.
 * Works: every frame rate; each stretch between missing samples is filtered by itself, its ends padded by odd reflection.
 * Fails: a stretch shorter than four samples is returned as it is; impacts sharper than the cut-off are rounded.
 * @param values [samples], NaN where missing
 * @param rateHz samples per second
 * @param cutoffHz frequency at which the gain is 0.707; at or above half the rate nothing is filtered
 * @returns [samples], NaN where the input was
 */
export function lowPass(values: Float64Array, rateHz: number, cutoffHz: number): Float64Array {
  const out = Float64Array.from(values);
  if (cutoffHz >= rateHz / 2) return out;
  const coefficients = section(rateHz, cutoffHz);
  const pad = Math.ceil((3 * rateHz) / cutoffHz);
  for (let from = 0; from < out.length; ) {
    while (from < out.length && Number.isNaN(out[from]!)) from++;
    let to = from;
    while (to < out.length && !Number.isNaN(out[to]!)) to++;
    if (to - from >= 4) filterStretch(out, from, to, coefficients, pad);
    from = to;
  }
  return out;
}

interface Section {
  readonly a0: number;
  readonly b1: number;
  readonly b2: number;
}

function section(rateHz: number, cutoffHz: number): Section {
  const w = Math.tan((Math.PI * cutoffHz) / rateHz) / TWO_PASS;
  const k1 = Math.SQRT2 * w;
  const k2 = w * w;
  const a0 = k2 / (1 + k1 + k2);
  const b1 = (2 * a0 * (1 - k2)) / k2;
  return { a0, b1, b2: 1 - 4 * a0 - b1 };
}

function filterStretch(out: Float64Array, from: number, to: number, s: Section, wantedPad: number): void {
  const n = to - from;
  const pad = Math.min(wantedPad, n - 1);
  const work = new Float64Array(n + 2 * pad);
  const first = out[from]!;
  const last = out[to - 1]!;
  for (let i = 0; i < pad; i++) {
    work[i] = 2 * first - out[from + pad - i]!;
    work[pad + n + i] = 2 * last - out[to - 2 - i]!;
  }
  work.set(out.subarray(from, to), pad);
  onePass(work, s);
  work.reverse();
  onePass(work, s);
  work.reverse();
  out.set(work.subarray(pad, pad + n), from);
}

/** Starts settled on the first sample, so that a constant stays a constant. */
function onePass(work: Float64Array, { a0, b1, b2 }: Section): void {
  let x1 = work[0]!;
  let x2 = x1;
  let y1 = x1;
  let y2 = x1;
  for (let i = 0; i < work.length; i++) {
    const x = work[i]!;
    const y = a0 * (x + 2 * x1 + x2) + b1 * y1 + b2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    work[i] = y;
  }
}
