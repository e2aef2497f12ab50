// The whole story in a real browser, over the real engine: a new client, a film, its numbers, a correction and back, left beside right.
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clipFile } from '../support/rendered.ts';
import { TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import { type AppUnderTest, startAppUnderTest } from './appUnderTest.ts';
import { dropFiles, fileToDrop } from './dropFiles.ts';

/** 4.8 s of running at 30 pictures per second: the shortest film with enough strides to measure. */
const FILM = fileURLToPath(clipFile('dev06_run_yaw10_30.mp4')!);
/** The network sees 144 pictures, beside everything else that these two cores do. */
const ANALYSIS_MS = 120_000;

describe.skipIf(TEST_CHROMIUM_MISSING)(
  'from a new client to a correction and left beside right',
  { timeout: 240_000 },
  () => {
    let app: AppUnderTest;
    beforeEach(async () => {
      app = await startAppUnderTest();
    });
    afterEach(() => app.close());

    it('with the pointer', async () => {
      const { page } = app;
      await page.getByRole('button', { name: 'Add your first client' }).click();
      await page.keyboard.type('Ada Lovelace');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Ada Lovelace' }).waitFor();
      await page.getByRole('button', { name: 'New session' }).first().click();
      await page.getByText('Drop films here').waitFor();
      await dropFiles(page, [fileToDrop(FILM, 'Ada tired.mp4')]);
      const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Ada tired.mp4' }) });
      await card.getByRole('progressbar').waitFor();
      expect(await card.getByRole('button', { name: /Tired/ }).isVisible()).toBe(true);
      await measured(page);
      expect(await card.innerText()).toMatch(/Cadence[\s\S]*1\d\d(\.\d)?/);
      await card.getByRole('link', { name: 'Open Ada tired.mp4' }).click();

      await page.locator('canvas[data-frame]').waitFor();
      const clipId = /trial\/([\w-]+)/.exec(page.url())![1]!;
      const before = await numbers(page);
      await page.getByRole('button', { name: 'Correct' }).click();
      const contact = page.locator('button[data-kind=initial-contact][data-side=left]').nth(1);
      await contact.focus();
      for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
      await expect.poll(() => numbers(page)).not.toBe(before);
      await expect.poll(async () => (await app.call('trials.open', { clipId })).edits.edits.length).toBe(1);
      await page.keyboard.press('Control+z');
      await expect.poll(() => numbers(page)).toBe(before);
      await expect.poll(async () => (await app.call('trials.open', { clipId })).edits.edits.length).toBe(0);

      await page.getByRole('link', { name: 'Side by side' }).click();
      await besideEachOther(page);
    });

    it('with the keyboard alone', async () => {
      const { page } = app;
      const press = async (...keys: readonly string[]) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      await press('n');
      await page.keyboard.type('Grace Hopper');
      await press('Enter');
      await arrived(page, /Grace Hopper/);
      await press('n');
      await arrived(page, /20\d\d/);
      // The dialog that chooses files belongs to the system; a browser test can only answer it.
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('o')]);
      await chooser.setFiles(FILM);
      await measured(page);
      await tabTo(page, 'a[aria-label^="Open dev06"]');
      await press('Enter');

      await page.locator('canvas[data-frame]').waitFor();
      const before = await numbers(page);
      await press('e');
      await tabTo(page, 'button[data-kind=toe-off][data-side=left]');
      await press('ArrowRight', 'ArrowRight');
      await expect.poll(() => numbers(page)).not.toBe(before);
      await press('Control+z');
      await expect.poll(() => numbers(page)).toBe(before);
      await tabTo(page, 'a[href*="side-by-side"]');
      await press('Enter');
      await besideEachOther(page);
    });
  },
);

/** The film's result stands on its card. */
async function measured(page: Page): Promise<void> {
  await page.getByRole('listitem').getByText('Cadence', { exact: true }).waitFor({ timeout: ANALYSIS_MS });
}

/** A screen is there when the focus has arrived on its heading. */
async function arrived(page: Page, heading: RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.waitForFunction(
    (wanted) => document.activeElement?.tagName === 'H1' && new RegExp(wanted).test(document.activeElement.textContent),
    heading.source,
  );
}

/** The table of measures as it is written now. */
function numbers(page: Page): Promise<string> {
  return page.locator('[role=tabpanel]').innerText();
}

/** Two films run, and a step moves both. */
async function besideEachOther(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Side by side' }).waitFor();
  await expect.poll(() => page.locator('video').count()).toBe(2);
  const canvases = page.locator('canvas[data-frame]');
  const frames = async () =>
    (await Promise.all([0, 1].map((i) => canvases.nth(i).getAttribute('data-frame')))).join(' ');
  await expect.poll(() => canvases.count()).toBe(2);
  const before = await frames();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(frames).not.toBe(before);
}

/** Tab, as often as it takes. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}
