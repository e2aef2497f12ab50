// The whole library to one file while it is in use, and back again after a check.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { diskTrouble } from '../export/diskTrouble.ts';
import { ownMark } from '../export/leftBehind.ts';
import { lockLibrary } from '../jobs/libraryLock.ts';
import { type Bundle, unpackBundle, writeBundle } from './bundle.ts';
import { finishRestore, restored } from './finishRestore.ts';
import type { KeyPort } from './keyPort.ts';
import type { Library } from './openLibrary.ts';
import { sweepRestores } from './sweepFolder.ts';

/**
 * Writes records and films, as they are at this moment, to one file. Personal data stay sealed under the library's key; films are
 * as they are. Films for playback and thumbnails are left out: they can be made again.
 * @returns what is inside, and films that could not be found
 * @throws GaitError `disk-full`, `not-writable`, `cancelled`; an older backup of that name is untouched then
 */
export async function backUp(library: Library, file: string, signal?: AbortSignal): Promise<Bundle> {
  const copy = path.join(library.folder.work, `backup-${ownMark()}.db`);
  try {
    await library.shelf.db.copyTo(copy);
    return await writeBundle(file, { kind: 'library', database: copy, films: library.folder }, signal);
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(copy + end, { force: true });
  }
}

/**
 * Puts a backup in the place of a library, which nobody may have open. Everything is unpacked and checked first; the library
 * that was there is kept beside it.
 * @returns what is inside, and where the former library now is (null when there was none)
 * @throws GaitError `library-in-use`, `backup-damaged`, `wrong-key`, `library-newer`, `disk-full`, `not-writable`; nothing was
 * replaced then
 */
export async function restoreBackup(
  file: string,
  root: string,
  key: KeyPort,
): Promise<{ readonly bundle: Bundle; readonly former: string | null }> {
  const place = path.resolve(root);
  const lock = existsSync(place) ? await lockLibrary(place) : null;
  try {
    await sweepRestores(place, false);
    const unpacked = `${place}.restoring-${ownMark()}`;
    const bundle = await unpackBundle(file, unpacked, key);
    if (bundle.kind !== 'library') {
      await rm(unpacked, { recursive: true, force: true });
      throw new GaitError('backup-damaged', 'This file holds one client, not a whole library; import it instead.');
    }
    await rm(restored(place), { recursive: true, force: true });
    await rename(unpacked, restored(place)); // from here on it is known to be whole
    // Windows moves no folder with an open file in it; there a library that somebody opens right now cannot be moved either.
    if (process.platform === 'win32') lock?.release();
    const former = existsSync(place) ? formerPlace(place, bundle) : null;
    if (former) await rename(place, former);
    await finishRestore(place);
    return { bundle, former };
  } catch (error) {
    throw diskTrouble(error, place);
  } finally {
    lock?.release();
  }
}

function formerPlace(place: string, { madeAt }: Bundle): string {
  return `${place}.before-restore-${madeAt.replace(/\W/g, '')}-${randomUUID().slice(0, 8)}`;
}
