import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GaitError } from '../../../core/errors.ts';
import { keyFrameNumbers, type ReportModel, reportModel } from '../../../core/report/reportModel.ts';
import { demoFile } from '../../../electron/demoClient/demoFolder.ts';
import { bundledChromium } from '../../../electron/report/bundledChromium.ts';
import { launchChromium, type Printer, startPrinter } from '../../../electron/report/printPdf.ts';
import { reportHtml } from '../../../electron/report/reportHtml.ts';
import { writeReport } from '../../../electron/report/writeReport.ts';
import { grabFrames } from '../../../electron/video/grabFrames.ts';
import { probeVideo } from '../../../electron/video/probe.ts';
import {
  type Sample,
  sampleTrial,
  withEveryReason,
  withLeftLegOnly,
  withNothingMeasured,
  withoutAnything,
} from '../../support/sampleResult.ts';
import { TEST_CHROMIUM_MISSING } from '../../support/testChromium.ts';

const demo = sampleTrial();
const model = reportModel({ ...demo, client: 'M. K.', madeOn: '24 November 2026' });
const LONG_NAME = `${'A very long <b>file name</b> & "quotes" '.repeat(7)}Müller_Łódź_Ωμέγα_Привет.mp4`;

let folder = '';
let frames: ReadonlyMap<number, Uint8Array>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openstride é '));
  frames = await picturesOf(demo, model);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function picturesOf(sample: Sample, of: ReportModel): Promise<ReadonlyMap<number, Uint8Array>> {
  const film = demoFile(sample.video.file);
  const numbers = keyFrameNumbers(of);
  const pictures = await grabFrames(await probeVideo(film), numbers, { maxHeightPx: 540 });
  return new Map(numbers.map((number, i) => [number, pictures[i] ?? new Uint8Array()]));
}

/** Facts that stand uncompressed in a PDF as Chromium writes it. */
function factsOf(pdf: Buffer) {
  const text = pdf.toString('latin1');
  return {
    pages: text.match(/\/Type \/Page\b/g)?.length ?? 0,
    a4: /\/MediaBox \[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]/.test(text),
    tagged: text.includes('/StructTreeRoot') && /\/Marked true/.test(text),
    embeddedFonts: text.match(/\/FontFile2/g)?.length ?? 0,
    drawnFonts: text.match(/\/Subtype \/Type3/g)?.length ?? 0,
    pictures: text.match(/\/Filter \/DCTDecode/g)?.length ?? 0,
    language: /\/Lang \(en\)/.test(text),
  };
}

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('report.pdf (with the bundled browser: Linux x64 only)', () => {
  let printer: Printer;
  beforeAll(() => {
    printer = startPrinter();
  });
  afterAll(() => printer.close());

  it('is two tagged A4 pages with embedded fonts and the eight pictures, and small', async () => {
    const outFile = join(folder, 'report.pdf');
    const { browser } = await writeReport({ model, frames, outFile, printer });
    expect(browser).not.toBe('');
    const pdf = readFileSync(outFile);
    expect(factsOf(pdf)).toEqual({
      pages: 2,
      a4: true,
      tagged: true,
      embeddedFonts: 2,
      drawnFonts: 0,
      pictures: 8,
      language: true,
    });
    // Eight crops at 500 dpi or the film's own sharpness, and two fonts.
    expect(pdf.length).toBeLessThan(1_000_000);
    expect(readdirSync(folder)).toEqual(['report.pdf']);
    rmSync(outFile);
  });

  it('starts a browser of its own when none was brought', async () => {
    const outFile = join(folder, 'report.pdf');
    await writeReport({ model, frames: new Map(), outFile });
    expect(factsOf(readFileSync(outFile)).pages).toBe(2);
    rmSync(outFile);
  });

  it('cancelled, or where it cannot be written, leaves nothing', async () => {
    const code = (promise: Promise<unknown>) => promise.catch((e: unknown) => (e instanceof GaitError ? e.code : e));
    const outFile = join(folder, 'report.pdf');
    expect(await code(writeReport({ model, frames, outFile, printer, signal: AbortSignal.abort() }))).toBe('cancelled');
    const unwritable = join(folder, 'none', 'report.pdf');
    expect(await code(writeReport({ model, frames, outFile: unwritable, printer }))).toBe('not-writable');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('the pages (in the bundled browser: Linux x64 only)', () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  beforeAll(async () => {
    const chromium = await bundledChromium();
    browser = await launchChromium({ path: '', env: {}, ...chromium, name: 'bundled', sandbox: false });
    page = await browser.newPage();
    page.on('request', (request) => asked.push(request.url()));
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(() => browser.close());

  /** What runs out of its page or over its neighbours, and how far the content had to be shrunk. */
  async function look(of: ReportModel, pictures: ReadonlyMap<number, Uint8Array>) {
    await page.setContent(reportHtml(of, pictures));
    await page.evaluate('window.reportReady');
    return page.evaluate(() => ({
      pages: document.querySelectorAll('.page').length,
      tooTall: Array.from(document.querySelectorAll('main')).filter((m) => m.scrollHeight > m.clientHeight + 1).length,
      tooWide: Array.from(document.querySelectorAll('.page')).filter((p) => p.scrollWidth > p.clientWidth + 1).length,
      zoom: Array.from(document.querySelectorAll('main'), (m) => Number(m.dataset.zoom ?? 1)),
      pictures: Array.from(document.querySelectorAll('img'), (img) => img.naturalWidth),
      text: document.body.innerText,
      bold: document.querySelectorAll('.file b').length,
    }));
  }

  const variants: readonly (readonly [string, ReportModel])[] = [
    ['a good film', model],
    ['nothing measured', reportModel({ ...demo, result: withNothingMeasured(demo.result) })],
    ['an empty result', reportModel({ ...demo, result: withoutAnything(demo.result) })],
    ['one leg only', reportModel({ ...demo, result: withLeftLegOnly(demo.result) })],
    ['every weakness and a reason for each value', reportModel({ ...demo, result: withEveryReason(demo.result) })],
    ['a long file name', reportModel({ ...demo, video: { ...demo.video, file: LONG_NAME }, client: LONG_NAME })],
    ['walking', reportModel(sampleTrial('dev04_walk_right60'))],
    ['from behind', reportModel(sampleTrial('dev05_run_post60_dropL'))],
  ];

  it.each(variants)('%s: two pages, nothing runs out of them, nothing is left blank by mistake', async (_, of) => {
    const seen = await look(of, frames);
    expect(seen).toMatchObject({ pages: 2, tooTall: 0, tooWide: 0, bold: 0 });
    // Below half size nobody reads it on paper.
    expect(Math.min(...seen.zoom)).toBeGreaterThan(0.55);
    expect(seen.text).not.toMatch(/NaN|undefined|null|\[object|\{\w+\}/);
    expect(seen.text).toContain('Page 2 of 2');
  });

  it('a good film needs no shrinking, and only the part around the body is in the document', async () => {
    const seen = await look(model, frames);
    expect(seen.zoom).toEqual([1, 1]);
    expect(seen.pictures).toHaveLength(8);
    // The film's frames were 960 px wide when they were handed over.
    expect(Math.max(...seen.pictures)).toBeLessThan(600);
  });

  it('a picture that cannot be read is left out', async () => {
    const broken = new Map([...frames.keys()].map((number) => [number, Uint8Array.of(1, 2, 3)]));
    expect((await look(model, broken)).pictures).toEqual([]);
  });

  it('asks for nothing from outside, whatever the names hold', async () => {
    asked.length = 0;
    const name = '"><img src="http://127.0.0.1:9/x.png"><style>@import url(http://127.0.0.1:9/y.css)</style>.mp4';
    await look(reportModel({ ...demo, video: { ...demo.video, file: name }, client: name, madeOn: name }), frames);
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
  });
});
