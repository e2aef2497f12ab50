// Excursions as repetitions of the leg that bore them, each once, and those of which nobody can say whose they were.

import { SIDES, type Side } from '../types.ts';
import type { Excursion } from './countRepetitions.ts';
import type { ExerciseBody } from './exerciseBody.ts';
import type { Repetition, SupportLeg } from './exerciseTypes.ts';

/** What a signal of one leg showed; `leg` null = no foot stayed in its place. */
export interface Assigned {
  readonly excursion: Excursion;
  readonly leg: SupportLeg | null;
}

/** The repetitions of both legs, and how many full ones are nobody's. */
export interface OfLegs {
  readonly repetitions: readonly Repetition[];
  readonly unclear: number;
}

/**
 * Puts together what the signals of both legs showed: one of both legs together is seen in both and counts once; what one leg's signal shows
 * while the other leg bears the body is that other leg's affair.
 */
export function ofLegs({ body }: ExerciseBody, assigned: (side: Side) => readonly Assigned[]): OfLegs {
  const seen = SIDES.flatMap((side) => assigned(side).map((one) => ({ ...one, side })));
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
  const repetitions = own.filter(
    (one, i) => one.leg !== 'both' || !own.slice(0, i).some((other) => overlap(one, other)),
  );
  const nobodys = made.filter(({ leg, isFull }) => leg === null && isFull);
  const unclear = nobodys.filter(
    (one, i) => ![...own, ...nobodys.slice(0, i)].some((other) => overlap(one, other)),
  ).length;
  return { repetitions: repetitions.sort((a, b) => a.peakS - b.peakS), unclear };
}

type Span = Pick<Repetition, 'startS' | 'endS'>;

const overlap = (a: Span, b: Span): boolean => a.startS < b.endS && b.startS < a.endS;
