// The films of a session: which file in the library, from which side, fresh or tired, how it was taken.
import { checkClip } from '../../core/records/checkRecords.ts';
import type { Clip, Fresh } from '../../core/records/records.ts';
import { recordTable, type Shelf } from './recordTable.ts';

export interface ClipStore {
  /** The film must be in the library first (`videos.takeIn`). */
  add(clip: Fresh<Clip>): Clip;
  change(id: string, fields: Partial<Fresh<Clip>>): Clip;
  get(id: string): Clip;
  listFor(sessionId: string): readonly Clip[];
  /** In every session that has this film. */
  listOfFilm(videoSha256: string): readonly Clip[];
  /** Clips that nobody has looked at yet, the oldest first. */
  withoutPose(): readonly Clip[];
}

/** Opens the table of clips. */
export function clipStore(shelf: Shelf): ClipStore {
  const table = recordTable<Clip>(shelf, {
    table: 'clips',
    clear: { sessionId: 'session_id', videoSha256: 'video_sha256' },
    sealed: ['fileName', 'view', 'condition', 'exercise', 'capture'],
    check: checkClip,
  });
  return {
    add: table.add,
    change: table.change,
    get: table.get,
    listFor: (sessionId) => table.list('WHERE session_id = ? ORDER BY created_at, id', sessionId),
    listOfFilm: (videoSha256) => table.list('WHERE video_sha256 = ? ORDER BY created_at, id', videoSha256),
    withoutPose: () =>
      table.list('WHERE NOT EXISTS (SELECT 1 FROM poses WHERE clip_id = clips.id) ORDER BY created_at, id'),
  };
}
