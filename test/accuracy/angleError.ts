// How far a measured angle is from the true one.

export interface AngleError {
  /** Root mean square, degrees; NaN when nothing was measured. */
  readonly rmse: number;
  /** Mean of measured minus true, degrees. */
  readonly bias: number;
  /** Root mean square when the bias is taken out, degrees. */
  readonly afterOffset: number;
  /** Share of the samples that were measured, 0–1. */
  readonly seen: number;
}

/**
 * Compare two series of the same moments.
 * @param measured,truth [samples] degrees; samples that are NaN in either are left out
 */
export function angleError(measured: ArrayLike<number>, truth: ArrayLike<number>): AngleError {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < truth.length; i++) {
    const off = wrapped(measured[i]! - truth[i]!);
    if (Number.isNaN(off)) continue;
    n++;
    sum += off;
    squares += off * off;
  }
  const bias = sum / n;
  return {
    rmse: Math.sqrt(squares / n),
    bias,
    afterOffset: Math.sqrt(Math.max(0, squares / n - bias * bias)),
    seen: n / truth.length,
  };
}

/** A difference of directions as −180…180°. */
function wrapped(deg: number): number {
  return deg - 360 * Math.round(deg / 360);
}
