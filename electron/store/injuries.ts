// A client's injuries, sealed.
import { checkInjury } from '../../core/records/checkRecords.ts';
import type { Fresh, Injury } from '../../core/records/records.ts';
import { recordTable, type Shelf } from './recordTable.ts';
import type { Words } from './searchIndex.ts';

export interface InjuryStore {
  add(injury: Fresh<Injury>): Injury;
  change(id: string, fields: Partial<Fresh<Injury>>): Injury;
  get(id: string): Injury;
  /** In the order in which they were written down. */
  listFor(clientId: string): readonly Injury[];
  remove(id: string): void;
  /** Of all clients, those that are not resolved, the oldest first. */
  listOpen(): readonly Injury[];
  words(): readonly Words[];
}

/** Opens the table of injuries. */
export function injuryStore(shelf: Shelf): InjuryStore {
  const table = recordTable<Injury>(shelf, {
    table: 'injuries',
    clear: { clientId: 'client_id' },
    sealed: ['region', 'side', 'onset', 'mechanism', 'status', 'kind', 'resolvedOn', 'notes'],
    check: checkInjury,
    listedWhole: true,
    words: wordsOf,
  });
  return {
    add: table.add,
    change: table.change,
    get: table.get,
    listFor: (clientId) => table.list('WHERE client_id = ? ORDER BY created_at, id', clientId),
    listOpen: () => table.list('ORDER BY created_at, id').filter(({ status }) => status !== 'resolved'),
    remove: table.remove,
    words: () => table.list('').map(wordsOf),
  };
}

function wordsOf({ id, clientId, region, mechanism, notes }: Injury): Words {
  return { kind: 'injury', id, clientId, title: '', text: `${region} ${mechanism} ${notes}` };
}
