// The settings in a real browser: they hold at once, are there after the page was loaded again, and the library is looked after.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentEngine } from '../electron/host/testApp.ts';
import { TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import { type AppUnderTest, addDemo, startAppUnderTest } from './appUnderTest.ts';

/** One red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

describe.skipIf(TEST_CHROMIUM_MISSING)('settings', () => {
  let app: AppUnderTest;
  beforeAll(async () => {
    app = await startAppUnderTest({}, silentEngine);
    await addDemo(app);
    await app.page.reload();
    await app.goTo('/settings');
  });
  afterAll(() => app.close());

  const look = () =>
    app.page.evaluate(() => ({
      theme: document.documentElement.dataset.theme,
      textPx: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    }));

  it('hold at once and after the page was loaded again', async () => {
    const { page } = app;
    await page.getByText('m/s', { exact: true }).click();
    await page.getByText('Dark', { exact: true }).click();
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await page.getByRole('slider', { name: 'Size of text' }).press('End');
    await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--text-size') === '2');
    expect(await look()).toEqual({ theme: 'dark', textPx: 30 });
    await page.getByLabel('Name').fill('Physio am Park');
    await page.getByLabel('Name').blur();
    await page.getByText('Saved').first().waitFor();
    await page.reload();
    await page.getByLabel('Name').waitFor();
    expect(await look()).toEqual({ theme: 'dark', textPx: 30 });
    expect(await page.getByLabel('Name').inputValue()).toBe('Physio am Park');
    expect(await app.call('settings.get', null)).toMatchObject({ speedUnit: 'm/s', theme: 'dark', textSizePct: 200 });
  });

  it('lose nothing at twice the size: no screen scrolls sideways', async () => {
    const { page, call } = app;
    const { client } = (await call('clients.list', null))[0]!;
    const [session] = (await call('clients.open', { clientId: client.id })).sessions;
    for (const where of ['/', `/clients/${client.id}`, `/sessions/${session!.id}`, '/settings']) {
      await app.goTo('/nowhere');
      await app.goTo(where);
      await page.waitForTimeout(300);
      const wide = await page.evaluate(() => {
        const main = document.querySelector('main')!;
        return [main.scrollWidth - main.clientWidth, document.body.scrollWidth - document.body.clientWidth];
      });
      expect(wide, where).toEqual([0, 0]);
    }
    await call('settings.change', { fields: { textSizePct: 100, theme: 'system' } });
    await page.reload();
  });

  it('take a logo, and say why they do not', async () => {
    const { page } = app;
    const choose = async (name: string, bytes: Buffer) => {
      const file = path.join(app.root, name);
      writeFileSync(file, bytes);
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choose a picture' }).click(),
      ]);
      await chooser.setFiles(file);
    };
    await choose('letter.txt', Buffer.from('Dear colleague'));
    await page.getByText('“letter.txt” is no PNG or JPEG picture.').waitFor();
    await choose('huge.png', Buffer.alloc(700_000));
    await page.getByText('“huge.png” has 700 kB').waitFor();
    await choose('logo.png', PNG);
    await page.getByAltText('The clinic’s logo').waitFor();
    expect((await app.call('settings.get', null)).clinicLogo).toBe(`data:image/png;base64,${PNG.toString('base64')}`);
  });

  it('tell what the library holds, check its films, and back it up and restore it', async () => {
    const { page } = app;
    await page.getByText(/^4 films, 3\.\d MB/).waitFor();
    await page.getByRole('button', { name: 'Check all films' }).click();
    await page.getByText('Every film is there').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 40_000 }),
      page.getByRole('button', { name: 'Back up', exact: true }).click(),
    ]);
    const backup = path.join(app.root, 'backup.openstride');
    await download.saveAs(backup);
    await app.call('clients.add', {
      ...{ name: 'Too late', code: '', birthDate: null, sex: null, heightM: null, massKg: null, notes: '' },
    });
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Restore a backup' }).click(),
    ]);
    await chooser.setFiles(backup);
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByText('The backup is open now.').waitFor({ timeout: 30_000 });
    expect((await app.call('clients.list', null)).map(({ client }) => client.name)).toEqual(['Demo runner']);
  });

  it('say what OpenStride is and is not', async () => {
    const about = app.page.getByRole('region', { name: 'About' });
    expect(await about.innerText()).toMatch(/\d+\.\d+\.\d+[\s\S]*Measurements only; it does not diagnose\./);
  });
});
