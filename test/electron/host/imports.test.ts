// Films on their way into the library, through the real handlers.
import { closeSync, ftruncateSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_PATHS, type ImportView } from '../../../core/api.ts';
import { fixturePath } from '../video/fixturePath.ts';
import { addVisit, startTestApp, type TestApp, until } from './testApp.ts';

let app: TestApp;
let sessionId: string;

beforeAll(async () => {
  app = await startTestApp();
  ({ sessionId } = await addVisit(app));
});
afterAll(() => app.close());

const file = fixturePath('dev04_walk_right60.mp4');
const find = async (id: string) => (await app.call('imports.list', null)).find((one) => one.id === id)!;
const over = (id: string) =>
  until(
    () => find(id),
    ({ state }) => state !== 'copying',
  );
const clipsNow = async () => (await app.call('sessions.open', { sessionId })).clips;
const stored = () => readdirSync(path.join(app.library, 'videos'));

/** A file of that size that takes no room on the disk. */
function largeFilm(name: string, bytes: number): string {
  const large = path.join(app.root, name);
  const handle = openSync(large, 'w');
  ftruncateSync(handle, bytes);
  closeSync(handle);
  return large;
}

describe('an import', () => {
  it('ends with a clip as it was described, its film known and its analysis asked for', async () => {
    const capture = { gait: 'walk', slowMotion: 1, speedMs: 1.3, inclinePct: null, fromS: null, toS: null } as const;
    const asked = { sessionId, file, view: 'right', condition: 'tired', capture } as const;
    const begun = await app.call('imports.add', asked);
    expect(begun).toMatchObject({ state: 'copying', fileName: 'dev04_walk_right60.mp4', bytes: 366_896, clipId: null });
    const done = await over(begun.id);
    expect(done).toMatchObject({ state: 'done', done: 1, trouble: null });
    expect(await clipsNow()).toMatchObject([{ id: done.clipId, view: 'right', condition: 'tired', capture }]);
    expect(await app.call('jobs.list', null)).toMatchObject([{ clipId: done.clipId, onlyPlayback: false }]);
    const heard = app.news.flatMap((one) => (one.kind === 'import' ? [one.import] : []));
    expect(heard.at(-1)).toEqual(done);
    expect(app.app.firstNews()).toContainEqual({ kind: 'import', import: done });
    const film = await app.call('clips.film', { clipId: done.clipId! });
    expect(film).toMatchObject({ widthPx: 1280, heightPx: 720, playable: true, hasThumbnail: false, codec: 'h264' });
    expect(film.timeS.length).toBe(film.frames);
  });

  it('that is cancelled leaves nothing, copying or waiting', async () => {
    const before = { clips: (await clipsNow()).length, films: stored() };
    const large = largeFilm('long.mp4', 8 * 2 ** 30);
    const [running, waiting] = await Promise.all(
      [large, large].map((each) => app.call('imports.add', { sessionId, file: each })),
    );
    await until(
      () => find(running!.id),
      ({ done }) => done > 0,
    );
    for (const { id } of [waiting!, running!]) await app.call('imports.cancel', { id });
    for (const { id } of [running!, waiting!])
      expect(await over(id)).toMatchObject({ state: 'cancelled', clipId: null });
    expect({ clips: (await clipsNow()).length, films: stored() }).toEqual(before);
    await app.call('imports.cancel', { id: running!.id }); // over already: nothing happens
    expect((await find(running!.id)).state).toBe('cancelled');
  });

  it('that fails says why, and the next goes on', async () => {
    const nowhere = await app.call('imports.add', { sessionId, file: path.join(app.root, 'nowhere.mp4') });
    const folder = await app.call('imports.add', { sessionId, file: app.root });
    const good = await app.call('imports.add', { sessionId, file });
    expect(await over(nowhere.id)).toMatchObject({ state: 'failed', trouble: { code: 'video-not-found' } });
    expect(await over(folder.id)).toMatchObject({ state: 'failed', trouble: { code: 'video-is-folder' } });
    expect((await over(good.id)).state).toBe('done');
    expect(app.mistakes).toEqual([]);
  });

  it('into a session that is gone is refused, and one that never was cannot be cancelled', async () => {
    await expect(app.call('imports.add', { sessionId: 'nobody', file })).rejects.toMatchObject({
      code: 'record-missing',
    });
    await expect(app.call('imports.cancel', { id: 'nobody' })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('into a session that is removed meanwhile fails, and says so', async () => {
    const { clientId, sessionId: gone } = await addVisit(app);
    const long = await app.call('imports.add', { sessionId, file: largeFilm('first.mp4', 8 * 2 ** 30) });
    const { id } = await app.call('imports.add', { sessionId: gone, file });
    await app.call('sessions.remove', { id: gone });
    await app.call('imports.cancel', { id: long.id });
    expect(await over(id)).toMatchObject({ state: 'failed', trouble: { code: 'record-missing' } });
    await app.call('clients.remove', { id: clientId });
  });

  it('of a film that a browser sent leaves only the library’s copy', async () => {
    const sent = await app.fetch(`${API_PATHS.films}Anna%20links.mp4`, { method: 'PUT', body: 'no film' });
    const { value } = (await sent.json()) as { value: { file: string } };
    const incoming = () => readdirSync(path.join(app.library, 'work')).filter((name) => name.startsWith('incoming-'));
    expect(incoming().length).toBe(1);
    const { id } = await app.call('imports.add', { sessionId, file: value.file });
    const done: ImportView = await over(id);
    expect(done).toMatchObject({ state: 'done', fileName: 'Anna links.mp4' });
    await until(incoming, ({ length }) => length === 0);
    // Not a film: the clip is there, and asking for its frames says what is wrong.
    await expect(app.call('clips.film', { clipId: done.clipId! })).rejects.toMatchObject({ code: 'video-unreadable' });
    expect((await app.call('trials.open', { clipId: done.clipId! })).film).toBeNull();
  });

  it('is stopped when the app closes, and nothing of it is found at the next start', async () => {
    const other = await startTestApp();
    const visit = await addVisit(other);
    writeFileSync(path.join(other.root, 'x'), '');
    const large = largeFilm('closing.mp4', 8 * 2 ** 30);
    await other.call('imports.add', { sessionId: visit.sessionId, file: large });
    await until(
      () => readdirSync(path.join(other.library, 'videos')),
      ({ length }) => length > 0,
    );
    await other.stop();
    expect(readdirSync(path.join(other.library, 'videos'))).toEqual([]);
    const again = await startTestApp({}, other.root);
    expect((await again.call('sessions.open', { sessionId: visit.sessionId })).clips).toEqual([]);
    await again.close();
  });
});
