// Films whose frames are not evenly spaced, brought on to an even clock and back.

import { median } from './robust.ts';
import { fitSpline, resample } from './spline.ts';

/** Frame intervals that differ by less than this share of their median count as even: timestamps are rounded to 1 ms or 1/90 ms. */
const EVEN_SHARE = 0.05;

export interface FrameClock {
  /** Frames per second of the even clock. */
  readonly rateHz: number;
  readonly isEven: boolean;
  /** Times of the even clock, s; the frames' own times when they are even. */
  readonly evenS: Float64Array;
}

/**
 * The even clock nearest to the frames' own times.
 * @param timeS [frames] strictly increasing, s
 */
export function frameClock(timeS: Float64Array): FrameClock {
  const n = timeS.length;
  if (n < 2) return { rateHz: Number.NaN, isEven: true, evenS: timeS };
  const steps = new Float64Array(n - 1);
  for (let i = 1; i < n; i++) steps[i - 1] = timeS[i]! - timeS[i - 1]!;
  const stepS = median(steps);
  const meanS = (timeS[n - 1]! - timeS[0]!) / (n - 1);
  let widest = 0;
  for (const step of steps) widest = Math.max(widest, Math.abs(step - stepS));
  // Rounded timestamps have a mean that is truer than their median, as long as no frame is missing.
  if (widest <= Math.max(EVEN_SHARE * stepS, 0.0011)) return { rateHz: 1 / meanS, isEven: true, evenS: timeS };
  const count = Math.round((timeS[n - 1]! - timeS[0]!) / stepS) + 1;
  const evenS = Float64Array.from({ length: count }, (_, i) => Math.min(timeS[n - 1]!, timeS[0]! + i * stepS));
  return { rateHz: 1 / stepS, isEven: false, evenS };
}

/**
 * Apply something that needs even samples to a series that may be uneven.
 * @param values [frames]
 * @returns [frames], NaN where the input was
 */
export function onEvenClock(
  clock: FrameClock,
  timeS: Float64Array,
  values: Float64Array,
  work: (even: Float64Array) => Float64Array,
): Float64Array {
  if (clock.isEven) return work(values);
  const even = resample(fitSpline(timeS, values), clock.evenS);
  const back = resample(fitSpline(clock.evenS, work(even)), timeS);
  for (let i = 0; i < back.length; i++) if (Number.isNaN(values[i]!)) back[i] = Number.NaN;
  return back;
}
