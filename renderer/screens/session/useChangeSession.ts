// Writes fields of a session and asks again for everything that depends on them.
import type { ApiInput } from '../../../core/api.ts';
import { useChange } from '../../api/queries.ts';

/** Speed and incline are part of every number of the session's films. */
export function useChangeSession(id: string) {
  const { mutateAsync } = useChange('sessions.change', [
    'sessions.open',
    'clients.open',
    'clients.list',
    'clients.search',
    'clients.trends',
    'clips.open',
    'trials.open',
  ]);
  return (fields: ApiInput<'sessions.change'>['fields']) => mutateAsync({ id, fields });
}
