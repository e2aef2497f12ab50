// One copy of OpenStride per library: a small file says who has it open, and its age says whether they still have.
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GaitError } from '../../core/errors.ts';
import { diskTrouble } from '../export/diskTrouble.ts';

interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly machine: string;
}

export interface LibraryLock {
  /** Lets another copy open the library. Safe to call twice. */
  release(): Promise<void>;
}

export interface LockTiming {
  /** The holder touches the file this often, ms. */
  readonly beatMs: number;
}

const FILE = '.openstride-lock';
const DEFAULT_TIMING: LockTiming = { beatMs: 5000 };
/** Beats that another machine's clock and a slow network share may be late, before its lock counts as left behind. */
const LATE_BEATS = 12;

/**
 * Opens a library for this program alone. The lock of a program that crashed is taken over: at once when its process is gone, else
 * when it does not beat (a process number may belong to somebody else by now; a laptop just woken has missed beats but goes on).
 * @throws GaitError `library-in-use` when another copy has it open, `not-writable`, `disk-full`
 */
export async function lockLibrary(folder: string, timing: LockTiming = DEFAULT_TIMING): Promise<LibraryLock> {
  const file = path.join(folder, FILE);
  const mine: Holder = { token: randomUUID(), pid: process.pid, machine: os.hostname() };
  if (!(await create(file, mine))) {
    const other = await readHolder(file);
    if (await isAlive(file, other, timing)) throw inUse(other);
    await setAside(file, other);
    if (!(await create(file, mine))) throw inUse(await readHolder(file));
  }
  if ((await readHolder(file))?.token !== mine.token) throw inUse(await readHolder(file));
  const beat = setInterval(() => void touch(file), timing.beatMs).unref();
  return {
    release: async () => {
      clearInterval(beat);
      if ((await readHolder(file))?.token === mine.token) await rm(file, { force: true });
    },
  };
}

async function create(file: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(holder), { flag: 'wx', flush: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw diskTrouble(error, file);
  }
}

/** @returns null when nobody is named: no file, or one cut short by a crash */
async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null; // then it is judged by its age alone
  }
}

async function isAlive(file: string, holder: Holder | null, { beatMs }: LockTiming): Promise<boolean> {
  if (!holder) return Date.now() - (await beatOf(file)) < beatMs; // being written just now, or cut short long ago
  const here = holder.machine === os.hostname();
  if (here && !processRuns(holder.pid)) return false;
  const before = await beatOf(file);
  if (!here && Date.now() - before > LATE_BEATS * beatMs) return false;
  if (Date.now() - before < beatMs) return true;
  await sleep(1.5 * beatMs);
  return (await beatOf(file)) > before;
}

function processRuns(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // there, but somebody else's
  }
}

async function beatOf(file: string): Promise<number> {
  return stat(file).then(
    (about) => about.mtimeMs,
    () => 0,
  );
}

/** Moves the lock that was left behind away; gives it back when another copy was quicker and it is theirs by now. */
async function setAside(file: string, stale: Holder | null): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return; // gone already: the next step finds out whose it is
  }
  const moved = await readHolder(aside);
  if (moved?.token !== stale?.token) {
    await rename(aside, file);
    throw inUse(moved);
  }
  await rm(aside, { force: true });
}

async function touch(file: string): Promise<void> {
  const now = new Date();
  // A library on a stick that was pulled out says so at the next real access.
  await utimes(file, now, now).catch(() => undefined);
}

function inUse(holder: Holder | null): GaitError {
  const where = holder && holder.machine !== os.hostname() ? ` on ${holder.machine}` : '';
  return new GaitError(
    'library-in-use',
    `This library is already open in another OpenStride${where}. Go on there, or close it first; a library is opened by one at a time.`,
  );
}
