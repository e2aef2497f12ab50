// Code is known by its content: any change of a script is another hash, a copy of it elsewhere is not.
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeHash, hashCode } from '../../../electron/jobs/codeHash.ts';

describe('the hash of code', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'openstride-code-'));
    mkdirSync(path.join(folder, 'a/inside'), { recursive: true });
    writeFileSync(path.join(folder, 'a/one.js'), 'one');
    writeFileSync(path.join(folder, 'a/inside/two.ts'), 'two');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('of this program is there and does not change while it runs', async () => {
    expect(await codeHash()).toMatch(/^[0-9a-f]{64}$/);
    expect(await codeHash()).toBe(await codeHash());
  });

  it('is the same wherever the folder lies, and without regard to what is no script', async () => {
    cpSync(path.join(folder, 'a'), path.join(folder, 'b'), { recursive: true });
    writeFileSync(path.join(folder, 'b/one.js.map'), 'map');
    expect(await hashCode([path.join(folder, 'b')])).toBe(await hashCode([path.join(folder, 'a')]));
  });

  it('is another one after any change, wherever the letters stand', async () => {
    const a = path.join(folder, 'a');
    const seen = [await hashCode([a])];
    writeFileSync(path.join(a, 'inside/two.ts'), 'twO');
    seen.push(await hashCode([a]));
    renameSync(path.join(a, 'inside/two.ts'), path.join(a, 'inside/three.ts'));
    seen.push(await hashCode([a]));
    writeFileSync(path.join(a, 'new.mjs'), '');
    seen.push(await hashCode([a]));
    expect(new Set(seen).size).toBe(4);
  });
});
