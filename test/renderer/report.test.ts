// The report in a real browser: reached from where films are, seen as it will be printed, changed, saved, and found again.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentEngine } from '../electron/host/testApp.ts';
import { TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import { type AppUnderTest, addDemo, type DemoIds, startAppUnderTest } from './appUnderTest.ts';
import { seriousViolations } from './axe.ts';

describe.skipIf(TEST_CHROMIUM_MISSING)('the report', () => {
  let app: AppUnderTest;
  let demo: DemoIds;
  beforeAll(async () => {
    app = await startAppUnderTest({}, silentEngine);
    demo = await addDemo(app);
    await app.page.reload();
  });
  afterAll(() => app.close());

  const sheets = () => app.page.frameLocator('iframe').locator('.page');
  const settled = () => app.page.getByRole('button', { name: 'Save PDF', disabled: false }).waitFor();

  it('of a session is of both sides, laid out by the very script that it is printed with', async () => {
    const { page } = app;
    await app.goTo(`/sessions/${demo.sessionIds[1]}`);
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await settled();
    await sheets().first().waitFor();
    const frame = page.frames().at(-1)!;
    await frame.waitForLoadState(); // the parser brings one sheet after another
    await frame.evaluate('window.reportReady');
    await page.getByRole('region', { name: `Preview, ${await sheets().count()} pages` }).waitFor();
    const shrunk = await frame
      .locator('.picture img')
      .evaluateAll((all) => all.map((img) => (img as HTMLImageElement).naturalWidth));
    expect(shrunk.length).toBeGreaterThan(0);
    expect(Math.max(...shrunk)).toBeLessThanOrEqual(900);
    expect(
      await sheets()
        .first()
        .evaluate((sheet) => sheet.scrollHeight - sheet.clientHeight),
    ).toBeLessThanOrEqual(1);
  });

  it('says what is typed, leaves out what is unticked, and turns to Letter', async () => {
    const { page } = app;
    await page.getByLabel('For the client, on the first page').fill('Shorter steps for two weeks.');
    await sheets().getByText('Shorter steps for two weeks.').waitFor();
    await page.getByLabel('Table of all numbers').uncheck();
    await page.getByText('Letter', { exact: true }).click();
    await settled();
    const widthPx = await sheets()
      .first()
      .evaluate((sheet) => sheet.getBoundingClientRect().width);
    expect(widthPx).toBeCloseTo(816, 0);
  });

  it('keeps nobody out, light and dark', async () => {
    const { page } = app;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForFunction((name) => document.documentElement.dataset.theme === name, colorScheme);
      expect(await seriousViolations(page), colorScheme).toEqual([]);
    }
  });

  it('is saved as a PDF, found among those made before, and deleted', async () => {
    const { page } = app;
    await settled();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save PDF' }).click(),
    ]);
    const file = path.join(app.root, 'report.pdf');
    await download.saveAs(file);
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    const sessionId = demo.sessionIds[1];
    const [kept] = await app.call('reports.list', { sessionId });
    expect(kept?.resultIds).toHaveLength(2);
    await page.getByRole('button', { name: /^Delete: / }).click();
    await page.getByRole('button', { name: 'Delete the report' }).click();
    await page.getByText(/^None for the session of/).waitFor();
    expect(await app.call('reports.list', { sessionId })).toEqual([]);
  });

  it('says when films make no report together, and takes visits instead', async () => {
    const { page } = app;
    await app.goTo(`/report/${demo.clipIds[0]},${demo.clipIds[3]}`);
    await page.getByText('These films make no report together').waitFor();
    await page.getByLabel('demo_after_right60.mp4').uncheck();
    await page.getByLabel('demo_after_left60.mp4').check();
    await settled();
    await page.getByRole('radio', { name: 'Two visits' }).waitFor();
    await page.getByText('Follow-up', { exact: true }).click();
    await settled();
    expect(await sheets().count()).toBeGreaterThan(1);
  });
});
