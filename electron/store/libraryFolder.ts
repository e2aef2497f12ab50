// Where things lie in a library's folder. Everything is found from the folder, so the folder can be moved.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { diskTrouble } from '../export/diskTrouble.ts';

export interface LibraryFolder {
  readonly root: string;
  readonly database: string;
  readonly videos: string;
  readonly proxies: string;
  readonly thumbnails: string;
  /** Backups and exports that a browser has yet to fetch; emptied at every start of the program. */
  readonly outgoing: string;
  /** For jobs: what can be made again, or goes on after a crash. Not part of a backup. */
  readonly work: string;
  /** Copies of the database made before its schema changed. */
  readonly copies: string;
}

/** @param root the folder that the clinician chose */
export function libraryFolder(root: string): LibraryFolder {
  const at = (name: string) => path.join(path.resolve(root), name);
  return {
    root: path.resolve(root),
    database: at('library.db'),
    videos: at('videos'),
    proxies: at('proxies'),
    thumbnails: at('thumbnails'),
    outgoing: at('outgoing'),
    work: at('work'),
    copies: at('copies'),
  };
}

/** Makes what is not there yet. @throws GaitError `disk-full`, `not-writable` */
export async function makeFolders(folder: LibraryFolder): Promise<void> {
  try {
    for (const place of [folder.videos, folder.proxies, folder.thumbnails, folder.outgoing, folder.work])
      await mkdir(place, { recursive: true });
  } catch (error) {
    throw diskTrouble(error, folder.root);
  }
}

/** Puts a folder's list of names on the disk, so that a rename survives a power cut. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return; // Windows cannot open a folder as a file; NTFS keeps names in its journal
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
