// The sessions of a client with their clips, each asked for by itself and kept.
import { useQueries } from '@tanstack/react-query';
import type { SessionView } from '../../../core/api/views.ts';
import type { Session } from '../../../core/records/records.ts';
import { call } from '../../api/connection.ts';

/** In the order of the sessions; undefined while one is being asked for. */
export function useVisits(sessions: readonly Session[]): readonly (SessionView | undefined)[] {
  return useQueries({
    queries: sessions.map(({ id }) => ({
      queryKey: ['sessions.open', { sessionId: id }],
      queryFn: () => call('sessions.open', { sessionId: id }),
    })),
  }).map(({ data }) => data);
}
