// A film of heel raises: said to be one, counted, looked at, corrected by hand and kept as a test, and no part of the gait.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentEngine } from '../electron/host/testApp.ts';
import { addExerciseClip } from '../support/exerciseClip.ts';
import { TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import { type AppUnderTest, startAppUnderTest } from './appUnderTest.ts';
import { seriousViolations } from './axe.ts';

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('a film of heel raises', () => {
  let app: AppUnderTest;
  let ids: Awaited<ReturnType<typeof addExerciseClip>>;
  beforeAll(async () => {
    app = await startAppUnderTest({}, silentEngine, async (library) => {
      ids = await addExerciseClip(library);
    });
  }, 60_000);
  afterAll(() => app?.close());

  const tests = () => app.call('tests.list', { clientId: ids.clientId });

  it('is counted as one as soon as somebody says so, and takes part in no trend or report', async () => {
    const { page } = app;
    await app.goTo(`/sessions/${ids.sessionId}`);
    await page.getByRole('button', { name: 'Running or walking Shows' }).click();
    await page.getByRole('option', { name: 'Heel raises' }).click();
    const card = page.getByRole('listitem').filter({ hasText: 'raises.mp4' });
    await card.getByText('right 4', { exact: true }).waitFor();
    const { clips } = await app.call('sessions.open', { sessionId: ids.sessionId });
    expect(clips[0]!.exercise).toBe('heelRaise');
    expect(await app.call('clients.trends', { clientId: ids.clientId })).toEqual([]);
    await app.goTo(`/clients/${ids.clientId}`);
    await page.getByRole('link', { name: 'Heel raises' }).waitFor();
    expect(await page.getByRole('checkbox', { name: /Heel raises/ }).count()).toBe(0);
  });

  it('shows every repetition, which lead to their moments in the film', async () => {
    const { page } = app;
    await app.goTo(`/trial/${ids.clipId}`);
    await page.getByText('Heel raises, seen from the right').waitFor();
    expect(await page.getByRole('definition').allTextContents()).toEqual(['0', '4']);
    await page
      .getByText('Not validated: counts and values were tried on drawn figures', { exact: false })
      .first()
      .waitFor();
    await page.getByText('Not counted because it did not go far enough: 1.').waitFor();
    const repetitions = page.getByRole('button', { name: /^Right leg, repetition/ });
    expect(await repetitions.count()).toBe(4);
    await repetitions.nth(1).click();
    const frame = async () => Number(await page.locator('canvas[data-frame]').getAttribute('data-frame'));
    // Its top is at 3.25 s.
    await expect.poll(async () => Math.abs((await frame()) / 30 - 3.25)).toBeLessThan(0.3);
    await page.keyboard.press('.');
    await expect.poll(async () => Math.abs((await frame()) / 30 - 4.75)).toBeLessThan(0.3);
    expect(await page.getByRole('button', { name: /^Right leg, not far enough/ }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Report' }).count()).toBe(0);
  });

  it('becomes a test that the clinician corrects, keeps, and can take back', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Enter as tests' }).click();
    const count = page.getByRole('textbox', { name: 'Heel raises on one leg, right' });
    expect(await count.inputValue()).toBe('4');
    await count.fill('4.5');
    await page.getByRole('button', { name: 'Keep as tests' }).click();
    await page.getByText('A whole number, 0 or more.').waitFor();
    await count.fill('5');
    await page.getByRole('radio', { name: '2', exact: true }).click();
    await page.getByRole('button', { name: 'Keep as tests' }).click();
    await page.getByText('1 test was kept.').waitFor();
    expect(await tests()).toMatchObject([
      {
        test: 'heelRaise',
        side: 'right',
        value: 5,
        unit: 'repetitions',
        pain: 2,
        clipId: ids.clipId,
        date: '2026-03-01',
      },
    ]);
    const kept = page.getByRole('listitem').filter({ hasText: 'Heel raises on one leg, right' });
    await kept.getByText('5 repetitions').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await kept.waitFor({ state: 'detached' });
    expect(await tests()).toEqual([]);
  });

  it('is counted anew when the legs of it are swapped', async () => {
    const { page } = app;
    await app.call('edits.add', { clipId: ids.clipId, edit: { kind: 'legs-swapped', fromFrame: 0, toFrame: 285 } });
    await page.reload();
    await page.getByText('Heel raises, seen from the right').waitFor();
    await page.getByRole('tab', { name: 'Corrections (1)' }).waitFor();
    expect(await page.getByRole('definition').allTextContents()).toEqual(['4', '0']);
    await app.call('edits.undoAll', { clipId: ids.clipId });
  });

  it.each(['light', 'dark'] as const)('is open to everybody in %s', async (colorScheme) => {
    const page = await app.open({ colorScheme });
    await app.goTo(`/trial/${ids.clipId}`, page);
    await page.getByRole('button', { name: 'Enter as tests' }).click();
    await page.getByRole('button', { name: 'Keep as tests' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    await page.close();
  });
});
