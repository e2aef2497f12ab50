// Averages that a few wild values cannot move.

/**
 * The q-quantile of the finite values, linear between neighbours.
 * @param values any order, NaN ignored
 * @param q 0–1
 * @returns NaN when nothing is finite
 */
export function quantile(values: ArrayLike<number>, q: number): number {
  const kept = finite(values);
  const last = kept.length - 1;
  if (last < 0) return Number.NaN;
  const at = Math.min(last, Math.max(0, q * last));
  const low = Math.floor(at);
  const below = select(kept, low);
  if (at === low) return below;
  let above = Number.POSITIVE_INFINITY;
  for (let i = low + 1; i <= last; i++) if (kept[i]! < above) above = kept[i]!;
  return below + (at - low) * (above - below);
}

/** The middle of the finite values; NaN when there are none. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/**
 * Spread of the finite values around their median, scaled to equal the standard deviation of a normal distribution
 * (1.4826 × the median absolute deviation).
 * @returns NaN when nothing is finite
 */
export function robustSd(values: ArrayLike<number>): number {
  const middle = median(values);
  const off = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) off[i] = Math.abs(values[i]! - middle);
  return 1.4826 * median(off);
}

/** Room for one list at a time, kept: a new one for each of some thousand medians would cost more than the medians. */
let room = new Float64Array(0);

/** @returns a part of the room, good until the next call */
function finite(values: ArrayLike<number>): Float64Array {
  if (room.length < values.length) room = new Float64Array(2 * values.length);
  const kept = room;
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isFinite(value)) kept[n++] = value;
  }
  return kept.subarray(0, n);
}

/** Hoare's selection: afterwards values[k] is the k-th smallest and nothing after it is smaller. Reorders its argument. */
function select(values: Float64Array, k: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const swap = values[i]!;
      values[i++] = values[j]!;
      values[j--] = swap;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}
