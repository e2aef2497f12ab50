// The return to running in a real browser: a calf strain from its second day to the last stage, six visits, and back again.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAfter } from '../../core/records/calendar.ts';
import type { WalkRunDay } from '../../core/records/records.ts';
import { type AppUnderTest, addDemo, startAppUnderTest } from './appUnderTest.ts';
import { seriousViolations } from './axe.ts';

/** The story ends today, because the screen says where things stand today. */
const TODAY = new Date().toISOString().slice(0, 10);
const daysAgo = (days: number) => dayAfter(TODAY, -days);
const ONSET = daysAgo(60);
/** Days since the onset that the runner was seen on. */
const VISITS = [2, 9, 20, 32, 46, 58] as const;

let app: AppUnderTest;
let clientId = '';

const NOTHING = { mechanism: '', notes: '', region: 'Calf strain', side: 'right' } as const;

beforeAll(async () => {
  app = await startAppUnderTest();
  ({ clientId } = await addDemo(app));
  const { call } = app;
  const { injuries } = await call('clients.open', { clientId });
  for (const { id } of injuries) await call('injuries.remove', { id });
  const over = { status: 'resolved', onset: daysAgo(200), resolvedOn: daysAgo(150) } as const;
  await call('injuries.add', { clientId, ...NOTHING, ...over });
  await call('injuries.add', { clientId, ...NOTHING, status: 'recovering', onset: ONSET, resolvedOn: null });
  for (const [i, day] of VISITS.entries()) {
    const pain = Math.max(0, 4 - i);
    await call('sessions.add', {
      ...{ clientId, date: dayAfter(ONSET, day), purpose: 'Rehab', footwear: '', speedMs: 3, inclinePct: 0, notes: '' },
      ...{ painBefore: pain, painDuring: pain + 1, painAfter: pain, painNextDay: 0 },
    });
  }
});
afterAll(() => app.close());

const tab = (name: string) => app.page.getByRole('tab', { name }).click();
const criterion = (words: string) => app.page.getByRole('listitem').filter({ hasText: words });

/** Enters a test of both legs with the keyboard, as between two clients. */
async function enter(test: string, left: string, right: string, pain: string): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: `Enter ${test}` }).click();
  await page.keyboard.type(left);
  await page.keyboard.press('Tab');
  await page.keyboard.type('0');
  await page.keyboard.press('Tab');
  await page.keyboard.type(right);
  await page.keyboard.press('Tab');
  await page.keyboard.type(pain);
  await page.keyboard.press('Enter');
  await page.getByText(`${test} kept.`).waitFor();
}

async function isUsable(): Promise<void> {
  const { page } = app;
  // What is read out of a button that was busy and is gone is taken away after some seconds.
  await expect.poll(() => page.locator('[data-live-announcer] [role=img]').count()).toBe(0);
  expect(await seriousViolations(page)).toEqual([]);
}

describe('a calf strain that came back', () => {
  it('is followed from the client’s screen: the day, the place that hurt before, and nothing tested yet', async () => {
    const { page } = app;
    await app.goTo(`/clients/${clientId}`);
    await page.getByRole('link', { name: 'Return to running', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Return to running' }).waitFor();
    await page.getByText('Day 60 since onset').waitFor();
    await page.getByText('The same place again, 90 days after it was over.').waitFor();
    await page.getByText('together they are no permission to run').waitFor();
    await criterion('Heel raises on one leg: ≥ 30 repetitions').getByText('Not tested').waitFor();
    for (const name of ['Before the first run', 'Before all training is back']) {
      expect(await page.getByRole('region', { name }).getByText('Criterion met').count()).toBe(0);
    }
    // From the demo's films: the last visit that was filmed counts.
    expect(await criterion('Contact time, left against right').innerText()).toMatch(/Right − left/);
  });

  it('has its tests entered in a line each, and says at once how the legs compare', async () => {
    const { page } = app;
    await tab('Tests');
    await enter('Heel raises on one leg', '32', '24', '1');
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Heel raises on one leg' }) });
    await card.getByText('Involved leg at 75 % of the other one.').waitFor();
    await card.getByText(/Repeats itself within ± 6\.2 repetitions/).waitFor();
    await enter('Hop for distance', '150 154', '140 142', '0');
    await page.getByText('Involved leg at 92.8 % of the other one.').waitFor();
    const kept = await app.call('tests.list', { clientId });
    expect(kept.map(({ test, side, value, pain }) => [test, side, value, pain])).toEqual([
      ['heelRaise', 'left', 32, 0],
      ['heelRaise', 'right', 24, 1],
      ['hopDistance', 'left', 152, 0],
      ['hopDistance', 'right', 141, 0],
    ]);
    expect(kept[2]!.trials).toEqual([150, 154]);
  });

  it('says what is wrong with what was typed, and keeps nothing of it', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Enter Knee to wall' }).click();
    await page.keyboard.type('ten');
    await page.keyboard.press('Enter');
    await page.getByText('Numbers only, e.g. 27 or 112.5.').waitFor();
    expect(await app.call('tests.list', { clientId })).toHaveLength(4);
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('shows each criterion by itself: met, not met with its value, not tested', async () => {
    await tab('Where things stand');
    const raises = await criterion('Heel raises on one leg: ≥ 30 repetitions').innerText();
    expect(raises).toMatch(/Criterion not met[\s\S]*Measured 24 repetitions/);
    expect(raises).toMatch(/Consensus of experts/);
    const hop = await criterion('Hop for distance: legs apart by ≤ 10 %').innerText();
    expect(hop).toMatch(/Criterion met[\s\S]*Measured 7\.2 %/);
    await criterion('Knee to wall').getByText('Not tested').waitFor();
  });

  it('a test that was changed counts as changed, one that was removed comes back with undo', async () => {
    const { page } = app;
    await tab('Tests');
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Heel raises on one leg' }) });
    await card.getByText('Earlier').click();
    await card.getByRole('button', { name: /^Change .*, right$/ }).click();
    await page.getByLabel('Right', { exact: true }).fill('31');
    await page.keyboard.press('Enter');
    await card.getByText('Involved leg at 96.9 % of the other one.').waitFor();
    await card.getByRole('button', { name: /^Remove .*, right$/ }).click();
    await card.getByText('One side is missing; both are needed.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await card.getByText('Involved leg at 96.9 % of the other one.').waitFor();
  });

  it('begins its walk–run plan, goes on after two good runs, and steps back after one that hurt', async () => {
    const { page, call } = app;
    await tab('Walk–run plan');
    await page.getByRole('button', { name: 'Begin with the template' }).click();
    await page.getByText('Stage 1: not begun.').waitFor();
    await page.getByText('Stage 8').waitFor();
    await page.getByRole('button', { name: 'Note a run of stage 1' }).click();
    for (const [when, pain] of [
      ['Pain before', '0'],
      ['During', '1'],
      ['After', '0'],
      ['Next morning', '0'],
    ] as const) {
      await page.getByRole('radiogroup', { name: when, exact: true }).getByText(pain, { exact: true }).click();
    }
    await page.getByRole('dialog').getByLabel('Day').fill(daysAgo(12));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 of 2 runs in a row were borne well.').waitFor();

    const run = (date: string, pain: number, more: Partial<WalkRunDay> = {}): WalkRunDay => ({
      ...{ date, completed: true, painBefore: 0, painDuring: pain, painAfter: pain, painNextDay: 0, limp: false },
      ...{ notes: '', ...more },
    });
    const stages = await call('stages.list', { clientId });
    await call('stages.change', { id: stages[0]!.id, fields: { days: [run(daysAgo(12), 1), run(daysAgo(10), 0)] } });
    await page.reload();
    await tab('Walk–run plan');
    await page.getByText('By the rules of the plan, stage 2 is next.').waitFor();
    await page.getByRole('button', { name: 'More about stage 1' }).click();
    await page.getByRole('menuitem', { name: 'Stage is done' }).click();
    await page.getByText('Stage 2: not begun.').waitFor();

    await call('stages.change', { id: stages[1]!.id, fields: { days: [run(daysAgo(8), 6, { painNextDay: 3 })] } });
    await page.reload();
    await tab('Walk–run plan');
    await page.getByText('By the rules of the plan, stage 1 is next: one step back.').waitFor();
    await page.getByText(/^Pain on .* was 6 of 10; above 4 it is a step back\.$/).waitFor();
  });

  it('a stage is changed, its undo brings it back, and a slip is said', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'More about stage 3' }).click();
    await page.getByRole('menuitem', { name: 'Change the stage' }).click();
    await page.getByLabel('Run, each time').fill('25');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Stage 3 runs more than twice as long as the one before it.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Run 2 min, walk 3 min, 6 times (30 min)').waitFor();
  });

  it('names only patterns beyond the error, each with what it rests on', async () => {
    const { page } = app;
    await tab('Patterns');
    await page.getByRole('heading', { name: 'Patterns to look at: calf or Achilles tendon' }).waitFor();
    await page.getByText('They foretell nothing.').waitFor();
    const words = await page.getByRole('tabpanel').innerText();
    expect(words).not.toMatch(/\brisk|safe\b/i);
    for (const line of await page.getByRole('tabpanel').getByRole('listitem').allInnerTexts()) {
      expect(line).toMatch(/would be beyond the error/);
      expect(line).toMatch(/Linked with the complaint:/);
    }
  });

  it('is printed as it is previewed: where things stand, the plan with its diary, and the filming card', async () => {
    const { page } = app;
    const paper = page.frameLocator('iframe[title="The pages of the report"]');
    const saved = async (): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save as PDF' }).click(),
      ]);
      expect(readFileSync(await download.path(), 'latin1').slice(0, 5)).toBe('%PDF-');
      await page.keyboard.press('Escape');
      return download.suggestedFilename();
    };
    await page.getByRole('button', { name: 'Print where things stand' }).click();
    await paper.getByText('31 repetitions').first().waitFor();
    await paper.getByText('The same place again, 90 days after it was over.').waitFor();
    await isUsable();
    expect(await saved()).toMatch(/^OpenStride .*return to running/);
    await tab('Walk–run plan');
    await page.getByRole('button', { name: 'Print the plan with a diary' }).click();
    await paper.getByText('Pain above 4, a limp, or a worse next morning: go back one stage.').waitFor();
    expect(await saved()).toMatch(/^OpenStride .*walk-run plan/);
    await app.goTo(`/clients/${clientId}`);
    await page.getByRole('button', { name: 'More about this client' }).click();
    await page.getByRole('menuitem', { name: 'Filming card' }).click();
    await paper.getByRole('heading', { name: 'Filming card: check-in' }).waitFor();
    const { id: freshId } = await app.call('clients.add', {
      ...{ code: 'new', name: '', birthDate: null, sex: null, heightM: null, massKg: null, notes: '' },
    });
    await app.call('sessions.add', {
      ...{ clientId: freshId, date: TODAY, purpose: 'Baseline', footwear: '', speedMs: null, inclinePct: null },
      ...{ painBefore: null, painAfter: null, notes: '' },
    });
    const first = await app.call('sheets.preview', { kind: 'filming-card', clientId: freshId, paper: 'a4' });
    expect(first.title).toBe('Filming card: baseline');
    expect(await saved()).toMatch(/^OpenStride .*filming card/);
    await app.goTo(`/clients/${clientId}/return`);
  });

  it('can be used by everybody, and says what to do where no injury is noted', async () => {
    const { page, call } = app;
    for (const name of ['Where things stand', 'Tests', 'Walk–run plan', 'Patterns']) {
      await tab(name);
      await isUsable();
    }
    const { injuries } = await call('clients.open', { clientId });
    for (const { id } of injuries) await call('injuries.remove', { id });
    await page.reload();
    await page.getByText('No injury is noted for this client').waitFor();
    await tab('Tests');
    await page.getByRole('heading', { name: 'Other tests' }).waitFor();
  });
});
