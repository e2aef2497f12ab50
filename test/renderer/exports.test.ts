// What leaves the clinic from the screens: real downloads, read by other programs; progress, stop and failure in one place.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { read } from '@e965/xlsx';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportAsk } from '../../core/api/exports.ts';
import { fromWire } from '../../core/api/wire.ts';
import { silentEngine } from '../electron/host/testApp.ts';
import { TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import { type AppUnderTest, addDemo, type DemoIds, startAppUnderTest } from './appUnderTest.ts';
import { seriousViolations } from './axe.ts';

let app: AppUnderTest;
let demo: DemoIds;
beforeAll(async () => {
  if (TEST_CHROMIUM_MISSING !== null) return;
  app = await startAppUnderTest({}, silentEngine);
  demo = await addDemo(app);
  for (const { id } of await app.call('jobs.list', null)) await app.call('jobs.cancel', { jobId: id });
});
afterAll(() => app?.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

async function openTrial(clipId = demo.clipIds[0]): Promise<Page> {
  const { page } = app;
  await app.goTo('/nowhere'); // so that the screen begins anew
  await app.goTo(`/trial/${clipId}`);
  await button(page, 'Export').click();
  await page.getByRole('dialog').waitFor();
  return page;
}

async function openPair(): Promise<Page> {
  await app.goTo(`/side-by-side/${demo.clipIds[0]}/${demo.clipIds[1]}`);
  return app.page;
}

/** The file that comes down after something is done, and what was asked of the library for it. */
async function file(page: Page, work: () => Promise<void>) {
  const [download, ask] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    asked(page, work),
  ] as const);
  return { ask, name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

async function asked(page: Page, work: () => Promise<void>): Promise<ExportAsk> {
  const [request] = await Promise.all([page.waitForRequest(/exports\.add$/), work()]);
  return (fromWire(request.postData() ?? '') as { ask: ExportAsk }).ask;
}

const bytesOf = async (download: Download) => readFileSync(await download.path());
const save = (page: Page, what: string) => () => button(page, `Save: ${what}`).click();

/** A picture as a browser sees it. */
function lookAt(page: Page, bytes: Buffer, type: string) {
  return page.evaluate(
    async ({ data, type: kind }) => {
      const image = new Image();
      image.src = `data:${kind};base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const { data: pixels } = pen.getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set(new Uint32Array(pixels.buffer));
      return { size: [canvas.width, canvas.height], colours: colours.size };
    },
    { data: bytes.toString('base64'), type },
  );
}

const outgoing = () => readdirSync(path.join(app.root, 'library', 'outgoing'));

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('what leaves the clinic', () => {
  it('as a spreadsheet opens in another program and has the digits of the screen', async () => {
    const page = await openTrial();
    const { name, bytes } = await file(page, save(page, 'Spreadsheet (XLSX)'));
    expect(name).toBe('OpenStride DEMO 2026-01-12 left.xlsx');
    const { Summary } = read(bytes, { cellNF: true, cellText: true }).Sheets;
    const stored: string[] = [];
    for (let row = 2; Summary?.[`B${row}`]; row++) {
      const [value, margin] = ['D', 'E'].map((column) => Summary[`${column}${row}`]?.w ?? '');
      if (Summary[`C${row}`]?.v === 'right \u2212 left' || value === '') continue;
      stored.push(`${Summary[`B${row}`]?.v}: ${value!.replace('-', '\u2212')}${margin === '' ? '' : ` ± ${margin}`}`);
    }
    await page.keyboard.press('Escape');
    const shown = await page.locator('tr[data-row]').evaluateAll((rows) =>
      rows.flatMap((row) =>
        Array.from(row.querySelectorAll('[data-number]'), (number) => {
          const words = Array.from(number.childNodes, (node) => (node.nodeName === 'SUP' ? '' : node.textContent));
          return `${row.querySelector('th')!.firstChild!.textContent}: ${words.join('')}`;
        }),
      ),
    );
    expect(shown.length).toBeGreaterThan(30);
    expect(stored).toEqual(shown);
  });

  it('as the frame on the screen is as large as the film, with the face in it or without', async () => {
    const page = await openTrial();
    await page.keyboard.press('Escape');
    for (let i = 0; i < 3; i++) await button(page, 'One frame on').click();
    await button(page, 'Export').click();
    const { widthPx, heightPx } = await app.call('clips.film', { clipId: demo.clipIds[0] });
    const seen = await file(page, save(page, 'Frame 4'));
    expect(seen).toMatchObject({
      name: 'OpenStride DEMO 2026-01-12 left frame 4.png',
      ask: { frame: 3, blurFaces: false, show: { skeleton: true, angles: true } },
    });
    expect((await lookAt(page, seen.bytes, 'image/png')).size).toEqual([widthPx, heightPx]);
    await page.getByText('Make faces unrecognisable').click();
    await page.getByText('Joint angles', { exact: true }).click();
    await page.getByText('JPEG').click();
    const blurred = await file(page, save(page, 'Frame 4'));
    expect(blurred).toMatchObject({
      name: 'OpenStride DEMO 2026-01-12 left frame 4.jpg',
      ask: { frame: 3, format: 'jpeg', blurFaces: true, show: { skeleton: true, angles: false } },
    });
    expect((await lookAt(page, blurred.bytes, 'image/jpeg')).size).toEqual([widthPx, heightPx]);
  });

  it('as a film shows how far it is wherever one goes, and is stopped without a trace; the choice of faces is kept', async () => {
    const page = await openTrial();
    const before = outgoing();
    expect(await asked(page, save(page, 'Film (MP4)'))).toMatchObject({ kind: 'film', blurFaces: true });
    await page.getByRole('dialog').getByRole('progressbar', { name: 'Writing' }).waitFor();
    // A table does not wait for the film.
    expect((await file(page, save(page, 'Curves (CSV)'))).bytes.toString()).toMatch(/^percent/);
    await page.keyboard.press('Escape');
    await app.goTo('/');
    await button(page, /^Writing 1 file/).click();
    const bar = page.getByRole('progressbar', { name: 'Writing' });
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: 30_000 })
      .toBeGreaterThan(0);
    await button(page, 'Stop: OpenStride DEMO 2026-01-12 left film.mp4').click();
    await bar.waitFor({ state: 'detached' });
    expect(outgoing().filter((name) => !before.includes(name) && !name.endsWith('curves.csv'))).toEqual([]);
    await button(page, 'Clear the list').click();
    await button(page, /written|Writing/).waitFor({ state: 'detached' });
  });

  it('as a chart is a picture: of one clip, and of two laid on each other', async () => {
    await (await openTrial()).keyboard.press('Escape');
    const { page } = app;
    const chart = (format: string) => async () => {
      await button(page, 'Save this chart: Knee').click();
      await page.getByRole('menuitem', { name: format }).click();
    };
    const png = await file(page, chart('Save as picture (PNG)'));
    expect(png.name).toBe('OpenStride DEMO 2026-01-12 left knee curve.png');
    const seen = await lookAt(page, png.bytes, 'image/png');
    expect(seen.size[0]).toBeGreaterThan(1000);
    expect(seen.colours).toBeGreaterThan(50);
    await openPair();
    const svg = await file(page, chart('Save as drawing (SVG)'));
    expect(svg.ask).toMatchObject({ kind: 'pairChart', a: { side: 'left', name: 'Left' }, b: { side: 'right' } });
    expect(svg.bytes.toString()).toMatch(/mean left.*mean right/s);
    expect((await lookAt(page, svg.bytes, 'image/svg+xml')).colours).toBeGreaterThan(50);
  });

  it('as a film of both is as they were laid side by side', async () => {
    const page = await openPair();
    await button(page, 'Export film').click();
    await page.getByLabel('Above the first film').fill('Łukasz · links');
    await page.getByText('Half', { exact: true }).click();
    const ask = await asked(page, () => button(page, 'Save film').click());
    expect(ask).toEqual({
      kind: 'pair',
      a: { clipId: demo.clipIds[0], side: 'left', title: 'Łukasz · links', mirrored: false },
      b: { clipId: demo.clipIds[1], side: 'right', title: 'Right · 12 Jan 2026', mirrored: true },
      speed: 0.5,
      skeleton: true,
      blurFaces: true,
    });
    await button(page, /^Stop: /).click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  });

  it('is asked for with keys alone, and by everybody', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const page = await openTrial();
      await file(page, save(page, 'Measures (CSV)'));
      expect(await seriousViolations(page), `trial, ${colorScheme}`).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Export');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await button(page, /written$/).click();
      await button(page, 'Download again: OpenStride DEMO 2026-01-12 left measures.csv').waitFor();
      expect(await seriousViolations(page), `list, ${colorScheme}`).toEqual([]);
      await page.keyboard.press('Escape');
    }
    const page = await openPair();
    await button(page, 'Export film').click();
    expect(await seriousViolations(page), 'pair, dark').toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('and cannot be written says why, and is tried again at a press', async () => {
    const page = await openTrial(demo.clipIds[3]);
    const films = path.join(app.root, 'library', 'videos');
    for (const name of readdirSync(films)) rmSync(path.join(films, name));
    await save(page, 'Frame 1')();
    const again = button(page, /^Try again: OpenStride DEMO 2026-03-02 right frame 1\.png$/);
    await again.waitFor();
    expect(await page.getByRole('dialog').innerText()).toContain('demo_after_right60.mp4 is no longer in the library');
    await asked(page, () => again.click());
    await again.waitFor();
    await page.keyboard.press('Escape');
    await button(page, /^1 file was not written$/).waitFor();
  });
});
