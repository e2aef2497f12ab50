// The demo client through the real handlers: measured at once, playable at once, and as today's engine sees the films.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../../core/analyze.ts';
import type { ClientView, TrendClip } from '../../../core/api/views.ts';
import { API_PATHS } from '../../../core/api.ts';
import type { Clip } from '../../../core/records/records.ts';
import { DEMO_CLIPS, DEMO_VISITS } from '../../../electron/demoClient/demoClips.ts';
import { recordedPose } from '../../../electron/demoClient/recordedPose.ts';
import { forkEngine } from '../../../electron/jobs/forkEngine.ts';
import { framesSeen } from '../../../electron/jobs/framesSeen.ts';
import { poseBytes } from '../../../electron/store/poseBytes.ts';
import { NETWORKS } from '../../../models/manifest.ts';
import { estimatedPose } from '../../support/estimatedPose.ts';
import { startTestApp, type TestApp, until } from './testApp.ts';

let app: TestApp;
let client: ClientView;
let clips: Clip[];

beforeAll(async () => {
  app = await startTestApp({ startEngine: () => forkEngine() });
  expect(await app.call('app.about', null)).toMatchObject({ host: 'browser', firstStart: true });
  const { id } = await app.call('demo.add', null);
  client = await app.call('clients.open', { clientId: id });
  const sessions = await Promise.all(
    client.sessions.map(({ id: sessionId }) => app.call('sessions.open', { sessionId })),
  );
  clips = sessions.flatMap((session) => session.clips);
});
afterAll(() => app.close());

describe('the demo client', () => {
  it('is added once, with two visits weeks apart and four films', async () => {
    expect((await app.call('demo.add', null)).id).toBe(client.client.id);
    expect(await app.call('clients.list', null)).toMatchObject([
      { client: { code: 'DEMO' }, sessions: 2, openInjuries: [{ side: 'right', status: 'recovering' }] },
    ]);
    expect((await app.call('app.about', null)).firstStart).toBe(false);
    const [last, first] = client.sessions;
    expect(Date.parse(last!.date) - Date.parse(first!.date)).toBeGreaterThan(21 * 86_400_000);
    expect(clips.map(({ fileName }) => fileName).sort()).toEqual(DEMO_CLIPS.map((name) => `${name}.mp4`).sort());
  });

  it('is measured and plays without any waiting', async () => {
    for (const { id } of clips) {
      const { result, film } = await app.call('trials.open', { clipId: id });
      expect(result).toMatchObject({ gait: 'run', capture: { scaleSource: 'belt' } });
      expect(film).toMatchObject({ frames: 720, playable: true, missing: false, flags: [] });
      expect((await app.fetch(film!.filmPath, { headers: { Range: 'bytes=4-7' } })).status).toBe(206);
    }
  });

  it('gets its films for playback and its pictures behind it, and news of them', async () => {
    const [clip] = clips;
    const film = await until(
      () => app.call('clips.film', { clipId: clip!.id }),
      ({ filmPath, hasThumbnail }) => hasThumbnail && filmPath.startsWith(`${API_PATHS.files}proxies/`),
    );
    const picture = await app.fetch(film.thumbnailPath);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const bytes = Buffer.from(await picture.arrayBuffer());
    const at = bytes.indexOf(Buffer.from([0xff, 0xc0])); // start of frame: height and width follow
    expect([bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]).toEqual([180, 320]);
    expect(app.news).toContainEqual({ kind: 'clip', clipId: clip!.id });
    expect(readdirSync(path.join(app.library, 'work')).length).toBeLessThanOrEqual(4); // jobs, and no pose among them
  });

  it('shows what changed between the visits', async () => {
    const trends = await app.call('clients.trends', { clientId: client.client.id });
    expect(trends.map(({ date }) => date)).toEqual(
      DEMO_VISITS.flatMap(({ session, clips: c }) => c.map(() => session.date)),
    );
    const cadence = (one: TrendClip) => one.parameters.find(({ id }) => id === 'cadence')!.value!;
    // As rendered: 160 and 169.4 steps/min.
    for (const [i, one] of trends.entries()) expect(Math.abs(cadence(one) - (i < 2 ? 160 : 169.4))).toBeLessThan(0.5);
  });
});

describe('the recorded poses', () => {
  it.each(DEMO_CLIPS)('%s is what today’s engine sees; otherwise run `npm run demo:record`', async (name) => {
    const { pose, from } = await recordedPose(name);
    expect(poseBytes(pose).equals(poseBytes(await estimatedPose(name)))).toBe(true);
    expect(from.modelSha256).toBe(NETWORKS.heavy.sha256);
    expect(from.framesSeen).toBe(framesSeen(pose));
    expect(analyze(pose).strides.length).toBeGreaterThan(20);
  });
});
