// Which code looks at films: what an interrupted run had finished is worth nothing to code that would have seen it otherwise.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What looks at films. A bundle does not say which of its files that is: all of them then. */
const FOLDERS = import.meta.url.endsWith('.ts') ? ['../pose/', '../video/'] : ['./'];

let own: Promise<string> | null = null;

/**
 * SHA-256 of the code that looks at films here. A version number in its place would have to be raised by hand with every change to the pose
 * code, and the day it is forgotten a film would be half seen by the old code and half by the new.
 */
export function codeHash(): Promise<string> {
  own ??= hashCode(FOLDERS.map((folder) => fileURLToPath(new URL(folder, import.meta.url))));
  return own;
}

/** SHA-256 of every script in folders, by name and content, wherever the folders lie. */
export async function hashCode(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.[cm]?[jt]sx?$/.test(name));
    for (const name of names.sort()) {
      const content = await readFile(path.join(folder, name));
      hash.update(`${name.replaceAll(path.sep, '/')}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
