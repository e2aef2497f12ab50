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
  const timeout = options.busyWaitMs ?? BUSY_WAIT_MS;
  const sqlite = guard(() => open(file, { timeout, readonly: options.readonly ?? false }));
  try {
    guard(() => setUp(sqlite, options.readonly ?? false));
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return wrap(sqlite);
}

function setUp(sqlite: Database, readonly: boolean): void {
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('trusted_schema = OFF');
  if (readonly) return;
  sqlite.pragma('auto_vacuum = INCREMENTAL'); // holds for new files only; must come before the first table
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
