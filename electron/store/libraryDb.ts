// The database of a library: how it is opened, and the few ways in which it is read and written.
import type { Database, Statement } from 'better-sqlite3';
import { loadSqlite } from './loadSqlite.ts';
import { sqliteTrouble } from './sqliteTrouble.ts';

/** How long to wait for another process's write. Ours: longer than any write of ours, short enough to be told. */
const BUSY_WAIT_MS = 5000;

export type Value = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, Value>>;

/** Every failure comes out as a GaitError where the world failed. */
export interface LibraryDb {
  all(sql: string, ...values: Value[]): readonly Row[];
  get(sql: string, ...values: Value[]): Row | undefined;
  /** @returns rows changed */
  run(sql: string, ...values: Value[]): number;
  exec(sql: string): void;
  /** One transaction: all of it or nothing, on the disk when this returns. May be nested. */
  write<T>(work: () => T): T;
  pragma(text: string): unknown;
  /** A copy of one moment, made while others read and write. */
  copyTo(file: string): Promise<void>;
  close(): void;
}

/**
 * Opens or makes a database file.
 * @throws GaitError `library-unsupported`, `library-busy`, `library-damaged`, `not-writable`, `disk-full`
 */
export async function openDb(
  file: string,
  options: { readonly readonly?: boolean; readonly busyWaitMs?: number } = {},
): Promise<LibraryDb> {
  const open = await loadSqlite();
  const settings = { timeout: options.busyWaitMs ?? BUSY_WAIT_MS, readonly: options.readonly ?? false };
  return guard(() => {
    try {
      return wrap(setUp(open(file, settings), settings.readonly, false));
    } catch (error) {
      // On a disk so full that the memory shared with other programs finds no room, we need none alone, and can at least read.
      if ((error as { code?: unknown }).code !== 'SQLITE_IOERR_SHMSIZE') throw error;
      return wrap(setUp(open(file, settings), settings.readonly, true));
    }
  });
}

/** @param alone no other program can read or write as long as it is open */
function setUp(sqlite: Database, readonly: boolean, alone: boolean): Database {
  try {
    if (alone) sqlite.pragma('locking_mode = EXCLUSIVE');
    setPragmas(sqlite, readonly);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function setPragmas(sqlite: Database, readonly: boolean): void {
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('trusted_schema = OFF');
  if (readonly) return;
  // For new files only, before the first table; on an old one it would write, and so wait for whoever writes.
  if (sqlite.pragma('page_count', { simple: true }) === 0) sqlite.pragma('auto_vacuum = INCREMENTAL');
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL'); // a commit survives a power cut, not only a crash
  sqlite.pragma('secure_delete = ON');
  sqlite.pragma('temp_store = MEMORY');
}

function wrap(sqlite: Database): LibraryDb {
  const statements = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = sqlite.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    all: (sql, ...values) => guard(() => prepare(sql).all(...values) as Row[]),
    get: (sql, ...values) => guard(() => prepare(sql).get(...values) as Row | undefined),
    run: (sql, ...values) => guard(() => prepare(sql).run(...values).changes),
    exec: (sql) => guard(() => void sqlite.exec(sql)),
    write: (work) => guard(() => sqlite.transaction(work).immediate()),
    pragma: (text) => guard(() => sqlite.pragma(text, { simple: true })),
    copyTo: async (file) => {
      try {
        await sqlite.backup(file);
      } catch (error) {
        throw sqliteTrouble(error);
      }
    },
    close: () => void sqlite.close(),
  };
}

function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw sqliteTrouble(error);
  }
}
