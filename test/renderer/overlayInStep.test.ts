// What is drawn over the film belongs to the frame that is shown: after seeks, steps and while playing, at even and uneven rates.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../core/analyze.ts';
import { toWire } from '../../core/api/wire.ts';
import { serveFile } from '../../electron/host/serveFile.ts';
import { makeProxy } from '../../electron/jobs/makeProxy.ts';
import { probeVideo } from '../../electron/video/probe.ts';
import { COUNTED_FILMS } from '../electron/video/countedFilms.ts';
import { type ClipKind, makeClip } from '../support/makeClip.ts';
import { seeded } from '../support/mocap.ts';
import { SYNTHETIC_RUN, syntheticTrial } from '../support/syntheticRunner.ts';
import { launchTestChromium, TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import type { Seen, StagedFilm } from './stage/stagePage.tsx';

const SEEKS = 60;
const STEPS = 200;

const root = mkdtempSync(path.join(os.tmpdir(), 'openstride-stage-'));
let server: Server;
let browser: Browser;

/** Serves a film's page from a folder of its own; the film in Range pieces, as the app's host does. */
beforeAll(async () => {
  if (TEST_CHROMIUM_MISSING !== null) return;
  await build({
    root: fileURLToPath(new URL('./stage/', import.meta.url)),
    base: './',
    logLevel: 'error',
    configFile: false,
    plugins: [react()],
    build: { outDir: path.join(root, 'page'), minify: false },
  });
  server = createServer((request, response) => {
    const [kind, ...rest] = decodeURIComponent(request.url ?? '')
      .slice(1)
      .split('/');
    const name = rest.join('/') || 'index.html';
    const file = name.startsWith('film.') ? path.join(root, kind!, name) : path.join(root, 'page', name);
    serveFile(request, response, file).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchTestChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(root, { recursive: true });
});

/** The stage with the film for playback of a numbered film, and a runner drawn over it. */
async function openStage(
  kind: ClipKind,
): Promise<{ page: Page; frames: number; counterOf: (frame: number) => number }> {
  const film = await probeVideo(await makeClip(kind, { fixture: 'counter', durationS: 4 }));
  const folder = path.join(root, kind);
  await makeProxy(film, path.join(folder, 'film.mp4'), {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const { pose } = syntheticTrial(SYNTHETIC_RUN, 60, film.frames / 60);
  const { widthPx, heightPx, timeS } = film;
  const staged: StagedFilm = { source: { widthPx, heightPx }, timeS, result: analyze(pose) };
  writeFileSync(path.join(folder, 'film.json'), toWire(staged));
  const page = await browser.newPage();
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/${kind}/`);
  await page.waitForFunction(() => window.player?.state.hasPicture);
  const { counterOf } = COUNTED_FILMS.find((one) => one.kind === kind)!;
  return { page, frames: film.frames, counterOf };
}

describe.skipIf(TEST_CHROMIUM_MISSING !== null).each(['plain', 'variableRate'] as const)(
  'over a film of kind %s',
  (kind) => {
    let stage: Awaited<ReturnType<typeof openStage>>;
    beforeAll(async () => {
      stage = await openStage(kind);
    });
    afterAll(() => stage?.page.close());

    const wrong = (seen: readonly Seen[]) =>
      seen.filter(({ overlay, counter }) => counter !== stage.counterOf(overlay));

    it(`the overlay is that of the picture after ${SEEKS} seeks, and the picture is the one asked for`, async () => {
      const random = seeded(3);
      const asked = Array.from({ length: SEEKS }, () => Math.floor(random() * stage.frames));
      const seen = await stage.page.evaluate(async (frames) => {
        const all: Seen[] = [];
        for (const frame of frames) all.push(await window.goTo(frame));
        return all;
      }, asked);
      expect(seen.map(({ overlay }) => overlay)).toEqual(asked);
      expect(wrong(seen)).toEqual([]);
    });

    it(`after ${STEPS} steps on and back`, async () => {
      const steps = Array.from({ length: STEPS }, (_, i) => (i < STEPS / 2 ? 1 : -1));
      const seen = await stage.page.evaluate(async (all) => {
        const found: Seen[] = [await window.goTo(10)];
        let frame = 10;
        for (const by of all) {
          window.player.step(by);
          frame += by;
          found.push(await window.goTo(frame));
        }
        return found;
      }, steps);
      expect(seen.length).toBe(STEPS + 1);
      expect(seen[STEPS / 2]!.overlay).toBe(10 + STEPS / 2);
      expect(wrong(seen)).toEqual([]);
    });

    it.each([0.25, 1])('in each frame while it plays at speed %d', async (rate) => {
      const seen = await stage.page.evaluate(([speed, frames]) => window.watch(speed!, frames!), [rate, 60]);
      expect(seen.length).toBeGreaterThan(20);
      expect(wrong(seen)).toEqual([]);
    });
  },
);
