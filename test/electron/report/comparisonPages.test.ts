// Reports of several films: nothing runs out of its page, nothing is blank by mistake, and paper, table and file show the same digits.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparisonCsv } from '../../../core/export/comparisonCsv.ts';
import { type ComparisonInput, comparisonModel } from '../../../core/report/comparisonModel.ts';
import { followUpModel } from '../../../core/report/followUpModel.ts';
import type { ReportFilm } from '../../../core/report/reportFilm.ts';
import { reportModel } from '../../../core/report/reportModel.ts';
import { PAPERS, REPORT_SECTIONS, REPORT_SETUP_DEFAULTS, type ReportSetup } from '../../../core/report/reportSetup.ts';
import { comparisonJson } from '../../../electron/export/comparisonJson.ts';
import { bundledChromium } from '../../../electron/report/bundledChromium.ts';
import { comparisonHtml } from '../../../electron/report/comparisonHtml.ts';
import { followUpHtml } from '../../../electron/report/followUpHtml.ts';
import { launchChromium } from '../../../electron/report/printPdf.ts';
import { reportHtml } from '../../../electron/report/reportHtml.ts';
import { demoTrial } from '../../support/demoTrials.ts';
import {
  sampleTrial,
  withEveryReason,
  withLeftLegOnly,
  withNothingMeasured,
  withoutAnything,
} from '../../support/sampleResult.ts';
import { TEST_CHROMIUM_MISSING } from '../../support/testChromium.ts';

const [beforeLeft, beforeRight, afterLeft, afterRight] = await Promise.all(
  (['demo_before_left60', 'demo_before_right60', 'demo_after_left60', 'demo_after_right60'] as const).map(demoTrial),
);
const before = { date: '12 January 2026', films: [beforeLeft!, beforeRight!] };
const after = { date: '2 March 2026', films: [afterLeft!, afterRight!] };
const LONG = `${'Wilhelmina-Παναγιώτα Brzęczyszczykiewicz & <b>Söhne</b> '.repeat(5)}`;
const NOTE = `${'Dobrze! Πολύ καλά. Keep the cadence, and come back in two weeks.\n'.repeat(7)}`;
const LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAE0lEQVR4nGNkYPjPwMDAxAAGAAwEAQOn4bo1AAAAAElFTkSuQmCC';
const FULL: ReportSetup = {
  ...REPORT_SETUP_DEFAULTS,
  clinicName: LONG.slice(0, 120),
  clinicLogo: LOGO,
  noteForClient: NOTE,
  noteForColleague: NOTE,
};

const changed = (film: ReportFilm, result: ReportFilm['result']): ReportFilm => ({ ...film, result });
const pair = (kind: ComparisonInput['kind'], a: ReportFilm, b: ReportFilm, setup?: ReportSetup) =>
  comparisonModel({
    kind,
    first: { date: '', films: [a] },
    second: { date: '', films: [b] },
    ...(setup ? { setup } : {}),
  });
const withStrides = (film: ReportFilm, count: number): ReportFilm =>
  changed(film, { ...withNothingMeasured(film.result), strides: film.result.strides.slice(0, count) });
const visit = (i: number) => {
  const [left, right] = i < 6 ? [beforeLeft!, beforeRight!] : [afterLeft!, afterRight!];
  return {
    date: `${i + 1} September 2026`,
    films: [changed(left, { ...left.result }), changed(right, { ...right.result })],
  };
};

describe('a comparison', () => {
  const model = comparisonModel({ kind: 'before-after', first: before, second: after });

  it('shows the same digits on paper and in the table that programs read', () => {
    const csv = [...comparisonCsv(model)].slice(1).map((line) => line.trimEnd());
    expect(csv).toHaveLength(model.lines.length);
    const page = comparisonHtml(model, new Map());
    model.lines.forEach((line, i) => {
      const cells = csv[i]!.replace(/"[^"]*"/g, 'words').split(',');
      const same = (cell: string | undefined, words: string | null) =>
        expect(cell).toBe((words ?? '').replace('−', '-').replace('+', ''));
      if (line.id !== 'strikePattern' && line.first.quality !== 'not-measurable') same(cells[4], line.first.text);
      same(cells[5], line.first.margin);
      same(cells[8], line.difference);
      same(cells[9], line.threshold);
      if (line.difference !== null) expect(page).toContain(`<td class="number">${line.difference}</td>`);
      expect(page).toContain(line.verdict.text);
    });
  });

  it('and in the file that holds them in full', () => {
    const json = comparisonJson(model, { version: '1', analysisVersion: '1' });
    json.rows.forEach((row, i) => {
      const line = model.lines[i]!;
      expect(row.id).toBe(line.id);
      expect(row.verdict === 'changed' ? 'different' : row.verdict).toBe(line.verdict.kind);
      if (row.unit === 'deg' && row.id !== 'strikePattern' && row.difference !== null)
        expect(Number(line.difference!.replace('−', '-'))).toBe(Number(row.difference.toFixed(1)));
    });
  });

  it('in plain words for the client, in the clinic’s for a colleague, with the same numbers', () => {
    const colleague = comparisonModel({
      kind: 'before-after',
      first: before,
      second: after,
      setup: { ...REPORT_SETUP_DEFAULTS, reader: 'colleague' },
    });
    expect(model.changes.changed[0]!.line).toMatch(/^Knee bend in swing \(right\): 97°, was 84°/);
    expect(colleague.changes.changed[0]!.line).toMatch(/^Knee flexion, peak in swing \(right\): 97°, was 84°/);
    expect(colleague.lines).toEqual(model.lines);
  });

  it('of a refused pair judges nothing and says why in the first place', () => {
    const refused = pair('before-after', beforeLeft!, afterRight!);
    expect(refused.banner).toMatchObject({ refused: true });
    expect(refused.changes.none).toContain('filmed from the left');
    expect(refused.changes.changed).toEqual([]);
    expect(refused.lines.every((line) => line.difference === null)).toBe(true);
    expect(refused.curves.every((curve) => curve.finding === 'difference not judged')).toBe(true);
  });

  it('of the same film finds no curve beyond its error', () => {
    for (const curve of pair('before-after', beforeRight!, beforeRight!).curves) {
      expect(curve.beyond).toEqual([]);
      expect(Math.abs(curve.meanDifferenceDeg ?? 0)).toBe(0);
    }
  });

  it('of healed legs finds no curve beyond its error', () => {
    const healed = comparisonModel({ kind: 'left-right', first: after, second: after });
    expect(healed.curves.filter((curve) => curve.beyond.length > 0)).toEqual([]);
    expect(healed.changes.changed).toEqual([]);
  });

  it('finds the bent knee in its curve, where the knee bends', () => {
    const knee = model.curves.find(({ title }) => title === 'Knee, right leg')!;
    expect(knee.beyond.length).toBeGreaterThan(0);
    for (const { fromPct, toPct } of knee.beyond) {
      expect(fromPct).toBeGreaterThan(50);
      expect(toPct).toBeLessThan(80);
    }
    expect(model.curves.find(({ title }) => title === 'Knee, left leg')!.beyond).toEqual([]);
  });
});

describe('a run from fresh to tired', () => {
  const slower = (film: ReportFilm, bySteps: number): ReportFilm =>
    changed(film, {
      ...film.result,
      parameters: film.result.parameters.map((p) =>
        p.id === 'cadence' ? { ...p, value: (p.value ?? 0) - bySteps } : p,
      ),
    });
  const clips = [0, 3, 6].map((steps) => slower(beforeRight!, steps));
  const model = (times: readonly (number | null)[]) =>
    comparisonModel({
      kind: 'fresh-tired',
      first: { date: '', films: [clips[0]!] },
      second: { date: '', films: [clips[2]!] },
      run: clips.map((film, i) => ({ film, atMin: times[i]! })),
    });
  const cadence = (of: ReturnType<typeof model>) => of.drift.find(({ label }) => label === 'Cadence')!;

  it('has its drift over minutes where they were noted, else over clips', () => {
    expect(cadence(model([0, 10, 20]))).toMatchObject({
      values: ['160.0', '157.0', '154.0'],
      change: '−6.0',
      perTen: '−3.0',
      verdict: { kind: 'different' },
    });
    expect(cadence(model([0, null, 20]))).toMatchObject({ change: '−6.0', perTen: '−30.0' });
    expect(model([0, null, 20]).driftIsTimed).toBe(false);
  });

  it('agrees with the comparison of its first and last clip', () => {
    const both = model([0, 10, 20]);
    expect(both.lines.find(({ id }) => id === 'cadence')!.difference).toBe(cadence(both).change);
  });

  it('follows the difference of the legs, and calls nothing else changed', () => {
    const { drift } = model([0, 10, 20]);
    expect(drift.filter(({ leg }) => leg === 'right − left').map(({ label }) => label)).toContain(
      'Ground contact time',
    );
    expect(drift.filter(({ verdict }) => verdict.kind === 'different').map(({ label }) => label)).toEqual(['Cadence']);
  });
});

describe('a follow-up', () => {
  it('holds the last visit against the first', () => {
    const model = followUpModel({ visits: [before, after] });
    expect(model.changes.changed.map(({ line }) => line)).toEqual(
      comparisonModel({ kind: 'before-after', first: before, second: after }).changes.changed.map(({ line }) => line),
    );
    const cadence = model.table.find(({ id }) => id === 'cadence')!;
    expect(cadence.cells).toEqual([
      { text: '160.0', verdict: 'baseline' },
      { text: '169.4', verdict: 'different' },
    ]);
    expect(model.charts.find(({ id }) => id === 'cadence')!.tracks[0]!.dots.map((dot) => dot.text)).toEqual([
      '160.0',
      '169.4',
    ]);
  });

  it('of thirteen visits is refused', () => {
    expect(() => followUpModel({ visits: Array.from({ length: 13 }, (_, i) => visit(i)) })).toThrow(RangeError);
  });
});

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('the sheets (in the bundled browser: Linux x64 only)', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const chromium = await bundledChromium();
    browser = await launchChromium({ path: '', env: {}, ...chromium, name: 'bundled', sandbox: false });
    page = await browser.newPage();
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(() => browser.close());

  async function look(html: string) {
    await page.setContent(html);
    await page.evaluate('window.reportReady');
    return page.evaluate(() => ({
      pages: document.querySelectorAll('.page').length,
      tooTall: Array.from(document.querySelectorAll('main')).filter((m) => m.scrollHeight > m.clientHeight + 1).length,
      tooWide: Array.from(document.querySelectorAll('.page')).filter((p) => p.scrollWidth > p.clientWidth + 1).length,
      zoom: Math.min(...Array.from(document.querySelectorAll('main'), (m) => Number(m.dataset.zoom ?? 1))),
      height: document.querySelector('.page')?.getBoundingClientRect().height ?? 0,
      overlaps: Array.from(document.querySelectorAll('.moments')).filter((m) => m.scrollHeight > m.clientHeight + 2)
        .length,
      bold: document.querySelectorAll('.about b, .clinic b').length,
      text: document.body.innerText,
    }));
  }

  const nothing = changed(beforeLeft!, withNothingMeasured(beforeLeft!.result));
  const empty = changed(beforeLeft!, withoutAnything(beforeLeft!.result));
  const reasons = changed(afterLeft!, withEveryReason(afterLeft!.result));
  const oneLeg = changed(afterLeft!, withLeftLegOnly(afterLeft!.result));
  const behind = { ...sampleTrial('dev05_run_post60_dropL') };
  const walking = { ...sampleTrial('dev04_walk_right60') };
  const documents: readonly (readonly [string, (setup: ReportSetup) => string])[] = [
    [
      'two visits',
      (setup) =>
        comparisonHtml(comparisonModel({ kind: 'before-after', first: before, second: after, setup }), new Map()),
    ],
    [
      'two legs',
      (setup) =>
        comparisonHtml(comparisonModel({ kind: 'left-right', first: before, second: before, setup }), new Map()),
    ],
    ['fresh and tired', (setup) => comparisonHtml(pair('fresh-tired', beforeRight!, afterRight!, setup), new Map())],
    ['a refused pair', (setup) => comparisonHtml(pair('before-after', beforeLeft!, walking, setup), new Map())],
    ['nothing measured in one', (setup) => comparisonHtml(pair('before-after', nothing, afterLeft!, setup), new Map())],
    ['nothing measured in either', (setup) => comparisonHtml(pair('before-after', nothing, nothing, setup), new Map())],
    ['empty results', (setup) => comparisonHtml(pair('before-after', empty, empty, setup), new Map())],
    [
      'no stride and one stride',
      (setup) =>
        comparisonHtml(pair('before-after', withStrides(beforeLeft!, 0), withStrides(afterLeft!, 1), setup), new Map()),
    ],
    [
      'a reason for each value',
      (setup) => comparisonHtml(pair('before-after', beforeLeft!, reasons, setup), new Map()),
    ],
    ['one leg only', (setup) => comparisonHtml(pair('before-after', beforeLeft!, oneLeg, setup), new Map())],
    ['from behind', (setup) => comparisonHtml(pair('before-after', behind, { ...behind }, setup), new Map())],
    [
      'twelve visits',
      (setup) =>
        followUpHtml(
          followUpModel({ visits: Array.from({ length: 12 }, (_, i) => visit(i)), setup, client: LONG }),
          new Map(),
        ),
    ],
    [
      'visits of which one is empty',
      (setup) =>
        followUpHtml(followUpModel({ visits: [visit(0), { date: '', films: [empty] }, visit(7)], setup }), new Map()),
    ],
    ['a baseline alone', (setup) => followUpHtml(followUpModel({ visits: [visit(0)], setup }), new Map())],
    [
      'a baseline without a stride',
      (setup) =>
        followUpHtml(
          followUpModel({ visits: [{ date: 'May', films: [withStrides(beforeLeft!, 0)] }], setup }),
          new Map(),
        ),
    ],
    ['one film', (setup) => reportHtml(reportModel({ ...beforeLeft!, setup, client: LONG }), new Map())],
  ];

  it.each(documents)(
    '%s: nothing runs out of its sheet, plain and with everything, on both papers',
    async (_, make) => {
      for (const paper of PAPERS)
        for (const setup of [REPORT_SETUP_DEFAULTS, FULL]) {
          const seen = await look(make({ ...setup, paper }));
          expect(seen).toMatchObject({ tooTall: 0, tooWide: 0, bold: 0, overlaps: 0 });
          expect(seen.height / (96 / 25.4)).toBeCloseTo(paper === 'a4' ? 297 : 279.4, 0);
          // Below half size nobody reads it on paper.
          expect(seen.zoom).toBeGreaterThan(0.55);
          expect(seen.text).not.toMatch(/NaN|undefined|null|\[object|\{\w+\}|Infinity/);
          expect(seen.text).toContain(`Page ${seen.pages} of ${seen.pages}`);
          if (setup === FULL) expect(seen.text).toContain('Πολύ καλά');
        }
    },
  );

  it('holds only what goes in', async () => {
    const setup = { ...REPORT_SETUP_DEFAULTS, leftOut: REPORT_SECTIONS };
    for (const html of [
      comparisonHtml(pair('before-after', beforeLeft!, afterLeft!, setup), new Map()),
      followUpHtml(followUpModel({ visits: [visit(0), visit(7)], setup }), new Map()),
      reportHtml(reportModel({ ...beforeLeft!, setup }), new Map()),
    ])
      expect(await look(html)).toMatchObject({ pages: 1 });
    const some = await look(
      reportHtml(reportModel({ ...beforeLeft!, setup: { ...setup, leftOut: ['curves', 'keyFrames'] } }), new Map()),
    );
    expect(some.text).not.toContain('The mean stride');
    expect(some.text).toContain('Measures');
  });
});
