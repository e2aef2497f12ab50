// The real thing: Electron's own program, driven by Playwright. Only where that program was downloaded (npx --no install-electron).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DesktopBridge } from '../../core/api/bridge.ts';
import type { ApiAnswer, ApiInput, ApiName, ApiOutput } from '../../core/api.ts';
import { CAPTURE_DEFAULTS } from '../../core/records/records.ts';
import { configFolder, ownKey } from '../../electron/host/places.ts';
import { findElectron } from '../../electron/terminal/findElectron.ts';
import { freshBuild } from '../../electron/terminal/freshBuild.ts';
import { ROOT } from '../house/sourceFiles.ts';

declare const openstride: DesktopBridge;

const program = findElectron(ROOT);
if (program === null)
  process.stdout.write('Electron’s own program is not installed: test/desktop/electron.test.ts is skipped.\n');

const home = mkdtempSync(path.join(tmpdir(), 'openstride electron '));
const FILM = path.join(ROOT, 'test/fixtures/dev06_run_yaw10_30.mp4');

describe.skipIf(program === null)('the desktop app in Electron', () => {
  let app: ElectronApplication;
  let page: Page;
  let before: number;

  beforeAll(async () => {
    await freshBuild(ROOT);
    const env = { ...definedOnly(process.env), HOME: home, APPDATA: home, XDG_CONFIG_HOME: path.join(home, 'config') };
    // A machine for tests has no keychain that answers without a person.
    await ownKey(configFolder({ platform: process.platform, home, env }));
    const userData = path.join(home, 'user data');
    mkdirSync(userData);
    before = Date.now();
    app = await _electron.launch({
      executablePath: program!,
      args: [ROOT, `--user-data-dir=${userData}`, `--library=${path.join(home, 'library')}`],
      env,
    });
    page = await app.firstWindow();
    await page.locator('#app *').first().waitFor();
  });
  afterAll(async () => {
    await app?.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function call<N extends ApiName>(name: N, input: ApiInput<N>): Promise<ApiOutput<N>> {
    const asked = [name, input] as const;
    const answer = (await page.evaluate(
      ([to, what]) => openstride.call(to as 'app.about', what as null),
      asked,
    )) as ApiAnswer<ApiOutput<N>>;
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  }

  it('shows its page, sandboxed and isolated, within a few seconds', async () => {
    // Ours: a cold start on a rented machine; a clinic's own is faster.
    expect(Date.now() - before).toBeLessThan(15_000);
    expect(await page.title()).toContain('OpenStride');
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Not in Electron's types, but what its own documentation of security tests asks.
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    const seen = await page.evaluate(() => [
      typeof Reflect.get(globalThis, 'require'),
      typeof Reflect.get(globalThis, 'process'),
      typeof Reflect.get(globalThis, 'bridge'),
      isSecureContext,
      location.origin,
    ]);
    expect(seen).toEqual(['undefined', 'undefined', 'undefined', true, 'app://openstride']);
  });

  it('stays on its page and reaches nothing outside', async () => {
    const tried = await page.evaluate(async () => {
      const fetched = await fetch('https://example.org/').then(
        () => 'done',
        () => 'refused',
      );
      const opened = window.open('https://example.org/');
      location.href = 'https://example.org/';
      return [fetched, opened];
    });
    expect(tried).toEqual(['refused', null]);
    expect(page.url()).toMatch(/^app:\/\/openstride\//);
    expect(app.windows().length).toBe(1);
  });

  it('measures a film, plays it in parts, and prints', async () => {
    expect((await call('app.about', null)).host).toBe('desktop');
    await call('settings.change', { fields: { model: 'full' } });
    const person = { code: '', birthDate: '1990-02-28', sex: null, heightM: 1.7, massKg: 60, notes: '' } as const;
    const client = await call('clients.add', { name: 'Anna Runner', ...person });
    const visit = { date: '2026-03-01', purpose: 'baseline', footwear: '', speedMs: 3, inclinePct: 0, notes: '' };
    const session = await call('sessions.add', { ...visit, clientId: client.id, painBefore: 0, painAfter: 0 });
    const capture = { ...CAPTURE_DEFAULTS, fromS: 0, toS: 2 };
    await call('imports.add', { sessionId: session.id, file: FILM, capture });
    await expect
      .poll(async () => (await call('jobs.list', null)).map(({ state }) => state), { timeout: 100_000 })
      .toEqual(['done']);
    const [clip] = (await call('sessions.open', { sessionId: session.id })).clips;
    const trial = await call('trials.open', { clipId: clip.id });
    expect(trial.result?.gait).toBe('run');
    const { filmPath } = await call('clips.film', { clipId: clip.id });
    const played = await page.evaluate(async (address) => {
      const part = await fetch(address, { headers: { Range: 'bytes=4-7' } });
      const video = document.createElement('video');
      video.src = address;
      await new Promise((resolve, reject) => {
        video.onloadeddata = resolve;
        video.onerror = () => reject(new Error(video.error?.message));
      });
      video.currentTime = video.duration / 2;
      await new Promise((resolve) => {
        video.onseeked = resolve;
      });
      return [part.status, await part.text(), video.videoWidth];
    }, filmPath);
    expect(played).toEqual([206, 'ftyp', 1280]);
    const html = '<!doctype html><title>A report</title><style>@page { size: A4 }</style><p>12°</p>';
    const report = await call('reports.add', { sessionId: session.id, title: 'A report', resultIds: [], html });
    const { content } = await call('reports.open', { reportId: report.id });
    expect(new TextDecoder().decode(content.subarray(0, 5))).toBe('%PDF-');
  });
});

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
