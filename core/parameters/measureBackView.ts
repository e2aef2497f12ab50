// Every variable of a view from behind: pelvis, trunk, knees and feet across the line of running, at mid-stance.

import { type FrontalAngles, middle } from '../angles/frontal.ts';
import { MID_STANCE, midStanceFrames } from '../angles/plumbLine.ts';
import { LANDMARK, LEG_LANDMARKS } from '../landmarks.ts';
import { median } from '../signal/robust.ts';
import { durationS } from '../strides/cutStrides.ts';
import { meanAndSd } from '../strides/ensemble.ts';
import { firstFrameAt } from '../strides/frameAt.ts';
import { type CleanPose, type Parameter, SIDES, type Side } from '../types.ts';
import { type Bias, NO_BIAS } from './errorModel.ts';
import { ENOUGH_STRIDES, type Measurement } from './grade.ts';
import { stepTimes } from './timing.ts';
import { gradeIn, otherSide, stridesOf, type Trial } from './trial.ts';
import { cadence } from './wholeBody.ts';

/** The pelvis drops most in this first part of the stride (measurement.md §2), %. */
const DROP_WITHIN_PCT = 40;

/** Steps that average ± 5° of a network's hips down to about 1° (measurement.md §2). */
const STEADY_STEPS = 15;

/** Camera roll that is left, degrees; what it adds to one leg it takes from the other, so it counts as each leg's own. */
const ROLL: Bias = { shared: 0, own: 0.7 };

/** The network's hips tip 5° less than the true ones, alike for both legs (one rendered film from behind). */
const DROP: Bias = { shared: 5, own: 1 };

/** A landmark's sideways error, as a share of stature: 1 cm. */
const ACROSS = 0.006;

const FROM_BEHIND =
  'From behind, pose landmarks are known to 1–2 cm, which is 5° across the hips; read it as a tendency.';

/** What a view from behind needs besides the trial. */
export interface BackView {
  readonly clean: CleanPose;
  readonly angles: FrontalAngles;
  readonly staturePx: number;
}

/** Measure a trial seen from behind: left leg, right leg, whole body. */
export function measureBackView(trial: Trial, view: BackView): Parameter[] {
  const legs = SIDES.flatMap((side) => measureLeg(trial, view, side));
  return [...legs, cadence(trial), stepWidth(trial, view)].map((measured) => gradeIn(trial, measured));
}

/**
 * A step from behind is known to 15 ms: a leg that swings differently seems to land earlier or later (contactsFromBehind.ts), by 18 ms in
 * the rendered film.
 */
const STEP_S: Bias = { shared: 0, own: 0.015 };

function measureLeg(trial: Trial, view: BackView, side: Side): Measurement[] {
  const strideTimes = stridesOf(trial, side).map((one) => durationS(one.stride));
  return [
    { id: 'strideTime', side, values: strideTimes, bias: NO_BIAS },
    { id: 'stepTime', side, values: stepTimes(trial, side), bias: STEP_S },
    pelvicDrop(trial, side),
    crossover(trial, view, side),
    kneeSeparation(trial, view, side),
    lateralTrunkLean(trial, view, side),
  ];
}

/**
 * How far the swinging side of the pelvis drops while this leg stands: the highest point of the leg's mean curve in the first 40 % of
 * the stride, and every stride's value there. Positive = swing side lower. Source: measurement.md §2, Bramah 2018.
 */
function pelvicDrop(trial: Trial, side: Side): Measurement {
  const sign = side === 'right' ? 1 : -1;
  const curves = stridesOf(trial, side).map((one) => one.deg.get('pelvicObliquity')!);
  let [peakAt, peak] = [0, Number.NEGATIVE_INFINITY];
  for (let p = 0; p <= DROP_WITHIN_PCT; p++) {
    const mean = sign * (meanAndSd(curves.map((deg) => deg[p]!)).mean ?? Number.NaN);
    if (mean > peak) [peakAt, peak] = [p, mean];
  }
  const bias: Bias = { shared: DROP.shared, own: Math.hypot(DROP.own, ROLL.own) };
  const few = curves.length >= ENOUGH_STRIDES && curves.length < STEADY_STEPS;
  const caution = few ? `Measured on ${curves.length} steps; ${STEADY_STEPS} or more are steadier.` : FROM_BEHIND;
  return { id: 'pelvicDrop', side, values: curves.map((deg) => sign * deg[peakAt]!), bias, caution };
}

/** Lean of the trunk towards the standing leg at mid-stance, degrees. Source: measurement.md §2, Dingenen 2018. */
function lateralTrunkLean(trial: Trial, view: BackView, side: Side): Measurement {
  const sign = side === 'right' ? 1 : -1;
  const values = frames(trial, view, side).map((i) => sign * (view.angles.trunkLean[i] ?? Number.NaN));
  return { id: 'lateralTrunkLean', side, values, bias: { shared: 0.7, own: Math.hypot(ROLL.own, 0.5) } };
}

/** Distance between the knees at this leg's mid-stance as a share of the distance between the hips (knee window). */
function kneeSeparation(trial: Trial, view: BackView, side: Side): Measurement {
  const p = view.clean.points;
  const apart = (a: number, b: number, i: number) => Math.abs(p[a]!.x[i]! - p[b]!.x[i]!);
  const hipsPx = median(p[LANDMARK.leftHip]!.x.map((_, i) => apart(LANDMARK.leftHip, LANDMARK.rightHip, i)));
  const values = frames(trial, view, side).map((i) => apart(LANDMARK.leftKnee, LANDMARK.rightKnee, i) / hipsPx);
  const error = (ACROSS * view.staturePx) / hipsPx;
  return { id: 'kneeSeparation', side, values, bias: { shared: error, own: error }, caution: FROM_BEHIND };
}

/** Share of this leg's steps whose heel stands across the middle of the pelvis, %. */
function crossover(trial: Trial, view: BackView, side: Side): Measurement {
  const outward = side === 'right' ? 1 : -1;
  const hips = middle(view.clean.points[LANDMARK.leftHip]!, view.clean.points[LANDMARK.rightHip]!);
  const heel = view.clean.points[LEG_LANDMARKS[side].heel]!;
  const offsets = frames(trial, view, side).map((i) => outward * (heel.x[i]! - hips.x[i]!));
  const shareAt = (shiftPx: number) =>
    (100 * offsets.filter((px) => px < shiftPx).length) / Math.max(1, offsets.length);
  const errorPx = ACROSS * view.staturePx;
  const own = (shareAt(errorPx) - shareAt(-errorPx)) / 2;
  const values = offsets.map((px) => (Number.isNaN(px) ? Number.NaN : px < 0 ? 100 : 0));
  return { id: 'crossover', side, values, bias: { shared: own, own }, caution: FROM_BEHIND };
}

/** Sideways distance between the right heel at its mid-stance and the left heel at its own, m; negative when they cross. */
function stepWidth(trial: Trial, view: BackView): Measurement {
  const scale = trial.scale.metresPerPixel;
  const hips = middle(view.clean.points[LANDMARK.leftHip]!, view.clean.points[LANDMARK.rightHip]!);
  const outward = (side: Side, i: number) => {
    const px = view.clean.points[LEG_LANDMARKS[side].heel]!.x[i]! - hips.x[i]!;
    return side === 'right' ? px : -px;
  };
  const values = SIDES.flatMap((side) => {
    const strides = stridesOf(trial, side).map((one) => one.stride);
    return strides.map((stride) => {
      if (stride.otherContactS === null) return Number.NaN;
      const midS = durationS(stride) * midShare(trial);
      const own = firstFrameAt(view.clean.timeS, stride.startS + midS);
      const other = firstFrameAt(view.clean.timeS, stride.otherContactS + midS);
      return (scale ?? 1) * (outward(side, own) + outward(otherSide(side), other));
    });
  });
  const errorM = ACROSS * view.staturePx * (scale ?? 1);
  const impossible = scale === null ? 'A width in metres needs the height of the runner.' : null;
  return {
    id: 'stepWidth',
    side: null,
    values,
    bias: { shared: errorM, own: errorM },
    impossible,
    caution: FROM_BEHIND,
  };
}

function frames(trial: Trial, view: BackView, side: Side): number[] {
  const strides = stridesOf(trial, side).map((one) => one.stride);
  return midStanceFrames(view.clean, strides, side, trial.gait === 'walk' ? 'walk' : 'run');
}

function midShare(trial: Trial): number {
  return MID_STANCE[trial.gait === 'walk' ? 'walk' : 'run'];
}
