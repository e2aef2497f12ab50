// Every variable of a view from the side, in the order of the catalogue.

import { type Parameter, SIDES, type Side } from '../types.ts';
import { SIDE_VIEW_BODY, SIDE_VIEW_LEG, WALKING_BODY, WALKING_LEG } from './catalogue.ts';
import { legAngles } from './legAngles.ts';
import { lengths } from './lengths.ts';
import { overstride } from './overstride.ts';
import { strikePattern } from './strike.ts';
import { doubleSupport, timing } from './timing.ts';
import { gradeIn, type Trial } from './trial.ts';
import { beltSpeedEstimate, cadence, trunkLean, verticalOscillation } from './wholeBody.ts';

/** Measure a running or walking trial seen from the side: left leg, right leg, whole body. */
export function measureSideView(trial: Trial): Parameter[] {
  const isWalk = trial.gait === 'walk';
  const whole = [cadence(trial), trunkLean(trial), verticalOscillation(trial), beltSpeedEstimate(trial)];
  const body = (isWalk ? [...whole, doubleSupport(trial)] : whole).map((measured) => gradeIn(trial, measured));
  const legIds = [...SIDE_VIEW_LEG, ...(isWalk ? WALKING_LEG : [])];
  const bodyIds = [...SIDE_VIEW_BODY, ...(isWalk ? WALKING_BODY : [])];
  return [...SIDES.flatMap((side) => inOrder(measureLeg(trial, side), legIds)), ...inOrder(body, bodyIds)];
}

function measureLeg(trial: Trial, side: Side): Parameter[] {
  const angles = legAngles(trial, side);
  const foot = angles.find((measured) => measured.id === 'footAngleAtContact')!;
  const all = [...timing(trial, side), ...lengths(trial, side), overstride(trial, side), ...angles];
  const strike = strikePattern(gradeIn(trial, { ...foot, id: 'strikePattern' }), foot.values, trial);
  return [...all.map((measured) => gradeIn(trial, measured)), strike];
}

function inOrder(parameters: readonly Parameter[], ids: readonly Parameter['id'][]): Parameter[] {
  return ids.flatMap((id) => parameters.filter((parameter) => parameter.id === id));
}
