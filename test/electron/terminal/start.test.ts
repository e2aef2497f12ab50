// `npm start` opens what can be opened here.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findElectron } from '../../../electron/terminal/findElectron.ts';
import { ROOT } from '../../house/sourceFiles.ts';

const room = mkdtempSync(path.join(tmpdir(), 'openstride start '));
afterAll(() => rmSync(room, { recursive: true, force: true }));

describe('npm start', () => {
  it('knows whether Electron’s program was ever downloaded', () => {
    expect(findElectron(room, {})).toBe(null);
    const dist = path.join(room, 'node_modules', 'electron', 'dist');
    mkdirSync(dist, { recursive: true });
    expect(findElectron(room, {})).toBe(null);
    writeFileSync(path.join(dist, 'electron.exe'), '');
    writeFileSync(path.join(dist, '..', 'path.txt'), 'electron.exe');
    expect(findElectron(room, {})).toBe(path.join(dist, 'electron.exe'));
    expect(findElectron(room, { ELECTRON_OVERRIDE_DIST_PATH: path.join(room, 'other') })).toBe(null);
  });

  it.skipIf(findElectron(ROOT))(
    'says that the program is missing and opens the browser app, which ends when it is told to',
    async () => {
      const env = { ...process.env, XDG_CONFIG_HOME: path.join(room, 'config'), PATH: path.dirname(process.execPath) };
      const child = spawn(
        process.execPath,
        [path.join(ROOT, 'electron/start.ts'), '--library', path.join(room, 'library')],
        { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true },
      );
      let said = '';
      for await (const piece of child.stdout) {
        said += piece;
        if (said.includes('/enter?token=')) break;
      }
      expect(said).toMatch(/not installed here .*opens in your browser/);
      expect(said).toMatch(/OpenStride: http:\/\/127\.0\.0\.1:\d+\/enter\?token=/);
      const ended = new Promise((resolve) => child.on('exit', resolve));
      process.kill(-child.pid!, 'SIGINT'); // as Ctrl-C: the whole group
      expect(await ended).toBe(0);
    },
  );
});
