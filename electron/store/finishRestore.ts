// The last step of a restore, which can also be made after a crash.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { diskTrouble } from '../export/diskTrouble.ts';
import { syncFolder } from './libraryFolder.ts';

const DATABASE = 'library.db';

/**
 * Puts a restored library in its place when the program was killed just before; called at every opening. A place that holds no
 * database is free: whoever wanted to open the library may have made the folder and its lock.
 * @throws GaitError `not-writable`, `disk-full`
 */
export async function finishRestore(root: string): Promise<void> {
  const place = path.resolve(root);
  const from = restored(place);
  if (!existsSync(from) || existsSync(path.join(place, DATABASE))) return;
  try {
    if (existsSync(place)) await moveInto(from, place);
    else await move(from, place);
    syncFolder(path.dirname(place));
  } catch (error) {
    throw diskTrouble(error, place);
  }
}

/** Where a restored library waits, whole and checked. */
export function restored(place: string): string {
  return `${place}.restored`;
}

/** The database last: as long as it is not there, this is done again. */
async function moveInto(from: string, place: string): Promise<void> {
  await mkdir(place, { recursive: true });
  const names = (await readdir(from)).filter((name) => name !== DATABASE);
  for (const name of [...names, DATABASE]) {
    await rmdir(path.join(place, name)).catch(() => {}); // only an empty folder
    await move(path.join(from, name), path.join(place, name));
  }
  syncFolder(place);
  await rmdir(from);
}

/** Two programs that start at once may both do it. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || !existsSync(to)) throw error;
  }
}
