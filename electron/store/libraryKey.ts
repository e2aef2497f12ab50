// The library's own key: drawn once, kept in the library under the key that the clinician holds.
import { randomBytes, randomUUID } from 'node:crypto';
import { GaitError } from '../../core/errors.ts';
import type { KeyPort } from './keyPort.ts';
import type { LibraryDb } from './libraryDb.ts';
import { type Sealer, sealer } from './seal.ts';

const PLACE = 'library/key';

/**
 * Unlocks the library; a new one gets its key here.
 * @throws GaitError `wrong-key`; nothing was read or changed
 */
export async function unlockLibrary(db: LibraryDb, port: KeyPort): Promise<Sealer> {
  if (!read(db, 'key')) await setNewKey(db, port);
  return sealer(await openKey(db, port));
}

/** Puts the library under another passphrase or file; the data need not be written again. @throws GaitError `wrong-key` */
export async function changeKey(db: LibraryDb, from: KeyPort, to: KeyPort): Promise<void> {
  const key = await openKey(db, from);
  const salt = randomBytes(16);
  const wrapped = sealer(await to.unlock(salt)).seal(key, PLACE);
  db.write(() => {
    write(db, 'salt', salt);
    write(db, 'key', wrapped);
  });
}

/** The library's own name, the same in every copy of it. */
export function libraryId(db: LibraryDb): string {
  return String(db.get("SELECT value FROM library WHERE name = 'id'")?.value);
}

async function setNewKey(db: LibraryDb, port: KeyPort): Promise<void> {
  const salt = randomBytes(16);
  const wrapped = sealer(await port.unlock(salt)).seal(randomBytes(32), PLACE);
  db.write(() => {
    if (read(db, 'key')) return; // another process was faster
    write(db, 'id', randomUUID());
    write(db, 'salt', salt);
    write(db, 'key', wrapped);
  });
}

async function openKey(db: LibraryDb, port: KeyPort): Promise<Uint8Array> {
  const salt = read(db, 'salt');
  const wrapped = read(db, 'key');
  if (!salt || !wrapped) throw new GaitError('library-damaged', 'The library has lost its key.');
  const held = await port.unlock(salt);
  try {
    return sealer(held).open(wrapped, PLACE);
  } catch (error) {
    throw new GaitError('wrong-key', 'This passphrase or key does not open the library.', { cause: error });
  }
}

function read(db: LibraryDb, name: string): Uint8Array | null {
  const value = db.get('SELECT value FROM library WHERE name = ?', name)?.value;
  return value instanceof Uint8Array ? value : null;
}

function write(db: LibraryDb, name: string, value: string | Uint8Array): void {
  db.run('INSERT OR REPLACE INTO library (name, value) VALUES (?, ?)', name, value);
}
