// Networks on disk: built once, checked by content every time, rebuilt when damaged, only checked when they came prebuilt.
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EnsureModelsOptions, ensureModels } from '../../models/ensureModels.ts';
import { NETWORKS, type NetworkName } from '../../models/manifest.ts';
import { fileSha256, sourceFolder } from '../../models/modelFiles.ts';

const NAMES = ['lite', 'full', 'heavy', 'detector'] as const;

/** A space and an accent, since clinics have them in their folders' names. */
const temporary = mkdtempSync(join(tmpdir(), 'modèles à part '));
const built = join(temporary, 'built');
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
beforeAll(() => ensureModels({ built }));

const file = (name: NetworkName, folder = built) => join(folder, NETWORKS[name].file);

/** Which networks had to be converted. */
async function builtBy(options: EnsureModelsOptions): Promise<NetworkName[]> {
  const names: NetworkName[] = [];
  await ensureModels({ ...options, onBuilt: (name) => names.push(name) });
  return names;
}

/** Changes one byte and leaves size and time as they were, so that only the content tells. */
function damage(path: string): void {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(path, bytes);
  utimesSync(path, atime, mtime);
}

const refusal = (code: string, text: string) =>
  expect.objectContaining({ name: 'GaitError', code, message: expect.stringContaining(text) });

describe('networks that are built here', () => {
  it('are byte for byte those of the manifest', async () => {
    const files = await ensureModels({ built });
    for (const name of NAMES) {
      expect(files[name]).toEqual({ path: file(name), sha256: NETWORKS[name].sha256 });
      expect(fileSha256(files[name].path)).toBe(NETWORKS[name].sha256);
    }
  });

  it('are left alone when they are right', async () => {
    const before = NAMES.map((name) => statSync(file(name)).mtimeMs);
    expect(await builtBy({ built, sources: '/nowhere' })).toEqual([]);
    expect(NAMES.map((name) => statSync(file(name)).mtimeMs)).toEqual(before);
  });

  it('are rebuilt, and only they, when damaged, cut off or deleted', async () => {
    damage(file('lite'));
    truncateSync(file('full'), 1000);
    rmSync(file('detector'));
    expect(await builtBy({ built })).toEqual(['lite', 'full', 'detector']);
    expect(NAMES.map((name) => fileSha256(file(name)))).toEqual(NAMES.map((name) => NETWORKS[name].sha256));
  });

  it('come out whole when two programs build them at the same time', async () => {
    const folder = join(temporary, 'two');
    const program = `const { ensureModels } = await import(${JSON.stringify(new URL('../../models/ensureModels.ts', import.meta.url).href)});
      await ensureModels({ built: ${JSON.stringify(folder)} });`;
    const run = () =>
      new Promise<number | null>((resolve) => {
        spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' }).on('close', resolve);
      });
    expect(await Promise.all([run(), run()])).toEqual([0, 0]);
    expect(readdirSync(folder).toSorted()).toEqual(NAMES.map((name) => NETWORKS[name].file).toSorted());
    expect(NAMES.map((name) => fileSha256(file(name, folder)))).toEqual(NAMES.map((name) => NETWORKS[name].sha256));
  });

  it('cannot be built without the npm package', async () => {
    await expect(ensureModels({ built: join(temporary, 'none'), sources: temporary })).rejects.toThrow(
      refusal('model-missing', 'npm ci'),
    );
  });

  it('cannot be built from a source that is not the manifest’s', async () => {
    const sources = join(temporary, 'sources');
    cpSync(sourceFolder(), sources, { recursive: true });
    damage(join(sources, NETWORKS.lite.source.file));
    await expect(ensureModels({ built: join(temporary, 'none'), sources })).rejects.toThrow(
      refusal('model-corrupt', NETWORKS.lite.source.file),
    );
  });

  it('say so when they cannot be stored, and leave nothing behind', async () => {
    const notAFolder = join(temporary, 'a file');
    writeFileSync(notAFolder, '');
    await expect(ensureModels({ built: join(notAFolder, 'built') })).rejects.toThrow(
      refusal('not-writable', 'cannot be stored'),
    );
    const occupied = join(temporary, 'occupied');
    mkdirSync(join(occupied, NETWORKS.lite.file, 'in the way'), { recursive: true });
    await expect(ensureModels({ built: occupied })).rejects.toThrow(refusal('not-writable', 'cannot be stored'));
    expect(readdirSync(occupied)).toEqual([NETWORKS.lite.file]);
  });
});

describe('networks that came with an installed app', () => {
  const prebuilt = join(temporary, 'prebuilt');
  beforeAll(() => {
    mkdirSync(prebuilt);
    for (const name of NAMES) copyFileSync(file(name), file(name, prebuilt));
  });

  it('are used where they are, without the npm package', async () => {
    const files = await ensureModels({ prebuilt, sources: '/nowhere' });
    expect(files.heavy.path).toBe(file('heavy', prebuilt));
  });

  it('are found through OPENSTRIDE_MODELS', async () => {
    process.env.OPENSTRIDE_MODELS = prebuilt;
    try {
      expect(basename((await ensureModels({ built: '/nowhere' })).lite.path)).toBe(NETWORKS.lite.file);
    } finally {
      delete process.env.OPENSTRIDE_MODELS;
    }
  });

  it('are refused when damaged and not touched', async () => {
    damage(file('heavy', prebuilt));
    const before = fileSha256(file('heavy', prebuilt));
    await expect(ensureModels({ prebuilt })).rejects.toThrow(refusal('model-corrupt', NETWORKS.heavy.file));
    expect(fileSha256(file('heavy', prebuilt))).toBe(before);
  });

  it('are missed by name', async () => {
    rmSync(file('full', prebuilt));
    await expect(ensureModels({ prebuilt })).rejects.toThrow(refusal('model-missing', NETWORKS.full.file));
  });
});
