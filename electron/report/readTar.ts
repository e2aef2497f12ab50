// Unpacks the plain tar archives inside @sparticuz/chromium: files, folders and links to neighbours, nothing else.

import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';

/** A tar archive is 512-byte blocks (POSIX.1-1988 ustar). */
const BLOCK = 512;

interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly linkTo: string;
  readonly mode: number;
  readonly bytes: Uint8Array;
}

/**
 * Writes an archive's content into a folder that exists.
 * @throws Error when an entry would land outside the folder
 */
export async function unpackTar(archive: Uint8Array, folder: string): Promise<void> {
  for (const entry of entries(archive)) {
    const path = join(folder, normalize(entry.name));
    if (path !== folder && !path.startsWith(folder + sep))
      throw new Error(`tar entry outside its folder: ${entry.name}`);
    await mkdir(entry.kind === 'folder' ? path : dirname(path), { recursive: true });
    if (entry.kind === 'file') await writeFile(path, entry.bytes, { mode: entry.mode });
    if (entry.kind === 'link' && !entry.linkTo.includes('/')) await symlink(entry.linkTo, path);
  }
}

function* entries(archive: Uint8Array): Generator<Entry> {
  let at = 0;
  while (at + BLOCK <= archive.length && archive[at] !== 0) {
    const header = Buffer.from(archive.buffer, archive.byteOffset + at, BLOCK);
    const text = (from: number, length: number) => header.toString('utf8', from, from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12), 8) || 0;
    const prefix = text(257, 5) === 'ustar' ? text(345, 155) : '';
    yield {
      name: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
      kind: KINDS[text(156, 1)] ?? 'other',
      linkTo: text(157, 100),
      mode: Number.parseInt(text(100, 8), 8) & 0o777,
      bytes: archive.subarray(at + BLOCK, at + BLOCK + size),
    };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

const KINDS: Readonly<Record<string, Entry['kind']>> = { '': 'file', '0': 'file', '5': 'folder', '2': 'link' };
