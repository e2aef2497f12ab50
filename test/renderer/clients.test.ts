// The list of clients in a real browser: empty, added to by keyboard alone, searched, and with a thousand people in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentEngine } from '../electron/host/testApp.ts';
import { TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import { type AppUnderTest, startAppUnderTest } from './appUnderTest.ts';

const NOTHING = { birthDate: null, sex: null, heightM: null, massKg: null, notes: '' } as const;
const NAMES = ['Anna', 'Björn', 'Chloé', 'Dieter', 'Élise', 'Farid', 'Greta', 'Håkon', 'Inés', 'Jürgen'];
const FAMILIES = ['Weber', 'Müller', 'Novák', 'Rossi', 'García', 'Nguyen', 'Larsen', 'Okafor', 'Ivanova', 'Haas'];

describe.skipIf(TEST_CHROMIUM_MISSING)('the list of clients', () => {
  let app: AppUnderTest;
  beforeAll(async () => {
    app = await startAppUnderTest({}, silentEngine);
  });
  afterAll(() => app.close());

  it('says what to do when it is empty', async () => {
    const { page } = app;
    await page.getByRole('heading', { name: 'Clients' }).waitFor();
    expect(await page.getByRole('button', { name: 'Add your first client' }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Try it with a demo runner' }).isVisible()).toBe(true);
    expect(await page.title()).toBe('Clients – OpenStride');
  });

  it('takes a client from the keyboard alone: N, the name, Enter; the focus arrives on the client', async () => {
    const { page } = app;
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await page.getByText('A name or a code is enough').waitFor();
    await page.keyboard.type('Zoë Müller');
    await page.keyboard.press('Tab');
    await page.keyboard.type('K-17');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Zoë Müller' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await page.title()).toBe('Zoë Müller – OpenStride');
    expect(await app.call('clients.list', null)).toMatchObject([{ client: { name: 'Zoë Müller', code: 'K-17' } }]);
  });

  it('adds whoever was searched for and not found', async () => {
    const { page } = app;
    await app.goTo('/');
    await page.keyboard.press('/');
    await page.keyboard.type('Petra Novák');
    await page.getByRole('button', { name: 'Add “Petra Novák” as a new client' }).click();
    await page.getByRole('heading', { level: 1, name: 'Petra Novák' }).waitFor();
  });

  it('finds people by the beginnings of words without accents, and injuries and notes beside them', async () => {
    const { page, call } = app;
    const zoe = (await call('clients.search', { query: 'zoe' }))[0]!.clientId;
    await call('injuries.add', {
      ...{ clientId: zoe, region: 'Achilles tendon', side: 'left', onset: '2026-01-05', status: 'active' },
      ...{ mechanism: '', notes: '' },
    });
    await call('sessions.add', {
      ...{ clientId: zoe, date: '2026-02-01', purpose: 'Check-in', notes: 'New insoles since Christmas' },
      ...{ footwear: '', speedMs: null, inclinePct: null, painBefore: null, painAfter: null },
    });
    await page.reload();
    await app.goTo('/');
    const rows = page.locator('main li');
    const first = rows.first();
    await page.keyboard.press('/');
    await page.keyboard.type('mul zo');
    await page.waitForFunction(() => document.querySelectorAll('main li').length === 1);
    expect(await first.innerText()).toMatch(/Zoë Müller[\s\S]*Achilles tendon left[\s\S]*1 Feb 2026/);
    await page.getByRole('searchbox').fill('insol');
    await page.locator('main li mark', { hasText: 'insol' }).waitFor();
    expect(await first.innerText()).toContain('Zoë Müller');
    await page.getByRole('searchbox').fill('nobody at all');
    await page.getByText('Nobody matches').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('main li').length === 2);
  });

  it('is walked through with the arrows and opened with Enter', async () => {
    const { page } = app;
    await app.goTo('/');
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Zoë');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.type('petra');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Petra Novák' }).waitFor();
  });

  it('shows the keys of the screen at ?', async () => {
    const { page } = app;
    await app.goTo('/');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.waitFor();
    expect(await keys.innerText()).toMatch(/On this screen[\s\S]*search[\s\S]*Everywhere/);
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
  });

  it('takes in what another OpenStride exported', async () => {
    const { page, call } = app;
    const zoe = (await call('clients.search', { query: 'zoe' }))[0]!.clientId;
    const { file } = await call('clients.export', { clientId: zoe, file: null, passphrase: 'three blue shoes' });
    await call('clients.remove', { id: zoe });
    await page.reload();
    await page.getByRole('button', { name: 'Import client' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose the file' }).click(),
    ]);
    await chooser.setFiles(file);
    await page.getByLabel('Passphrase').fill('two red shoes');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByLabel('Passphrase').fill('three blue shoes');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Zoë Müller' }).waitFor();
  });

  it('answers each key at once with a thousand clients', async () => {
    const { page, call } = app;
    for (let i = 0; i < 1000; i++) {
      await call('clients.add', {
        name: `${NAMES[i % 10]} ${FAMILIES[Math.floor(i / 10) % 10]} ${i}`,
        code: '',
        ...NOTHING,
      });
    }
    await page.reload();
    await app.goTo('/');
    await page.getByText('1002 clients').waitFor();
    await page.keyboard.press('/');
    const wrong = await page.evaluate(lateKeys, 'garcia 4');
    expect(wrong).toEqual([]);
    expect(await page.locator('main li').first().innerText()).toContain('García');
  });
});

/** Writes a word letter by letter; the letters after which the next picture still showed a name that does not fit. */
async function lateKeys(word: string): Promise<string[]> {
  const input = document.activeElement as HTMLInputElement;
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const late: string[] = [];
  for (let length = 1; length <= word.length; length++) {
    set.call(input, word.slice(0, length));
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const words = word.slice(0, length).trim().split(' ');
    const shown = [...document.querySelectorAll('main li')].map(({ textContent }) => plain(textContent ?? ''));
    const fits = (name: string) => words.every((one) => name.split(/\s+/).some((part) => part.startsWith(one)));
    if (shown.length === 0 || !shown.every(fits)) late.push(word.slice(0, length));
  }
  return late;
}
