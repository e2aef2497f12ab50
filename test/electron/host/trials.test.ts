// One clip through the real handlers: film, pose, results kept, trends, drawings, and flags that follow the slow-motion factor.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../../core/analyze.ts';
import type { ClientView } from '../../../core/api/views.ts';
import type { CaptureSettings, Clip } from '../../../core/records/records.ts';
import { startTestApp, type TestApp } from './testApp.ts';

let app: TestApp;
let client: ClientView;
let clip: Clip;

beforeAll(async () => {
  app = await startTestApp();
  const { id } = await app.call('demo.add', null);
  client = await app.call('clients.open', { clientId: id });
  [clip] = (await app.call('sessions.open', { sessionId: client.sessions[0]!.id })).clips as [Clip];
});
afterAll(() => app.close());

const open = () => app.call('trials.open', { clipId: clip.id });
const capture = (change: Partial<CaptureSettings>) =>
  app.call('clips.change', { id: clip.id, fields: { capture: { ...clip.capture, ...change } } });
const swap = { kind: 'legs-swapped', fromFrame: 10, toFrame: 40 } as const;

describe('a clip', () => {
  it('tells whose it is without being measured', async () => {
    const found = await app.call('clips.open', { clipId: clip.id });
    expect(found).toEqual({ clip, session: client.sessions[0], client: client.client });
    await expect(app.call('clips.open', { clipId: 'nobody' })).rejects.toMatchObject({ code: 'record-missing' });
  });

  it('measures in the page as it does here', async () => {
    await app.call('edits.add', { clipId: clip.id, edit: swap });
    const { pose, options } = await app.call('trials.pose', { clipId: clip.id });
    const { result, edits } = await open();
    expect(analyze(pose, options, edits.edits)).toEqual(result);
    expect(analyze(pose, options, [])).not.toEqual(result);
    await app.call('edits.undoAll', { clipId: clip.id });
  });

  it('without a pose has none to give', async () => {
    await expect(app.call('trials.pose', { clipId: 'nobody' })).rejects.toMatchObject({ code: 'record-missing' });
  });

  it('is checked as it was filmed, and what is said of slow motion changes the check and the result’s flags at once', async () => {
    const codes = async () => {
      const { film, result } = await open();
      const filmed = film!.flags.map(({ code }) => code);
      return { filmed, measured: result!.quality.some(({ code }) => code === 'low-frame-rate') };
    };
    expect(await codes()).toEqual({ filmed: [], measured: false });
    await capture({ slowMotion: 0.5 });
    expect(await codes()).toEqual({ filmed: ['low-frame-rate'], measured: true });
    await capture({ slowMotion: 1 });
    expect(await codes()).toEqual({ filmed: [], measured: false });
  });
});

describe('results', () => {
  it('are kept as measured, once each, and say when today’s would be another', async () => {
    const clipId = clip.id;
    const [stored] = await app.call('results.list', { clipId });
    expect(await app.call('results.keep', { clipId })).toEqual(stored);
    const first = await app.call('results.open', { resultId: stored!.id });
    expect(first).toMatchObject({ isCurrent: true, edits: [], options: { speedMs: 3 }, summary: { id: stored!.id } });
    const { result } = await open();
    expect(first.result.parameters.map(({ id, side }) => [id, side])).toEqual(
      result!.parameters.map(({ id, side }) => [id, side]),
    );
    expect(first.result.video).toMatchObject({ file: clip.fileName, sha256: clip.videoSha256, frames: 720 });

    await app.call('edits.add', { clipId, edit: swap });
    expect((await app.call('results.open', { resultId: stored!.id })).isCurrent).toBe(false);
    const second = await app.call('results.keep', { clipId });
    expect(await app.call('results.open', { resultId: second.id })).toMatchObject({ isCurrent: true, edits: [swap] });
    expect((await app.call('results.list', { clipId })).map(({ id }) => id)).toEqual([second.id, stored!.id]);
    await app.call('edits.undoAll', { clipId });
    await expect(app.call('results.open', { resultId: 'none' })).rejects.toMatchObject({ code: 'record-missing' });
  });
});

describe('trends', () => {
  it('follow edits and options in force, and say which numbers are edited', async () => {
    const clientId = client.client.id;
    const mine = async () => (await app.call('clients.trends', { clientId })).find((one) => one.clipId === clip.id)!;
    const before = await mine();
    expect(before).toMatchObject({ date: client.sessions[0]!.date, fileName: clip.fileName, edits: 0, speedMs: 3 });
    const { result } = await open();
    expect(before).toMatchObject({ quality: result!.quality, capture: result!.capture, footwear: 'Her usual shoes' });
    expect(Math.abs(before.rateHz - 60)).toBeLessThan(0.1);
    expect(before.parameters).toEqual(
      result!.parameters.filter(({ id }) => before.parameters.some((p) => p.id === id)),
    );
    const stride = result!.strides[0]!;
    const edit = { kind: 'stride-excluded', side: stride.side, timeS: stride.startS } as const;
    await app.call('edits.add', { clipId: clip.id, edit });
    const edited = await mine();
    expect(edited.edits).toBe(1);
    expect(edited.parameters).not.toEqual(before.parameters);
    expect(await mine()).toEqual(edited);
    await app.call('edits.undo', { clipId: clip.id });
    await capture({ speedMs: 3.3 });
    expect((await mine()).speedMs).toBe(3.3);
    await capture({ speedMs: null });
    expect(await mine()).toEqual(before);
  });

  it('leave out what was filmed for a test', async () => {
    const clientId = client.client.id;
    const listed = async () => (await app.call('clients.trends', { clientId })).map(({ clipId }) => clipId);
    const before = await listed();
    const change = (exercise: 'heelRaise' | null) => app.call('clips.change', { id: clip.id, fields: { exercise } });
    expect(await change('heelRaise')).toMatchObject({ exercise: 'heelRaise' });
    expect(await listed()).toEqual(before.filter((id) => id !== clip.id));
    // It was said to be an exercise, and shows a runner: nothing is counted.
    const counted = await app.call('clips.exercise', { clipId: clip.id });
    expect(counted).toMatchObject({ exercise: 'heelRaise', reason: 'walking', counts: { left: 0, right: 0, both: 0 } });
    expect((await app.call('trials.open', { clipId: clip.id })).exercise).toEqual(counted);
    await change(null);
    expect(await listed()).toEqual(before);
    expect(await app.call('clips.exercise', { clipId: clip.id })).toBeNull();
    expect((await app.call('trials.open', { clipId: clip.id })).exercise).toBeNull();
  });

  it('hold the variables that were asked for', async () => {
    const asked = { clientId: client.client.id, ids: ['stanceTimeOfNobody', 'strideTime'] as never };
    for (const { parameters } of await app.call('clients.trends', asked)) {
      expect(new Set(parameters.map(({ id }) => id))).toEqual(new Set(['strideTime']));
    }
    await expect(app.call('clients.trends', { clientId: 'nobody' })).rejects.toMatchObject({ code: 'record-missing' });
  });
});

describe('drawings', () => {
  it('are kept, changed, removed, and go with their clip', async () => {
    const clipId = clip.id;
    const corner = { kind: 'angle', timeS: 1.25, points: [1, 2, 3].map((n) => ({ xPx: n, yPx: n })) } as const;
    const angle = await app.call('drawings.add', { clipId, ...corner, text: '', colour: '#00AAff' });
    const word = { kind: 'text', timeS: 2, points: [{ xPx: 9, yPx: 9 }], text: 'heel', colour: '#ffffff' } as const;
    const text = await app.call('drawings.add', { clipId, ...word });
    expect(await app.call('drawings.list', { clipId })).toEqual([angle, text]);
    const moved = await app.call('drawings.change', { id: text.id, fields: { points: [{ xPx: 1, yPx: 1 }] } });
    expect(moved).toMatchObject({ text: 'heel', points: [{ xPx: 1, yPx: 1 }] });
    await app.call('drawings.remove', { id: angle.id });
    expect(await app.call('drawings.list', { clipId })).toEqual([moved]);
    for (const wrong of [{ colour: 'red' }, { points: [] }, { kind: 'line' as const }]) {
      await expect(app.call('drawings.add', { clipId, ...word, ...wrong })).rejects.toMatchObject({
        code: 'bad-input',
      });
    }
    await expect(app.call('drawings.add', { ...word, clipId: 'nobody' })).rejects.toMatchObject({
      code: 'record-missing',
    });
    await app.call('clips.remove', { id: clipId });
    expect(await app.call('drawings.list', { clipId })).toEqual([]);
  });
});
