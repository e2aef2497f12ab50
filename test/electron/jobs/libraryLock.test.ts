// A library is opened by one OpenStride at a time, and a crash never locks anybody out.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockLibrary } from '../../../electron/jobs/libraryLock.ts';
import { ROOT } from '../../house/sourceFiles.ts';

const inUse = { code: 'library-in-use' };

/** Another program that holds the lock until it is killed. */
async function otherProgram(folder: string) {
  const script = pathToFileURL(path.join(ROOT, 'electron/jobs/libraryLock.ts')).href;
  const code = `const { lockLibrary } = await import(${JSON.stringify(script)});
    globalThis.held = await lockLibrary(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}

describe('the lock of a library', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'openstride-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('a second copy is told so until the first closes', async () => {
    const first = await lockLibrary(folder);
    await expect(lockLibrary(folder)).rejects.toMatchObject(inUse);
    await expect(lockLibrary(folder)).rejects.toMatchObject(inUse);
    first.release();
    first.release();
    (await lockLibrary(folder)).release();
  });

  it('another program holds it until it ends, and not a moment longer when it is killed', async () => {
    const other = await otherProgram(folder);
    await expect(lockLibrary(folder)).rejects.toMatchObject(inUse);
    const gone = new Promise((resolve) => other.once('exit', resolve));
    other.kill('SIGKILL');
    await gone;
    (await lockLibrary(folder)).release();
  });

  it('of many copies started at once exactly one gets the library', async () => {
    for (let round = 0; round < 20; round++) {
      const all = await Promise.allSettled(Array.from({ length: 8 }, () => lockLibrary(folder)));
      const won = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(won.length).toBe(1);
      won[0].release();
    }
  });

  it('a folder is made for it; a place that is none is refused', async () => {
    (await lockLibrary(path.join(folder, 'new', 'library'))).release();
    writeFileSync(path.join(folder, 'file'), '');
    await expect(lockLibrary(path.join(folder, 'file'))).rejects.toMatchObject({ code: 'not-writable' });
  });
});
