// Single-leg squats and step-downs: knee bend from the side, the knee's way inwards from the front or from behind.

import { hangingAngle } from '../angles/segments.ts';
import { median } from '../signal/robust.ts';
import { type PointSeries, SIDES, type Side } from '../types.ts';
import { type CountRule, countRepetitions } from './countRepetitions.ts';
import { type ExerciseBody, slowly } from './exerciseBody.ts';
import { exerciseMeasure, missingMeasure, ratesPerMin } from './exerciseMeasure.ts';
import type { ExerciseMeasure, Repetition, SupportLeg } from './exerciseTypes.ts';
import { type LegFound, type OfLegs, ofLegs } from './ofLegs.ts';
import { supportLeg } from './supportLeg.ts';

/** From the side, degrees of knee bend more than standing; ours: 25° is the start of a mini squat, 60° is asked for. */
const BEND: CountRule = { least: 25, fullShare: 0.6, backShare: 0.4, shortestS: 0.5, longestS: 12 };

/** From the front or behind, how far the hip sinks, share of the leg: 0.04 are some 35° of knee bend. */
const SINK: CountRule = { ...BEND, least: 0.04 };

const OVER_NOISE = 7;

/** Knee bend of a leg that bears the body: what the network errs by in stance (core/parameters/errorModel.ts, kneeFlexionPeakStance). */
const BEND_BIAS = { shared: 1, own: 4.6 };

/** Standard error between sessions 2–4° (Gwynne & Curran 2014, with lines drawn by hand); the network's hip joints add as much again: ours. */
const PROJECTION_BIAS = { shared: 3, own: 3 };

/** Frames around the deepest point that an angle is taken over, s. */
const AROUND_S = 0.1;

const isFrontal = ({ view }: ExerciseBody): boolean => view === 'anterior' || view === 'posterior';

/**
 * Find the squats of both legs.
 * @param isOnStep true for step-downs, in which the free foot goes below the standing one
 * Works: a standing foot that stays where it is, level camera. Fails: from the front the depth is only told by how far the hip sinks.
 */
export function findSquats(who: ExerciseBody, isOnStep: boolean): OfLegs {
  return ofLegs(who, (side) => squatsOf(who, side, isOnStep));
}

function squatsOf(who: ExerciseBody, side: Side, isOnStep: boolean): LegFound {
  const { body, clock } = who;
  const signal = slowly(isFrontal(who) ? sinking(who, side) : kneeBend(who, side), body.timeS, clock);
  const base = isFrontal(who) ? SINK : BEND;
  const rule = { ...base, least: Math.max(base.least, OVER_NOISE * signalNoise(who)) };
  const { excursions, isSure } = countRepetitions(body.timeS, signal, rule);
  const assigned = excursions.map((excursion) => ({
    excursion,
    leg: supportLeg(who, excursion, isOnStep),
  }));
  return { assigned, isSure };
}

/** Thigh minus shank, degrees, flexion +. [frames] */
function kneeBend({ body }: ExerciseBody, side: Side): Float64Array {
  const { hip, knee, ankle } = body[side];
  const shank = hangingAngle(knee, ankle);
  return hangingAngle(hip, knee).map((deg, i) => deg - shank[i]!);
}

/** How far the hip has come down to the standing ankle, share of the leg. [frames] */
function sinking({ body, legPx }: ExerciseBody, side: Side): Float64Array {
  return body.midHip.y.map((y, i) => (body[side].ankle.y[i]! - y) / legPx);
}

/** What noise of single points does to the slow signal, in its unit. */
function signalNoise(who: ExerciseBody): number {
  const px = who.noisePx * Math.sqrt(Math.min(1, 6 / who.clock.rateHz));
  if (isFrontal(who)) return (px * Math.SQRT2) / who.legPx;
  // Hip, knee and ankle at half a leg each: √(2² + 2² + 4²) errors of one point over one leg.
  return (180 / Math.PI) * ((px * Math.sqrt(24)) / who.legPx);
}

/**
 * The knee seen from the front or from behind: thigh against shin, degrees, inwards +.
 * Source: the frontal-plane projection angle (Willson 2006, Munro 2012); their upper point is the pelvis bone, ours the network's hip joint, so
 * that values are not theirs; sides and visits compare.
 */
function projectionAngle({ body }: ExerciseBody, side: Side): Float64Array {
  const { hip, knee, ankle } = body[side];
  // x runs to the runner's right: inwards for the left leg.
  const inwards = (point: PointSeries): PointSeries =>
    side === 'left' ? point : { ...point, x: point.x.map((x) => -x) };
  const [h, k, a] = [inwards(hip), inwards(knee), inwards(ankle)];
  const shank = hangingAngle(k, a);
  return hangingAngle(h, k).map((deg, i) => deg - shank[i]!);
}

/** Depth or the knee's way inwards, and the pace, of one leg. */
export function measureSquats(
  who: ExerciseBody,
  leg: SupportLeg,
  squats: readonly Repetition[],
): readonly ExerciseMeasure[] {
  const rate = exerciseMeasure(who, {
    id: 'repetitionRate',
    leg,
    unit: 'per min',
    values: ratesPerMin(squats.map(({ peakS }) => peakS)),
    readingSigma: 0,
    bias: { shared: 0, own: 0 },
  });
  const sides: readonly Side[] = leg === 'both' ? SIDES : [leg];
  const atDeepest = (angle: (who: ExerciseBody, side: Side) => Float64Array): readonly number[] => {
    const angles = sides.map((side) => angle(who, side));
    return squats.map(({ peakS }) => median(angles.map((deg) => around(who, deg, peakS))));
  };
  const readingSigma = isFrontal(who)
    ? (180 / Math.PI) * ((who.noisePx * Math.sqrt(24) * Math.sqrt(Math.min(1, 6 / who.clock.rateHz))) / who.legPx)
    : signalNoise(who);
  const bend = isFrontal(who)
    ? missingMeasure('kneeFlexionPeak', leg, 'deg', 'other-view')
    : exerciseMeasure(who, {
        id: 'kneeFlexionPeak',
        leg,
        unit: 'deg',
        values: atDeepest(kneeBend),
        readingSigma,
        bias: BEND_BIAS,
      });
  const inwards = isFrontal(who)
    ? exerciseMeasure(who, {
        id: 'projectionAngle',
        leg,
        unit: 'deg',
        values: atDeepest(projectionAngle),
        readingSigma,
        bias: PROJECTION_BIAS,
        caution: 'not-validated',
      })
    : missingMeasure('projectionAngle', leg, 'deg', 'other-view');
  return [bend, inwards, rate];
}

/** Mean of the smooth angle around a moment; NaN where it is missing. */
function around({ body }: ExerciseBody, deg: Float64Array, atS: number): number {
  const near = deg.filter((value, i) => Math.abs(body.timeS[i]! - atS) <= AROUND_S && Number.isFinite(value));
  return near.length > 0 ? near.reduce((sum, value) => sum + value, 0) / near.length : Number.NaN;
}
