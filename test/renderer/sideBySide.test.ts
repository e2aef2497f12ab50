// Two clips side by side: the pair that makes sense is offered, keys alone are enough, and everybody can use it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import { type AppUnderTest, addDemo, type DemoIds, startAppUnderTest } from './appUnderTest.ts';
import { seriousViolations } from './axe.ts';

let app: AppUnderTest;
let demo: DemoIds;

beforeAll(async () => {
  if (TEST_CHROMIUM_MISSING !== null) return;
  app = await startAppUnderTest();
  demo = await addDemo(app);
  for (const { id } of await app.call('jobs.list', null)) await app.call('jobs.cancel', { jobId: id }); // only their films for playback, which nothing here needs
});
afterAll(() => app?.close());

async function show(page: Page, a: string, b: string): Promise<void> {
  await app.goTo(`/side-by-side/${a}/${b}`, page);
  await page.waitForFunction(() => document.querySelectorAll('canvas[data-frame]:not([data-frame="0"])').length === 2);
}

const bar = (page: Page) => page.getByRole('slider', { name: /Phase of the stride/ });
const phase = async (page: Page) => Number(await bar(page).getAttribute('aria-valuenow'));
const chosen = (page: Page) => page.locator('header button[aria-haspopup=listbox]').allInnerTexts();

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('two clips side by side', () => {
  it('are the left leg from the left and the right leg from the right, and nothing forbids comparing them', async () => {
    const { page } = app;
    await show(page, demo.clipIds[0], demo.clipIds[1]);
    expect((await chosen(page)).join(' ')).toMatch(/from the left.*Left leg.*from the right.*Right leg/s);
    expect(await page.getByRole('heading', { name: 'Differences are not judged' }).count()).toBe(0);
    await page.getByRole('tab', { name: 'Numbers' }).click();
    const row = page.getByRole('row', { name: /Knee flexion, peak in swing/ });
    expect(await row.innerText()).toMatch(/differs|same/);
  });

  it('are those two also when one of them alone was asked for; both legs of one film are a choice', async () => {
    const { page } = app;
    await app.goTo('/');
    await app.goTo(`/side-by-side/${demo.clipIds[1]}/${demo.clipIds[1]}`);
    await page.waitForFunction(
      (hash) => location.hash === hash,
      `#/side-by-side/${demo.clipIds[0]}/${demo.clipIds[1]}`,
    );
    await page.locator('header button[aria-haspopup=listbox]').nth(2).click();
    await page.getByRole('option', { name: '12 Jan 2026 · from the left' }).click();
    await page.waitForFunction(
      (hash) => location.hash === hash,
      `#/side-by-side/${demo.clipIds[0]}/${demo.clipIds[0]}`,
    );
  });

  it('are compared visit against visit at a press, each under its date', async () => {
    const { page } = app;
    await show(page, demo.clipIds[0], demo.clipIds[1]);
    await page.getByRole('button', { name: 'Visit against visit' }).click();
    await page.getByRole('tab', { name: 'Numbers' }).click();
    await page.getByRole('columnheader', { name: 'Change' }).waitFor();
    expect(await page.getByRole('row', { name: /Cadence/ }).innerText()).toMatch(/changed|same/);
    expect((await chosen(page)).join(' ')).toMatch(/12 Jan 2026.*Left leg.*2 Mar 2026.*Left leg/s);
  });

  it('say why a left leg of one visit and a right leg of another are not judged', async () => {
    const { page } = app;
    await show(page, demo.clipIds[0], demo.clipIds[3]);
    await page.getByRole('heading', { name: 'Differences are not judged' }).waitFor();
    expect(await page.getByText(/another visit: a difference could be either/).count()).toBe(1);
    await page.getByRole('tab', { name: 'Numbers' }).click();
    expect(await page.getByRole('row', { name: /Knee flexion at contact/ }).innerText()).toContain('not comparable');
  });

  it('are stepped, sought and played with keys alone', async () => {
    const { page } = app;
    await show(page, demo.clipIds[0], demo.clipIds[1]);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('[role=slider]')!.getAttribute('aria-valuenow') !== '0');
    const stepped = await phase(page);
    expect(stepped).toBeGreaterThan(0);
    expect(stepped).toBeLessThan(6); // a frame at 60 per second is 2 to 3 % of a stride
    await bar(page).focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < 4; i++) await page.keyboard.press('PageUp');
    expect(await phase(page)).toBe(40);
    const knee = page.getByRole('slider', { name: /^Knee/ });
    await knee.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await phase(page)).toBe(39);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Pause both' }).waitFor();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Play both' }).waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'can be used by everybody in %s colours, bodies on each other included',
    async (colorScheme) => {
      const page = await app.open({ colorScheme });
      await show(page, demo.clipIds[0], demo.clipIds[1]);
      await page.keyboard.press('b');
      await page.getByRole('img', { name: /Both bodies on each other/ }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('tab', { name: 'Numbers' }).click();
      expect(await seriousViolations(page)).toEqual([]);
      await page.close();
    },
  );

  it('keep within the page, also at twice the text size', async () => {
    const page = await app.open();
    await show(page, demo.clipIds[0], demo.clipIds[1]);
    const main = page.locator('main');
    expect(await main.evaluate((e) => e.scrollHeight - e.clientHeight)).toBe(0);
    await page.evaluate(() => document.documentElement.style.setProperty('--text-size', '2'));
    await page.waitForTimeout(300);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await bar(page).scrollIntoViewIfNeeded();
    expect(await bar(page).isVisible()).toBe(true);
    await page.close();
  });
});
