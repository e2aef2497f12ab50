// The library as a whole through the real handlers: what is in it, backups and restoring while open, one client for elsewhere.
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientView } from '../../../core/api/views.ts';
import { API_PATHS } from '../../../core/api.ts';
import { CLIENT, startTestApp, type TestApp } from './testApp.ts';

let app: TestApp;
let demo: ClientView;

beforeAll(async () => {
  app = await startTestApp();
  const { id } = await app.call('demo.add', null);
  demo = await app.call('clients.open', { clientId: id });
});
afterAll(() => app.close());

const clipsOf = async (sessionId: string) => (await app.call('sessions.open', { sessionId })).clips;
const outgoing = () => readdirSync(path.join(app.library, 'outgoing')).sort();

/** Hands a file over as a browser does. @returns its path on this computer */
async function send(bytes: Buffer, name: string): Promise<string> {
  const answer = await app.fetch(API_PATHS.films + encodeURIComponent(name), {
    method: 'PUT',
    body: new Uint8Array(bytes),
  });
  return ((await answer.json()) as { value: { file: string } }).value.file;
}

describe('a backup', () => {
  it('without a place lies in the outgoing folder and comes as a download, under its own name', async () => {
    const first = await app.call('library.backup', { file: null });
    const second = await app.call('library.backup', { file: null });
    expect(outgoing()).toEqual([first, second].map(({ file }) => path.basename(file)).sort());
    const answer = await app.fetch(first.downloadPath!);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="${path.basename(first.file)}"; filename*=UTF-8''${encodeURIComponent(path.basename(first.file))}`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(first.file))).toBe(true);
    expect(first).toMatchObject({ bytes: readFileSync(first.file).length, withoutFilm: [] });
  });

  it('restores while the app is open: what was added since is gone, what was there is kept beside it', async () => {
    const file = path.join(app.root, 'monday.openstride');
    expect(await app.call('library.backup', { file })).toMatchObject({ file, downloadPath: null });
    const later = await app.call('clients.add', { ...CLIENT, code: 'LATER' });
    const { former } = await app.call('library.restore', { file });
    expect(readdirSync(former!)).toContain('library.db');
    // Films lie in it as they are: nobody else on this computer may look.
    if (process.platform !== 'win32') expect(statSync(app.library).mode & 0o077).toBe(0);
    expect(app.news.at(-1)).toEqual({ kind: 'library' });
    expect((await app.call('clients.list', null)).map(({ client }) => client.code)).toEqual(['DEMO']);
    await expect(app.call('clients.open', { clientId: later.id })).rejects.toMatchObject({ code: 'record-missing' });
    // Films for playback are no part of a backup: they are asked for as soon as somebody looks.
    const [clip] = await clipsOf(demo.sessions[0]!.id);
    const { film, result } = await app.call('trials.open', { clipId: clip!.id });
    expect(film).toMatchObject({ playable: true, hasThumbnail: false });
    expect(result?.gait).toBe('run');
    expect(await app.call('jobs.list', null)).toMatchObject([{ clipId: clip!.id, onlyPlayback: true }]);
  });

  it('that a browser sent restores too, and is not kept twice', async () => {
    const file = path.join(app.root, 'tuesday.openstride');
    await app.call('library.backup', { file });
    const sent = await send(readFileSync(file), 'tuesday.openstride');
    const { former } = await app.call('library.restore', { file: sent });
    expect(readdirSync(former!)).not.toContain('work');
    expect(readdirSync(path.join(app.library, 'work')).filter((name) => name.startsWith('incoming'))).toEqual([]);
    expect((await app.call('clients.list', null)).length).toBe(1);
  });

  it('twice at once is one after the other, and calls in between wait for the library', async () => {
    const file = path.join(app.root, 'wednesday.openstride');
    await app.call('library.backup', { file });
    const answers = await Promise.all([
      app.call('library.restore', { file }),
      app.call('clients.list', null),
      app.call('library.restore', { file }),
      app.call('clients.list', null),
    ]);
    expect(answers[0].former).not.toBe(answers[2].former);
    for (const lines of [answers[1], answers[3]]) expect(lines.map(({ client }) => client.code)).toEqual(['DEMO']);
    expect(app.app.firstNews().length).toBe((await app.call('jobs.list', null)).length);
    expect(app.mistakes).toEqual([]);
  });

  it('that is damaged, or none, replaces nothing, and the library goes on', async () => {
    const file = path.join(app.root, 'damaged.openstride');
    await app.call('library.backup', { file });
    truncateSync(file, 100_000);
    await expect(app.call('library.restore', { file })).rejects.toMatchObject({ code: 'backup-damaged' });
    await expect(app.call('library.restore', { file: '/nowhere' })).rejects.toMatchObject({ code: 'backup-damaged' });
    expect((await app.call('clients.list', null)).length).toBe(1);
    expect(app.mistakes).toEqual([]);
  });
});

describe('one client', () => {
  it('goes to another library with films and numbers, under a passphrase of its own, and no name in the file’s name', async () => {
    const passphrase = 'told by telephone';
    const clientId = demo.client.id;
    const { file } = await app.call('clients.export', { clientId, file: null, passphrase });
    expect(path.basename(file)).toMatch(/^OpenStride client DEMO \d{4}-\d\d-\d\d\.openstride$/);
    const other = await startTestApp();
    await expect(other.call('clients.import', { file, passphrase: 'guessed' })).rejects.toMatchObject({
      code: 'wrong-key',
    });
    expect((await other.call('clients.import', { file, passphrase })).id).toBe(clientId);
    await expect(other.call('clients.import', { file, passphrase })).rejects.toMatchObject({ code: 'client-exists' });
    const trends = await other.call('clients.trends', { clientId });
    expect(trends).toEqual(await app.call('clients.trends', { clientId }));
    await other.close();
  });

  it('with drawings on its films takes them along', async () => {
    const [clip] = await clipsOf(demo.sessions[0]!.id);
    const place = { kind: 'text', timeS: 1, points: [{ xPx: 5, yPx: 6 }] } as const;
    const added = await app.call('drawings.add', { clipId: clip!.id, ...place, text: 'here', colour: '#ff8800' });
    const asked = { clientId: demo.client.id, file: path.join(app.root, 'drawn.openstride'), passphrase: 'x' };
    await app.call('clients.export', asked);
    const other = await startTestApp();
    await other.call('clients.import', asked);
    expect(await other.call('drawings.list', { clipId: clip!.id })).toEqual([added]);
    await other.close();
  });
});

describe('the state of the library', () => {
  it('names clips whose film is gone or is another, and their numbers stay', async () => {
    const whole = await app.call('library.status', null);
    expect(whole).toMatchObject({ folder: app.library, films: 4, missing: [] });
    const [gone, changed] = (await Promise.all(demo.sessions.map(({ id }) => clipsOf(id)))).flat();
    const stored = ({ videoSha256 }: { readonly videoSha256: string }) =>
      path.join(app.library, 'videos', `${videoSha256}.mp4`);
    rmSync(stored(gone!));
    const bytes = readFileSync(stored(changed!));
    bytes[1000] ^= 1;
    writeFileSync(stored(changed!), bytes);
    const lost = { clipId: gone!.id, fileName: gone!.fileName, why: 'missing' };
    expect((await app.call('library.status', null)).missing).toEqual([lost]);
    const found = (await app.call('library.check', null)).missing;
    expect(found.length).toBe(2);
    expect(found).toContainEqual(lost);
    expect(found).toContainEqual({ clipId: changed!.id, fileName: changed!.fileName, why: 'changed' });
    const { film, result } = await app.call('trials.open', { clipId: gone!.id });
    expect(film).toMatchObject({ missing: true, playable: false, frames: 720 });
    expect(result?.gait).toBe('run');
    expect((await app.call('library.backup', { file: null })).withoutFilm).toEqual([gone!.fileName]);
  });

  it('what waited for a download is gone after the next start', async () => {
    expect(outgoing().length).toBeGreaterThan(0);
    await app.stop();
    app = await startTestApp({}, app.root);
    expect(outgoing()).toEqual([]);
  });
});
