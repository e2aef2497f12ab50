// How long one stride lasts, from how well a signal repeats itself.

/**
 * The stride time: first strong peak of the autocorrelation.
 * Works: a leg's fore-aft swing, gaps included. Fails: fewer than about one and a half strides, or a signal that does not repeat.
 * @param values [samples] evenly spaced, NaN where missing
 * @param rateHz samples per second
 * @param shortestS,longestS the range searched, s
 * @returns the period in s and the correlation there (1 = repeats exactly); null when nothing repeats
 */
export function findPeriod(
  values: Float64Array,
  rateHz: number,
  shortestS: number,
  longestS: number,
): { readonly periodS: number; readonly correlation: number } | null {
  const centred = centre(values);
  const first = Math.max(2, Math.floor(shortestS * rateHz) - 1);
  const last = Math.min(values.length - 2, Math.ceil(longestS * rateHz) + 1);
  if (last - first < 2) return null;
  const correlation = new Float64Array(last + 1);
  let strongest = 0;
  for (let lag = first; lag <= last; lag++) {
    correlation[lag] = correlationAt(centred, lag);
    strongest = Math.max(strongest, correlation[lag]!);
  }
  for (let lag = first + 1; lag < last; lag++) {
    const c = correlation[lag]!;
    if (c < 0.8 * strongest || c < 0.3 || c < correlation[lag - 1]! || c < correlation[lag + 1]!) continue;
    const shift = 0.5 * (correlation[lag - 1]! - correlation[lag + 1]!);
    const curve = correlation[lag - 1]! - 2 * c + correlation[lag + 1]!;
    return { periodS: (lag + (curve < 0 ? shift / curve : 0)) / rateHz, correlation: c };
  }
  return null;
}

/** Mean taken off and gaps set to the mean (0), so that they weigh nothing. */
function centre(values: Float64Array): Float64Array {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  const mean = count > 0 ? sum / count : 0;
  return values.map((value) => (Number.isNaN(value) ? 0 : value - mean));
}

function correlationAt(values: Float64Array, lag: number): number {
  let product = 0;
  let early = 0;
  let late = 0;
  for (let i = lag; i < values.length; i++) {
    const a = values[i - lag]!;
    const b = values[i]!;
    if (a === 0 || b === 0) continue;
    product += a * b;
    early += a * a;
    late += b * b;
  }
  const scale = Math.sqrt(early * late);
  return scale > 0 ? product / scale : 0;
}
