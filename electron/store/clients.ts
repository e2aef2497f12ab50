// The clinic's clients: everything about the person is sealed.
import { checkClient } from '../../core/records/checkRecords.ts';
import type { Client, Fresh } from '../../core/records/records.ts';
import { recordTable, type Shelf } from './recordTable.ts';
import type { Words } from './searchIndex.ts';

/** A client with what a list shows beside the name. */
export interface ClientInList {
  readonly client: Client;
  readonly sessions: number;
  /** Date of the last session, or null. */
  readonly lastSession: string | null;
}

export interface ClientStore {
  add(client: Fresh<Client>): Client;
  change(id: string, fields: Partial<Fresh<Client>>): Client;
  /** @throws GaitError `record-missing` */
  get(id: string): Client;
  /** All of them by name, without regard to case or accents. */
  list(): readonly ClientInList[];
  /** Everything that can be searched. */
  words(): readonly Words[];
}

const BY_NAME = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Opens the table of clients. */
export function clientStore(shelf: Shelf): ClientStore {
  const table = recordTable<Client>(shelf, {
    table: 'clients',
    clear: {},
    sealed: ['code', 'name', 'birthDate', 'sex', 'heightM', 'massKg', 'notes'],
    check: checkClient,
    listedWhole: true,
    words: wordsOf,
  });
  return {
    add: table.add,
    change: table.change,
    get: table.get,
    list: () =>
      shelf.db
        .all(
          `SELECT clients.*, count(sessions.id) AS sessions, max(sessions.date) AS last_session
           FROM clients LEFT JOIN sessions ON sessions.client_id = clients.id GROUP BY clients.id`,
        )
        .map((row) => ({
          client: table.fromRow(row),
          sessions: Number(row.sessions),
          lastSession: row.last_session as string | null,
        }))
        .sort((a, b) => BY_NAME.compare(a.client.name || a.client.code, b.client.name || b.client.code)),
    words: () => table.list('').map(wordsOf),
  };
}

function wordsOf(client: Client): Words {
  const { id, name, code, notes } = client;
  return { kind: 'client', id, clientId: id, title: `${name} ${code}`, text: notes };
}
