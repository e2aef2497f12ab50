// Finds people and sessions by words: an index that lives in memory only, made by decrypting names, codes and notes at opening.
import { randomUUID } from 'node:crypto';
import type { LibraryDb } from './libraryDb.ts';
import { openDb } from './libraryDb.ts';

export interface Words {
  readonly kind: 'client' | 'injury' | 'session';
  readonly id: string;
  readonly clientId: string;
  /** Name and code: these count more than notes. */
  readonly title: string;
  readonly text: string;
}

export interface SearchHit {
  readonly kind: Words['kind'];
  readonly id: string;
  readonly clientId: string;
  /** A few words around the place, found words in ‹ ›. */
  readonly excerpt: string;
}

export interface SearchIndex {
  put(words: Words): void;
  remove(id: string): void;
  removeClient(clientId: string): void;
  /** Every word of the query must be there, the beginnings of words count; the best first. */
  search(query: string, limit?: number): readonly SearchHit[];
  close(): void;
}

const TABLE = `CREATE VIRTUAL TABLE words USING fts5(
  kind UNINDEXED, id UNINDEXED, client_id UNINDEXED, title, text,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TABLE places (id TEXT PRIMARY KEY, client_id TEXT NOT NULL, place INTEGER NOT NULL) STRICT;
CREATE INDEX places_of_client ON places (client_id)`;

/**
 * @param readAll every searchable text of the library, read again whenever somebody else has written
 */
export async function openSearch(library: LibraryDb, readAll: () => Iterable<Words>): Promise<SearchIndex> {
  const memory = await openDb(':memory:');
  memory.exec(TABLE);
  let known = textRevision(library);
  fill(memory, readAll());
  const step = (change: () => void): void => {
    change();
    known = randomUUID();
    library.run("INSERT OR REPLACE INTO library (name, value) VALUES ('text-revision', ?)", known);
  };
  return {
    put: (words) => step(() => put(memory, words)),
    remove: (id) => step(() => remove(memory, id)),
    removeClient: (clientId) =>
      step(() => {
        for (const row of memory.all('SELECT id FROM places WHERE client_id = ?', clientId))
          remove(memory, String(row.id));
      }),
    search: (query, limit = 20) => {
      const revision = textRevision(library);
      if (revision !== known) fill(memory, readAll()); // another process wrote, or a write of ours was taken back
      known = revision;
      return find(memory, query, limit);
    },
    close: () => memory.close(),
  };
}

/** Another one after every change to what can be searched, by any process; a change that was taken back leaves the former one. */
function textRevision(library: LibraryDb): string {
  return String(library.get("SELECT value FROM library WHERE name = 'text-revision'")?.value ?? '');
}

function fill(memory: LibraryDb, all: Iterable<Words>): void {
  memory.write(() => {
    memory.run('DELETE FROM words');
    memory.run('DELETE FROM places');
    for (const words of all) insert(memory, words);
  });
}

function put(memory: LibraryDb, words: Words): void {
  memory.write(() => {
    remove(memory, words.id);
    insert(memory, words);
  });
}

function insert(memory: LibraryDb, { kind, id, clientId, title, text }: Words): void {
  memory.run(
    'INSERT INTO words (kind, id, client_id, title, text) VALUES (?, ?, ?, ?, ?)',
    kind,
    id,
    clientId,
    title,
    text,
  );
  memory.run('INSERT INTO places (id, client_id, place) VALUES (?, ?, last_insert_rowid())', id, clientId);
}

function remove(memory: LibraryDb, id: string): void {
  memory.run('DELETE FROM words WHERE rowid = (SELECT place FROM places WHERE id = ?)', id);
  memory.run('DELETE FROM places WHERE id = ?', id);
}

function find(memory: LibraryDb, query: string, limit: number): readonly SearchHit[] {
  const match = matchOf(query);
  if (match === null) return [];
  const sql = `SELECT kind, id, client_id, snippet(words, -1, '‹', '›', '…', 12) AS excerpt
    FROM words WHERE words MATCH ? ORDER BY bm25(words, 0, 0, 0, 10, 1) LIMIT ?`;
  return memory.all(sql, match, limit).map((row) => ({
    kind: row.kind as Words['kind'],
    id: String(row.id),
    clientId: String(row.client_id),
    excerpt: String(row.excerpt),
  }));
}

/** What the person typed as an FTS5 expression: words only, so that no sign of theirs is taken for an operator. */
function matchOf(query: string): string | null {
  const words = query.match(/[\p{L}\p{N}\p{M}]+/gu);
  return words ? words.map((word) => `"${word}"*`).join(' ') : null;
}
