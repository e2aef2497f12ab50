// Takes pictures of every screen in both sizes, light and dark: node test/renderer/shoot.ts OUTFOLDER [NAME …]
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { freshPlan } from '../../core/rehab/walkRunTemplate.ts';
import { addExerciseClip } from '../support/exerciseClip.ts';
import { type AppUnderTest, addDemo, type DemoIds, startAppUnderTest } from './appUnderTest.ts';

/** The demo client's, and those of a film of heel raises. */
interface ShotIds extends DemoIds {
  readonly exercise: Awaited<ReturnType<typeof addExerciseClip>>;
}

interface Shot {
  readonly name: string;
  readonly where: (demo: ShotIds) => string;
  /** What is done before the picture is taken. */
  readonly before?: (page: Page, app: AppUnderTest, demo: DemoIds) => Promise<void>;
}

/** Every screen; whoever adds one adds a line. */
const SHOTS: readonly Shot[] = [
  { name: 'clients', where: () => '/' },
  { name: 'client', where: ({ clientId }) => `/clients/${clientId}` },
  { name: 'returning', where: ({ clientId }) => `/clients/${clientId}/return`, before: somethingTested },
  ...(['Tests', 'Walk–run plan', 'Patterns'] as const).map((tab) => ({
    name: `returning-${tab.split(/\W/)[0]!.toLowerCase()}`,
    where: ({ clientId }: DemoIds) => `/clients/${clientId}/return`,
    before: (page: Page) => page.getByRole('tab', { name: tab }).click(),
  })),
  { name: 'session', where: ({ sessionIds }) => `/sessions/${sessionIds[1]}` },
  { name: 'settings', where: () => '/settings' },
  { name: 'keys', where: () => '/', before: (page) => page.keyboard.press('?') },
  {
    name: 'capture',
    where: ({ sessionIds }) => `/sessions/${sessionIds[1]}`,
    before: async (page) => {
      await page.getByRole('button', { name: 'More about demo_after_left60.mp4' }).click();
      await page.getByRole('menuitem', { name: 'How it was filmed' }).click();
    },
  },
  { name: 'side-by-side', where: ({ clipIds: [a, b] }) => `/side-by-side/${a}/${b}` },
  {
    name: 'report',
    where: ({ clipIds: [a, b] }) => `/report/${a},${b}`,
    before: (page) => page.locator('iframe').waitFor({ timeout: 30_000 }),
  },
  { name: 'two-visits', where: ({ clipIds: [a, , b] }) => `/side-by-side/${a}/${b}` },
  {
    name: 'trial',
    where: ({ clipIds: [a] }) => `/trial/${a}`,
    before: async (page) => {
      await page.getByRole('button', { name: 'One frame on' }).click();
    },
  },
  {
    name: 'exercise',
    where: ({ exercise }) => `/trial/${exercise.clipId}`,
    before: async (page) => {
      await page
        .getByRole('button', { name: /^Right leg, repetition/ })
        .nth(1)
        .click();
      await page.getByRole('button', { name: 'Enter as tests' }).click();
    },
  },
  { name: 'exercise-session', where: ({ exercise }) => `/sessions/${exercise.sessionId}` },
  {
    name: 'export',
    where: ({ clipIds: [a] }) => `/trial/${a}`,
    before: async (page) => {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('button', { name: 'Save: Film (MP4)' }).click();
      await page.getByRole('button', { name: 'Save: Measures (CSV)' }).click();
      await page.getByRole('progressbar').first().waitFor();
    },
  },
  {
    name: 'export-pair',
    where: ({ clipIds: [a, b] }) => `/side-by-side/${a}/${b}`,
    before: (page) => page.getByRole('button', { name: 'Export film' }).click(),
  },
  {
    name: 'files-out',
    where: ({ clipIds: [a, b] }) => `/side-by-side/${a}/${b}`,
    before: async (page) => {
      await page.getByRole('button', { name: 'Save this chart: Knee' }).click();
      await page.getByRole('menuitem', { name: 'Save as picture (PNG)' }).click();
      await page.getByRole('button', { name: /Writing|written/ }).click();
    },
  },
];

/** A few tests and a plan under way, once. */
async function somethingTested(page: Page, { call }: AppUnderTest, { clientId }: DemoIds): Promise<void> {
  if ((await call('tests.list', { clientId })).length > 0) return;
  const today = new Date().toISOString().slice(0, 10);
  for (const [test, unit, left, right, pain] of [
    ['singleLegSquat', 'repetitions', 15, 12, 0],
    ['kneeFlexionStrength', 'N', 281, 246, 1],
    ['straightLegRaise', '°', 82, 78, 0],
  ] as const) {
    const same = { clientId, date: today, test, unit, passed: null, notes: '' };
    await call('tests.add', { ...same, side: 'left', value: left, pain: 0 });
    await call('tests.add', { ...same, side: 'right', value: right, pain });
  }
  for (const [i, stage] of freshPlan(clientId).entries()) {
    const run = { completed: true, painBefore: 0, painDuring: 1, painAfter: 0, painNextDay: 0, limp: false, notes: '' };
    const days =
      i === 0
        ? [
            { date: '2026-02-21', ...run },
            { date: '2026-02-23', ...run },
          ]
        : [];
    await call('stages.add', { ...stage, days, completedOn: i === 0 ? '2026-02-23' : null });
  }
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
/** Pictures and fonts arrive, transitions end. */
const SETTLE_MS = 500;

const [folder = '/tmp/openstride-shots', ...names] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const colorScheme of ['light', 'dark'] as const) {
  let exercise: ShotIds['exercise'] | null = null;
  const app = await startAppUnderTest({ colorScheme }, undefined, async (library) => {
    exercise = await addExerciseClip(library, 'heelRaise');
  });
  try {
    const demo = { ...(await addDemo(app)), exercise: exercise! };
    for (const shot of SHOTS) {
      if (names.length > 0 && !names.includes(shot.name)) continue;
      for (const size of SIZES) {
        await app.page.setViewportSize(size);
        await app.goTo('/nowhere'); // so that every screen begins anew
        await app.goTo(shot.where(demo));
        await shot.before?.(app.page, app, demo);
        await app.page.waitForTimeout(SETTLE_MS);
        const file = path.join(folder, `${shot.name}-${colorScheme}-${size.width}.png`);
        await app.page.screenshot({ path: file });
        await app.page.keyboard.press('Escape');
      }
    }
  } finally {
    await app.close().catch((error: unknown) => console.error(error));
  }
}
