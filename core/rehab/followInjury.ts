// Everything that the return to running says of one injury on one day: the same for the screen and for paper.

import type { ComparedFilm } from '../compare/comparedFilm.ts';
import type { Clip, Injury, Session } from '../records/records.ts';
import { compareLegs, compareWithBaseline, type SinceBaseline } from './baseline.ts';
import { bodyMap, type Episode } from './bodyMap.ts';
import { allSymmetries, involvedSide, type LimbSymmetry, type TestRecord } from './limbSymmetry.ts';
import { complaintOf } from './patternLinks.ts';
import { type Patterns, patternsFor } from './patterns.ts';
import { type ReadinessPage, readinessPage } from './readiness.ts';
import { RETURN_TEST_IDS, RETURN_TESTS } from './testCatalogue.ts';
import type { PlanStage } from './walkRunSteps.ts';

/** A measured film, and whether the runner was tired in it. */
export type FollowedFilm = ComparedFilm & Pick<Clip, 'condition'>;

/** All of a client that it is made from. */
export interface FollowInput {
  readonly injuries: readonly Injury[];
  readonly sessions: readonly Session[];
  readonly tests: readonly TestRecord[];
  readonly stages: readonly PlanStage[];
  readonly films: readonly FollowedFilm[];
}

/** What is said of one injury. */
export interface Followed {
  readonly injury: Injury;
  readonly page: ReadinessPage;
  /** The last filmed visit against the runner's own baseline; null when there is no earlier visit. */
  readonly baseline: SinceBaseline<Session> | null;
  /** Null where the literature links nothing with the region. */
  readonly patterns: Patterns | null;
  /** Every time that it hurt at this place, the earliest first. */
  readonly episodes: readonly Episode[];
  /** Both legs of every test that was entered, in the catalogue's order. */
  readonly symmetries: readonly LimbSymmetry[];
}

/** Put it together; tired films take no part. @param today `YYYY-MM-DD` */
export function followInjury(
  { injuries, sessions, tests, stages, films }: FollowInput,
  injury: Injury,
  today: string,
): Followed {
  const filmsOf = (sessionId: string) =>
    films.filter((film) => film.sessionId === sessionId && film.condition !== 'tired');
  const visit = lastVisit(sessions, filmsOf);
  const baseline = visit === null ? null : compareWithBaseline(sessions, visit, injury.onset, filmsOf);
  const sinceBaseline = baseline?.comparison ?? null;
  const legs = visit === null ? null : compareLegs(filmsOf(visit.id));
  const page = readinessPage({ injury, tests, plan: stages, sessions, sinceBaseline, legs }, today);
  const complaint = complaintOf(page.region);
  const patterns = complaint === null ? null : patternsFor(complaint, involvedSide(injury), sinceBaseline, legs);
  const { places } = bodyMap(injuries, sessions, today);
  const own = places.find((place) => place.episodes.some(({ injuryId }) => injuryId === injury.id));
  const kinds = RETURN_TEST_IDS.map((id) => RETURN_TESTS[id]);
  const symmetries = allSymmetries(kinds, tests, involvedSide(injury), today);
  return { injury, page, baseline, patterns, episodes: own?.episodes ?? [], symmetries };
}

/** The last one that was filmed; without any film the last one. */
function lastVisit(sessions: readonly Session[], filmsOf: (id: string) => readonly unknown[]): Session | null {
  const inOrder = [...sessions].sort((a, b) => b.date.localeCompare(a.date));
  return inOrder.find(({ id }) => filmsOf(id).length > 0) ?? inOrder[0] ?? null;
}
