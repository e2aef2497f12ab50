// The body in an exercise: from where it is seen, how long its leg is, and whether it walks instead.

import { toSagittal } from '../events/toSagittal.ts';
import { LANDMARK } from '../landmarks.ts';
import { lowPass } from '../signal/butterworth.ts';
import type { CleanResult } from '../signal/cleanPose.ts';
import { type FrameClock, frameClock, onEvenClock } from '../signal/evenTime.ts';
import { median, quantile } from '../signal/robust.ts';
import { type CleanPose, type LegSeries, type PointSeries, type SagittalBody, SIDES, type Side } from '../types.ts';
import type { ExerciseView } from './exerciseTypes.ts';

export interface ExerciseBody {
  readonly view: ExerciseView;
  /** Smooth; x forward from the side, towards the runner's right from the front and from behind; y up. */
  readonly body: SagittalBody;
  /** The same before the low-pass. */
  readonly raw: SagittalBody;
  /** Hip to knee to ankle of a straight leg, px. */
  readonly legPx: number;
  /** Heel to toe as the network marks them, px, from the side. */
  readonly footPx: Readonly<Record<Side, number>>;
  /** Standard deviation of one point's noise, px per axis. */
  readonly noisePx: number;
  readonly clock: FrameClock;
}

/** Shoulders as far apart as this share of the leg are seen from the front or from behind: from the side they fall on each other; 0.45 square on. */
const FRONTAL_SHARE = 0.2;

/**
 * Brings cleaned landmarks into the body's own directions.
 * @returns null when hips, knees, ankles or feet were hardly seen
 */
export function exerciseBody({ clean, raw, noisePx, rateHz }: CleanResult): ExerciseBody | null {
  const view = viewOf(clean);
  if (view === null || !(rateHz > 0)) return null;
  const facing = view === 'left' || view === 'anterior' ? -1 : 1;
  const turned = (pose: CleanPose) => toSagittal(pose, { facing, rollDeg: 0 });
  const body = turned(clean);
  const legPx = Math.max(...SIDES.map((side) => straightLeg(body[side])).filter(Number.isFinite));
  if (!(legPx > 0)) return null;
  const footPx = { left: footLength(body.left), right: footLength(body.right) };
  const feet = [LANDMARK.leftHeel, LANDMARK.rightHeel, LANDMARK.leftToe, LANDMARK.rightToe];
  const noise = median(feet.map((landmark) => noisePx[landmark]!));
  const clock = frameClock(clean.timeS);
  return { view, body, raw: turned(raw), legPx, footPx, noisePx: Number.isFinite(noise) ? noise : 0, clock };
}

/** From behind the left shoulder is on the left of the picture; from the side the toes point where the runner faces. */
function viewOf({ points }: CleanPose): ExerciseView | null {
  const across = median(points[LANDMARK.rightShoulder]!.x.map((x, i) => x - points[LANDMARK.leftShoulder]!.x[i]!));
  const legs = [
    [LANDMARK.leftHip, LANDMARK.leftAnkle],
    [LANDMARK.rightHip, LANDMARK.rightAnkle],
  ] as const;
  const heights = legs.map(([hip, ankle]) =>
    quantile(
      points[ankle]!.y.map((y, i) => y - points[hip]!.y[i]!),
      0.9,
    ),
  );
  const tall = Math.max(...heights.filter(Number.isFinite));
  if (!(tall > 0)) return null;
  if (across > FRONTAL_SHARE * tall) return 'posterior';
  if (across < -FRONTAL_SHARE * tall) return 'anterior';
  const feet = [
    [LANDMARK.leftHeel, LANDMARK.leftToe],
    [LANDMARK.rightHeel, LANDMARK.rightToe],
  ] as const;
  const ahead = feet.map(([heel, toe]) => median(points[toe]!.x.map((x, i) => x - points[heel]!.x[i]!)));
  const sum = ahead.filter(Number.isFinite).reduce((total, px) => total + px, 0);
  return sum === 0 ? null : sum > 0 ? 'right' : 'left';
}

/** Long ones, since a bent leg that points at the camera is drawn short. */
function straightLeg({ hip, knee, ankle }: LegSeries): number {
  return quantile(
    distance(hip, knee).map((px, i) => px + distance(knee, ankle, i)),
    0.75,
  );
}

function footLength({ heel, toe }: LegSeries): number {
  return median(distance(heel, toe));
}

function distance(a: PointSeries, b: PointSeries): Float64Array;
function distance(a: PointSeries, b: PointSeries, i: number): number;
function distance(a: PointSeries, b: PointSeries, i?: number): Float64Array | number {
  const at = (k: number) => Math.hypot(a.x[k]! - b.x[k]!, a.y[k]! - b.y[k]!);
  return i === undefined ? a.x.map((_, k) => at(k)) : at(i);
}

/** Slow exercises have nothing above this, Hz: at one raise a second 1 % of the height is lost, and most of the noise. */
const SLOW_HZ = 3;

/** A slow signal freed of noise. [frames] */
export function slowly(signal: Float64Array, timeS: Float64Array, clock: FrameClock): Float64Array {
  return onEvenClock(clock, timeS, signal, (even) => lowPass(even, clock.rateHz, SLOW_HZ));
}

/**
 * Feet that pass each other: the left one ahead of the right (from the side), or higher (from the front and behind), by this share of the leg,
 * and then the other way round. In an exercise on the spot they do so only when the legs are changed.
 */
const PASSING_SHARE = { side: 0.15, frontal: 0.05 } as const;

/** Passes a second: a slow walk has 1.4, the legs taking turns in an exercise every two seconds 0.5. Ours. */
const LEAST_PASSES_HZ = 0.9;

/** Whether the film shows walking or running, by how often the feet pass each other. */
export function isStepping({ view, body, legPx }: ExerciseBody): boolean {
  const isSide = view === 'left' || view === 'right';
  const lead = isSide
    ? body.left.ankle.x.map((x, i) => x - body.right.ankle.x[i]!)
    : body.left.ankle.y.map((y, i) => y - body.right.ankle.y[i]!);
  const needed = PASSING_SHARE[isSide ? 'side' : 'frontal'] * legPx;
  let [ahead, passes] = [0, 0];
  for (const px of lead) {
    const now = px > needed ? 1 : px < -needed ? -1 : 0;
    if (now === 0 || now === ahead) continue;
    if (ahead !== 0) passes++;
    ahead = now;
  }
  return passes > LEAST_PASSES_HZ * (body.timeS.at(-1)! - body.timeS[0]!);
}

/** Hips that go up and down by more than this share of the leg do something; sway and noise reach half of it. Ours. */
const MOVING_SHARE = 0.06;

/** Whether the body goes up and down, whatever the feet do. */
export function isBodyMoving({ body, legPx }: ExerciseBody): boolean {
  const travel = SIDES.map((side) => quantile(body[side].hip.y, 0.95) - quantile(body[side].hip.y, 0.05));
  return travel.some((px) => px > MOVING_SHARE * legPx);
}
