// What the clinician drew on frames of a clip, sealed: words may name the person.
import { checkDrawing } from '../../core/records/checkRecords.ts';
import type { Drawing, Fresh } from '../../core/records/records.ts';
import { recordTable, type Shelf } from './recordTable.ts';

export interface DrawingStore {
  add(drawing: Fresh<Drawing>): Drawing;
  change(id: string, fields: Partial<Fresh<Drawing>>): Drawing;
  get(id: string): Drawing;
  /** In the order in which they were drawn. */
  listFor(clipId: string): readonly Drawing[];
  remove(id: string): void;
}

/** Opens the table of drawings. */
export function drawingStore(shelf: Shelf): DrawingStore {
  const table = recordTable<Drawing>(shelf, {
    table: 'drawings',
    clear: { clipId: 'clip_id' },
    sealed: ['kind', 'timeS', 'points', 'text', 'colour'],
    check: checkDrawing,
  });
  return {
    add: table.add,
    change: table.change,
    get: table.get,
    listFor: (clipId) => table.list('WHERE clip_id = ? ORDER BY created_at, rowid', clipId),
    remove: table.remove,
  };
}
