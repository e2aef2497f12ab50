// Sheets that are no report: nothing runs out of them, on both papers, however much was noted.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Injury, Session, WalkRunDay } from '../../../core/records/records.ts';
import { BODY_REGIONS } from '../../../core/rehab/bodyRegions.ts';
import { filmingCard } from '../../../core/rehab/filmingCard.ts';
import { followInjury } from '../../../core/rehab/followInjury.ts';
import { filmingCardWords } from '../../../core/rehab/rehabSentences.ts';
import { RETURN_TEST_IDS, RETURN_TESTS } from '../../../core/rehab/testCatalogue.ts';
import { walkRunDiary } from '../../../core/rehab/walkRunDiary.ts';
import { freshPlan } from '../../../core/rehab/walkRunTemplate.ts';
import { PAPERS, REPORT_SETUP_DEFAULTS } from '../../../core/report/reportSetup.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import { bundledChromium } from '../../../electron/report/bundledChromium.ts';
import { documentHtml } from '../../../electron/report/documentHtml.ts';
import { framed, type Sheet } from '../../../electron/report/pageFrame.ts';
import { diarySheets, filmingCardSheets } from '../../../electron/report/planSheets.ts';
import { launchChromium } from '../../../electron/report/printPdf.ts';
import { returningSheets } from '../../../electron/report/returningSheets.ts';
import { demoTrial } from '../../support/demoTrials.ts';
import { TEST_CHROMIUM_MISSING } from '../../support/testChromium.ts';

const TODAY = '2026-03-12';
const kept = (id: string) => ({ id, createdAt: '', changedAt: '', clientId: 'c' });
const injuryOf = (region: string, fields: Partial<Injury> = {}): Injury => ({
  ...kept(`of ${region}`),
  ...{ region, side: 'right', onset: '2026-02-01', mechanism: '', status: 'recovering', notes: '', ...fields },
});
const sessions: readonly Session[] = Array.from({ length: 12 }, (_, i) => ({
  ...kept(`s${i}`),
  ...{ date: `2026-02-${String(i + 10)}`, purpose: 'Rehab', footwear: '', speedMs: 3, inclinePct: 0, notes: '' },
  ...{ painBefore: 1, painDuring: 2, painAfter: 3, painNextDay: 4 },
}));
const day = (n: number): WalkRunDay => ({
  date: `2026-03-${String(n).padStart(2, '0')}`,
  ...{ completed: n % 2 === 0, painBefore: 0, painDuring: 3, painAfter: 2, painNextDay: 1, limp: false },
  notes: 'Tight on the hill, better after a minute of walking; slept well',
});

const [before, after] = await Promise.all(
  (['demo_before_left60', 'demo_after_left60'] as const).map((name) => demoTrial(name)),
);
const film = (from: NonNullable<typeof before>, sessionId: string) => ({
  ...{ clipId: sessionId, sessionId, rateHz: 60, footwear: '', condition: null, result: from.result },
});

/** Everything of the catalogue tested, so that every line has all it can have. */
const tests = RETURN_TEST_IDS.flatMap((test) =>
  (['left', 'right'] as const).map((side) => ({
    ...{ date: '2026-01-05', test, side, value: 12.34, unit: RETURN_TESTS[test].unit, passed: false, pain: 7 },
  })),
);

function followed(region: string, isFull: boolean) {
  const injury = injuryOf(region);
  const earlier = injuryOf(region, { id: 'first', onset: '2025-06-01', resolvedOn: '2025-08-01', status: 'resolved' });
  const input = isFull
    ? {
        ...{ injuries: [injury, earlier], sessions, tests, stages: freshPlan('c') },
        films: [film(before!, 's0'), film(after!, 's11')],
      }
    : { injuries: [injury], sessions: [], tests: [], stages: [], films: [] };
  return followInjury(input, injury, TODAY);
}

const card = (isLike: boolean) => {
  const earlier = { footwear: 'Blue shoes', speedMs: 3, inclinePct: 1, clips: [] };
  const words = filmingCardWords(filmingCard('checkIn', isLike ? earlier : null), (ms) => `${ms} m/s`);
  return filmingCardSheets(words);
};

describe('the filming card', () => {
  it('says what to film, at the baseline’s speed where there is one', () => {
    expect(card(true)[0]!.body.text).toMatch(/Run from the left at 3 m\/s, slope 1 %, 25 s/);
    expect(card(true)[0]!.body.text).toContain('Shoes: Blue shoes.');
    expect(card(false)[0]!.body.text).toContain('written down: ______');
  });
});

describe('the return to running on paper', () => {
  it('says every criterion with its verdict and value, and that nothing is added up', () => {
    const text = returningSheets(followed('Calf', true), TODAY, REPORT_TEXT, (date) => date)
      .map(({ body }) => body.text)
      .join('');
    expect(text).toContain('no permission to run');
    expect(text).toContain('Heel raises on one leg: ≥ 30 repetitions');
    expect(text).toContain('12.3 repetitions, 2026-01-05');
    expect(text).toContain('Day 39 since onset');
    expect(text).toContain('Involved leg at 100 % of the other one.');
    expect(text).toContain('The same place again, 184 days after it was over.');
    expect(text).toMatch(/Baseline|compared with the first visit/);
    expect(text).not.toMatch(/\bsafe\b|\brisk\b|undefined|null|NaN/);
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

  const stages = freshPlan('c').map((stage, i) => ({
    ...stage,
    days: Array.from({ length: i + 1 }, (_, n) => day(n + 1)),
  }));
  const kinds: Readonly<Record<string, () => readonly Sheet[]>> = {
    'filming card': () => card(true),
    'filming card of a baseline': () => card(false),
    'an empty plan’s diary': () => diarySheets(walkRunDiary(freshPlan('c'), 'muscle')),
    'a diary that was written in': () => diarySheets(walkRunDiary(stages, 'bone')),
    ...Object.fromEntries(
      BODY_REGIONS.flatMap((region) =>
        [true, false].map((isFull) => [
          `return to running, ${region}, ${isFull ? 'with everything' : 'with nothing'}`,
          () => returningSheets(followed(region, isFull), TODAY, REPORT_TEXT, (date) => date),
        ]),
      ),
    ),
  };

  it.each(Object.keys(kinds))('%s: nothing runs out of its sheets', async (name) => {
    const sheets = kinds[name]!();
    for (const paper of PAPERS) {
      const pages = framed(sheets, {
        ...{ text: REPORT_TEXT, setup: { ...REPORT_SETUP_DEFAULTS, paper, clinicName: 'Praxis am Fluss' } },
        ...{ client: 'Zoë Müller', madeOn: '12 March 2026', file: '', program: 'OpenStride' },
      });
      await page.setContent(documentHtml(pages, { language: 'en', title: name, paper }));
      await page.evaluate('window.reportReady');
      const seen = await page.evaluate(() => ({
        tall: Array.from(document.querySelectorAll('main')).map((m) => m.scrollHeight - m.clientHeight),
        wide: Array.from(document.querySelectorAll('.page')).map((p) => p.scrollWidth - p.clientWidth),
        zoom: Array.from(document.querySelectorAll('main')).map((m) => Number(m.dataset.zoom ?? 1)),
      }));
      expect([paper, seen.tall.filter((px) => px > 1), seen.wide.filter((px) => px > 1)]).toEqual([paper, [], []]);
      // Smaller than this nobody reads it standing.
      expect(Math.min(...seen.zoom)).toBeGreaterThanOrEqual(0.8);
    }
  });
});
