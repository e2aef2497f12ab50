// Brings a database to the newest schema, step by step, after copying it.
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { diskTrouble } from '../export/diskTrouble.ts';
import { ownMark } from '../export/leftBehind.ts';
import type { LibraryDb } from './libraryDb.ts';
import { MIGRATIONS } from './schema.ts';

/**
 * Takes every step that is missing, all in one transaction. A database that already holds something is copied first.
 * @param copies the folder for the copy; made when needed
 * @returns the copy's file, or null when there was nothing to keep
 * @throws GaitError `library-newer` for a database of a later OpenStride; it is not touched; `disk-full`, `not-writable` when there is
 * no room for the copy: then nothing is changed
 */
export async function migrate(
  db: LibraryDb,
  copies: string,
  migrations: readonly string[] = MIGRATIONS,
): Promise<string | null> {
  const from = versionOf(db);
  if (from > migrations.length) {
    const message = `This library was written by a newer OpenStride (schema ${from}; this one knows ${migrations.length}). Update OpenStride.`;
    throw new GaitError('library-newer', message);
  }
  if (from === migrations.length) return null;
  const copy = from === 0 ? null : await copyBefore(db, from, copies);
  db.write(() => {
    // Another process may have been faster; user_version is read again inside the transaction.
    for (let version = versionOf(db); version < migrations.length; version++) {
      db.exec(migrations[version]!);
      db.pragma(`user_version = ${version + 1}`);
    }
  });
  return copy;
}

/** Schema version of a database; 0 = empty. */
export function versionOf(db: LibraryDb): number {
  return Number(db.pragma('user_version'));
}

async function copyBefore(db: LibraryDb, version: number, copies: string): Promise<string> {
  const copy = path.join(copies, `before-schema-${version + 1}.db`);
  const part = `${copy}.${ownMark()}.part`;
  try {
    await mkdir(copies, { recursive: true });
    await db.copyTo(part);
    await rename(part, copy);
    return copy;
  } catch (error) {
    for (const end of ['', '-journal']) await rm(part + end, { force: true }).catch(() => {}); // the first trouble counts
    throw diskTrouble(error, copies);
  }
}
