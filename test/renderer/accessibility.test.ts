// Every screen of clients, sessions and settings, light and dark: nothing that axe-core calls serious keeps anybody out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentEngine } from '../electron/host/testApp.ts';
import { TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import { type AppUnderTest, addDemo, startAppUnderTest } from './appUnderTest.ts';
import { seriousViolations } from './axe.ts';

describe.skipIf(TEST_CHROMIUM_MISSING)('the screens', () => {
  let app: AppUnderTest;
  let screens: readonly (readonly [where: string, ready: string])[];
  beforeAll(async () => {
    app = await startAppUnderTest({}, silentEngine);
  });
  afterAll(() => app.close());

  const theme = async (to: 'light' | 'dark') => {
    await app.page.emulateMedia({ colorScheme: to, reducedMotion: 'reduce' });
    await app.page.waitForFunction((name) => document.documentElement.dataset.theme === name, to);
  };

  it('before the first client are open to everybody', async () => {
    for (const colours of ['light', 'dark'] as const) {
      await theme(colours);
      expect(await seriousViolations(app.page), colours).toEqual([]);
    }
  });

  it.each(['light', 'dark'] as const)('in %s are open to everybody', async (colours) => {
    const { page } = app;
    const demo = await addDemo(app);
    screens = [
      ['/', 'Demo runner'],
      [`/clients/${demo.clientId}`, 'Since the baseline'],
      [`/sessions/${demo.sessionIds[1]}`, 'demo_after_right60.mp4'],
      ['/settings', 'Check all films'],
    ];
    await page.reload();
    await theme(colours);
    for (const [where, ready] of screens) {
      await app.goTo(where);
      await page.locator('main').getByText(ready).first().waitFor();
      await page.waitForTimeout(200); // what is asked for last
      expect(await seriousViolations(page), where).toEqual([]);
    }
  });

  it('and what opens over them', async () => {
    const { page } = app;
    const [, client, session] = screens;
    const shut = async () => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await app.goTo(client![0]);
    for (const name of ['Edit', 'Add injury']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      expect(await seriousViolations(page), name).toEqual([]);
      await shut();
    }
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await seriousViolations(page), 'keys').toEqual([]);
    await shut();
    await app.goTo(session![0]);
    await page.getByRole('button', { name: 'More about demo_after_left60.mp4' }).click();
    expect(await seriousViolations(page), 'menu').toEqual([]);
    await page.getByRole('menuitem', { name: 'How it was filmed' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await seriousViolations(page), 'capture').toEqual([]);
    await shut();
  });

  it('are reached and left with the keyboard, and the skip link leads to the content', async () => {
    const { page } = app;
    await page.reload();
    await page.locator('main h1').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
  });
});
