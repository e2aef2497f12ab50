// An ffmpeg that tells on itself, or misbehaves on purpose: a shell script in front of the real one.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { BUNDLED_FFMPEG } from '../../support/makeClip.ts';

export interface Spy {
  /** Process number of the last run that had the word; NaN when there was none. */
  readonly pid: () => number;
  /** Removes the script. */
  readonly done: () => void;
}

/**
 * Puts the script in OPENSTRIDE_FFMPEG until the test's environment is restored. POSIX shells only.
 * @param word runs whose arguments hold it are noted and spoilt; others are passed on
 * @param spoil shell commands to run before, or instead of (`exit 1`), ffmpeg
 */
export function spiedFfmpeg(word: string, spoil = ':'): Spy {
  const folder = mkdtempSync(join(tmpdir(), 'OpenStride spy '));
  const script = join(folder, 'ffmpeg');
  const note = join(folder, 'pid');
  const onWord = `case "$*" in *${word}*) echo $$ > '${note}'; ${spoil} ;; esac`;
  writeFileSync(script, `#!/bin/sh\n${onWord}\nexec '${BUNDLED_FFMPEG}' "$@"\n`);
  chmodSync(script, 0o755);
  vi.stubEnv('OPENSTRIDE_FFMPEG', script);
  return {
    pid: () => (existsSync(note) ? Number(readFileSync(note, 'utf8')) : Number.NaN),
    done: () => rmSync(folder, { recursive: true, force: true }),
  };
}
