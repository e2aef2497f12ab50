// Turns what SQLite says into a sentence for the person.
import { GaitError, type GaitErrorCode } from '../../core/errors.ts';

const SENTENCES: readonly [RegExp, GaitErrorCode, string][] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'library-busy',
    'Another program is writing to the library; nothing was changed. Try again.',
  ],
  [
    /^SQLITE_FULL|^SQLITE_IOERR_(WRITE|FSYNC|SHMSIZE)/,
    'disk-full',
    'There is no room left for the library; nothing was changed. Free some space.',
  ],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'library-damaged', 'The library file is damaged. Restore the last backup.'],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH|IOERR)/,
    'not-writable',
    'The library cannot be read or written; choose a folder that you may write to.',
  ],
];

/**
 * @param error what was thrown
 * @returns GaitError for a failing world, anything else as it is
 */
export function sqliteTrouble(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof GaitError || typeof code !== 'string') return error;
  const known = SENTENCES.find(([pattern]) => pattern.test(code));
  return known ? new GaitError(known[1], `${known[2]} (${code})`, { cause: error }) : error;
}
