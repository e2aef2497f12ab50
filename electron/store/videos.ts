// The films of the library: each content once, under its hash, never changed.
import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { diskTrouble } from '../export/diskTrouble.ts';
import { ownMark } from '../export/leftBehind.ts';
import { explainOpenError } from '../video/checkInput.ts';
import { hashFile } from '../video/hashFile.ts';
import type { LibraryDb } from './libraryDb.ts';
import { type LibraryFolder, syncFolder } from './libraryFolder.ts';

export interface StoredVideo {
  readonly sha256: string;
  readonly bytes: number;
  /** Where it lies now; absolute, never to be stored. */
  readonly file: string;
  /** Where the film for playback and the picture for lists belong; they may not be there yet. */
  readonly proxyFile: string;
  readonly thumbnailFile: string;
}

export interface VideoTrouble {
  readonly sha256: string;
  readonly trouble: 'missing' | 'changed';
}

export interface VideoStore {
  /**
   * Copies a film in; the same content is stored once. The original is only read.
   * @param progress told the share that is done, 0–1
   * @throws GaitError `video-not-found`, `video-is-folder`, `video-empty`, `disk-full`, `not-writable`, `cancelled`; then nothing is left of it
   */
  takeIn(
    source: string,
    options?: { readonly signal?: AbortSignal; readonly progress?: (done: number) => void },
  ): Promise<StoredVideo>;
  /** @throws GaitError `record-missing` for a film the library never had */
  get(sha256: string): StoredVideo;
  /** How many there are, and their size. */
  total(): { readonly films: number; readonly bytes: number };
  /** Films that are not there or no longer what they were. @param thorough reads every byte; otherwise only sizes are compared */
  check(thorough: boolean, signal?: AbortSignal): Promise<readonly VideoTrouble[]>;
}

const PIECE_BYTES = 1 << 20;
/** Of thousands of films, one after another would take seconds. */
const SIZES_AT_ONCE = 64;

/** Opens the films. */
export function videoStore(db: LibraryDb, folder: LibraryFolder): VideoStore {
  const get = (sha256: string): StoredVideo => {
    const row = db.get('SELECT sha256, extension, bytes FROM videos WHERE sha256 = ?', sha256);
    if (!row) throw new GaitError('record-missing', `The library has no film ${sha256}.`);
    return storedVideo(folder, sha256, String(row.extension), Number(row.bytes));
  };
  return {
    get,
    takeIn: async (source, options = {}) => {
      const extension = extensionOf(source);
      const part = path.join(folder.videos, `.${ownMark()}.part`);
      try {
        const { sha256, bytes } = await copyAndHash(source, part, options);
        moveIn(db, folder, part, { sha256, extension, bytes });
        return get(sha256);
      } catch (error) {
        await rm(part, { force: true }).catch(() => {}); // the first trouble is the one to tell
        throw diskTrouble(error, folder.videos);
      }
    },
    total: () => {
      const row = db.get('SELECT count(*) AS films, coalesce(sum(bytes), 0) AS bytes FROM videos');
      return { films: Number(row?.films), bytes: Number(row?.bytes) };
    },
    check: async (thorough, signal) => {
      const films = db.all('SELECT sha256 FROM videos ORDER BY sha256').map((row) => get(String(row.sha256)));
      const found: VideoTrouble[] = [];
      const atOnce = thorough ? 1 : SIZES_AT_ONCE;
      for (let from = 0; from < films.length; from += atOnce) {
        const some = films.slice(from, from + atOnce);
        const troubles = await Promise.all(some.map((film) => troubleOf(film, thorough, signal)));
        for (const [i, trouble] of troubles.entries()) if (trouble) found.push({ sha256: some[i]!.sha256, trouble });
      }
      return found;
    },
  };
}

/** Into its place and into the records in one step, so that no removal of the same film can come in between. */
function moveIn(
  db: LibraryDb,
  folder: LibraryFolder,
  part: string,
  film: Pick<StoredVideo, 'sha256' | 'bytes'> & { readonly extension: string },
): void {
  const { sha256, bytes } = film;
  const known = () => db.get('SELECT extension FROM videos WHERE sha256 = ?', sha256);
  const file = () => storedVideo(folder, sha256, String(known()?.extension ?? film.extension), bytes).file;
  let moved = false;
  try {
    db.write(() => {
      renameSync(part, file()); // also over a damaged or doubtful file of that name: this content was just read and hashed
      moved = true;
      syncFolder(folder.videos);
      const sql = 'INSERT OR IGNORE INTO videos (sha256, extension, bytes, added_at) VALUES (?, ?, ?, ?)';
      db.run(sql, sha256, film.extension, bytes, new Date().toISOString());
      db.run("DELETE FROM removals WHERE what LIKE ? || '%'", sha256);
    });
  } catch (error) {
    if (moved && !known()) rmSync(file(), { force: true }); // no record came to know it
    throw error;
  }
}

/** Where a film of that content lies. */
export function storedVideo(folder: LibraryFolder, sha256: string, extension: string, bytes: number): StoredVideo {
  return {
    sha256,
    bytes,
    file: path.join(folder.videos, `${sha256}${extension}`),
    proxyFile: path.join(folder.proxies, `${sha256}.mp4`),
    thumbnailFile: path.join(folder.thumbnails, `${sha256}.jpg`),
  };
}

/** The name's ending, harmless and short, or ''. */
function extensionOf(source: string): string {
  const extension = path.extname(source).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : '';
}

async function copyAndHash(
  source: string,
  part: string,
  options: { readonly signal?: AbortSignal; readonly progress?: (done: number) => void },
): Promise<{ sha256: string; bytes: number }> {
  const from = await openSource(source);
  try {
    const { size } = await from.stat();
    const to = await open(part, 'wx');
    try {
      const hash = createHash('sha256');
      const piece = Buffer.allocUnsafe(PIECE_BYTES);
      let bytes = 0;
      for (;;) {
        if (options.signal?.aborted) throw new GaitError('cancelled', 'Taking in the film was cancelled.');
        const { bytesRead } = await from.read(piece, 0, PIECE_BYTES, bytes);
        if (bytesRead === 0) break;
        hash.update(piece.subarray(0, bytesRead));
        await to.writeFile(piece.subarray(0, bytesRead));
        bytes += bytesRead;
        options.progress?.(Math.min(1, bytes / size));
      }
      if (bytes === 0) throw new GaitError('video-empty', `${source} is empty.`);
      await to.sync();
      return { sha256: hash.digest('hex'), bytes };
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

async function openSource(source: string): Promise<FileHandle> {
  const handle = await open(source, 'r').catch((error) => {
    throw explainOpenError(source, error);
  });
  if ((await handle.stat()).isDirectory()) {
    await handle.close();
    throw new GaitError('video-is-folder', `${source} is a folder, not a film.`);
  }
  return handle;
}

async function troubleOf(
  video: StoredVideo,
  thorough: boolean,
  signal?: AbortSignal,
): Promise<VideoTrouble['trouble'] | null> {
  const found = await stat(video.file).catch(() => null);
  if (!found?.isFile()) return 'missing';
  if (found.size !== video.bytes) return 'changed';
  return thorough && (await hashFile(video.file, signal)) !== video.sha256 ? 'changed' : null;
}
