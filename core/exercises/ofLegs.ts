// Excursions as repetitions of the leg that bore them, each once, and those of which nobody can say whose they were.

import { SIDES, type Side } from '../types.ts';
import type { Excursion } from './countRepetitions.ts';
import type { ExerciseBody } from './exerciseBody.ts';
import type { Movement, Repetition, SupportLeg } from './exerciseTypes.ts';

/** What a signal of one leg showed; `leg` null = no foot stayed in its place. */
export interface Assigned {
  readonly excursion: Excursion;
  readonly leg: SupportLeg | null;
}

/** What one leg's signal showed, and whether other limits would count the same. */
export interface LegFound {
  readonly assigned: readonly Assigned[];
  readonly isSure: boolean;
}

/** The repetitions of both legs, and the full ones that are nobody's. */
export interface OfLegs {
  readonly repetitions: readonly Repetition[];
  readonly unclear: readonly Movement[];
  /** False when the count would be another with somewhat other limits. */
  readonly isSure: boolean;
}

/**
 * Puts together what the signals of both legs showed: one of both legs together is seen in both and counts once; what one leg's signal shows
 * while the other leg bears the body is that other leg's affair.
 */
export function ofLegs({ body }: ExerciseBody, find: (side: Side) => LegFound): OfLegs {
  const legs = SIDES.map((side) => ({ side, ...find(side) }));
  const seen = legs.flatMap(({ side, assigned }) => assigned.map((one) => ({ ...one, side })));
  const made = seen.map(({ excursion, leg, side }) => {
    const [startS, peakS, endS] = [excursion.fromFrame, excursion.peakFrame, excursion.toFrame].map(
      (frame) => body.timeS[frame]!,
    );
    const { size, isFull } = excursion;
    return { side, leg, startS: startS!, peakS: peakS!, endS: endS!, size, isFull };
  });
  const own = made.flatMap(({ side, leg, ...rest }): readonly Repetition[] =>
    leg === side || leg === 'both' ? [{ leg, ...rest }] : [],
  );
  // What is one leg's in its own signal is no second one of both legs in the other's.
  const repetitions = own.filter(
    (one, i) =>
      one.leg !== 'both' || !own.some((other, k) => (other.leg !== 'both' || k < i) && k !== i && overlap(one, other)),
  );
  const nobodys = made.filter(({ leg, isFull }) => leg === null && isFull);
  const unclear = nobodys
    .filter((one, i) => ![...own, ...nobodys.slice(0, i)].some((other) => overlap(one, other)))
    .map(({ startS, peakS, endS }) => ({ startS, peakS, endS }))
    .sort((a, b) => a.peakS - b.peakS);
  const bore = (side: Side) => own.length === 0 || own.some(({ leg }) => leg === side || leg === 'both');
  const isSure = legs.every((leg) => leg.isSure || !bore(leg.side));
  return { repetitions: repetitions.sort((a, b) => a.peakS - b.peakS), unclear, isSure };
}

const overlap = (a: Movement, b: Movement): boolean => a.startS < b.endS && b.startS < a.endS;
