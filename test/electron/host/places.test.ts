// The app in a browser without a single option: where it puts the library and the key, and that it finds both again.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { configFolder, defaultLibrary, ownKey } from '../../../electron/host/places.ts';
import { ROOT } from '../../house/sourceFiles.ts';
import { until } from './testApp.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'openstride-places-'));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(root, { recursive: true, maxRetries: 5, retryDelay: 200 });
});

const home = path.join(root, 'home');
mkdirSync(home);
const salt = new Uint8Array(16);

describe('places', () => {
  it('the library is among the documents where there are any', () => {
    const at = { platform: 'linux', home, env: {} } as const;
    expect(defaultLibrary(at)).toBe(path.join(home, 'OpenStride'));
    const documents = path.join(root, 'Dokumente');
    mkdirSync(documents);
    expect(defaultLibrary({ ...at, env: { XDG_DOCUMENTS_DIR: documents } })).toBe(path.join(documents, 'OpenStride'));
    const other = path.join(root, 'other');
    mkdirSync(path.join(other, 'Documents'), { recursive: true });
    expect(defaultLibrary({ ...at, home: other })).toBe(path.join(other, 'Documents', 'OpenStride'));
  });

  it('the key is where the system keeps a program’s own, away from the library', () => {
    expect(configFolder({ platform: 'linux', home, env: {} })).toBe(path.join(home, '.config', 'openstride'));
    expect(configFolder({ platform: 'linux', home, env: { XDG_CONFIG_HOME: '/c' } })).toBe(
      path.join('/c', 'openstride'),
    );
    expect(configFolder({ platform: 'darwin', home, env: {} })).toMatch(/Library.Application Support.OpenStride$/);
    expect(configFolder({ platform: 'win32', home, env: { APPDATA: '/a' } })).toBe(path.join('/a', 'OpenStride'));
  });

  it('the key is made once, for this user’s eyes only', async () => {
    const folder = path.join(root, 'config', 'openstride');
    const first = await ownKey(folder);
    const key = await first.key.unlock(salt);
    expect(key.length).toBe(32);
    expect(await (await ownKey(folder)).key.unlock(salt)).toEqual(key);
    if (process.platform !== 'win32') expect(statSync(first.file).mode & 0o777).toBe(0o600);
  });
});

describe.skipIf(process.platform !== 'linux')('node electron/web.ts without options (xdg-open stood in for)', () => {
  it('makes a library and a key, says where they are, opens the browser, and opens the same library again', async () => {
    const bin = path.join(root, 'bin');
    const seen = path.join(root, 'seen');
    mkdirSync(bin);
    writeFileSync(path.join(bin, 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > "${seen}"\n`);
    chmodSync(path.join(bin, 'xdg-open'), 0o755);
    const start = async () => {
      const { XDG_CONFIG_HOME: _, XDG_DOCUMENTS_DIR: __, ...rest } = process.env;
      const env = { ...rest, HOME: home, PATH: `${bin}:${process.env.PATH}` };
      const child = spawn(process.execPath, ['electron/web.ts', '--open'], { cwd: ROOT, env });
      running.push(child);
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
      await until(
        () => said,
        (text) => /http\S+\n/.test(text),
      );
      await until(() => existsSync(seen) && readFileSync(seen, 'utf8').includes('http'), Boolean);
      const url = /http\S+/.exec(said)![0];
      expect(readFileSync(seen, 'utf8')).toBe(url);
      rmSync(seen);
      const entered = await fetch(url, { redirect: 'manual' });
      expect(entered.status).toBe(303);
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('close', resolve));
      return said;
    };
    const said = await start();
    expect(said).toContain(`Library: ${path.join(home, 'OpenStride')}\n`);
    expect(said).toContain(`Key: ${path.join(home, '.config/openstride/library.key')} `);
    expect(existsSync(path.join(home, 'OpenStride', 'library.db'))).toBe(true);
    expect(statSync(path.join(home, 'OpenStride')).mode & 0o077).toBe(0);
    await start();
  });

  it('an option that is none is answered with those that are', async () => {
    const child = spawn(process.execPath, ['electron/web.ts', '--colour'], { cwd: ROOT });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
    expect(said).toMatch(/^Usage: .*--library FOLDER/);
  });
});
