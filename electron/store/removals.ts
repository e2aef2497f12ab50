// Real deletion: the rows, then films that nobody uses any more, the copies of the database, and the space.
import { rm } from 'node:fs/promises';
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
 * @throws GaitError `library-busy` when another process holds the database; then the removal is done at the next opening
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
    if (table === 'clients') shelf.search?.removeClient(id);
    if (table === 'sessions') shelf.search?.remove(id);
    for (const film of films) dropUnused(db, 'sha256 = ?', String(film.video_sha256));
    db.run('INSERT OR IGNORE INTO removals (what) VALUES (?)', SPACE);
  });
  await finishRemovals(db, folder);
}

/** Forgets films that no clip uses and notes that their files must go. */
function dropUnused(db: LibraryDb, which: string, value: string): void {
  const unused = `FROM videos WHERE ${which} AND sha256 NOT IN (SELECT video_sha256 FROM clips)`;
  db.run(`INSERT OR IGNORE INTO removals (what) SELECT sha256 || extension ${unused}`, value);
  db.run(`DELETE ${unused}`, value);
}

/** Does what removals left to do; also at every opening. */
export async function finishRemovals(db: LibraryDb, folder: LibraryFolder): Promise<void> {
  // A film whose clip was never written down: the program was killed in between.
  const yesterday = new Date(Date.now() - DAY_MS).toISOString();
  const forgotten = 'SELECT 1 AS any FROM videos WHERE added_at < ? AND sha256 NOT IN (SELECT video_sha256 FROM clips)';
  if (db.get(forgotten, yesterday)) db.write(() => dropUnused(db, 'added_at < ?', yesterday));
  for (const row of db.all('SELECT what FROM removals WHERE what <> ?', SPACE)) {
    const [, sha256, extension] = /^([0-9a-f]{64})(.*)$/.exec(String(row.what)) ?? [];
    if (sha256 && !db.get('SELECT 1 AS known FROM videos WHERE sha256 = ?', sha256)) {
      const { file, proxyFile, thumbnailFile } = storedVideo(folder, sha256, extension ?? '', 0);
      for (const gone of [file, proxyFile, thumbnailFile]) await rm(gone, { force: true });
    }
    db.run('DELETE FROM removals WHERE what = ?', String(row.what));
  }
  if (!db.get('SELECT 1 AS due FROM removals WHERE what = ?', SPACE)) return;
  await rm(folder.copies, { recursive: true, force: true }); // they hold what was removed
  db.exec('PRAGMA incremental_vacuum'); // works page by page for as long as it is asked, so not through pragma()
  db.run('DELETE FROM removals WHERE what = ?', SPACE);
  db.pragma('wal_checkpoint(TRUNCATE)');
}
