// The clinician's corrections to a clip, one row each: what the network saw is never touched.
import type { Edit } from '../../core/types.ts';
import type { LibraryDb } from './libraryDb.ts';
import type { Shelf } from './recordTable.ts';

export interface EditHistory {
  /** In force, in order: what analyze() is given. */
  readonly edits: readonly Edit[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface EditStore {
  history(clipId: string): EditHistory;
  /** What had been undone cannot be redone any more. */
  add(clipId: string, edit: Edit): EditHistory;
  /** Takes back the last one; nothing happens when there is none. */
  undo(clipId: string): EditHistory;
  redo(clipId: string): EditHistory;
  /** Takes back one, by its place among those in force; nothing happens when there is none. */
  remove(clipId: string, place: number): EditHistory;
  /** Takes all of them back; they can be redone one by one. */
  undoAll(clipId: string): EditHistory;
}

/** Opens the table of edits. */
export function editStore({ db }: Shelf): EditStore {
  const change = (clipId: string, work: () => void): EditHistory =>
    db.write(() => {
      work();
      return history(db, clipId);
    });
  return {
    history: (clipId) => history(db, clipId),
    add: (clipId, edit) =>
      change(clipId, () => {
        db.run('DELETE FROM edits WHERE clip_id = ? AND undone = 1', clipId);
        db.run(
          `INSERT INTO edits (clip_id, position, made_at, edit)
           SELECT ?, coalesce(max(position), 0) + 1, ?, ? FROM edits WHERE clip_id = ?`,
          clipId,
          new Date().toISOString(),
          JSON.stringify(edit),
          clipId,
        );
      }),
    undo: (clipId) => change(clipId, () => mark(db, clipId, 'max', 0)),
    redo: (clipId) => change(clipId, () => mark(db, clipId, 'min', 1)),
    remove: (clipId, place) =>
      change(clipId, () =>
        db.run(
          `UPDATE edits SET undone = 1 WHERE clip_id = ? AND position =
           (SELECT position FROM edits WHERE clip_id = ? AND undone = 0 ORDER BY position LIMIT 1 OFFSET ?)`,
          clipId,
          clipId,
          place,
        ),
      ),
    undoAll: (clipId) => change(clipId, () => db.run('UPDATE edits SET undone = 1 WHERE clip_id = ?', clipId)),
  };
}

/** Turns the last edit in force into an undone one, or the first undone one back. */
function mark(db: LibraryDb, clipId: string, end: 'max' | 'min', undone: 0 | 1): void {
  db.run(
    `UPDATE edits SET undone = 1 - undone WHERE clip_id = ?
     AND position = (SELECT ${end}(position) FROM edits WHERE clip_id = ? AND undone = ${undone})`,
    clipId,
    clipId,
  );
}

function history(db: LibraryDb, clipId: string): EditHistory {
  const rows = db.all('SELECT edit, undone FROM edits WHERE clip_id = ? ORDER BY position', clipId);
  const edits = rows.filter((row) => row.undone === 0).map((row) => JSON.parse(String(row.edit)) as Edit);
  return { edits, canUndo: edits.length > 0, canRedo: edits.length < rows.length };
}
