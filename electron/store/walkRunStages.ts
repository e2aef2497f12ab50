// The stages of a client's walk–run plan, sealed.
import { checkWalkRunStage } from '../../core/records/checkRecords.ts';
import type { Fresh, WalkRunStage } from '../../core/records/records.ts';
import { recordTable, type Shelf } from './recordTable.ts';

export interface WalkRunStageStore {
  add(stage: Fresh<WalkRunStage>): WalkRunStage;
  change(id: string, fields: Partial<Fresh<WalkRunStage>>): WalkRunStage;
  get(id: string): WalkRunStage;
  /** By stage. */
  listFor(clientId: string): readonly WalkRunStage[];
  remove(id: string): void;
}

/** Opens the table of stages. */
export function walkRunStageStore(shelf: Shelf): WalkRunStageStore {
  const table = recordTable<WalkRunStage>(shelf, {
    table: 'walk_run_stages',
    clear: { clientId: 'client_id', stage: 'stage' },
    sealed: ['walkS', 'runS', 'repeats', 'startedOn', 'completedOn', 'painDuring', 'painNextDay', 'days', 'notes'],
    check: checkWalkRunStage,
  });
  return {
    add: table.add,
    change: table.change,
    get: table.get,
    listFor: (clientId) => table.list('WHERE client_id = ? ORDER BY stage, created_at, id', clientId),
    remove: table.remove,
  };
}
