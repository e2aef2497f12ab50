// Everything the return to running is read from, and what is said of one injury.
import { useMemo } from 'react';
import type { ClientView, TrendClip } from '../../../core/api/views.ts';
import { comparedNumbers } from '../../../core/compare/comparedFilm.ts';
import type { Injury, ReturnTest, WalkRunStage } from '../../../core/records/records.ts';
import { type Followed, followInjury } from '../../../core/rehab/followInjury.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import type { ParameterId } from '../../../core/types.ts';
import { useCall } from '../../api/queries.ts';
import { today } from '../../text/dates.ts';

/** Every measure: any of them may have changed. */
const ALL_IDS = Object.keys(REPORT_TEXT.parameters) as ParameterId[];

/** All of a client that the screen needs. */
export interface ReturningData {
  readonly view: ClientView;
  readonly tests: readonly ReturnTest[];
  readonly stages: readonly WalkRunStage[];
  readonly films: readonly TrendClip[];
}

/** @returns `data` null while the library is asked; `error` when it cannot say */
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

/** What is said of one injury today. */
export function useFollowed({ view, tests, stages, films }: ReturningData, injury: Injury | null): Followed | null {
  return useMemo(() => {
    if (injury === null) return null;
    const { injuries, sessions } = view;
    const seen = films.map((film) => ({ ...comparedNumbers(film), condition: film.condition }));
    return followInjury({ injuries, sessions, tests, stages, films: seen }, injury, today());
  }, [view, tests, stages, films, injury]);
}

/** Open ones first, the latest first. */
export function inOrderOfCare(injuries: readonly Injury[]): readonly Injury[] {
  const weight = ({ status }: Injury) => (status === 'resolved' ? 1 : 0);
  return injuries.toSorted((a, b) => weight(a) - weight(b) || (b.onset ?? '').localeCompare(a.onset ?? ''));
}
