// Turns what the operating system says of a disk into a sentence for the person.

import { GaitError } from '../../core/errors.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const NOT_WRITABLE = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'EISDIR',
  'ENOENT',
  'ENAMETOOLONG',
  'EINVAL',
  'ELOOP',
  'EBUSY',
  'ENODEV',
  'EIO',
]);

/**
 * The error to throw for a failed write.
 * @param error what the operating system or another room threw
 * @param path what was to be written
 * @returns GaitError `disk-full` or `not-writable`; other errors as they are
 */
export function diskTrouble(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (error instanceof GaitError || code === undefined) return error;
  if (FULL.has(code)) return diskFull(path, error);
  if (!NOT_WRITABLE.has(code)) return error;
  const message = `${path} cannot be written (${code}); choose a folder that you may write to.`;
  return new GaitError('not-writable', message, { cause: error });
}

/** The error for a disk or quota without room; for programs of ours that only say so in words. */
export function diskFull(path: string, cause?: unknown): GaitError {
  const message = `There is no room left to write ${path}; free some space or choose another folder. Nothing was left half-written.`;
  return new GaitError('disk-full', message, { cause });
}
