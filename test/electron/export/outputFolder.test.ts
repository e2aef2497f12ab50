import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GaitError } from '../../../core/errors.ts';
import { type OutputFolder, openOutputFolder } from '../../../electron/export/outputFolder.ts';
import type { ResultFile } from '../../../electron/export/replaceResult.ts';
import { canMountSmallDisk, mountSmallDisk } from '../../support/smallDisk.ts';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'openstride é '));
});
afterEach(() => rmSync(parent, { recursive: true }));

const OURS = JSON.stringify({ schema: 'openstride.result/1' });
const put = (output: OutputFolder, file: ResultFile, text: string) => writeFileSync(output.path(file), text);
const read = (...path: string[]) => readFileSync(join(parent, ...path), 'utf8');
const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof GaitError ? error.code : String(error)),
  );

describe('a new folder', () => {
  it('is not there until it is whole, with its parents', async () => {
    const output = await openOutputFolder(join(parent, 'a', 'b', 'out'));
    put(output, 'result.json', OURS);
    expect(existsSync(output.target)).toBe(false);
    await output.commit();
    expect(readdirSync(output.target)).toEqual(['result.json']);
    expect(readdirSync(join(parent, 'a', 'b'))).toEqual(['out']);
    expect(statSync(output.target).mode).toBe(statSync(join(parent, 'a', 'b')).mode);
  });

  it('leaves nothing when discarded, not even the parents it made', async () => {
    const output = await openOutputFolder(join(parent, 'a', 'b', 'out'));
    put(output, 'angles.csv', 'x');
    await output.discard();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('discarding after the commit changes nothing', async () => {
    const output = await openOutputFolder(join(parent, 'out'));
    put(output, 'result.json', OURS);
    await output.commit();
    await output.discard();
    expect(read('out', 'result.json')).toBe(OURS);
  });
});

describe('a folder that exists', () => {
  const older = () => {
    mkdirSync(join(parent, 'out'));
    for (const [name, text] of [
      ['result.json', OURS],
      ['overlay.mp4', 'old film'],
      ['report.pdf', 'old report'],
      ['notes.txt', 'mine'],
    ] as const)
      writeFileSync(join(parent, 'out', name), text);
  };

  it('keeps the files of others, replaces an older result and takes out what the new one does not have', async () => {
    older();
    const output = await openOutputFolder(join(parent, 'out'));
    put(output, 'result.json', `${OURS} `);
    put(output, 'report.pdf', 'new report');
    expect(read('out', 'report.pdf')).toBe('old report');
    await output.commit();
    expect(readdirSync(join(parent, 'out')).sort()).toEqual(['notes.txt', 'report.pdf', 'result.json']);
    expect(read('out', 'report.pdf')).toBe('new report');
    expect(read('out', 'notes.txt')).toBe('mine');
  });

  it('stands as it was when discarded', async () => {
    older();
    const output = await openOutputFolder(join(parent, 'out'));
    put(output, 'report.pdf', 'new report');
    await output.discard();
    expect(readdirSync(join(parent, 'out')).sort()).toEqual(['notes.txt', 'overlay.mp4', 'report.pdf', 'result.json']);
    expect(read('out', 'report.pdf')).toBe('old report');
  });

  it.skipIf(!canMountSmallDisk())(
    'stands as it was when a file cannot be moved (needs the right to mount a small disk, which then cannot be renamed)',
    async () => {
      older();
      mkdirSync(join(parent, 'out', 'keypoints.csv'));
      const disk = mountSmallDisk(16, join(parent, 'out', 'keypoints.csv'));
      try {
        const output = await openOutputFolder(join(parent, 'out'));
        put(output, 'result.json', 'new');
        put(output, 'report.pdf', 'new report');
        expect(await code(output.commit())).toBe('not-writable');
        expect(read('out', 'result.json')).toBe(OURS);
        expect(read('out', 'report.pdf')).toBe('old report');
      } finally {
        disk?.release();
      }
      expect(readdirSync(join(parent, 'out')).sort()).toEqual([
        'notes.txt',
        'overlay.mp4',
        'report.pdf',
        'result.json',
      ]);
    },
  );

  it('with a file of the same name that is not ours is refused', async () => {
    mkdirSync(join(parent, 'out'));
    writeFileSync(join(parent, 'out', 'report.pdf'), 'somebody else');
    expect(await code(openOutputFolder(join(parent, 'out')))).toBe('output-exists');
    expect(readdirSync(join(parent, 'out'))).toEqual(['report.pdf']);
  });

  it('with other files only is taken', async () => {
    mkdirSync(join(parent, 'out'));
    writeFileSync(join(parent, 'out', 'film.mp4'), 'x');
    const output = await openOutputFolder(join(parent, 'out'));
    put(output, 'result.json', OURS);
    await output.commit();
    expect(readdirSync(join(parent, 'out')).sort()).toEqual(['film.mp4', 'result.json']);
  });
});

describe('a folder that cannot be', () => {
  it('because a file has its name, or stands in its way, is told at once', async () => {
    writeFileSync(join(parent, 'file'), '');
    expect(await code(openOutputFolder(join(parent, 'file')))).toBe('not-writable');
    expect(await code(openOutputFolder(join(parent, 'file', 'out')))).toBe('not-writable');
  });

  it.skipIf(process.platform !== 'linux')('because the system allows nothing there (Linux only: /proc)', async () => {
    expect(await code(openOutputFolder('/proc/openstride/out'))).toBe('not-writable');
  });
});
