// The numbers of a trial: one cursor for curves and film, and every number says where it comes from.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import { type AppUnderTest, addDemo, startAppUnderTest } from './appUnderTest.ts';

let app: AppUnderTest;
let page: Page;

beforeAll(async () => {
  if (TEST_CHROMIUM_MISSING !== null) return;
  app = await startAppUnderTest();
  const { clipIds } = await addDemo(app);
  for (const { id } of await app.call('jobs.list', null)) await app.call('jobs.cancel', { jobId: id }); // only their films for playback, which nothing here needs
  page = app.page;
  await app.goTo(`/trial/${clipIds[0]}`);
  await page.locator('canvas[data-frame]').waitFor();
});
afterAll(() => app?.close());

const drawn = async () => Number(await page.locator('canvas[data-frame]').getAttribute('data-frame'));

/** The frame on the screen, once the film stands still. */
async function shownFrame(): Promise<number> {
  for (let frame = await drawn(); ; ) {
    await page.waitForTimeout(STILL_MS);
    const now = await drawn();
    if (now === frame) return now;
    frame = now;
  }
}

/** A seek takes less, also on a busy computer. */
const STILL_MS = 250;

const chart = (name: RegExp) => page.getByRole('slider', { name });
const at = async (name: RegExp) => Number(await chart(name).getAttribute('aria-valuenow'));

/** Waits until the film shows another frame than this. */
async function frameAfter(before: number): Promise<number> {
  await page.waitForFunction(
    (frame) => document.querySelector('canvas[data-frame]')!.getAttribute('data-frame') !== String(frame),
    before,
  );
  return shownFrame();
}

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('the curves', () => {
  it('move the film with arrow keys, and all of them show the same phase', async () => {
    await chart(/^Knee\./).focus();
    const before = await shownFrame();
    for (let i = 0; i < 3; i++) await page.keyboard.press('PageUp');
    await page.waitForFunction(
      (frame) => Number(document.querySelector('canvas[data-frame]')!.getAttribute('data-frame')) > frame + 10,
      before,
    );
    expect(await at(/^Knee\./)).toBe(30);
    expect(await at(/^Ankle\./)).toBe(30);
    expect(await chart(/^Knee\./).getAttribute('aria-valuetext')).toMatch(/30 % of the stride, Left .*°, Right .*°/);
  });

  it('follow the film: half a stride on is another phase', async () => {
    const before = await shownFrame();
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('Shift+ArrowRight');
    const after = await frameAfter(before);
    expect(after - before).toBe(10);
    // Ten frames at 60 per second of a stride of 0.75 s are 22 %.
    expect(await at(/^Knee\./)).toBeGreaterThan(48);
    expect(await at(/^Knee\./)).toBeLessThan(56);
  });

  it('are looked at by merely pointing, and let the film stand where it stood', async () => {
    const before = await shownFrame();
    const box = (await chart(/^Hip\./).boundingBox())!;
    await page.mouse.move(box.x + 0.9 * box.width, box.y + box.height / 2);
    await frameAfter(before);
    await page.mouse.move(box.x + box.width / 2, box.y - 60);
    await page.waitForFunction(
      (frame) => document.querySelector('canvas[data-frame]')!.getAttribute('data-frame') === String(frame),
      before,
    );
  });

  it('are tables too', async () => {
    const table = page.getByRole('table', { name: /^Knee, mean angle/ });
    expect(await table.getByRole('row').count()).toBe(12);
    expect(await table.getByRole('row').nth(1).innerText()).toMatch(/0 %\s+−?\d+°\s+−?\d+°/);
  });

  it('say where the grey bars come from', async () => {
    await page.getByRole('button', { name: /Healthy range/ }).click();
    const words = await page.getByRole('dialog', { name: /grey bars/ }).innerText();
    expect(words).toMatch(/46 runners.*Fukuchi/s);
    await page.keyboard.press('Escape');
  });
});

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('the table', () => {
  it('opens what a number is made of, with the film on its frame, and closes it with Escape', async () => {
    await page.getByRole('button', { name: /^Knee flexion, peak in swing, left/ }).focus();
    const before = await shownFrame();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: /Where it comes from: Knee flexion, peak in swing/ });
    await panel.waitFor();
    await frameAfter(before);
    const words = await panel.innerText();
    for (const part of ['left hip, left knee, left ankle', 'Formula', 'Winter 2009', 'SD between them', '46 runners'])
      expect(words).toContain(part);
    const said = await panel
      .getByRole('button', { name: /^Stride \d+, left/, pressed: true })
      .getAttribute('aria-label');
    expect(said).toMatch(/: \d+\.\d° on this frame/);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('is walked with arrow keys from number to number', async () => {
    await page.getByRole('button', { name: /^Step time, left/ }).focus();
    await page.keyboard.press('ArrowRight');
    const focused = () => page.evaluate(() => document.activeElement!.getAttribute('aria-label'));
    expect(await focused()).toMatch(/^Step time, right/);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^Stride time, right/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toMatch(/^Step time, left/);
  });

  it('goes to the same moment of another stride', async () => {
    await page.getByRole('button', { name: /^Knee flexion at contact, left/ }).press('Enter');
    const panel = page.getByRole('region', { name: /Where it comes from/ });
    const before = await shownFrame();
    await panel.getByRole('button', { name: /^Stride 2, left/ }).click();
    const after = await frameAfter(before);
    expect(after).not.toBe(before);
    const pct = await at(/^Knee\./);
    expect(Math.min(pct, 100 - pct)).toBeLessThan(3); // the frame nearest to a contact lies just before or just after it
  });
});

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('the film’s check', () => {
  it('says how well the legs were seen and which strides were left out', async () => {
    await page.getByRole('tab', { name: /Film check/ }).click();
    const words = await page.getByRole('tabpanel', { name: /Film check/ }).innerText();
    expect(words).toMatch(/Left leg: in \d+ % of the frames/);
    expect(words).toMatch(/Strides left out: \d+ of \d+/);
  });
});
