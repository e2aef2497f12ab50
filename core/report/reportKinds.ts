// Which reports a choice of films can be made into, and how the films are arranged as visits.
import type { View } from '../types.ts';
import { MOST_VISITS } from './followUpModel.ts';

export const REPORT_KINDS = ['single', 'before-after', 'left-right', 'fresh-tired', 'follow-up'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What of a film decides it. */
export interface ChosenFilm {
  readonly sessionId: string;
  /** Of its session, `YYYY-MM-DD`. */
  readonly date: string;
  /** As measured. */
  readonly view: View | 'auto';
  readonly condition: 'fresh' | 'tired' | null;
}

/** Every kind that the films allow, the one that suits them best first; empty when there is none. */
export function reportKinds(films: readonly ChosenFilm[]): readonly ReportKind[] {
  if (films.length === 1) return ['single'];
  const visits = bySession(films);
  if (visits.length === 1) return ofOneVisit(films);
  const first = visits[0];
  const last = visits.at(-1);
  if (!first || !last || visits.length > MOST_VISITS || !visits.every(hasEachViewOnce) || !shareView(first, last))
    return [];
  return visits.length === 2 ? ['before-after', 'follow-up'] : ['follow-up'];
}

/**
 * The films as the visits of a report of this kind, the earliest first.
 * @param films of a choice for which {@link reportKinds} names the kind
 */
export function visitsFor<F extends ChosenFilm>(kind: ReportKind, films: readonly F[]): readonly (readonly F[])[] {
  if (kind === 'single' || kind === 'left-right') return [films];
  const visits = bySession(films);
  if (visits.length > 1) return visits;
  return [...films]
    .sort((a, b) => TIRING[a.condition ?? 'between'] - TIRING[b.condition ?? 'between'])
    .map((film) => [film]);
}

const TIRING = { fresh: 0, between: 1, tired: 2 } as const;

function ofOneVisit(films: readonly ChosenFilm[]): readonly ReportKind[] {
  const views = new Set(films.map(({ view }) => view));
  if (views.has('left') && views.has('right')) return hasEachViewOnce(films) ? ['left-right'] : [];
  if (views.size > 1) return [];
  const conditions = films.map(({ condition }) => condition);
  if (conditions.includes('fresh') && conditions.includes('tired')) return ['fresh-tired'];
  return films.length === 2 ? ['before-after'] : [];
}

function bySession<F extends ChosenFilm>(films: readonly F[]): readonly (readonly F[])[] {
  const sessions = [...new Set(films.map(({ sessionId }) => sessionId))];
  const visits = sessions.map((id) => films.filter(({ sessionId }) => sessionId === id));
  return visits.sort((a, b) => a[0]!.date.localeCompare(b[0]!.date));
}

const hasEachViewOnce = (films: readonly ChosenFilm[]): boolean =>
  new Set(films.map(({ view }) => view)).size === films.length;

const shareView = (a: readonly ChosenFilm[], b: readonly ChosenFilm[]): boolean =>
  a.some(({ view }) => b.some((other) => other.view === view));
