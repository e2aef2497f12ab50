// Hops in place on one leg from the side: counted, and their time on the ground and in the air.

import { median, quantile } from '../signal/robust.ts';
import { SIDES, type Side } from '../types.ts';
import { bodyRise } from './bodyRise.ts';
import { type CountRule, countRepetitions } from './countRepetitions.ts';
import type { ExerciseBody } from './exerciseBody.ts';
import { exerciseMeasure, ratesPerMin } from './exerciseMeasure.ts';
import type { ExerciseMeasure, Repetition, SupportLeg } from './exerciseTypes.ts';
import { fitFlight } from './fitFlight.ts';

/**
 * Toes that leave the floor by 0.05 of the leg (some 4 cm, 0.18 s in the air) and by 60 % of the usual. Source: ours; lower hops are within
 * the landmarks' noise at 30 pictures a second. In the air for 0.1 to 0.9 s.
 */
const RULE: CountRule = { least: 0.05, fullShare: 0.6, backShare: 0.35, shortestS: 0.08, longestS: 0.9 };

const OVER_NOISE = 7;

/** The body goes up with the toes, which may be drawn up further; less than this share is no hop. Ours. */
const BODY_SHARE = 0.3;

/** The other foot is off the floor while one leg hops: higher than the hopping foot's floor by this share of the leg. Ours. */
const OFF_FLOOR_SHARE = 0.05;

/** A second hop that begins within this time belongs to one row of hops, s: longer on the ground is a rest. */
const LONGEST_CONTACT_S = 0.8;

/** Landing and lift-off of video against force plates in running (core/parameters/errorModel.ts); hops themselves were not tried on plates. */
const CONTACT_BIAS = { shared: 0.012, own: 0.003 };

/** Below this rate a contact of a quarter of a second has few pictures. */
const LOW_RATE_HZ = 50;

/** A hop with the times of its flight, s. */
export interface Hop extends Repetition {
  readonly liftOffS: number;
  readonly landingS: number;
}

/** The hops, and whether other limits would count the same. */
export interface HopsFound {
  readonly hops: readonly Hop[];
  readonly isSure: boolean;
}

/**
 * Find the hops of both legs. Lift-off and landing are where the parabola of the toes' flight meets the floor, so that they do not lie on frames.
 * Works: hops on the spot, from the side. Fails: toes that are drawn up in the air make the flight seem longer.
 */
export function findHops(who: ExerciseBody): HopsFound {
  const legs = SIDES.map((side) => hopsOf(who, side));
  const found = legs.flatMap(({ hops }) => hops);
  const together = (one: Hop, other: Hop) => Math.abs(one.peakS - other.peakS) < RULE.shortestS;
  const joined = found.map(
    (one): Hop =>
      found.some((other) => other !== one && other.leg !== one.leg && together(one, other))
        ? { ...one, leg: 'both' }
        : one,
  );
  const kept = joined.filter(
    (one, i) => one.leg !== 'both' || !joined.slice(0, i).some((other) => together(one, other)),
  );
  const isSure = legs.every((leg) => leg.isSure || (leg.hops.length === 0 && found.length > 0));
  return { hops: kept.sort((a, b) => a.peakS - b.peakS), isSure };
}

function hopsOf(who: ExerciseBody, side: Side): HopsFound {
  const { body, raw, legPx, noisePx, clock } = who;
  const toe = body[side].toe.y;
  // The feet keep noise up to some 12 Hz.
  const noise = (noisePx * Math.sqrt(Math.min(1, 24 / clock.rateHz))) / legPx;
  const rule = { ...RULE, least: Math.max(RULE.least, OVER_NOISE * noise) };
  const height = toe.map((y) => y / legPx);
  const { excursions, isSure } = countRepetitions(body.timeS, height, rule);
  const floorPx = floorOf(who, side, excursions);
  const hops = excursions.flatMap((one): Hop[] => {
    if (isOtherFootDown(who, side, one.peakFrame, floorPx)) return [];
    const rise = bodyRise(who, height, one);
    if (!(rise > BODY_SHARE * one.size * legPx)) return [];
    const rough = [one.fromFrame, one.peakFrame, one.toFrame].map((frame) => body.timeS[frame]!);
    const fitted = fitFlight(body.timeS, raw[side].toe.y, one, floorPx);
    const [liftOffS, landingS] = fitted ?? [Number.NaN, Number.NaN];
    const peakS = fitted === null ? rough[1]! : (liftOffS + landingS) / 2;
    return [
      { leg: side, startS: rough[0]!, peakS, endS: rough[2]!, size: one.size, isFull: one.isFull, liftOffS, landingS },
    ];
  });
  return { hops, isSure };
}

/** Where the toes stand between hops, px; the median of the frames on the ground. */
function floorOf(
  { body, raw }: ExerciseBody,
  side: Side,
  flights: readonly { readonly fromFrame: number; readonly toFrame: number }[],
): number {
  const grounded = flights.slice(1).flatMap(({ fromFrame }, i) => {
    const from = flights[i]!.toFrame;
    const quarter = Math.round((fromFrame - from) / 4);
    const isRow = body.timeS[fromFrame]! - body.timeS[from]! < LONGEST_CONTACT_S;
    return isRow ? [...raw[side].toe.y.subarray(from + quarter, fromFrame - quarter + 1)] : [];
  });
  return grounded.length > 0 ? median(grounded) : quantile(body[side].toe.y, 0.25);
}

/** In the middle of a step the other foot stands; in a hop it does not. */
function isOtherFootDown({ body, legPx }: ExerciseBody, side: Side, frame: number, floorPx: number): boolean {
  const other = body[side === 'left' ? 'right' : 'left'].toe.y[frame]!;
  return other < floorPx + OFF_FLOOR_SHARE * legPx;
}

/** Time on the ground and in the air, their ratio and the pace of one leg. */
export function measureHops(who: ExerciseBody, leg: SupportLeg, hops: readonly Hop[]): readonly ExerciseMeasure[] {
  const caution = who.clock.rateHz < LOW_RATE_HZ ? 'low-frame-rate' : 'not-validated';
  const contacts = hops.slice(1).flatMap((hop, i) => {
    const contactS = hop.liftOffS - hops[i]!.landingS;
    return contactS > 0 && contactS < LONGEST_CONTACT_S ? [{ contactS, flightS: hop.landingS - hop.liftOffS }] : [];
  });
  const flights = hops.map(({ liftOffS, landingS }) => landingS - liftOffS);
  const [flightS, contactS] = [median(flights), median(contacts.map((one) => one.contactS))];
  // A parabola through the flight places each end to about a fifth of a frame; ours, from drawn figures.
  const readingSigma = 0.2 * Math.SQRT2 * (1 / who.clock.rateHz);
  const ratioError = (error: number) => Math.hypot(error / flightS, error / contactS) * (flightS / contactS);
  const base = { leg, caution } as const;
  return [
    exerciseMeasure(who, {
      ...base,
      id: 'hopContactTime',
      unit: 's',
      values: contacts.map((one) => one.contactS),
      readingSigma,
      bias: CONTACT_BIAS,
    }),
    exerciseMeasure(who, {
      ...base,
      id: 'hopFlightTime',
      unit: 's',
      values: flights,
      readingSigma,
      bias: CONTACT_BIAS,
    }),
    exerciseMeasure(who, {
      ...base,
      id: 'reactiveRatio',
      unit: '1',
      values: contacts.map((one) => one.flightS / one.contactS),
      readingSigma: ratioError(readingSigma),
      bias: { shared: ratioError(CONTACT_BIAS.shared), own: ratioError(CONTACT_BIAS.own) },
    }),
    exerciseMeasure(who, {
      ...base,
      id: 'repetitionRate',
      unit: 'per min',
      values: ratesPerMin(hops.map(({ peakS }) => peakS)),
      readingSigma: 0,
      bias: { shared: 0, own: 0 },
    }),
  ];
}
