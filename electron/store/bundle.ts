// A library in one file: a list of what must be inside with its hashes, the database, and the films.
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { GaitError } from '../../core/errors.ts';
import { diskTrouble } from '../export/diskTrouble.ts';
import { ownMark } from '../export/leftBehind.ts';
import { hashFile } from '../video/hashFile.ts';
import type { KeyPort } from './keyPort.ts';
import { openDb } from './libraryDb.ts';
import { type LibraryFolder, libraryFolder, makeFolders, syncFolder } from './libraryFolder.ts';
import { unlockLibrary } from './libraryKey.ts';
import { versionOf } from './migrate.ts';
import { MIGRATIONS } from './schema.ts';
import { sweepParts } from './sweepFolder.ts';
import { listTar, type TarSource, takeOut, writeTar } from './tarFile.ts';
import { storedVideo } from './videos.ts';

const MANIFEST = z.object({
  format: z.literal('openstride.bundle/1'),
  kind: z.enum(['library', 'client']),
  madeAt: z.string(),
  /** Films that were missing or changed when it was made. */
  missing: z.array(z.string()),
  files: z.array(
    z.object({
      name: z.string().regex(/^(library\.db|videos\/[0-9a-f]{64}(\.[a-z0-9]{1,8})?)$/),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

export type Bundle = z.infer<typeof MANIFEST>;

/**
 * Writes a database and the films it names into one file; whole or not at all.
 * @param database a copy that nobody writes to
 * @param films where the films lie
 * @throws GaitError `disk-full`, `not-writable`, `cancelled`
 */
export async function writeBundle(
  file: string,
  input: { readonly kind: Bundle['kind']; readonly database: string; readonly films: LibraryFolder },
  signal?: AbortSignal,
): Promise<Bundle> {
  const { found, missing } = await filmsOf(input.database, input.films);
  const database = {
    name: 'library.db',
    bytes: (await stat(input.database)).size,
    sha256: await hashFile(input.database),
  };
  const files = [database, ...found.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))];
  const madeAt = new Date().toISOString();
  const bundle: Bundle = { format: 'openstride.bundle/1', kind: input.kind, madeAt, missing, files };
  const sources: TarSource[] = [
    { name: 'manifest.json', from: Buffer.from(JSON.stringify(bundle, null, 1)) },
    { name: 'library.db', from: { file: input.database, bytes: database.bytes } },
    ...found.map((film) => ({ name: film.name, from: { file: film.file, bytes: film.bytes } })),
  ];
  const part = path.join(path.dirname(file), `.${path.basename(file)}.${ownMark()}.part`);
  try {
    await sweepParts(file);
    const to = await open(part, 'w');
    try {
      await writeTar(to, sources, signal);
      await to.sync();
    } finally {
      await to.close();
    }
    await rename(part, file);
    syncFolder(path.dirname(file));
  } catch (error) {
    await rm(part, { force: true }).catch(() => {}); // the first trouble is the one to tell
    throw diskTrouble(error, file);
  }
  return bundle;
}

/**
 * Unpacks a bundle into a new folder and checks everything: every hash, the database's structure, and that the key opens it.
 * @param root must not be there; it is gone again when anything is wrong
 * @throws GaitError `backup-damaged`, `wrong-key`, `library-newer`, `disk-full`, `not-writable`
 */
export async function unpackBundle(file: string, root: string, key: KeyPort): Promise<Bundle> {
  const folder = libraryFolder(root);
  try {
    await mkdir(root, { mode: 0o700 }); // films lie in it as they are
    await makeFolders(folder);
    const bundle = await takeAllOut(file, folder);
    await checkDatabase(folder, key);
    for (const names of [folder.videos, folder.root]) syncFolder(names);
    return bundle;
  } catch (error) {
    await rm(root, { recursive: true, force: true });
    throw diskTrouble(error, root);
  }
}

async function takeAllOut(file: string, folder: LibraryFolder): Promise<Bundle> {
  const archive = await open(file, 'r').catch((error) => {
    throw new GaitError('backup-damaged', `${file} cannot be read.`, { cause: error });
  });
  try {
    const entries = await listTar(archive);
    const list = entries.find((entry) => entry.name === 'manifest.json');
    if (!list) throw new GaitError('backup-damaged', `${file} is not a file of OpenStride.`);
    const text = Buffer.alloc(list.bytes);
    await archive.read(text, 0, list.bytes, list.at);
    const bundle = readManifest(text.toString());
    for (const { name, sha256 } of bundle.files) {
      const entry = entries.find((e) => e.name === name);
      const out = entry && (await takeOut(file, entry, path.join(folder.root, name)));
      if (out !== sha256) throw new GaitError('backup-damaged', `${name} inside ${file} is missing or damaged.`);
    }
    return bundle;
  } finally {
    await archive.close();
  }
}

function readManifest(text: string): Bundle {
  try {
    return MANIFEST.parse(JSON.parse(text));
  } catch (error) {
    throw new GaitError('backup-damaged', 'The list of contents is damaged or of a newer OpenStride.', {
      cause: error,
    });
  }
}

async function checkDatabase(folder: LibraryFolder, key: KeyPort): Promise<void> {
  const db = await openDb(folder.database);
  try {
    if (versionOf(db) > MIGRATIONS.length)
      throw new GaitError('library-newer', 'The file was written by a newer OpenStride. Update OpenStride.');
    if (versionOf(db) === 0 || db.pragma('integrity_check') !== 'ok' || db.all('PRAGMA foreign_key_check').length > 0)
      throw new GaitError('backup-damaged', 'The database inside the file is damaged.');
    await unlockLibrary(db, key);
  } finally {
    db.close();
  }
}

async function filmsOf(database: string, films: LibraryFolder) {
  const db = await openDb(database);
  try {
    db.pragma('journal_mode = DELETE'); // one file, nothing beside it
    const rows = db.all('SELECT sha256, extension, bytes FROM videos ORDER BY sha256');
    const all = rows.map((r) => storedVideo(films, String(r.sha256), String(r.extension), Number(r.bytes)));
    const sizes = await Promise.all(
      all.map((film) =>
        stat(film.file).then(
          (s) => s.size,
          () => -1,
        ),
      ),
    );
    const found = all.filter((film, i) => sizes[i] === film.bytes);
    return {
      found: found.map((film) => ({ ...film, name: `videos/${path.basename(film.file)}` })),
      missing: all.filter((film, i) => sizes[i] !== film.bytes).map((film) => film.sha256),
    };
  } finally {
    db.close();
  }
}
