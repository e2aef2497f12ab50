// Every clip of a client, for choosing which two to lay side by side.
import { useQueries } from '@tanstack/react-query';
import type { PairableClip } from '../../../core/compare/suggestPairs.ts';
import type { Clip } from '../../../core/records/records.ts';
import { call } from '../../api/connection.ts';
import { useCall } from '../../api/queries.ts';
import { clipName } from './pairNames.ts';

/** A clip as a choice shows it. */
export interface ListedClip extends PairableClip {
  readonly name: string;
}

/** Every clip of a client that shows gait, the last visit first. @param clientId null = not known yet */
export function useClientClips(clientId: string | null): readonly ListedClip[] {
  const sessions =
    useCall('clients.open', { clientId: clientId ?? '' }, { enabled: clientId !== null }).data?.sessions ?? [];
  const opened = useQueries({
    queries: sessions.map(({ id: sessionId }) => ({
      queryKey: ['sessions.open', { sessionId }],
      queryFn: () => call('sessions.open', { sessionId }),
    })),
  });
  return opened.flatMap(({ data }) =>
    data ? data.clips.filter(({ exercise }) => !exercise).map((clip) => listed(clip, data.session.date)) : [],
  );
}

const listed = (clip: Clip, date: string): ListedClip => ({ ...clip, date, name: clipName(clip, date) });
