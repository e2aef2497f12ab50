// Everything the return to running is read from: the client's records, and the last film against the runner's own baseline.
import { useMemo } from 'react';
import type { ClientView, TrendClip } from '../../../core/api/views.ts';
import type { Injury, ReturnTest, Session, WalkRunStage } from '../../../core/records/records.ts';
import { compareLegs, compareWithBaseline, type SinceBaseline } from '../../../core/rehab/baseline.ts';
import { bodyMap, type Episode } from '../../../core/rehab/bodyMap.ts';
import { involvedSide } from '../../../core/rehab/limbSymmetry.ts';
import { complaintOf } from '../../../core/rehab/patternLinks.ts';
import { type Patterns, patternsFor } from '../../../core/rehab/patterns.ts';
import { type ReadinessPage, readinessPage } from '../../../core/rehab/readiness.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import type { ParameterId } from '../../../core/types.ts';
import { useCall } from '../../api/queries.ts';
import { today } from '../../text/dates.ts';
import { comparedFilm } from '../client/trendSeries.ts';

/** Every measure: any of them may have changed. */
const ALL_IDS = Object.keys(REPORT_TEXT.parameters) as ParameterId[];

/** What the four tabs show of one injury. */
export interface Followed {
  readonly injury: Injury;
  readonly page: ReadinessPage;
  /** Null when there is no earlier visit. */
  readonly baseline: SinceBaseline<Session> | null;
  /** Null where the literature links nothing with the region. */
  readonly patterns: Patterns | null;
  /** Every time that it hurt at this place, the earliest first. */
  readonly episodes: readonly Episode[];
}

/** All of a client that the screen needs. */
export interface ReturningData {
  readonly view: ClientView;
  readonly tests: readonly ReturnTest[];
  readonly stages: readonly WalkRunStage[];
  readonly films: readonly TrendClip[];
}

/** @returns null while the library is asked; `error` when it cannot say */
export function useReturningData(clientId: string) {
  const client = useCall('clients.open', { clientId });
  const tests = useCall('tests.list', { clientId });
  const stages = useCall('stages.list', { clientId });
  const films = useCall('clients.trends', { clientId, ids: ALL_IDS });
  const error = client.error ?? tests.error ?? stages.error ?? films.error;
  const data: ReturningData | null =
    client.data && tests.data && stages.data && films.data
      ? { view: client.data, tests: tests.data, stages: stages.data, films: films.data }
      : null;
  return { data, error };
}

/** Puts together what is shown of one injury today. */
export function useFollowed({ view, tests, stages, films }: ReturningData, injury: Injury | null): Followed | null {
  return useMemo(() => {
    if (injury === null) return null;
    const { sessions } = view;
    const filmsOf = (sessionId: string) =>
      films.filter((film) => film.sessionId === sessionId && film.condition !== 'tired').map(comparedFilm);
    const visit = lastVisit(sessions, filmsOf);
    const baseline = visit === null ? null : compareWithBaseline(sessions, visit, injury.onset, filmsOf);
    const sinceBaseline = baseline?.comparison ?? null;
    const legs = visit === null ? null : compareLegs(filmsOf(visit.id));
    const input = { injury, tests, plan: stages, sessions, sinceBaseline, legs };
    const page = readinessPage(input, today());
    const complaint = complaintOf(page.region);
    const patterns = complaint === null ? null : patternsFor(complaint, involvedSide(injury), sinceBaseline, legs);
    const { places } = bodyMap(view.injuries, sessions, today());
    const own = places.find((place) => place.episodes.some(({ injuryId }) => injuryId === injury.id));
    return { injury, page, baseline, patterns, episodes: own?.episodes ?? [] };
  }, [view, tests, stages, films, injury]);
}

/** The last one that was filmed; without any film the last one. */
function lastVisit(sessions: readonly Session[], filmsOf: (id: string) => readonly unknown[]): Session | null {
  const inOrder = sessions.toSorted((a, b) => b.date.localeCompare(a.date));
  return inOrder.find(({ id }) => filmsOf(id).length > 0) ?? inOrder[0] ?? null;
}

/** Open ones first, the latest first. */
export function inOrderOfCare(injuries: readonly Injury[]): readonly Injury[] {
  const weight = ({ status }: Injury) => (status === 'resolved' ? 1 : 0);
  return injuries.toSorted((a, b) => weight(a) - weight(b) || (b.onset ?? '').localeCompare(a.onset ?? ''));
}
