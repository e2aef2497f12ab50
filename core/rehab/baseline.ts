// Which visit a runner is held against, and how far a visit is from the day it began to hurt.

import type { ComparedFilm } from '../compare/comparedFilm.ts';
import { compareVisits, type VisitComparison } from '../compare/compareVisits.ts';
import { daysBetween } from '../records/calendar.ts';
import type { Injury, Session } from '../records/records.ts';

export const SESSION_PURPOSES = ['baseline', 'checkIn', 'rehab', 'return'] as const;

/** What a visit was for. */
export type SessionPurpose = (typeof SESSION_PURPOSES)[number];

const WORDS: readonly (readonly [SessionPurpose, RegExp])[] = [
  ['baseline', /base.?line|screening|uninjured|pre.?season/],
  ['return', /return/],
  ['rehab', /rehab|follow.?up|treatment/],
  ['checkIn', /check.?in|check.?up/],
];

/** What somebody's words for a visit mean. @returns null when no word of it is known */
export function purposeOf(words: string): SessionPurpose | null {
  const lower = words.toLowerCase();
  return SESSION_PURPOSES.find((one) => one === words) ?? WORDS.find(([, pattern]) => pattern.test(lower))?.[0] ?? null;
}

type Visit = Pick<Session, 'id' | 'date' | 'purpose'>;

export interface FoundBaseline<S extends Visit> {
  readonly session: S;
  /** `before-onset` = from before it hurt · `marked` = called a baseline, and not from before this injury · `first` = the first visit there is. */
  readonly kind: 'before-onset' | 'marked' | 'first';
}

/**
 * The visit that a later one is held against: the last called a baseline from before the onset; else the last called so from before this
 * visit; else the runner's first visit, which is then no more than that.
 * @param onset of the injury that is followed; null = none, or not known
 * @returns null when there is no earlier visit
 */
export function findBaseline<S extends Visit>(
  sessions: readonly S[],
  visit: Visit,
  onset: string | null,
): FoundBaseline<S> | null {
  const earlier = sessions
    .filter(({ id, date }) => id !== visit.id && date <= visit.date)
    .sort((a, b) => a.date.localeCompare(b.date));
  const marked = earlier.filter(({ purpose }) => purposeOf(purpose) === 'baseline');
  const before = onset === null ? undefined : marked.filter(({ date }) => date < onset).at(-1);
  if (before !== undefined) return { session: before, kind: 'before-onset' };
  const last = marked.at(-1);
  if (last !== undefined) return { session: last, kind: 'marked' };
  return earlier[0] === undefined ? null : { session: earlier[0], kind: 'first' };
}

/** A visit held against the runner's own baseline. */
export interface SinceBaseline<S extends Visit> extends FoundBaseline<S> {
  /** Null when one of the two has no film. */
  readonly comparison: VisitComparison | null;
}

/**
 * Hold a visit against the runner's own baseline.
 * @param filmsOf the measured films of a visit, tired ones left out; empty = none
 * @returns null when there is no earlier visit
 */
export function compareWithBaseline<S extends Visit>(
  sessions: readonly S[],
  visit: Visit,
  onset: string | null,
  filmsOf: (sessionId: string) => readonly ComparedFilm[],
): SinceBaseline<S> | null {
  const found = findBaseline(sessions, visit, onset);
  if (found === null) return null;
  const [first, second] = [filmsOf(found.session.id), filmsOf(visit.id)];
  const comparison = first.length > 0 && second.length > 0 ? compareVisits('before-after', first, second) : null;
  return { ...found, comparison };
}

/** Left leg against right leg of one visit. @returns null without a film */
export function compareLegs(films: readonly ComparedFilm[]): VisitComparison | null {
  return films.length > 0 ? compareVisits('left-right', films, films) : null;
}

/** One injury and the day of it that a visit falls on. */
export interface DayOfInjury {
  readonly injuryId: string;
  readonly region: string;
  readonly side: Injury['side'];
  /** 0 = the day it began. */
  readonly day: number;
}

/** The day since onset of every injury that had begun and was not over on a date, the youngest injury first. */
export function daysSinceOnset(
  injuries: readonly Pick<Injury, 'id' | 'region' | 'side' | 'onset' | 'resolvedOn'>[],
  date: string,
): readonly DayOfInjury[] {
  return injuries
    .flatMap(({ id, region, side, onset, resolvedOn }): DayOfInjury[] => {
      if (onset === null || onset > date || (resolvedOn != null && resolvedOn < date)) return [];
      return [{ injuryId: id, region, side, day: daysBetween(onset, date) }];
    })
    .sort((a, b) => a.day - b.day);
}
