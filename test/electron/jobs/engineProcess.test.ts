// The real engine in its own process: killed in the middle it goes on, and leaves the bytes of a run that nobody disturbed.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANALYZE_DEFAULTS } from '../../../core/types.ts';
import { forkEngine } from '../../../electron/jobs/forkEngine.ts';
import { type JobNews, JobQueue } from '../../../electron/jobs/jobQueue.ts';
import { jobsInMemory } from '../../../electron/jobs/jobRecord.ts';
import { outcomeFile, readOutcome } from '../../../electron/jobs/runClipJob.ts';
import { hashFile } from '../../../electron/video/hashFile.ts';
import { probeVideo } from '../../../electron/video/probe.ts';
import { fixturePath } from '../video/fixturePath.ts';

const CLIP = fixturePath('dev01_run_before_right60.mp4');
/** Long enough for a few strides and stretches. */
const PART_S = 2.2;
/** Short stretches, so that a short clip has several. */
const ENV = { ...process.env, OPENSTRIDE_CHUNK_S: '0.5' };

const folder = mkdtempSync(path.join(os.tmpdir(), 'openstride-engine-'));
afterAll(() => rmSync(folder, { recursive: true }));

const workOf = (name: string) => path.join(folder, name);
const proxyOf = (name: string) => path.join(folder, 'proxies', `${name}.mp4`);

/** Runs one clip to its end. @param during hears everything, and may disturb */
function runClip(name: string, during: (queue: JobQueue, news: JobNews) => void, videoSha256: string | null = null) {
  return new Promise<{ news: JobNews; all: JobNews[] }>((resolve) => {
    const all: JobNews[] = [];
    const queue: JobQueue = new JobQueue({
      store: jobsInMemory(),
      startEngine: () => forkEngine(ENV),
      describe: (job) => ({
        jobId: job.id,
        videoFile: CLIP,
        videoSha256,
        proxyFile: proxyOf(name),
        thumbnailFile: null,
        onlyPlayback: false,
        workers: null,
        workFolder: workOf(name),
        model: 'full',
        analysis: ANALYZE_DEFAULTS,
        fromS: null,
        toS: PART_S,
      }),
      takeOver: async () => undefined,
      onNews: (news) => {
        all.push(news);
        during(queue, news);
        if (news.state === 'waiting' || news.state === 'running') return;
        queue.close();
        resolve({ news, all });
      },
    });
    queue.add('clip');
  });
}

describe('the engine process', () => {
  let whole: Buffer;
  beforeAll(async () => {
    const { news } = await runClip('whole', () => undefined);
    expect(news).toMatchObject({ state: 'done', trouble: null });
    whole = readFileSync(outcomeFile(workOf('whole')));
  });

  it('leaves pose, result and where they came from', async () => {
    const outcome = (await readOutcome(workOf('whole')))!;
    expect(outcome.videoSha256).toBe(await hashFile(CLIP));
    expect(outcome.poseFrom.model).toBe('blazepose-full');
    expect(outcome.pose.timeS.length).toBe(outcome.probe.timeS.filter((t) => t < PART_S).length);
    expect(outcome.result.gait).toBe('run');
  });

  it('the film for playback has every frame at its own time', async () => {
    const [film, proxy] = [await probeVideo(CLIP), await probeVideo(proxyOf('whole'))];
    expect(proxy.codec).toBe('h264');
    expect(Math.min(proxy.widthPx, proxy.heightPx)).toBe(Math.min(720, film.widthPx, film.heightPx));
    expect(proxy.frames).toBe(film.frames);
    // 1/90000 s is the time base of the proxy.
    const furthest = Math.max(...film.timeS.map((t, i) => Math.abs(t - proxy.timeS[i])));
    expect(furthest).toBeLessThan(1 / 90_000 + 1e-6);
  });

  it('killed twice in the middle of the pose it goes on and leaves the same bytes', async () => {
    const killed: number[] = [];
    const { news } = await runClip('killed', (queue, { progress }) => {
      const enough = readPoseFiles('killed') > 1 + killed.length;
      if (progress?.stage !== 'pose' || !enough || killed.length >= 2 || !queue.engineId) return;
      if (killed.includes(queue.engineId)) return;
      killed.push(queue.engineId);
      process.kill(queue.engineId, 'SIGKILL');
    });
    expect(news).toMatchObject({ state: 'done', deaths: 2 });
    expect(new Set(killed).size).toBe(2);
    expect(readFileSync(outcomeFile(workOf('killed'))).equals(whole)).toBe(true);
  });

  it('a finished job run again, as after a crash before its outcome was taken over, does nothing anew', async () => {
    const writtenMs = lastWrittenMs(workOf('whole'));
    const { news } = await runClip('whole', () => undefined);
    expect(news).toMatchObject({ state: 'done', trouble: null });
    expect(lastWrittenMs(workOf('whole'))).toBe(writtenMs);
    expect(readFileSync(outcomeFile(workOf('whole'))).equals(whole)).toBe(true);
  });

  it('cancelled while it makes the film for playback, it leaves none and no half of one', async () => {
    const { news } = await runClip('cancelled', (queue, { id, progress, state }) => {
      if (state === 'running' && progress?.stage === 'proxy') queue.cancel(id);
    });
    expect(news.state).toBe('cancelled');
    expect(existsSync(proxyOf('cancelled'))).toBe(false);
    expect(readdirSync(path.dirname(proxyOf('x'))).filter((file) => file.startsWith('.'))).toEqual([]);
  });

  it('a film that is not the one taken in is refused', async () => {
    const { news } = await runClip('changed', () => undefined, '0'.repeat(64));
    expect(news).toMatchObject({ state: 'failed', trouble: { code: 'video-unreadable' } });
  });
});

function readPoseFiles(name: string): number {
  const pose = path.join(workOf(name), 'pose');
  return existsSync(pose) ? readdirSync(pose).length : 0;
}

/** When anything in a folder was written last: a job that looks at its film again keeps its stretches there. */
function lastWrittenMs(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(...names.map((name) => statSync(path.join(folder, name)).mtimeMs));
}
