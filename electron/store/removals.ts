// Real deletion: the rows, then films that nobody uses any more, the copies of the database, and the space.
import { rm } from 'node:fs/promises';
import type { LibraryDb } from './libraryDb.ts';
import type { LibraryFolder } from './libraryFolder.ts';
import type { Shelf } from './recordTable.ts';
import { storedVideo } from './videos.ts';

/** What must still be done on the disk is written down with the deletion, so that a crash between the two is made good. */
const SPACE = 'space';

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
    db.run(`DELETE FROM ${table} WHERE id = ?`, id);
    if (table === 'clients') shelf.search?.removeClient(id);
    if (table === 'sessions') shelf.search?.remove(id);
    const unused = 'FROM videos WHERE sha256 NOT IN (SELECT video_sha256 FROM clips)';
    db.run(`INSERT OR IGNORE INTO removals (what) SELECT sha256 || extension ${unused}`);
    db.run(`DELETE ${unused}`);
    db.run('INSERT OR IGNORE INTO removals (what) VALUES (?)', SPACE);
  });
  await finishRemovals(db, folder);
}

/** Does what removals left to do; also at every opening. */
export async function finishRemovals(db: LibraryDb, folder: LibraryFolder): Promise<void> {
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
  db.run('DELETE FROM removals WHERE what = ?', SPACE);
  db.pragma('incremental_vacuum');
  db.pragma('wal_checkpoint(TRUNCATE)');
}
