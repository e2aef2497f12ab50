// Real deletion: the rows, then films that nobody uses any more, the copies of the database, and the space.
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { GaitError, type GaitErrorCode } from '../../core/errors.ts';
import type { LibraryDb } from './libraryDb.ts';
import type { LibraryFolder } from './libraryFolder.ts';
import type { Shelf } from './recordTable.ts';
import { storedVideo } from './videos.ts';

/** What must still be done on the disk is written down with the deletion, so that a crash between the two is made good. */
const SPACE = 'space';

const DAY_MS = 86_400_000;

const CLIPS_OF = {
  clients: 'JOIN sessions ON sessions.id = session_id WHERE client_id = ?',
  sessions: 'WHERE session_id = ?',
  clips: 'WHERE id = ?',
} as const;

/**
 * Removes a client, a session or a clip and all that hangs on it. After this the data cannot be read from the library's files:
 * freed pages are overwritten (secure_delete) and given back.
 * When another process holds the database from then on, the films and the space go at the next opening.
 * @throws GaitError `library-busy`, `disk-full`; nothing was removed then
 */
export async function removeForGood(
  shelf: Shelf,
  folder: LibraryFolder,
  table: 'clients' | 'sessions' | 'clips',
  id: string,
): Promise<void> {
  const { db } = shelf;
  db.write(() => {
    const films = db.all(`SELECT DISTINCT video_sha256 FROM clips ${CLIPS_OF[table]}`, id);
    db.run(`DELETE FROM ${table} WHERE id = ?`, id);
    shelf.opened.clear();
    if (table === 'clients') shelf.search?.removeClient(id);
    if (table === 'sessions') shelf.search?.remove(id);
    for (const film of films) dropUnused(db, 'sha256 = ?', String(film.video_sha256));
    db.run('INSERT OR IGNORE INTO removals (what) VALUES (?)', SPACE);
  });
  await finishRemovalsIfFree(db, folder);
}

/** Forgets films that no clip uses and notes that their files must go. */
function dropUnused(db: LibraryDb, which: string, value: string): void {
  const unused = `FROM videos WHERE ${which} AND sha256 NOT IN (SELECT video_sha256 FROM clips)`;
  db.run(`INSERT OR IGNORE INTO removals (what) SELECT sha256 || extension ${unused}`, value);
  db.run(`DELETE ${unused}`, value);
}

/** Removes those of the films that no clip uses, e.g. of an import that failed after them. */
export async function removeUnusedFilms(db: LibraryDb, folder: LibraryFolder, films: readonly string[]): Promise<void> {
  db.write(() => {
    for (const film of films) dropUnused(db, 'sha256 = ?', film);
  });
  await finishRemovalsIfFree(db, folder);
}

/**
 * Removes films whose clip was never written down because the program was killed in between; at every opening.
 * @param alone nobody else has the library open: then nobody is in between
 */
export function dropForgottenFilms(db: LibraryDb, alone: boolean): void {
  const before = new Date(Date.now() + (alone ? DAY_MS : -DAY_MS)).toISOString(); // a clock may have been set back meanwhile
  const forgotten = 'SELECT 1 AS any FROM videos WHERE added_at < ? AND sha256 NOT IN (SELECT video_sha256 FROM clips)';
  if (!db.get(forgotten, before)) return;
  try {
    db.write(() => dropUnused(db, 'added_at < ?', before));
  } catch (error) {
    laterIfItPasses(error);
  }
}

/** In one step with its note, so that the same film cannot be taken in again in between. */
function removeFilm(db: LibraryDb, folder: LibraryFolder, what: string): void {
  db.write(() => {
    if (db.run('DELETE FROM removals WHERE what = ?', what) === 0) return; // it was taken in again
    const [, sha256, extension] = /^([0-9a-f]{64})(.*)$/.exec(what) ?? [];
    if (!sha256 || db.get('SELECT 1 AS known FROM videos WHERE sha256 = ?', sha256)) return;
    const { file, proxyFile, thumbnailFile } = storedVideo(folder, sha256, extension ?? '', 0);
    for (const gone of [file, proxyFile, thumbnailFile]) rmSync(gone, { force: true });
  });
}

/** Does what removals left to do; also at every opening. What a busy or full disk does not allow now stays noted. */
export async function finishRemovalsIfFree(db: LibraryDb, folder: LibraryFolder): Promise<void> {
  await finishRemovals(db, folder).catch(laterIfItPasses);
}

/** Codes of troubles that pass. */
const PASSING: ReadonlySet<GaitErrorCode> = new Set(['library-busy', 'disk-full']);

function laterIfItPasses(error: unknown): void {
  if (!(error instanceof GaitError && PASSING.has(error.code))) throw error;
}

async function finishRemovals(db: LibraryDb, folder: LibraryFolder): Promise<void> {
  for (const row of db.all('SELECT what FROM removals WHERE what <> ?', SPACE))
    removeFilm(db, folder, String(row.what));
  if (!db.get('SELECT 1 AS due FROM removals WHERE what = ?', SPACE)) return;
  await rm(folder.copies, { recursive: true, force: true }); // they hold what was removed
  db.exec('PRAGMA incremental_vacuum'); // works page by page for as long as it is asked, so not through pragma()
  db.run('DELETE FROM removals WHERE what = ?', SPACE);
  db.pragma('wal_checkpoint(TRUNCATE)');
}
