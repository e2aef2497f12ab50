// Writes what is said of a clip and asks again for everything that is measured with it.
import type { ClipFields } from '../../../core/api.ts';
import { useChange } from '../../api/queries.ts';

/** View, gait, speed and slow motion are part of every number of the clip. */
export function useChangeClip(id: string) {
  const { mutate } = useChange('clips.change', [
    'sessions.open',
    'clips.open',
    'clips.film',
    'clips.exercise',
    'clients.trends',
    'trials.open',
  ]);
  return (fields: ClipFields, onDone?: () => void) => mutate({ id, fields }, { onSuccess: onDone });
}
