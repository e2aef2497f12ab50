// A library is opened by one OpenStride at a time, and a crash never locks anybody out.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockLibrary } from '../../../electron/jobs/libraryLock.ts';

const TIMING = { beatMs: 100 };

describe('the lock of a library', () => {
  let folder: string;
  const lockOf = (holder: unknown, ageS = 0) => {
    const file = path.join(folder, '.openstride-lock');
    writeFileSync(file, typeof holder === 'string' ? holder : JSON.stringify(holder));
    const then = new Date(Date.now() - ageS * 1000);
    utimesSync(file, then, then);
  };
  const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'openstride-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('a second copy is told so, however long the first has it open', async () => {
    const first = await lockLibrary(folder, TIMING);
    await expect(lockLibrary(folder, TIMING)).rejects.toMatchObject({ code: 'library-in-use' });
    await new Promise((resolve) => setTimeout(resolve, 350));
    await expect(lockLibrary(folder, TIMING)).rejects.toMatchObject({ code: 'library-in-use' });
    await first.release();
    await (await lockLibrary(folder, TIMING)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a program that crashed is not waited for', async () => {
    lockOf({ token: 'a', pid: deadPid(), machine: os.hostname() });
    await (await lockLibrary(folder, TIMING)).release();
  });

  it('a process number that went to another program is not believed without a beat', async () => {
    lockOf({ token: 'a', pid: process.pid, machine: os.hostname() }, 3600);
    await (await lockLibrary(folder, TIMING)).release();
  });

  it('another machine is believed while it beats, and given a minute when it does not', async () => {
    lockOf({ token: 'a', pid: 1, machine: 'elsewhere' });
    await expect(lockLibrary(folder, TIMING)).rejects.toThrow(/on elsewhere/);
    lockOf({ token: 'a', pid: 1, machine: 'elsewhere' }, 60);
    await (await lockLibrary(folder, TIMING)).release();
  });

  it('a lock cut short by a power cut is taken over', async () => {
    lockOf('{"tok', 60);
    await (await lockLibrary(folder, TIMING)).release();
  });

  it('of many copies started at once after a crash exactly one gets the library', async () => {
    lockOf({ token: 'a', pid: deadPid(), machine: os.hostname() });
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => lockLibrary(folder, TIMING)));
    expect(all.filter((one) => one.status === 'fulfilled').length).toBe(1);
    for (const one of all) if (one.status === 'fulfilled') await one.value.release();
  });
});
