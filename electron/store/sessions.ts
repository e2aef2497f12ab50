// The visits of a client: the date in clear, so that lists can be sorted; what was said and felt is sealed.
import { checkSession } from '../../core/records/checkRecords.ts';
import type { Fresh, Session } from '../../core/records/records.ts';
import { recordTable, type Shelf } from './recordTable.ts';
import type { Words } from './searchIndex.ts';

export interface SessionStore {
  add(session: Fresh<Session>): Session;
  change(id: string, fields: Partial<Fresh<Session>>): Session;
  get(id: string): Session;
  /** The last first. */
  listFor(clientId: string): readonly Session[];
  /** The last sessions of the whole clinic. */
  latest(limit: number): readonly Session[];
  words(): readonly Words[];
}

/** Opens the table of sessions. */
export function sessionStore(shelf: Shelf): SessionStore {
  const table = recordTable<Session>(shelf, {
    table: 'sessions',
    clear: { clientId: 'client_id', date: 'date' },
    sealed: [
      'purpose',
      'footwear',
      'speedMs',
      'inclinePct',
      'painBefore',
      'painDuring',
      'painAfter',
      'painNextDay',
      'notes',
    ],
    check: checkSession,
    words: wordsOf,
  });
  return {
    add: table.add,
    change: table.change,
    get: table.get,
    listFor: (clientId) => table.list('WHERE client_id = ? ORDER BY date DESC, created_at DESC, id', clientId),
    latest: (limit) => table.list('ORDER BY date DESC, created_at DESC, id LIMIT ?', limit),
    words: () => table.list('').map(wordsOf),
  };
}

function wordsOf({ id, clientId, purpose, footwear, notes }: Session): Words {
  return { kind: 'session', id, clientId, title: '', text: `${purpose} ${footwear} ${notes}` };
}
