import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GaitError } from '../../../core/errors.ts';
import { diskTrouble } from '../../../electron/export/diskTrouble.ts';
import { writeAtomically } from '../../../electron/export/writeAtomically.ts';
import { canMountSmallDisk, mountSmallDisk } from '../../support/smallDisk.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openstride é '));
});
afterEach(() => rmSync(folder, { recursive: true }));

const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof GaitError ? error.code : String(error)),
  );

describe('writeAtomically', () => {
  it('writes text, bytes and pieces whole, and nothing else', async () => {
    await writeAtomically(join(folder, 'a.txt'), 'ä');
    await writeAtomically(join(folder, 'b.bin'), Uint8Array.of(1, 2, 3));
    const lines = Array.from({ length: 100_000 }, (_, i) => `${i}\n`);
    await writeAtomically(join(folder, 'c.csv'), lines);
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'b.bin', 'c.csv']);
    expect(readFileSync(join(folder, 'c.csv'), 'utf8')).toBe(lines.join(''));
  });

  it('replaces an older file in one step', async () => {
    writeFileSync(join(folder, 'a.txt'), 'old');
    await writeAtomically(join(folder, 'a.txt'), 'new');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('new');
  });

  it('a content that breaks off leaves the older file and no other', async () => {
    writeFileSync(join(folder, 'a.txt'), 'old');
    function* breaking() {
      yield 'x'.repeat(300_000);
      throw new Error('broken off');
    }
    await expect(writeAtomically(join(folder, 'a.txt'), breaking())).rejects.toThrow('broken off');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('cancelling leaves nothing', async () => {
    const write = writeAtomically(join(folder, 'a.txt'), 'x', { signal: AbortSignal.abort() });
    expect(await code(write)).toBe('cancelled');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a folder that is a file, and one that is not there, are not writable', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await code(writeAtomically(join(folder, 'file', 'a.txt'), 'x'))).toBe('not-writable');
    expect(await code(writeAtomically(join(folder, 'none', 'a.txt'), 'x'))).toBe('not-writable');
    expect(await code(writeAtomically(folder, 'x'))).toBe('not-writable');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it.skipIf(!canMountSmallDisk())(
    'a full disk is told and left as it was (needs the right to mount a small disk)',
    async () => {
      const disk = mountSmallDisk(64);
      try {
        const file = join(disk?.folder ?? '', 'a.txt');
        expect(await code(writeAtomically(file, 'x'.repeat(200_000)))).toBe('disk-full');
        expect(existsSync(file)).toBe(false);
        expect(readdirSync(disk?.folder ?? '')).toEqual([]);
      } finally {
        disk?.release();
      }
    },
  );
});

describe('diskTrouble', () => {
  const from = (errorCode: string) => diskTrouble(Object.assign(new Error(errorCode), { code: errorCode }), '/out');

  it('knows a full disk and a used-up quota from a folder that may not be written', () => {
    for (const full of ['ENOSPC', 'EDQUOT']) expect(from(full)).toMatchObject({ code: 'disk-full' });
    for (const closed of ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'])
      expect(from(closed)).toMatchObject({ code: 'not-writable' });
  });

  it('says the path and what to do', () => {
    expect((from('EROFS') as Error).message).toBe(
      '/out cannot be written (EROFS); choose a folder that you may write to.',
    );
  });

  it('leaves other errors as they are', () => {
    const other = new TypeError('ours');
    expect(diskTrouble(other, '/out')).toBe(other);
  });
});
