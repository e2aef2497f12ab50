// Tests of return to function, e.g. hops and heel raises, sealed.
import { checkReturnTest } from '../../core/records/checkRecords.ts';
import type { Fresh, ReturnTest } from '../../core/records/records.ts';
import { recordTable, type Shelf } from './recordTable.ts';

export interface ReturnTestStore {
  add(test: Fresh<ReturnTest>): ReturnTest;
  change(id: string, fields: Partial<Fresh<ReturnTest>>): ReturnTest;
  get(id: string): ReturnTest;
  /** The oldest first. */
  listFor(clientId: string): readonly ReturnTest[];
  remove(id: string): void;
}

/** Opens the table of tests. */
export function returnTestStore(shelf: Shelf): ReturnTestStore {
  const table = recordTable<ReturnTest>(shelf, {
    table: 'return_tests',
    clear: { clientId: 'client_id', date: 'date' },
    sealed: ['test', 'side', 'value', 'unit', 'passed', 'pain', 'trials', 'clipId', 'notes'],
    check: checkReturnTest,
  });
  return {
    add: table.add,
    change: table.change,
    get: table.get,
    listFor: (clientId) => table.list('WHERE client_id = ? ORDER BY date, created_at, id', clientId),
    remove: table.remove,
  };
}
