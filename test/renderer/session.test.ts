// A session in a real browser with the real engine: fields kept, films dropped, copied, checked, analysed, stopped and tried again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClip } from '../support/makeClip.ts';
import { TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import { type AppUnderTest, startAppUnderTest } from './appUnderTest.ts';
import { dropFiles, fileToDrop } from './dropFiles.ts';

/** Short enough for the network on two busy cores, long enough for five strides of each leg. */
const SHORT = { fixture: 'dev01_run_before_right60.mp4', durationS: 5, heightPx: 360 };
/** The real network looks at real frames, ms. */
const PATIENCE = { timeout: 200_000 };
const VISIT = {
  ...{ date: '2026-01-31', purpose: 'Baseline', footwear: '', notes: '' },
  ...{ speedMs: null, inclinePct: null, painBefore: null, painAfter: null },
};
const SLOW_BYTES = 3_000_000;

describe.skipIf(TEST_CHROMIUM_MISSING)('a session', () => {
  let app: AppUnderTest;
  let sessionId: string;
  beforeAll(async () => {
    app = await startAppUnderTest();
    await app.call('settings.change', { fields: { model: 'full' } });
    const nothing = { birthDate: null, sex: null, heightM: null, massKg: null, notes: '' } as const;
    const { id: clientId } = await app.call('clients.add', { name: 'Zoë Müller', code: '', ...nothing });
    ({ id: sessionId } = await app.call('sessions.add', { clientId, ...VISIT }));
    await app.page.reload();
    await app.goTo(`/sessions/${sessionId}`);
  });
  afterAll(() => app.close());

  const opened = () => app.call('sessions.open', { sessionId });
  const cards = () => app.page.getByRole('region', { name: 'Films' }).getByRole('heading', { level: 3 });

  it('keeps what is noted when the field is left, in the clinic’s unit, and says what cannot be', async () => {
    const { page } = app;
    await page.getByLabel('Belt speed').fill('fast');
    await page.keyboard.press('Tab');
    await page.getByText('A speed in km/h up to 54').waitFor();
    await page.getByLabel('Belt speed').fill('4,9');
    await page.keyboard.press('Tab');
    await page.getByText('Saved').first().waitFor();
    await page.getByRole('radio', { name: '3' }).first().click();
    await page.getByLabel('Shoes').fill('Racing flats');
    await page.getByLabel('Notes').fill('Calf tight since intervals');
    await page.getByLabel('Date').fill('2026-02-03');
    await page.getByLabel('Date').press('Enter');
    await page.getByRole('heading', { level: 1, name: '3 February 2026' }).waitFor();
    await page.reload();
    await page.getByLabel('Shoes').waitFor();
    expect(await page.getByLabel('Belt speed').inputValue()).toBe('4.9');
    expect((await opened()).session).toMatchObject({
      ...{ date: '2026-02-03', painBefore: 3, footwear: 'Racing flats', notes: 'Calf tight since intervals' },
      speedMs: 4.9 / 3.6,
    });
  });

  it('refuses what is no film in a sentence, and tells of a film that is none', async () => {
    const { page } = app;
    const letter = { name: 'letter.pdf', type: 'application/pdf', base64: btoa('Dear colleague') };
    await dropFiles(page, [letter, fileToDrop(await makeClip('textFile'), 'broken.mp4')]);
    await page.getByText('“letter.pdf” is no film.').waitFor();
    const broken = page.getByRole('listitem').filter({ hasText: 'broken.mp4' });
    await broken.getByRole('alert').waitFor(PATIENCE);
    expect(await broken.getByRole('alert').innerText()).toMatch(/\w+[\s\S]*Try again/);
    await broken.getByRole('button', { name: 'More about broken.mp4' }).click();
    await page.getByRole('menuitem', { name: 'Remove film' }).click();
    await page.getByRole('button', { name: 'Remove for good' }).click();
    await broken.waitFor({ state: 'detached' });
    expect((await opened()).clips).toEqual([]);
  });

  it('leaves nothing of a film whose copying was cancelled', async () => {
    const { page } = app;
    const devtools = await page.context().newCDPSession(page);
    const wire = { offline: false, latency: 0, downloadThroughput: -1 };
    await devtools.send('Network.emulateNetworkConditions', { ...wire, uploadThroughput: 200_000 });
    const large = { name: 'large.mp4', type: 'video/mp4', base64: Buffer.alloc(SLOW_BYTES).toString('base64') };
    await dropFiles(page, [large]);
    await page.getByRole('progressbar', { name: 'Copying large.mp4' }).waitFor();
    await page.getByRole('button', { name: 'Cancel copying large.mp4' }).click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await devtools.send('Network.emulateNetworkConditions', { ...wire, uploadThroughput: -1 });
    expect((await opened()).clips).toEqual([]);
    expect(await app.call('imports.list', null)).toHaveLength(1); // broken.mp4
  });

  it('takes a dropped film in, guesses what it shows, can be stopped, goes on and says the result in a line', async () => {
    const { page } = app;
    const left = (await opened()).clips; // of a try before this one
    for (const { id } of left) await app.call('clips.remove', { id });
    if (left.length > 0) {
      await page.reload();
      await page.getByRole('region', { name: 'Films' }).waitFor();
    }
    await dropFiles(page, [fileToDrop(await makeClip('plain', SHORT), 'Zoe right tired.mp4')]);
    await cards().getByText('Zoe right tired.mp4').waitFor(PATIENCE);
    const [clip] = (await opened()).clips;
    expect(clip).toMatchObject({ view: 'right', condition: 'tired' });
    await page.getByText(/60 pictures per second, [45]\.\d s/).waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Stop analysing Zoe right tired.mp4' }).click();
    const line = page
      .getByRole('listitem')
      .filter({ hasText: 'Zoe right' })
      .locator('p', { hasText: /^Cadence/ });
    const stopped = page.getByText('Stopped. What was finished is kept.');
    // A computer that is held up may have come to the end before it hears of the stop.
    await stopped.or(line).first().waitFor(PATIENCE);
    if (await stopped.isVisible()) await page.getByRole('button', { name: 'Analyse', exact: true }).click();
    // What was left to do may be over before anybody has looked.
    await page
      .getByRole('button', { name: /^Analysing 1 film/ })
      .or(line)
      .first()
      .waitFor(PATIENCE);
    await page.getByRole('link', { name: 'Open Zoe right tired.mp4' }).waitFor(PATIENCE);
    await line.waitFor(PATIENCE);
    const [trend] = await app.call('clients.trends', { clientId: (await opened()).session.clientId });
    const cadence = trend!.parameters.find(({ id }) => id === 'cadence')!;
    expect(await line.innerText()).toContain(`Cadence ${cadence.value!.toFixed(1)} ± `);
    await page.locator('main img').first().waitFor(PATIENCE);
  }, 400_000);

  it('measures again with what is said of the film, and shows the check as it is now', async () => {
    const { page } = app;
    const card = page.getByRole('listitem').filter({ hasText: 'Zoe right' }).first();
    await card.getByRole('button', { name: 'More about' }).click();
    await page.getByRole('menuitem', { name: 'How it was filmed' }).click();
    const form = page.getByRole('dialog', { name: 'How it was filmed' });
    await form.getByLabel('Slow motion').fill('0');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('A factor above 0').waitFor();
    await form.getByLabel('Slow motion').fill('0.5');
    await form.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Low frame rate').waitFor();
    expect((await opened()).clips[0]!.capture.slowMotion).toBe(0.5);
    await card.getByRole('button', { name: /View/ }).click();
    await page.getByRole('option', { name: 'From the left' }).click();
    await expect.poll(async () => (await opened()).clips[0]!.view).toBe('left');
  });

  it('deletes for good only after asking', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'More about this session' }).click();
    await page.getByRole('menuitem', { name: 'Delete session' }).click();
    const question = page.getByRole('dialog', { name: 'Delete this session?' });
    expect(await question.innerText()).toContain('Its 1 film and everything measured');
    await question.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('heading', { level: 1, name: 'Zoë Müller' }).waitFor();
    expect((await app.call('library.status', null)).films).toBe(0);
  });
});
