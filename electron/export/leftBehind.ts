// Who is at work on something half-made: its name carries the writer, so that what a killed program left can be told and removed.
import { createHash, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Process numbers mean something on one computer only, and a folder may lie on a disk that several share. */
const COMPUTER = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const MARK = /([0-9a-f]{8})-(\d+)-[0-9a-f]{8}/;

/** Ours: no film takes this long to measure or to copy, so whoever made it is gone even where that cannot be asked, ms. */
const LONGEST_WORK_MS = 7 * 86_400_000;
/** File systems round the time of a change, ms. */
const ROUNDING_MS = 2000;

/** A mark for the name of something half-made: this computer, this process, and a number nobody else has. */
export function ownMark(): string {
  return `${COMPUTER}-${process.pid}-${randomUUID().slice(0, 8)}`;
}

/**
 * Whether nobody works any more on what carries an {@link ownMark} in its name.
 * @param changedMs when it was changed last, ms since 1970
 * @returns false for a name without a mark
 */
export function isLeftBehind(name: string, changedMs: number, nowMs = Date.now()): boolean {
  const [, computer, pid] = MARK.exec(name) ?? [];
  if (computer === undefined) return false;
  if (nowMs - changedMs > LONGEST_WORK_MS) return true;
  if (computer !== COMPUTER) return false;
  // After a restart of the computer the number of a dead process may be our own.
  if (Number(pid) === process.pid) return changedMs < nowMs - process.uptime() * 1000 - ROUNDING_MS;
  return !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
