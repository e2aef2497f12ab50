// Loads SQLite only where it runs: on an older Node its library brings the whole process down without a word.
import type { Database, Options } from 'better-sqlite3';
import { GaitError } from '../../core/errors.ts';

/** better-sqlite3 13 is built against Node-API 10, which came with Node 22.14. */
const LEAST_NAPI = 10;

export type OpenSqlite = (file: string, options?: Options) => Database;

/**
 * @returns opens a database file
 * @throws GaitError `library-unsupported` on a Node that is too old
 */
export async function loadSqlite(napi = Number(process.versions.napi)): Promise<OpenSqlite> {
  if (!(napi >= LEAST_NAPI)) {
    const message = `The library needs Node 22.14 or newer; this is Node ${process.versions.node}.`;
    throw new GaitError('library-unsupported', message);
  }
  const { default: Sqlite } = await import('better-sqlite3');
  return (file, options) => new Sqlite(file, options);
}
