// Looks at a film's file before ffmpeg does, so that the everyday mistakes get their own sentence.
import { constants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { GaitError } from '../../core/errors.ts';

/**
 * Makes sure that there is a readable, non-empty file.
 * @returns its absolute path
 * @throws GaitError `video-not-found`, `video-is-folder`, `video-empty`, `video-unreadable`
 */
export async function checkInput(file: string): Promise<string> {
  const path = resolve(file);
  try {
    const about = await stat(path);
    if (about.isDirectory()) throw folderError(path);
    if (!about.isFile())
      throw new GaitError('video-unreadable', `${basename(path)} is a device, not a film; name the film's own file.`);
    if (about.size === 0) throw emptyError(path);
    await access(path, constants.R_OK);
    return path;
  } catch (error) {
    throw error instanceof GaitError ? error : explainOpenError(path, error);
  }
}

/** True when a file begins as mp4 and mov do, with a box whose name is known, whatever its own name says. */
export async function looksLikeMp4(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return /^(ftyp|moov|mdat|wide|free|skip|pnot)$/.test(buffer.toString('latin1', 4, bytesRead));
  } finally {
    await handle.close();
  }
}

/** The sentence for a file that the system would not open. */
export function explainOpenError(path: string, cause: unknown): GaitError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  const name = basename(path);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new GaitError('video-not-found', `There is no film at ${path}; check the name and the folder.`, { cause });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    const text = `${name} may not be read by this user; change its permissions or copy it into a folder of your own.`;
    return new GaitError('video-unreadable', text, { cause });
  }
  const text = `${name} could not be read from the disk (${String(code ?? cause)}); copy it to this computer and try again.`;
  return new GaitError('video-unreadable', text, { cause });
}

function folderError(path: string): GaitError {
  return new GaitError('video-is-folder', `${path} is a folder; name the film inside it.`);
}

function emptyError(path: string): GaitError {
  return new GaitError('video-empty', `${basename(path)} is empty (0 bytes); copy it from the camera again.`);
}
