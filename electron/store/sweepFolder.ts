// Removes what killed programs left half-made in a library's folder; part of every opening.
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isLeftBehind } from '../export/leftBehind.ts';
import { restored } from './finishRestore.ts';
import type { LibraryDb } from './libraryDb.ts';
import type { LibraryFolder } from './libraryFolder.ts';

/** Between a film's rename and its record another program may be: that takes seconds, not this long, ms. */
const UNKNOWN_FILM_MS = 3_600_000;

/**
 * Removes parts of files, staging folders of backups, exports, imports and restores, and films that no record knows.
 * @param alone nobody else has the library open: then nobody works on anything that is half-made
 */
export async function sweepFolder(db: LibraryDb, folder: LibraryFolder, alone: boolean): Promise<void> {
  await sweepRestores(folder.root, alone);
  await sweepNames(folder.work, /^(?:backup|export|import)-/, alone);
  for (const place of [folder.videos, folder.proxies, folder.thumbnails, folder.outgoing, folder.copies])
    await sweepNames(place, PART, alone);
  for (const job of await foldersIn(folder.work)) {
    await sweepNames(job, PART, alone);
    await sweepNames(path.join(job, 'pose'), PART, alone);
  }
  await sweepFilms(db, folder, alone);
}

/** Half a file: a film, its film for playback, a copy of the database with what SQLite keeps beside it. */
const PART = /\.part(?:\.mp4|-journal|-wal|-shm)?$/;

/** Folders beside the library into which a backup was being unpacked. */
export async function sweepRestores(root: string, alone: boolean): Promise<void> {
  const restoring = `${path.basename(root)}.restoring-`;
  const parent = path.dirname(root);
  // A parent that may not be read cannot have been restored into.
  for (const name of await readdir(parent).catch(() => []))
    if (name.startsWith(restoring)) await sweep(path.join(parent, name), alone);
  // Checked and never put in the place of what is there: nobody was told that it was restored.
  if (alone && existsSync(path.join(root, 'library.db'))) await rm(restored(root), { recursive: true, force: true });
}

/** Parts of a file that were left beside it, e.g. by a backup that was killed. */
export async function sweepParts(file: string): Promise<void> {
  const [folder, start] = [path.dirname(file), `.${path.basename(file)}.`];
  for (const name of await namesIn(folder))
    if (name.startsWith(start) && PART.test(name)) await sweep(path.join(folder, name), false);
}

async function sweepNames(folder: string, which: RegExp, alone: boolean): Promise<void> {
  for (const name of await namesIn(folder)) if (which.test(name)) await sweep(path.join(folder, name), alone);
}

async function sweep(file: string, alone: boolean): Promise<void> {
  const found = await stat(file).catch(() => null); // somebody else was quicker
  if (found && (alone || isLeftBehind(path.basename(file), found.mtimeMs)))
    await rm(file, { recursive: true, force: true });
}

async function sweepFilms(db: LibraryDb, folder: LibraryFolder, alone: boolean): Promise<void> {
  const known = new Set(db.all('SELECT sha256 FROM videos').map((row) => row.sha256));
  for (const place of alone ? [folder.videos, folder.proxies, folder.thumbnails] : [folder.videos])
    for (const name of await namesIn(place)) {
      const sha256 = /^([0-9a-f]{64})(\.|$)/.exec(name)?.[1];
      if (!sha256 || known.has(sha256)) continue;
      const file = path.join(place, name);
      const isOld = async () => Date.now() - (await stat(file)).ctimeMs > UNKNOWN_FILM_MS;
      if (alone || (await isOld())) await rm(file, { force: true });
    }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(folder, entry.name));
}

/** @returns nothing for a folder that is not there */
function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}
