// One client with everything that belongs to them, to one file and from one file into another library.
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { ownMark } from '../export/leftBehind.ts';
import { type Bundle, unpackBundle, writeBundle } from './bundle.ts';
import type { KeyPort } from './keyPort.ts';
import type { LibraryDb, Row, Value } from './libraryDb.ts';
import { libraryFolder } from './libraryFolder.ts';
import { type Library, openLibrary } from './openLibrary.ts';
import { removeUnusedFilms } from './removals.ts';
import type { Sealer } from './seal.ts';

const OF_CLIENT = 'client_id = ?';
const OF_SESSION = 'session_id IN (SELECT id FROM sessions WHERE client_id = ?)';
const OF_CLIP = `clip_id IN (SELECT id FROM clips WHERE ${OF_SESSION})`;

/** Every table of a client in the order in which rows may be added, and which of its rows are theirs. */
const TABLES: readonly (readonly [table: string, rows: string])[] = [
  ['clients', 'id = ?'],
  ['injuries', OF_CLIENT],
  ['sessions', OF_CLIENT],
  ['videos', `sha256 IN (SELECT video_sha256 FROM clips WHERE ${OF_SESSION})`],
  ['clips', OF_SESSION],
  ['poses', OF_CLIP],
  ['results', OF_CLIP],
  ['edits', OF_CLIP],
  ['drawings', OF_CLIP],
  ['return_tests', OF_CLIENT],
  ['walk_run_stages', OF_CLIENT],
  ['reports', OF_SESSION],
];

/**
 * Writes one client to a file that another OpenStride can import.
 * @param key what will open the file; hand it over separately
 * @throws GaitError `record-missing`, `disk-full`, `not-writable`, `cancelled`
 */
export async function exportClient(
  library: Library,
  clientId: string,
  file: string,
  key: KeyPort,
  signal?: AbortSignal,
): Promise<Bundle> {
  library.clients.get(clientId);
  const root = path.join(library.folder.work, `export-${ownMark()}`);
  try {
    const other = await openLibrary(root, { key });
    try {
      copyClient(library, other, clientId);
    } finally {
      other.close();
    }
    const database = libraryFolder(root).database;
    return await writeBundle(file, { kind: 'client', database, films: library.folder }, signal);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/**
 * Takes the client of such a file into this library: all or nothing.
 * @returns the client's id
 * @throws GaitError `client-exists`, `backup-damaged`, `wrong-key`, `library-newer`, `disk-full`, `not-writable`
 */
export async function importClient(library: Library, file: string, key: KeyPort): Promise<string> {
  const root = path.join(library.folder.work, `import-${ownMark()}`);
  try {
    const bundle = await unpackBundle(file, root, key);
    if (bundle.kind !== 'client')
      throw new GaitError('backup-damaged', 'This is a backup of a whole library; restore it.');
    const other = await openLibrary(root, { key });
    try {
      return await takeOver(library, other);
    } finally {
      other.close();
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function takeOver(library: Library, other: Library): Promise<string> {
  const clientId = other.clients.list()[0]?.client.id;
  if (!clientId) throw new GaitError('backup-damaged', 'There is no client in this file.');
  const known = library.shelf.db.get('SELECT 1 AS known FROM clients WHERE id = ?', clientId);
  if (known) throw new GaitError('client-exists', 'This client is in the library already; remove the one here first.');
  const taken: string[] = [];
  try {
    for (const name of await readdir(other.folder.videos))
      taken.push((await library.videos.takeIn(path.join(other.folder.videos, name))).sha256);
    copyClient(other, library, clientId);
    return clientId;
  } catch (error) {
    await removeUnusedFilms(library.shelf.db, library.folder, taken).catch(() => {}); // else at the next opening
    throw error;
  }
}

function copyClient(from: Library, to: Library, clientId: string): void {
  to.shelf.db.write(() => {
    for (const [table, rows] of TABLES)
      for (const row of from.shelf.db.all(`SELECT * FROM ${table} WHERE ${rows}`, clientId))
        insert(to.shelf.db, table, reseal(table, row, from.shelf.sealer, to.shelf.sealer));
    for (const stores of [to.clients, to.injuries, to.sessions])
      for (const words of stores.words()) if (words.clientId === clientId) to.shelf.search?.put(words);
  });
}

function insert(db: LibraryDb, table: string, row: Row): void {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  // A film that both have is the same film.
  const orNot = table === 'videos' ? 'OR IGNORE ' : '';
  db.run(`INSERT ${orNot}INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(row));
}

function reseal(table: string, row: Row, from: Sealer, to: Sealer): Row {
  const again = (value: Value, place: string): Value => to.seal(from.open(value as Uint8Array, place), place);
  const place = `${table}/${row.id}`;
  return {
    ...row,
    ...(row.sealed ? { sealed: again(row.sealed, place) } : {}),
    ...(row.sealed_file ? { sealed_file: again(row.sealed_file, `${place}/file`) } : {}),
  };
}
