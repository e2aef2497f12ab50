// One copy of OpenStride per library: a file that the system keeps locked for as long as this program lives.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { diskTrouble } from '../export/diskTrouble.ts';
import { loadSqlite } from '../store/loadSqlite.ts';
import { sqliteTrouble } from '../store/sqliteTrouble.ts';

export interface LibraryLock {
  /** Lets another copy open the library. Safe to call twice. */
  release(): void;
}

/** An empty database of its own. Nobody else may open it: on Unix, closing it anywhere in this program gives the lock away. */
const FILE = '.openstride-lock';

/**
 * Opens a library for this program alone. The lock is SQLite's own, so the system takes it back however the program ends: nothing is
 * left behind by a crash, nothing has to be waited for, and of many copies started at once exactly one gets it.
 * Fails: on network shares that do not lock files; a library there is not safe in any way.
 * @param folder made when it is not there
 * @throws GaitError `library-in-use` when another copy has it open, `not-writable`, `disk-full`, `library-unsupported`
 */
export async function lockLibrary(folder: string): Promise<LibraryLock> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw diskTrouble(error, folder);
  });
  const open = await loadSqlite();
  try {
    const held = open(path.join(folder, FILE), { timeout: 0 });
    try {
      held.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      held.close();
      throw error;
    }
    return { release: () => void held.close() };
  } catch (error) {
    const trouble = sqliteTrouble(error);
    throw trouble instanceof GaitError && trouble.code === 'library-busy' ? inUse(error) : trouble;
  }
}

function inUse(cause: unknown): GaitError {
  return new GaitError(
    'library-in-use',
    'This library is already open in another OpenStride. Go on there, or close it first; a library is opened by one at a time.',
    { cause },
  );
}
