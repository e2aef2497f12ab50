// Corrections on the trial screen, as a clinician makes them: numbers follow, everything is listed, and undo gives the same bytes.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toWire } from '../../core/api/wire.ts';
import type { TrialResult } from '../../core/types.ts';
import { TEST_CHROMIUM_MISSING } from '../support/testChromium.ts';
import { type AppUnderTest, addDemo, startAppUnderTest } from './appUnderTest.ts';

let app: AppUnderTest;
let clipId: string;

const trial = () => app.call('trials.open', { clipId });
const bytes = async () => toWire((await trial()).result);
const edits = async () => (await trial()).edits.edits;
const numbersOf = ({ parameters }: TrialResult) => JSON.stringify(parameters.map(({ value }) => value));
const press = (...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => app.page.keyboard.press(key)), Promise.resolve());

/** The library has that many corrections. */
async function expectEdits(count: number): Promise<void> {
  await expect.poll(async () => (await edits()).length, { timeout: 10_000 }).toBe(count);
}

/** Tab, as often as it takes. */
async function tabTo(selector: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await press('Tab');
    if (await app.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

/** The film shows the frame that it was sent to. */
async function filmAtRest(): Promise<void> {
  const frame = () => app.page.locator('canvas[data-frame]').getAttribute('data-frame');
  for (let [before, now] = ['', await frame()]; now !== before; [before, now] = [now!, await frame()])
    await app.page.waitForTimeout(500);
}

/** Numbers on the right as they are written now. */
const written = () => app.page.locator('[role=tabpanel]').innerText();

async function openTrial(): Promise<void> {
  await app.goTo(`/trial/${clipId}`);
  await app.page.locator('canvas[data-frame]').waitFor();
  await press('e');
  await app.page.getByRole('button', { name: 'Left knee' }).waitFor();
}

beforeAll(async () => {
  if (TEST_CHROMIUM_MISSING !== null) return;
  app = await startAppUnderTest();
  ({
    clipIds: [clipId],
  } = await addDemo(app));
  await openTrial();
});

/** Behind the page's back, so that a page is needed that has not seen the corrections. */
afterEach(async () => {
  await app.page.mouse.up();
  await app.call('edits.undoAll', { clipId });
  await app.page.reload();
  await openTrial();
});

afterAll(() => app?.close());

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('corrections with the keyboard alone', () => {
  it('a contact moved by three frames changes the numbers, and undo gives the same bytes as before', async () => {
    const before = await trial();
    const untouched = await bytes();
    await tabTo('button[data-kind=initial-contact][data-side=left]');
    await press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await expectEdits(1);
    const after = await trial();
    expect(after.edits.edits[0]).toMatchObject({ kind: 'event-moved', event: 'initial-contact', side: 'left' });
    expect(numbersOf(after.result!)).not.toBe(numbersOf(before.result!));
    await press('Control+z');
    await expectEdits(0);
    expect(await bytes()).toBe(untouched);
    await press('Control+Shift+z');
    await expectEdits(1);
  });

  it('a toe-off is removed and a contact is added', async () => {
    const { events } = (await trial()).result!;
    await tabTo('button[data-kind=toe-off]');
    await press('Delete');
    await expectEdits(1);
    expect((await trial()).result!.events.length).toBe(events.length - 1);
    await press('c');
    await expectEdits(2);
    expect((await trial()).result!.events.length).toBe(events.length);
  });

  it('a joint is moved by its arrow keys', async () => {
    await tabTo('button[data-landmark="25"]');
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowDown');
    await expectEdits(1);
    expect((await edits())[0]).toMatchObject({ kind: 'landmark-moved', landmark: 25 });
  });

  it('legs are swapped between two marks, and a stride is left out and used again', async () => {
    await press('i', 'Shift+ArrowRight', 'o', 'x');
    await expectEdits(1);
    expect((await edits())[0]).toMatchObject({ kind: 'legs-swapped', toFrame: expect.any(Number) });
    await press(...Array<string>(11).fill('Shift+ArrowRight'), 'b');
    await expectEdits(2);
    const { result } = await trial();
    expect(result!.strides.filter(({ excluded }) => excluded === 'left out by hand').length).toBe(1);
    await press('b');
    await expectEdits(1);
  });

  it('the list says what was done, and one of it is taken back by itself', async () => {
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'b', 'i', 'ArrowRight', 'o', 'x');
    await expectEdits(2);
    await tabTo('[role=tab]');
    await press('ArrowRight');
    const list = app.page.locator('[role=tabpanel] ol > li');
    await expect.poll(() => list.count()).toBe(2);
    expect(await list.first().innerText()).toMatch(/Left stride at [\d.]+ s left out/);
    await tabTo('[aria-label^="Take this correction back: Left stride"]');
    await press('Enter');
    await expectEdits(1);
    expect((await edits())[0]).toMatchObject({ kind: 'legs-swapped' });
  });
});

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('corrections with the pointer', () => {
  it('numbers follow a dragged joint before it is let go, and undo gives the same bytes as before', async () => {
    const untouched = await bytes();
    await press('.', '.', '.');
    await filmAtRest();
    const handle = app.page.locator('button[data-landmark="25"]');
    const box = (await handle.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const before = await written();
    await app.page.mouse.move(x, y);
    await app.page.mouse.down();
    await app.page.mouse.move(x + 30, y, { steps: 5 });
    await expect.poll(written, { timeout: 10_000 }).not.toBe(before);
    expect(await edits()).toEqual([]);
    await app.page.mouse.up();
    await expectEdits(1);
    const measured = await trial();
    expect(await written()).not.toBe(before);
    expect(numbersOf(measured.result!)).not.toBe(numbersOf(JSON.parse(untouched)));
    await press('Control+z');
    await expectEdits(0);
    expect(await bytes()).toBe(untouched);
    await expect.poll(written, { timeout: 10_000 }).toBe(before);
  });

  it('a contact is dragged on the timeline and the film follows to the frame it is dragged to', async () => {
    const mark = app.page.locator('button[data-kind=initial-contact][data-side=left]').nth(1);
    const box = (await mark.boundingBox())!;
    await app.page.mouse.move(box.x + box.width / 2, box.y + 20);
    await app.page.mouse.down();
    await app.page.mouse.move(box.x + box.width / 2 + 16, box.y + 20, { steps: 4 });
    await app.page.mouse.up();
    await expectEdits(1);
    const [edit] = await edits();
    expect(edit).toMatchObject({ kind: 'event-moved' });
    const { result } = await trial();
    const newTimeS = edit?.kind === 'event-moved' ? edit.newTimeS : Number.NaN;
    const frame = result!.timeS.indexOf(newTimeS);
    await expect.poll(() => app.page.locator('canvas[data-frame]').getAttribute('data-frame')).toBe(String(frame));
  });
});
