// Heel raises from the side: counted by how high the heel comes above the toes, in foot lengths.

import { median } from '../signal/robust.ts';
import type { Side } from '../types.ts';
import { bodyHeight, riseOf } from './bodyRise.ts';
import { type CountRule, countRepetitions } from './countRepetitions.ts';
import { type ExerciseBody, slowly } from './exerciseBody.ts';
import { exerciseMeasure, ratesPerMin } from './exerciseMeasure.ts';
import type { ExerciseMeasure, Repetition, SupportLeg } from './exerciseTypes.ts';
import { type LegFound, type OfLegs, ofLegs } from './ofLegs.ts';
import { supportLeg } from './supportLeg.ts';

/**
 * A raise of at least 0.25 foot lengths (some 5 cm at the heel; a full one is 0.4 to 0.5) that reaches 60 % of what the person usually
 * reaches, with the heel back below 35 % before it. Source: ours; the usual end of the test is when the heel no longer reaches its height,
 * and half of it is often taken. Less than that is within what the network's points wander by while somebody only stands. Durations: from a
 * raise at 100 beats a minute to one held for some seconds.
 */
const RULE: CountRule = { least: 0.25, fullShare: 0.6, backShare: 0.35, shortestS: 0.3, longestS: 10 };

/**
 * The body goes up by some three quarters of what the heel does: the toes stay. Brought to foot lengths of the heel it is worth more than the
 * heel itself, which the network draws at three quarters of its height and with 10 to 19 mm of scatter against the body's 5.
 */
const BODY_PER_HEEL = 0.75;
const BODY_WEIGHT = 0.7;

/** Of what was found the heel itself must go up by this share, and without half of it nothing was a raise: knees that straighten are none. Ours. */
const HEEL_SHARE = 0.3;

/** A raise must stand out from noise this many times. */
const OVER_NOISE = 7;

/**
 * The height errs as the foot's slope does: at push-off the network points the foot 9.3° too little, alike on both legs, and 1.8° of a leg's own
 * (core/parameters/errorModel.ts, anklePlantarflexionPeak). At a raise of half a foot length a degree is 0.015 foot lengths.
 */
const HEIGHT_BIAS = { shared: 0.14, own: 0.027 };

/** The last against the first: what both share cancels. */
const KEPT_RAISES = 3;
const LEAST_FOR_KEPT = 8;

/**
 * Find the raises of both legs.
 * Works: filmed square from the side, toes on the floor or on a step. Fails: hands that push on the wall, a knee that bends (neither is seen).
 */
export function findRaises(who: ExerciseBody): OfLegs {
  return ofLegs(who, (side) => raisesOf(who, side));
}

function raisesOf(who: ExerciseBody, side: Side): LegFound {
  const { body, footPx, clock, noisePx } = who;
  const heel = slowly(heelHeight(who, side), body.timeS, clock);
  const up = slowly(bodyHeight(who), body.timeS, clock);
  const signal = heel.map(
    (share, i) => (1 - BODY_WEIGHT) * share + (BODY_WEIGHT * up[i]!) / (BODY_PER_HEEL * footPx[side]),
  );
  // Slow movement keeps some 6 Hz of the noise of two points.
  const noise = (noisePx * Math.SQRT2 * Math.sqrt(Math.min(1, 6 / clock.rateHz))) / footPx[side];
  const rule = { ...RULE, least: Math.max(RULE.least, OVER_NOISE * noise) };
  const { excursions, isSure } = countRepetitions(body.timeS, signal, rule);
  const assigned = excursions.flatMap((excursion) => {
    const size = riseOf(who, heel, signal, excursion);
    if (!(size > (HEEL_SHARE / 2) * excursion.size)) return [];
    const isRaise = size > HEEL_SHARE * excursion.size;
    const leg = isRaise ? supportLeg(who, excursion, false) : null;
    return [{ excursion: { ...excursion, size }, leg }];
  });
  return { assigned, isSure };
}

/** Heel above toe in foot lengths. [frames] */
function heelHeight({ body, footPx }: ExerciseBody, side: Side): Float64Array {
  const { heel, toe } = body[side];
  return heel.y.map((y, i) => (y - toe.y[i]!) / footPx[side]);
}

/** Height, how much of it is kept, and the pace of one leg. */
export function measureRaises(
  who: ExerciseBody,
  leg: SupportLeg,
  raises: readonly Repetition[],
): readonly ExerciseMeasure[] {
  const sizes = raises.map(({ size }) => size);
  const foot = leg === 'both' ? Math.min(who.footPx.left, who.footPx.right) : who.footPx[leg];
  const readingSigma = (who.noisePx * Math.SQRT2 * Math.sqrt(Math.min(1, 6 / who.clock.rateHz))) / foot;
  const rates = ratesPerMin(raises.map(({ peakS }) => peakS));
  const height = exerciseMeasure(who, {
    id: 'raiseHeight',
    leg,
    unit: '1',
    values: sizes,
    readingSigma,
    bias: HEIGHT_BIAS,
  });
  const rate = exerciseMeasure(who, {
    id: 'repetitionRate',
    leg,
    unit: 'per min',
    values: rates,
    readingSigma: 0,
    bias: { shared: 0, own: 0 },
  });
  const kept = (100 * median(sizes.slice(-KEPT_RAISES))) / median(sizes.slice(0, KEPT_RAISES));
  const keptSigma = (100 * 1.25 * Math.SQRT2 * readingSigma) / (Math.sqrt(KEPT_RAISES) * median(sizes));
  const lasting =
    sizes.length < LEAST_FOR_KEPT
      ? []
      : [
          {
            ...exerciseMeasure(who, {
              id: 'raiseHeightKept',
              leg,
              unit: '%',
              values: [kept],
              readingSigma: keptSigma,
              bias: { shared: 0, own: 0 },
            }),
            n: sizes.length,
            quality: 'good' as const,
            reason: null,
          },
        ];
  return [height, ...lasting, rate];
}
