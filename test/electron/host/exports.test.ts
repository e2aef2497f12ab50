// Files leaving the library through the real host: made whole, fetched as downloads, cancelled without a trace.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportAsk, ExportView } from '../../../core/api/exports.ts';
import type { Clip } from '../../../core/records/records.ts';
import { readTrc } from '../../core/export/readOpenSim.ts';
import { startTestApp, type TestApp, until } from './testApp.ts';

let app: TestApp;
let clips: Clip[];
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'openstride-exports-'));
  app = await startTestApp();
  const { id } = await app.call('demo.add', null);
  const { sessions } = await app.call('clients.open', { clientId: id });
  const opened = await Promise.all(sessions.map(({ id: sessionId }) => app.call('sessions.open', { sessionId })));
  clips = opened.flatMap((session) => session.clips);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function over(id: string): Promise<ExportView> {
  const all = await until(
    () => app.call('exports.list', null),
    (list) => list.some((one) => one.id === id && isOver(one)),
  );
  return all.find((one) => one.id === id)!;
}

const isOver = ({ state }: ExportView) => state !== 'waiting' && state !== 'writing';
const made = async (ask: ExportAsk, file: string | null = null) =>
  over((await app.call('exports.add', { ask, file })).id);
const outgoing = () => readdirSync(path.join(app.library, 'outgoing'));

describe('an export', () => {
  it('of every table ends as a download named for the client’s code', async () => {
    for (const format of ['xlsx', 'parameters', 'curves', 'trc', 'mot', 'c3d', 'json'] as const) {
      const { state, done, trouble, written } = await made({ kind: 'table', clipId: clips[0]!.id, format });
      expect({ state, done, trouble }).toEqual({ state: 'done', done: 1, trouble: null });
      expect(path.basename(written!.file)).toMatch(/^OpenStride DEMO .*\.(xlsx|csv|trc|mot|c3d|json)$/);
      const answer = await app.fetch(written!.downloadPath!);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(bytes.length).toBe(written!.bytes);
      if (format === 'trc') expect(readTrc(Buffer.from(bytes).toString()).timeS.length).toBe(720);
    }
    expect(outgoing().length).toBe(7);
    const heard = app.news.flatMap((one) => (one.kind === 'export' ? [one.export] : []));
    expect(heard.filter(({ state }) => state === 'done').length).toBe(7);
    expect(app.app.firstNews()).toContainEqual({ kind: 'export', export: heard.at(-1) });
  });

  it('of a frame and a chart goes where the clinician says', async () => {
    const clipId = clips[0]!.id;
    const frame = path.join(folder, 'frame.png');
    const asked = {
      kind: 'frame',
      clipId,
      frame: 100,
      format: 'png',
      show: { angles: false },
      blurFaces: true,
    } as const;
    expect(await made(asked, frame)).toMatchObject({ state: 'done', written: { file: frame, downloadPath: null } });
    expect(readFileSync(frame).subarray(1, 4).toString()).toBe('PNG');
    const chart = path.join(folder, 'knee.svg');
    expect(await made({ kind: 'chart', clipId, channel: 'kneeFlexion', format: 'svg' }, chart)).toMatchObject({
      state: 'done',
    });
    expect(readFileSync(chart, 'utf8')).toContain('<svg');
  });

  it('that is cancelled leaves nothing, running or waiting', async () => {
    const before = outgoing();
    const leg = (clip: Clip) =>
      ({
        clipId: clip.id,
        side: clip.view === 'left' ? 'left' : 'right',
        title: 'x',
        mirrored: clip.view === 'left',
      }) as const;
    const pair = { kind: 'pair', a: leg(clips[0]!), b: leg(clips[1]!), speed: 0.25, blurFaces: true } as const;
    const film = { kind: 'film', clipId: clips[0]!.id, blurFaces: true } as const;
    const [running, waiting] = [
      await app.call('exports.add', { ask: pair, file: null }),
      await app.call('exports.add', { ask: film, file: null }),
    ];
    await until(
      () => app.call('exports.list', null),
      (list) => list.some(({ id, done }) => id === running.id && done > 0),
    );
    for (const { id } of [running, waiting]) await app.call('exports.cancel', { id });
    expect(await over(running.id)).toMatchObject({ state: 'cancelled', written: null, trouble: null });
    expect(await over(waiting.id)).toMatchObject({ state: 'cancelled', done: 0 });
    expect(outgoing()).toEqual(before);
  });

  it('that cannot be made says why, and the next one is made', async () => {
    const clipId = clips[0]!.id;
    const nowhere = path.join(folder, 'none', 'a.csv');
    const lost = await made({ kind: 'table', clipId, format: 'parameters' }, nowhere);
    expect(lost).toMatchObject({ state: 'failed', trouble: { code: 'not-writable' } });
    const chart = { kind: 'chart', clipId, channel: 'pelvicObliquity', format: 'svg' } as const;
    expect(await made(chart)).toMatchObject({ state: 'failed', trouble: { code: 'not-exportable' } });
    const beyond = { kind: 'frame', clipId, frame: 99_999, format: 'png', blurFaces: false } as const;
    expect(await made(beyond)).toMatchObject({ state: 'failed', trouble: { code: 'not-exportable' } });
    expect(await made({ kind: 'table', clipId, format: 'curves' })).toMatchObject({ state: 'done' });
    const gone = app.call('exports.add', { ask: { kind: 'table', clipId: 'gone', format: 'json' }, file: null });
    await expect(gone).rejects.toThrow(/no clips gone/);
    expect(app.mistakes).toEqual([]);
  });

  it('that is under way when the program ends leaves nothing, where it was to go or elsewhere', async () => {
    const target = path.join(folder, 'chosen');
    mkdirSync(target);
    const ask = { kind: 'film', clipId: clips[0]!.id, blurFaces: false } as const;
    const { id } = await app.call('exports.add', { ask, file: path.join(target, 'film.mp4') });
    await app.call('exports.add', { ask, file: null });
    const before = outgoing();
    await until(
      () => app.call('exports.list', null),
      (list) => list.some((one) => one.id === id && one.done > 0),
    );
    await app.stop();
    expect(readdirSync(target)).toEqual([]);
    expect(outgoing()).toEqual(before);
  });
});
