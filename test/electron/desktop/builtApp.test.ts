// The built desktop app, from its first window to its end: built main on Node, built preload and page in Chromium, ipc between them emulated.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshBuild } from '../../../electron/terminal/freshBuild.ts';
import { ROOT } from '../../house/sourceFiles.ts';
import { TEST_CHROMIUM_MISSING } from '../../support/testChromium.ts';

const FILM = path.join(ROOT, 'test/fixtures/dev06_run_yaw10_30.mp4');
/** The run takes 5 s alone, and a minute on two cores that eight others use. */
const LONGEST_MS = 300_000;
const home = mkdtempSync(path.join(tmpdir(), 'openstride built app '));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe.skipIf(TEST_CHROMIUM_MISSING)('the built desktop app', () => {
  let seen: Record<string, never>;

  beforeAll(async () => {
    const out = await freshBuild(ROOT);
    const run = path.join(ROOT, 'test/support/emulator/builtAppRun.ts');
    const env = { ...process.env, XDG_CONFIG_HOME: path.join(home, 'config') };
    const { stdout } = await promisify(execFile)(process.execPath, [run, out, home, FILM], {
      env,
      timeout: LONGEST_MS,
    });
    seen = JSON.parse(stdout.trim().split('\n').at(-1)!);
  }, LONGEST_MS);

  it('shows its first screen soon after its window, without a complaint', () => {
    expect(seen.complaintsAtStart).toEqual([]);
    // Measured 270 ms on a machine with two cores; twice the promise, because other tests run beside this one.
    expect(seen.paintMs).toBeLessThan(2000);
  });

  it('gives the page the bridge, and nothing of Node', () => {
    expect(seen.looks).toMatchObject({
      bridge: expect.arrayContaining(['call', 'host', 'onCommand', 'onNews', 'pathForFile']),
      frozen: true,
      node: ['undefined', 'undefined'],
      secure: true,
    });
  });

  it('stays on its page: no request outside, no eval, no window, no other address, no voice for frames', () => {
    expect(seen.looks).toMatchObject({
      fetch: 'refused',
      eval: 'refused',
      frameBridge: 'undefined',
      frameCall: 'foreign-origin',
      url: 'https://openstride.test/index.html',
    });
    expect(seen.opened).toEqual([{ url: 'https://example.org/', action: 'deny' }]);
  });

  it('hears the menu', () => {
    expect(seen.heard).toEqual([{ kind: 'new-client' }]);
  });

  it('measures a film in its utility process, with the pose workers as threads, and gets numbers as they were', () => {
    expect(seen.job).toMatchObject({ job: 'done', trouble: null });
    expect(seen.gait).toBe('run');
    // 60 frames of 33 landmarks.
    expect(seen.posePoints).toEqual(['Float32Array', 1980, false]);
  });

  it('listens on no port while it works', () => {
    expect(seen.job).toMatchObject({ listeners: 0 });
  });

  it('plays the film in parts and seeks in it', () => {
    expect(seen.played).toMatchObject({ range: [206, 'bytes 4-7', 'ftyp'], widthPx: 1280 });
    const { seekedS, durationS } = seen.played as { seekedS: number; durationS: number };
    // Chromium keeps times of media in microseconds.
    expect(Math.abs(seekedS - durationS / 2)).toBeLessThan(1e-5);
  });

  it('prints a report with its own Chromium, and shows what was saved after a reload', () => {
    expect(seen.printed).toBe('%PDF-');
  });

  it('ends in order and without a question while a film is measured, and its engine with it', () => {
    expect([seen.leftWhile, seen.exitCode]).toEqual(['running', 0]);
  });
});
