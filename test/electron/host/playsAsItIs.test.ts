// Before its copy for playback is made a film plays as it is, where a browser shows the right frame at the right time: seen in one.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FilmView } from '../../../core/api/filmView.ts';
import { readCounter } from '../../support/frameCounter.ts';
import { type ClipKind, makeClip } from '../../support/makeClip.ts';
import { launchTestChromium, TEST_CHROMIUM_MISSING } from '../../support/testChromium.ts';
import { addVisit, startTestApp, type TestApp, until } from './testApp.ts';

const WIDTH_PX = 640;
const HEIGHT_PX = 360;

/** Which of the counted frames is at a place of a film, where some were left out by its recipe. */
const NUMBER_OF: Partial<Record<ClipKind, (place: number) => number>> = {
  variableRate: (place) => Array.from({ length: 400 }, (_, n) => n).filter((n) => n % 7 !== 3)[place]!,
  editList: (place) => place + 42, // begins after 0.7 s
};

let app: TestApp;
let sessionId: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  app = await startTestApp(); // its engine never makes a copy
  ({ sessionId } = await addVisit(app));
  if (TEST_CHROMIUM_MISSING !== null) return;
  browser = await launchTestChromium();
  page = await browser.newPage();
  await page.goto(app.url);
});
afterAll(async () => {
  await browser?.close();
  await app.close();
});

async function filmOf(kind: ClipKind): Promise<FilmView> {
  const file = await makeClip(kind, { fixture: 'counter' });
  const { id } = await app.call('imports.add', { sessionId, file });
  const done = await until(
    async () => (await app.call('imports.list', null)).find((one) => one.id === id)!,
    ({ state }) => state !== 'copying',
  );
  return app.call('clips.film', { clipId: done.clipId! });
}

/** What the browser shows when it seeks there, as a number, and the time it says that picture has. */
async function shownAt(film: FilmView, seekS: readonly number[]): Promise<{ frame: number; mediaTimeS: number }[]> {
  const shown = await page.evaluate(
    async ({ src, times, widthPx, heightPx }) => {
      const video = document.createElement('video');
      const canvas = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true });
      video.muted = true;
      video.src = src;
      await new Promise((resolve, reject) => {
        video.onloadeddata = resolve;
        video.onerror = () => reject(new Error(video.error?.message));
      });
      const pictures: { pixels: number[]; mediaTimeS: number }[] = [];
      for (const time of times) {
        const presented = new Promise<number>((resolve) =>
          video.requestVideoFrameCallback((_, { mediaTime }) => resolve(mediaTime)),
        );
        video.currentTime = time;
        const mediaTimeS = await presented;
        canvas!.drawImage(video, 0, 0, widthPx, heightPx);
        const { data } = canvas!.getImageData(0, heightPx >> 1, widthPx, 1);
        pictures.push({ pixels: Array.from(data), mediaTimeS });
      }
      return pictures;
    },
    { src: film.filmPath, times: [...seekS], widthPx: WIDTH_PX, heightPx: HEIGHT_PX },
  );
  return shown.map(({ pixels, mediaTimeS }) => {
    const rgb = Uint8Array.from({ length: 3 * WIDTH_PX }, (_, i) => pixels[4 * Math.floor(i / 3) + (i % 3)]!);
    return { frame: readCounter(rgb, WIDTH_PX, 1), mediaTimeS };
  });
}

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('a film that plays as it is', () => {
  it.each(['plain', 'variableRate', 'anamorphic', 'editList', 'longSound', 'oddSize'] as const)(
    'shows every frame at the time that is said of it (%s)',
    async (kind) => {
      const film = await filmOf(kind);
      expect(film).toMatchObject({ playable: true, missing: false });
      expect(film.filmPath).toMatch(/^\/files\/films\//);
      const { timeS } = film;
      // The first, the last, and some in between; not the one on screen already.
      const frames = [7, 0, 1, 2, 30, 31, 64, timeS.length - 2, timeS.length - 1];
      const middle = (frame: number) => (timeS[frame]! + (timeS[frame + 1] ?? film.durationS)) / 2;
      const shown = await shownAt(film, frames.map(middle));
      const counted = frames.map((frame) => NUMBER_OF[kind]?.(frame) ?? frame);
      expect(shown.map(({ frame }) => frame)).toEqual(counted);
      // Well under half a frame, so that the nearest beginning is the right one.
      for (const [i, { mediaTimeS }] of shown.entries()) {
        expect(Math.abs(mediaTimeS - timeS[frames[i]!]!)).toBeLessThan(0.002);
      }
    },
  );
});

describe('a film that a browser would show wrongly, or not at all', () => {
  it.each(['rotated90', 'hevc', 'matroska', 'lateStart', 'interlaced', 'truncated', 'tenBit'] as const)(
    'waits for its copy (%s)',
    async (kind) => {
      const film = await filmOf(kind);
      expect(film.playable).toBe(false);
      expect(film.filmPath).toMatch(/^\/files\/proxies\//);
    },
  );
});
