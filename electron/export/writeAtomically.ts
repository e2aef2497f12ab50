// Writes a file whole or not at all: under another name beside it, to the disk, and then renamed.

import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { diskTrouble } from './diskTrouble.ts';

/** A file's content: as one piece, or in pieces that are never held all at once. */
export type FileContent = string | Uint8Array | Iterable<string>;

/** Pieces are gathered to about this many characters per write: a table's lines one by one would be slow. */
const WRITE_SIZE = 1 << 18;

let written = 0;

/**
 * Writes a file so that nobody ever sees a part of it; an older file of that name is replaced in one step.
 * @throws GaitError `disk-full`, `not-writable`, `cancelled`; nothing of the new file is left then, and the old one is untouched
 */
export async function writeAtomically(
  path: string,
  content: FileContent,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  written += 1;
  const part = join(dirname(path), `.${basename(path).slice(0, 60)}.${process.pid}-${written}.part`);
  try {
    const file = await open(part, 'wx');
    try {
      await writePieces(file, content, options.signal);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {}); // the first trouble is the one to tell
    throw diskTrouble(error, path);
  }
}

async function writePieces(file: FileHandle, content: FileContent, signal: AbortSignal | undefined): Promise<void> {
  for (const piece of pieces(content)) {
    if (signal?.aborted) throw new GaitError('cancelled', 'Writing the result was cancelled.');
    await file.writeFile(piece);
  }
}

function* pieces(content: FileContent): Generator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield content;
    return;
  }
  let gathered = '';
  for (const piece of content) {
    gathered += piece;
    if (gathered.length < WRITE_SIZE) continue;
    yield gathered;
    gathered = '';
  }
  yield gathered;
}
