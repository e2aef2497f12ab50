// One smooth curve through many noisy samples at any times, as smooth as the samples themselves ask for.

/** A cubic B-spline on even knots. */
export interface SmoothCurve {
  readonly fromS: number;
  readonly knotS: number;
  /** [intervals + 3] */
  readonly weights: Float64Array;
}

/** Samples of one curve. [samples] each; weight 0 leaves a sample out. */
export interface Samples {
  readonly timeS: Float64Array;
  readonly weight: Float64Array;
  readonly values: readonly Float64Array[];
}

/** Half bandwidth of a cubic B-spline's normal equations, and of the third-difference penalty. */
const BAND = 4;

/** Smoothness tried, relative to the data: every factor of three from free to nearly a parabola. */
const SMOOTHNESS = Float64Array.from({ length: 13 }, (_, i) => 10 ** (-3 + i / 2));

/** Where the search for the smoothness begins: a tenth, usual for a foot's path in some pixels of noise. */
const MIDDLE = 4;

/** Extra weight on each degree of freedom in the criterion: a little smoother than plain GCV, which under-smooths. */
const CAUTION = 1.4;

export interface FittedCurve {
  readonly curve: SmoothCurve;
  /** Standard deviation of the samples around the curve. */
  readonly residualSd: number;
  /** Which smoothness was taken, to be given again to a later fit of nearly the same samples. */
  readonly smoothness: number;
}

/**
 * Fit smooth curves through samples taken at the same times (x and y of a point).
 * Source: penalised B-splines (Eilers & Marx 1996), third differences, smoothness by generalised cross-validation (Wahba),
 * each degree of freedom counted 1.4 times (Gu 2013).
 * Works: samples of many strides laid over each other, in any order. Fails: a stretch longer than some knots without samples
 * is bridged by a parabola (check the coverage first).
 * @param knotS distance of the knots, s
 * @param smoothness for each value series the smoothness an earlier fit took; left out = find it
 * @returns one curve per value series
 */
export function fitSmoothCurves(
  samples: Samples,
  fromS: number,
  toS: number,
  knotS: number,
  smoothness?: readonly number[],
): FittedCurve[] {
  const intervals = Math.max(4, Math.ceil((toS - fromS) / knotS));
  const step = (toS - fromS) / intervals;
  const size = intervals + 3;
  const basis = basisOf(samples.timeS, fromS, step, intervals);
  const gram = gramOf(basis, samples.weight, size);
  const penalty = penaltyOf(size);
  const scale = traceOf(gram, size) / traceOf(penalty, size);
  let count = 0;
  for (const weight of samples.weight) count += weight;
  const solvers: Solver[] = [];
  const solver = (choice: number): Solver => {
    solvers[choice] ??= solverOf(gram, penalty, SMOOTHNESS[choice]! * scale, size);
    return solvers[choice];
  };
  return samples.values.map((values, v) => {
    const right = rightSide(basis, samples.weight, values, size);
    const squares = weightedSquares(samples.weight, values);
    const attempt = (choice: number): Attempt => {
      const { factor, freedom } = solver(choice);
      const weights = solve(factor, right, size);
      const rss = Math.max(0, squares + quadratic(gram, weights, size) - 2 * dot(right, weights));
      const left = count - CAUTION * freedom;
      const score = left > 0 ? rss / (left * left) : Number.POSITIVE_INFINITY;
      return { score, weights, sd: Math.sqrt(rss / Math.max(1, count - freedom)), choice };
    };
    const best = smoothness === undefined ? leastScore(attempt) : attempt(smoothness[v]!);
    return { curve: { fromS, knotS: step, weights: best.weights }, residualSd: best.sd, smoothness: best.choice };
  });
}

interface Attempt {
  readonly score: number;
  readonly weights: Float64Array;
  readonly sd: number;
  readonly choice: number;
}

/** Downhill from the middle: the criterion has one valley. */
function leastScore(attempt: (choice: number) => Attempt): Attempt {
  let best = attempt(MIDDLE);
  for (const step of [1, -1]) {
    let next = best.choice + step;
    while (next >= 0 && next < SMOOTHNESS.length) {
      const tried = attempt(next);
      if (tried.score >= best.score) break;
      best = tried;
      next += step;
    }
    if (best.choice !== MIDDLE) break;
  }
  return best;
}

interface Solver {
  readonly factor: Float64Array;
  /** Effective number of parameters. */
  readonly freedom: number;
}

function solverOf(gram: Float64Array, penalty: Float64Array, strength: number, size: number): Solver {
  const factor = factorise(gram, penalty, strength, size);
  return { factor, freedom: freedomOf(factor, gram, size) };
}

/** The curve's value at a time; outside its ends it goes on as its last piece. */
export function curveAt(curve: SmoothCurve, timeS: number): number {
  const { weights: w, knotS } = curve;
  const u = (timeS - curve.fromS) / knotS;
  const i = Math.min(w.length - 4, Math.max(0, Math.floor(u)));
  const f = u - i;
  const g = 1 - f;
  return (
    (g * g * g * w[i]! +
      (3 * f * f * f - 6 * f * f + 4) * w[i + 1]! +
      (3 * g * g * g - 6 * g * g + 4) * w[i + 2]! +
      f * f * f * w[i + 3]!) /
    6
  );
}

/** The curve's slope per second at a time. */
export function curveSlopeAt(curve: SmoothCurve, timeS: number): number {
  const { weights: w, knotS } = curve;
  const u = (timeS - curve.fromS) / knotS;
  const i = Math.min(w.length - 4, Math.max(0, Math.floor(u)));
  const f = u - i;
  const g = 1 - f;
  return (
    (-g * g * w[i]! + (3 * f * f - 4 * f) * w[i + 1]! + (4 * g - 3 * g * g) * w[i + 2]! + f * f * w[i + 3]!) /
    (2 * knotS)
  );
}

interface Basis {
  /** First of the four splines that are not zero at each sample. [samples] */
  readonly first: Int32Array;
  /** Their values. [samples × 4] */
  readonly value: Float64Array;
}

function basisOf(timeS: Float64Array, fromS: number, step: number, intervals: number): Basis {
  const first = new Int32Array(timeS.length);
  const value = new Float64Array(4 * timeS.length);
  for (let s = 0; s < timeS.length; s++) {
    const u = (timeS[s]! - fromS) / step;
    const i = Math.min(intervals - 1, Math.max(0, Math.floor(u)));
    const f = u - i;
    const g = 1 - f;
    first[s] = i;
    value[4 * s] = (g * g * g) / 6;
    value[4 * s + 1] = (3 * f * f * f - 6 * f * f + 4) / 6;
    value[4 * s + 2] = (3 * g * g * g - 6 * g * g + 4) / 6;
    value[4 * s + 3] = (f * f * f) / 6;
  }
  return { first, value };
}

/** Symmetric band matrix: entry [i × BAND + d] couples i and i + d. */
function gramOf(basis: Basis, weight: Float64Array, size: number): Float64Array {
  const gram = new Float64Array(size * BAND);
  for (let s = 0; s < weight.length; s++) {
    const w = weight[s]!;
    if (w === 0) continue;
    const i = basis.first[s]!;
    for (let a = 0; a < 4; a++) {
      const wa = w * basis.value[4 * s + a]!;
      for (let b = a; b < 4; b++) gram[(i + a) * BAND + b - a]! += wa * basis.value[4 * s + b]!;
    }
  }
  return gram;
}

/** Squared third differences of neighbouring weights. */
function penaltyOf(size: number): Float64Array {
  const penalty = new Float64Array(size * BAND);
  const difference = [-1, 3, -3, 1];
  for (let i = 0; i + 3 < size; i++) {
    for (let a = 0; a < 4; a++) {
      for (let b = a; b < 4; b++) penalty[(i + a) * BAND + b - a]! += difference[a]! * difference[b]!;
    }
  }
  return penalty;
}

function traceOf(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += matrix[i * BAND]!;
  return sum;
}

/** Cholesky factor of gram + strength × penalty, in the same band layout: [i × BAND + d] is L(i + d, i). */
function factorise(gram: Float64Array, penalty: Float64Array, strength: number, size: number): Float64Array {
  const factor = gram.map((value, at) => value + strength * penalty[at]!);
  // A hair of ridge keeps knots without any sample solvable.
  const ridge = 1e-9 * (traceOf(gram, size) / size + strength);
  for (let i = 0; i < size; i++) {
    let pivot = factor[i * BAND]! + ridge;
    for (let k = Math.max(0, i - BAND + 1); k < i; k++) pivot -= factor[k * BAND + i - k]! ** 2;
    pivot = Math.sqrt(Math.max(pivot, ridge));
    factor[i * BAND] = pivot;
    for (let d = 1; d < BAND && i + d < size; d++) {
      let value = factor[i * BAND + d]!;
      for (let k = Math.max(0, i + d - BAND + 1); k < i; k++) {
        value -= factor[k * BAND + i - k]! * factor[k * BAND + i + d - k]!;
      }
      factor[i * BAND + d] = value / pivot;
    }
  }
  return factor;
}

function solve(factor: Float64Array, right: Float64Array, size: number): Float64Array {
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    let value = x[i]!;
    for (let k = Math.max(0, i - BAND + 1); k < i; k++) value -= factor[k * BAND + i - k]! * x[k]!;
    x[i] = value / factor[i * BAND]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let value = x[i]!;
    for (let d = 1; d < BAND && i + d < size; d++) value -= factor[i * BAND + d]! * x[i + d]!;
    x[i] = value / factor[i * BAND]!;
  }
  return x;
}

/**
 * Effective number of parameters: the trace of (gram + penalty)⁻¹ · gram. Only the band of the inverse is needed, built from
 * its last row upwards (Hutchinson & de Hoog 1985).
 */
function freedomOf(factor: Float64Array, gram: Float64Array, size: number): number {
  const inverse = new Float64Array(size * BAND);
  let trace = 0;
  for (let i = size - 1; i >= 0; i--) {
    const pivot = factor[i * BAND]!;
    const last = Math.min(size - 1, i + BAND - 1);
    for (let j = last; j >= i; j--) {
      let value = j === i ? 1 / (pivot * pivot) : 0;
      for (let k = i + 1; k <= last; k++) {
        const low = Math.min(k, j);
        const high = Math.max(k, j);
        if (high - low < BAND) value -= (factor[i * BAND + k - i]! / pivot) * inverse[low * BAND + high - low]!;
      }
      inverse[i * BAND + j - i] = value;
    }
    trace += inverse[i * BAND]! * gram[i * BAND]!;
    for (let d = 1; d < BAND && i + d < size; d++) trace += 2 * inverse[i * BAND + d]! * gram[i * BAND + d]!;
  }
  return trace;
}

function rightSide(basis: Basis, weight: Float64Array, values: Float64Array, size: number): Float64Array {
  const right = new Float64Array(size);
  for (let s = 0; s < weight.length; s++) {
    const wv = weight[s]! * values[s]!;
    if (weight[s] === 0) continue;
    for (let a = 0; a < 4; a++) right[basis.first[s]! + a]! += wv * basis.value[4 * s + a]!;
  }
  return right;
}

function weightedSquares(weight: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let s = 0; s < weight.length; s++) sum += weight[s]! * values[s]! * values[s]!;
  return sum;
}

function quadratic(matrix: Float64Array, vector: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    sum += matrix[i * BAND]! * vector[i]! * vector[i]!;
    for (let d = 1; d < BAND && i + d < size; d++) sum += 2 * matrix[i * BAND + d]! * vector[i]! * vector[i + d]!;
  }
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
