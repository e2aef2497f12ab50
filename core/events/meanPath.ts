// The mean path of a foot around one kind of event, and how early or late each stride ran along it.

import { median } from '../signal/robust.ts';
import { curveAt, curveSlopeAt, fitSmoothCurves, type SmoothCurve } from '../signal/smoothingSpline.ts';
import type { PointSeries } from '../types.ts';

/** A point's mean path: x and y against the time from the event. */
export interface MeanPoint {
  readonly x: SmoothCurve;
  readonly y: SmoothCurve;
}

/** One stride laid on the mean path. */
export interface Laid {
  /** Time of the mean path's zero in this stride, s; NaN when the stride could not be laid on it. */
  readonly zeroS: number;
  /** Standard error of that time from the scatter of the points, s. */
  readonly sigmaS: number;
  /** Scatter of the stride's points around the mean path, in standard deviations, or against the middle stride where that scatters more (1 = as usual). */
  readonly misfit: number;
}

export interface MeanPath {
  readonly points: readonly MeanPoint[];
  readonly fromS: number;
  readonly toS: number;
  /** One for each event given. */
  readonly strides: readonly Laid[];
  /** Longest stretch of the path without a sample, s. */
  readonly widestGapS: number;
}

/**
 * Knots of the mean path, s: resolves 20 Hz when there are samples enough; never closer than this share of the widest hole between samples, or the
 * path swings in it.
 */
const KNOT_S = 0.0125;
const KNOT_GAPS = 0.8;

/** Rounds of fitting the path and laying the strides on it; a third moves nothing by a tenth of a millisecond. */
const ROUNDS = 2;

/** A stride is moved at most so far from where it was first put, s. */
const FURTHEST_S = 0.045;

/** Points further from the path than this many standard deviations pull less (Huber). */
const HUBER = 2;

/** Scatter around the path is taken to be at least this share of the longest path: half a millimetre or so. */
const LEAST_SD = 0.001;

/** Strides needed for a mean path, and samples needed to lay a stride on it. */
const LEAST_STRIDES = 4;
const LEAST_SAMPLES = 3;

interface Cut {
  /** Stride number, time from its event (s) and frame of every sample. */
  readonly stride: Int32Array;
  readonly frame: Int32Array;
  readonly count: number;
}

interface State {
  readonly zeroS: Float64Array;
  readonly offsetX: Float64Array;
  readonly offsetY: Float64Array;
  readonly sigmaS: Float64Array;
  readonly misfit: Float64Array;
  readonly samples: Int32Array;
}

/**
 * Lay many strides over each other around one event, fit the mean path of every point, and move each stride in time (and the
 * runner along the belt) until it lies on the path; repeat.
 *
 * Source: curve registration by a shift (Ramsay & Silverman 2005, ch. 7); ours in detail.
 * Works: every frame rate, since the frames of a film fall on other moments of every stride: 40 strides at 30 fps sample the
 * path every millisecond. Uses the unfiltered points, so no filter rounds the contact off.
 * Fails: fewer than four strides; a stride in step with the frame rate (see widestGapS); a leg that moves differently each time.
 * @param timeS [frames] s
 * @param points of one leg, unfiltered, sagittal, px
 * @param eventsS first guesses, s
 * @param placeX where the foot stood along the belt at each guess, px: a first offset
 * @returns null with fewer than four events
 */
export function fitMeanPath(
  timeS: Float64Array,
  points: readonly PointSeries[],
  eventsS: readonly number[],
  placeX: readonly number[],
  fromS: number,
  toS: number,
): MeanPath | null {
  if (eventsS.length < LEAST_STRIDES) return null;
  const cut = cutOut(timeS, eventsS, fromS - FURTHEST_S, toS + FURTHEST_S);
  const state: State = {
    zeroS: Float64Array.from(eventsS),
    offsetX: Float64Array.from(placeX),
    offsetY: new Float64Array(eventsS.length),
    sigmaS: new Float64Array(eventsS.length).fill(Number.NaN),
    misfit: new Float64Array(eventsS.length).fill(Number.NaN),
    samples: new Int32Array(eventsS.length),
  };
  const weights = points.map(() => new Float64Array(cut.count).fill(1));
  const knotS = Math.max(KNOT_S, KNOT_GAPS * widestGap(timeS, cut, state, fromS, toS));
  const span = { fromS, toS, knotS };
  let mean = meanPoints(timeS, points, cut, state, weights, span, null);
  for (let round = 0; round < ROUNDS; round++) {
    layStrides(timeS, points, cut, state, mean, eventsS, fromS, toS, weights);
    // How smooth the path is, is found anew once, when the strides have been laid on it.
    mean = meanPoints(timeS, points, cut, state, weights, span, round === 0 ? null : mean);
  }
  const usual = Math.max(1, median(state.misfit));
  return {
    points: mean.curves,
    fromS,
    toS,
    strides: eventsS.map((_, k) => ({
      zeroS: state.samples[k]! >= LEAST_SAMPLES ? state.zeroS[k]! : Number.NaN,
      sigmaS: state.sigmaS[k]!,
      misfit: state.misfit[k]! / usual,
    })),
    widestGapS: widestGap(timeS, cut, state, fromS, toS),
  };
}

function cutOut(timeS: Float64Array, eventsS: readonly number[], fromS: number, toS: number): Cut {
  const strides: number[] = [];
  const frames: number[] = [];
  for (const [k, event] of eventsS.entries()) {
    for (let i = firstAfter(timeS, event + fromS); i < timeS.length && timeS[i]! <= event + toS; i++) {
      strides.push(k);
      frames.push(i);
    }
  }
  return { stride: Int32Array.from(strides), frame: Int32Array.from(frames), count: frames.length };
}

function firstAfter(timeS: Float64Array, t: number): number {
  let low = 0;
  let high = timeS.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeS[middle]! < t) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Fitted {
  readonly curves: readonly MeanPoint[];
  /** Scatter of x and y around the path, px. [points × 2] */
  readonly sd: readonly (readonly [number, number])[];
  readonly smoothness: readonly (readonly [number, number])[];
}

interface Span {
  readonly fromS: number;
  readonly toS: number;
  readonly knotS: number;
}

function meanPoints(
  timeS: Float64Array,
  points: readonly PointSeries[],
  cut: Cut,
  state: State,
  weights: readonly Float64Array[],
  { fromS, toS, knotS }: Span,
  before: Fitted | null,
): Fitted {
  const curves: MeanPoint[] = [];
  const sd: [number, number][] = [];
  const smoothness: [number, number][] = [];
  let longest = 0;
  const at = new Float64Array(cut.count);
  for (let s = 0; s < cut.count; s++) at[s] = timeS[cut.frame[s]!]! - state.zeroS[cut.stride[s]!]!;
  for (const [p, point] of points.entries()) {
    const x = new Float64Array(cut.count);
    const y = new Float64Array(cut.count);
    const weight = new Float64Array(cut.count);
    let lowest = Number.POSITIVE_INFINITY;
    let highest = Number.NEGATIVE_INFINITY;
    for (let s = 0; s < cut.count; s++) {
      const value = point.x[cut.frame[s]!]!;
      if (Number.isNaN(value) || at[s]! < fromS || at[s]! > toS) continue;
      x[s] = value - state.offsetX[cut.stride[s]!]!;
      if (x[s]! < lowest) lowest = x[s]!;
      if (x[s]! > highest) highest = x[s]!;
      y[s] = point.y[cut.frame[s]!]! - state.offsetY[cut.stride[s]!]!;
      weight[s] = weights[p]![s]!;
    }
    const [fitX, fitY] = fitSmoothCurves(
      { timeS: at, weight, values: [x, y] },
      fromS,
      toS,
      knotS,
      before?.smoothness[p],
    );
    curves.push({ x: fitX!.curve, y: fitY!.curve });
    sd.push([fitX!.residualSd, fitY!.residualSd]);
    longest = Math.max(longest, highest - lowest);
    smoothness.push([fitX!.smoothness, fitY!.smoothness]);
  }
  const least = LEAST_SD * longest;
  return { curves, sd: sd.map(([x, y]) => [Math.max(least, x), Math.max(least, y)] as const), smoothness };
}

/** One Gauss–Newton step for every stride's time and place, and the weight each sample deserves. */
function layStrides(
  timeS: Float64Array,
  points: readonly PointSeries[],
  cut: Cut,
  state: State,
  mean: Fitted,
  eventsS: readonly number[],
  fromS: number,
  toS: number,
  weights: readonly Float64Array[],
): void {
  for (let k = 0, s0 = 0; k < eventsS.length; k++) {
    let s1 = s0;
    while (s1 < cut.count && cut.stride[s1] === k) s1++;
    // Normal equations for time, x and y: [tt, tx, ty, xx, yy | t, x, y]
    const n = new Float64Array(8);
    let seen = 0;
    let squares = 0;
    let values = 0;
    for (let s = s0; s < s1; s++) {
      const frame = cut.frame[s]!;
      const at = timeS[frame]! - state.zeroS[k]!;
      if (at < fromS || at > toS) continue;
      let any = false;
      for (let p = 0; p < points.length; p++) {
        const x = points[p]!.x[frame]!;
        if (Number.isNaN(x)) continue;
        any = true;
        const sdX = mean.sd[p]![0];
        const sdY = mean.sd[p]![1];
        const offX = (x - state.offsetX[k]! - curveAt(mean.curves[p]!.x, at)) / sdX;
        const offY = (points[p]!.y[frame]! - state.offsetY[k]! - curveAt(mean.curves[p]!.y, at)) / sdY;
        const off = Math.sqrt(offX * offX + offY * offY);
        const weight = off > HUBER ? HUBER / off : 1;
        weights[p]![s] = weight;
        // Later by dt: the sample lies dt earlier on the path, so the path there is lower by slope·dt.
        addRow(n, -curveSlopeAt(mean.curves[p]!.x, at) / sdX, 1 / sdX, 0, offX, weight);
        addRow(n, -curveSlopeAt(mean.curves[p]!.y, at) / sdY, 0, 1 / sdY, offY, weight);
        squares += offX * offX + offY * offY;
        values += 2;
      }
      if (any) seen++;
    }
    state.samples[k] = seen;
    state.misfit[k] = values > 0 ? Math.sqrt(squares / values) : Number.NaN;
    if (seen >= LEAST_SAMPLES) stepStride(n, state, k, eventsS[k]!);
    s0 = s1;
  }
}

function addRow(n: Float64Array, dt: number, dx: number, dy: number, off: number, weight: number): void {
  n[0]! += weight * dt * dt;
  n[1]! += weight * dt * dx;
  n[2]! += weight * dt * dy;
  n[3]! += weight * dx * dx;
  n[4]! += weight * dy * dy;
  n[5]! += weight * dt * off;
  n[6]! += weight * dx * off;
  n[7]! += weight * dy * off;
}

function stepStride(n: Float64Array, state: State, k: number, guessS: number): void {
  const [tt, tx, ty, xx, yy, t, x, y] = n as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // Eliminate both offsets; what is left testifies about time alone.
  const about = tt - (tx * tx) / xx - (ty * ty) / yy;
  if (!(about > 0)) return;
  const wanted = (t - (tx * x) / xx - (ty * y) / yy) / about;
  const step = Math.min(guessS + FURTHEST_S, Math.max(guessS - FURTHEST_S, state.zeroS[k]! + wanted)) - state.zeroS[k]!;
  state.zeroS[k]! += step;
  state.offsetX[k]! += (x - tx * step) / xx;
  state.offsetY[k]! += (y - ty * step) / yy;
  state.sigmaS[k] = 1 / Math.sqrt(about);
}

function widestGap(timeS: Float64Array, cut: Cut, state: State, fromS: number, toS: number): number {
  const at: number[] = [fromS, toS];
  for (let s = 0; s < cut.count; s++) {
    const t = timeS[cut.frame[s]!]! - state.zeroS[cut.stride[s]!]!;
    if (t > fromS && t < toS) at.push(t);
  }
  const sorted = Float64Array.from(at).sort();
  let widest = 0;
  for (let i = 1; i < sorted.length; i++) widest = Math.max(widest, sorted[i]! - sorted[i - 1]!);
  return widest;
}
