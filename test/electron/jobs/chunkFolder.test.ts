// An interrupted look at a film goes on where it stood and ends with the bytes of an uninterrupted one.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawPose } from '../../../core/types.ts';
import { type ChunkKey, openChunkFolder } from '../../../electron/jobs/chunkFolder.ts';
import { PoseEngine } from '../../../electron/pose/poseEngine.ts';
import { probeVideo, type VideoProbe } from '../../../electron/video/probe.ts';
import { BUNDLED_FFMPEG } from '../../support/makeClip.ts';
import { fixturePath } from '../video/fixturePath.ts';

const KEY: ChunkKey = { videoSha256: 'a', modelSha256: 'b', engine: 'c', codeSha256: 'd', fromS: null, toS: null };
/** Late enough in the film that going on jumps ahead in the file instead of decoding from its start. */
const WINDOW = { fromS: 1.5, toS: 3.6 };
const CHUNK_S = 0.5;

const bytes = (pose: RawPose) =>
  [pose.timeS, pose.xPx, pose.yPx, pose.score, pose.worldM!].map((a) => Buffer.from(a.buffer).toString('base64'));

describe('a film looked at in stretches', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'openstride-chunks-'));
  let engine: PoseEngine;
  let probe: VideoProbe;
  let whole: RawPose;

  beforeAll(async () => {
    engine = await PoseEngine.start({ model: 'full', workers: 2 });
    probe = await probeVideo(fixturePath('dev01_run_before_right60.mp4'));
    whole = await engine.estimate(probe, WINDOW);
  });
  afterAll(() => {
    engine.close();
    rmSync(folder, { recursive: true });
  });

  async function stopAfter(share: number): Promise<void> {
    const stop = new AbortController();
    const checkpoint = await openChunkFolder(folder, KEY, CHUNK_S);
    const onProgress = (done: number) => done > share && stop.abort();
    await engine.estimate(probe, { ...WINDOW, checkpoint, signal: stop.signal, onProgress }).catch(() => undefined);
  }

  it('stopped twice and gone on gives the same bytes and flags, without looking again at what was kept', async () => {
    await stopAfter(0.45);
    const once = (await openChunkFolder(folder, KEY, CHUNK_S)).earlier!.chunks.length;
    expect(once).toBeGreaterThan(0);
    await stopAfter(0.75);
    const checkpoint = await openChunkFolder(folder, KEY, CHUNK_S);
    const kept = checkpoint.earlier!.chunks.reduce((sum, chunk) => sum + chunk.timeS.length, 0);
    expect(checkpoint.earlier!.chunks.length).toBeGreaterThan(once);
    const first: number[] = [];
    const frames = whole.timeS.length;
    const pose = await engine.estimate(probe, { ...WINDOW, checkpoint, onProgress: (done) => first.push(done) });
    // Progress counts the frame at the window's end, which is not decoded: one less than all.
    expect(first[0] * frames).toBeGreaterThan(kept - 2);
    expect(bytes(pose)).toEqual(bytes(whole));
    expect(pose.flags).toEqual(whole.flags);
  });

  it('gone on after the last frame it only puts the pose together', async () => {
    const checkpoint = await openChunkFolder(folder, KEY, CHUNK_S);
    expect(bytes(await engine.estimate(probe, { ...WINDOW, checkpoint }))).toEqual(bytes(whole));
  });

  it('a damaged stretch and all after it are looked at again', async () => {
    const all = (await openChunkFolder(folder, KEY, CHUNK_S)).earlier!.chunks;
    writeFileSync(path.join(folder, `from-${all[1].fromPlace}`), 'half');
    expect((await openChunkFolder(folder, KEY, CHUNK_S)).earlier!.chunks.length).toBe(1);
  });

  it('stretches of another network or of other code are thrown away', async () => {
    for (const other of [{ modelSha256: 'other' }, { codeSha256: 'other' }]) {
      await stopAfter(0.45);
      expect((await openChunkFolder(folder, KEY, CHUNK_S)).earlier).not.toBeNull();
      const checkpoint = await openChunkFolder(folder, { ...KEY, ...other }, CHUNK_S);
      expect(checkpoint.earlier).toBeNull();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('where somebody else was followed at first, a run gone on changes its mind like an uninterrupted one', async () => {
    const changed = path.join(folder, '..', `${path.basename(folder)}.mp4`);
    // Somebody stands in the picture alone; the runner appears when he has gone.
    const alone = "enable='lt(t,0.6)'";
    const filter = `[0]drawbox=t=fill:color=gray:${alone}[b];[1]crop=400:720:440:0,scale=-2:432[w];[b][w]overlay=20:280:${alone}`;
    const inputs = ['dev01_run_before_right60.mp4', 'dev04_walk_right60.mp4'].flatMap((name) => [
      '-i',
      fixturePath(name),
    ]);
    const output = ['-filter_complex', filter, '-t', '2', '-c:v', 'libx264', '-crf', '18', changed];
    execFileSync(BUNDLED_FFMPEG, ['-v', 'error', '-y', ...inputs, ...output]);
    const film = await probeVideo(changed);
    const uninterrupted = await engine.estimate(film);
    const key = { ...KEY, videoSha256: 'changed' };
    const stop = new AbortController();
    const checkpoint = await openChunkFolder(folder, key, CHUNK_S);
    const onProgress = (done: number) => done > 0.8 && stop.abort();
    await engine.estimate(film, { checkpoint, signal: stop.signal, onProgress }).catch(() => undefined);
    const again = await openChunkFolder(folder, key, CHUNK_S);
    const followed = again.earlier!.chunks.flatMap((chunk) => chunk.personIds);
    expect(followed[0]).not.toBe(followed.at(-1));
    const pose = await engine.estimate(film, { checkpoint: again });
    expect(bytes(pose)).toEqual(bytes(uninterrupted));
    expect(pose.xPx[0]).toBeNaN();
    rmSync(changed);
  });
});
