// A client's screen in a real browser: facts, injuries with undo, a new session, trends, two films chosen, and real deletion.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentEngine } from '../electron/host/testApp.ts';
import { TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import { type AppUnderTest, addDemo, type DemoIds, startAppUnderTest } from './appUnderTest.ts';

describe.skipIf(TEST_CHROMIUM_MISSING)('a client', () => {
  let app: AppUnderTest;
  let demo: DemoIds;
  beforeAll(async () => {
    app = await startAppUnderTest({}, silentEngine);
    demo = await addDemo(app);
    await app.page.reload();
    await app.goTo(`/clients/${demo.clientId}`);
  });
  afterAll(() => app.close());

  const opened = () => app.call('clients.open', { clientId: demo.clientId });

  it('shows sessions with the day since onset, and what has changed since the baseline', async () => {
    const { page } = app;
    const sessions = page.getByRole('region', { name: 'Sessions' });
    await sessions.getByRole('checkbox').nth(3).waitFor();
    expect(await sessions.innerText()).toMatch(
      /2 March 2026[\s\S]*Day 56 since onset: Hamstring right[\s\S]*12 January/,
    );
    const trends = page.getByRole('region', { name: 'Since the baseline' });
    await trends.getByRole('figure').nth(4).waitFor();
    // As rendered: 160 steps/min before, 169.4 after.
    expect(await trends.getByRole('figure').first().innerText()).toMatch(/Cadence[\s\S]*169\.\d[\s\S]*changed \+9\.\d/);
    const contact = trends.getByRole('table', { name: /Ground contact time/ });
    expect(await contact.locator('tbody tr').count()).toBe(2);
    expect(await contact.locator('tbody tr').last().textContent()).toMatch(/2 Mar 2026\d+ ± \d+, /);
  });

  it('lays the earlier of two chosen films on the left', async () => {
    const { page } = app;
    const [before, , , after] = demo.clipIds;
    const boxes = page.getByRole('checkbox');
    const open = page.getByRole('button', { name: 'Side by side' });
    await page
      .locator('li', { has: page.locator(`a[href="#/trial/${after}"]`) })
      .last()
      .getByRole('checkbox')
      .check({ force: true });
    await page.getByText('Choose a second film').waitFor();
    expect(await open.isDisabled()).toBe(true);
    await page
      .locator('li', { has: page.locator(`a[href="#/trial/${before}"]`) })
      .last()
      .getByRole('checkbox')
      .check({ force: true });
    await open.click();
    await page.waitForURL(`**/#/side-by-side/${before}/${after}`);
    await app.goTo(`/clients/${demo.clientId}`);
    expect(await boxes.first().isChecked()).toBe(false);
  });

  it('keeps an injury, and a removed one comes back with undo', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Add injury' }).click();
    const form = page.getByRole('dialog', { name: 'New injury' });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Say which region.').waitFor();
    await page.getByLabel('Region').fill('Calf');
    await page.keyboard.press('Escape'); // the suggestions
    await form.getByText('Both', { exact: true }).click();
    await form.getByLabel('Onset').fill('2026-02-20');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Change Calf both sides' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByText('Calf both sides was removed.').waitFor();
    expect((await opened()).injuries.map(({ region }) => region)).toEqual(['Hamstring']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Change Calf both sides' }).waitFor();
    const [back] = (await opened()).injuries.filter(({ region }) => region === 'Calf');
    expect(back).toMatchObject({ side: 'both', onset: '2026-02-20', status: 'active' });
    await page.getByRole('button', { name: 'Change Calf both sides' }).click();
    await page.getByRole('menuitem', { name: 'Resolved' }).click();
    await page.getByText('Calf both sides is resolved.').waitFor();
    expect((await app.call('clients.list', null))[0]!.openInjuries).toHaveLength(1);
  });

  it('is changed in a dialog that says what cannot be', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = page.getByRole('dialog', { name: 'Client' });
    await form.getByLabel('Date of birth').fill('1991-06-15');
    await form.getByLabel('Height').fill('17');
    await form.getByLabel('Body mass').fill('61,5');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('A height in centimetres').waitFor();
    await form.getByLabel('Height').fill('168,5');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    expect((await opened()).client).toMatchObject({ heightM: 1.685, massKg: 61.5, birthDate: '1991-06-15' });
    expect(await page.getByText(/\d\d years · female · 1\.69 m · 61\.5 kg/).isVisible()).toBe(true);
  });

  it('gets a session of today with one key', async () => {
    const { page } = app;
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'Drop films here' }).or(page.getByText('Drop films here')).waitFor();
    const [session] = (await opened()).sessions;
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((n) => String(n).padStart(2, '0'))
      .join('-');
    expect(session).toMatchObject({ date: today, purpose: 'Check-in' });
    const trail = page.getByRole('navigation', { name: 'Where you are' });
    expect(await trail.getByRole('link').allInnerTexts()).toEqual(['Clients', 'Demo runner']);
  });

  it('leaves for another OpenStride as a locked file', async () => {
    const { page } = app;
    await app.goTo(`/clients/${demo.clientId}`);
    await page.getByRole('button', { name: 'More about this client' }).click();
    await page.getByRole('menuitem', { name: 'Export client' }).click();
    await page.getByLabel('Passphrase', { exact: true }).fill('three blue shoes');
    await page.getByLabel('Passphrase again').fill('three red shoes');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText('The two are not the same.').waitFor();
    await page.getByLabel('Passphrase again').fill('three blue shoes');
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 40_000 }),
      page.getByRole('button', { name: 'Export', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^OpenStride client DEMO .*\.openstride$/);
    await page.getByText(/Exported: OpenStride client DEMO .*MB\./).waitFor();
    await page.keyboard.press('Escape');
  });

  it('is deleted for good only after the name was typed', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'More about this client' }).click();
    await page.getByRole('menuitem', { name: 'Delete client' }).click();
    const question = page.getByRole('dialog', { name: 'Delete Demo runner for good?' });
    expect(await question.innerText()).toMatch(/3 sessions[\s\S]*4 films[\s\S]*2 injuries/);
    const go = question.getByRole('button', { name: 'Delete for good' });
    await question.getByRole('textbox').fill('Demo');
    expect(await go.isDisabled()).toBe(false);
    await question.getByRole('textbox').fill('Demo run');
    expect(await go.isDisabled()).toBe(true);
    await question.getByRole('textbox').fill('demo runner');
    await go.click();
    await page.getByText('Demo runner was deleted.').waitFor();
    await page.getByRole('button', { name: 'Add your first client' }).waitFor();
    expect(await app.call('clients.list', null)).toEqual([]);
  });
});
