// What the list of frame times says of a film: its rate, whether the rate varies, how long it lasts.

/** Timestamps of ordinary films are rounded to 1 ms by some containers, so intervals may differ by that much. */
const ROUNDING_S = 0.00105;
/** Phone cameras of a steady rate jitter by a few percent; an interval further off than this is another rate or a gap. */
const STEADY_SHARE = 0.1;
/** A lost frame in a hundred, or two in a short clip, is a hiccup; more is a variable rate. */
const UNSTEADY_SHARE = 0.01;
const UNSTEADY_COUNT = 2;

export interface FrameRate {
  /** Middle interval as a rate, 1/s: the mean of the intervals close to the median one. */
  readonly rateHz: number;
  readonly variableRate: boolean;
  /** First frame's start to last frame's end, s. */
  readonly durationS: number;
}

/**
 * @param timeS presentation times, s, strictly ascending [frames ≥ 2]
 * @returns rate and span; the last frame is taken to last one middle interval
 */
export function measureRate(timeS: Float64Array): FrameRate {
  const gaps = timeS.slice(1).map((t, i) => t - (timeS[i] ?? t));
  const median = gaps.toSorted()[gaps.length >> 1] ?? Number.NaN;
  const close = gaps.filter((gap) => Math.abs(gap - median) <= Math.max(STEADY_SHARE * median, ROUNDING_S));
  const middle = close.reduce((sum, gap) => sum + gap, 0) / close.length;
  return {
    rateHz: 1 / middle,
    variableRate: gaps.length - close.length > Math.max(UNSTEADY_COUNT, UNSTEADY_SHARE * gaps.length),
    durationS: (timeS.at(-1) ?? 0) - (timeS[0] ?? 0) + middle,
  };
}

/** The same times without those that do not move forward, which no measurement could use. */
export function keepAscending(timeS: Iterable<number>): Float64Array {
  const kept: number[] = [];
  for (const t of timeS) if (t > (kept.at(-1) ?? Number.NEGATIVE_INFINITY)) kept.push(t);
  return Float64Array.from(kept);
}

/** Two times are the same frame when they agree to this, s: ffmpeg prints µs, and no camera takes frames that close. */
export const SAME_FRAME_S = 5e-6;

/**
 * Which frame of a table was shown at a given time.
 * @param timeS table, s, ascending [frames]
 * @returns its index, or null when the table has no frame at that time (or t is NaN)
 */
export function findFrame(timeS: Float64Array, t: number): number | null {
  let low = 0;
  let high = timeS.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeS[middle] ?? 0) < t - SAME_FRAME_S) low = middle + 1;
    else high = middle;
  }
  return Math.abs((timeS[low] ?? Number.NaN) - t) <= SAME_FRAME_S ? low : null;
}
