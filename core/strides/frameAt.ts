// Finding a frame by its time.

/** Index of the first frame at or after a time, by bisection; the number of frames when there is none. */
export function firstFrameAt(timeS: Float64Array, atS: number): number {
  let low = 0;
  let high = timeS.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeS[middle]! < atS) low = middle + 1;
    else high = middle;
  }
  return low;
}
