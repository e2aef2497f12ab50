import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpackTar } from '../../../electron/report/readTar.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openstride é '));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** One entry as ustar has it. */
function entry(name: string, text: string, kind = '0', linkTo = '', mode = '0000755'): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${mode}\0`, 100);
  header.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(kind, 156);
  header.write(linkTo, 157);
  header.write('ustar\0', 257);
  const body = Buffer.alloc(Math.ceil(text.length / 512) * 512);
  body.write(text);
  return Buffer.concat([header, body]);
}

const archive = (...entries: readonly Buffer[]): Buffer => Buffer.concat([...entries, Buffer.alloc(1024)]);

describe('unpackTar', () => {
  it('writes files with their rights, folders, and links to neighbours', async () => {
    const long = 'x'.repeat(1300);
    const tar = archive(entry('lib/', '', '5'), entry('lib/a.so.1', long), entry('lib/a.so', '', '2', 'a.so.1'));
    await unpackTar(tar, folder);
    expect(readFileSync(join(folder, 'lib', 'a.so.1'), 'utf8')).toBe(long);
    expect(statSync(join(folder, 'lib', 'a.so.1')).mode & 0o100).toBe(0o100);
    expect(readlinkSync(join(folder, 'lib', 'a.so'))).toBe('a.so.1');
  });

  it('refuses an entry outside its folder', async () => {
    await expect(unpackTar(archive(entry('../evil', 'x')), folder)).rejects.toThrow('outside its folder');
  });
});
