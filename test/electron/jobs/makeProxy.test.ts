// The film for playback shows every frame upright at its own time, whatever the film was, with every ffmpeg there is.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { makeProxy } from '../../../electron/jobs/makeProxy.ts';
import { parseEncodedFrames, proxySize } from '../../../electron/jobs/proxyArgs.ts';
import { probeVideo } from '../../../electron/video/probe.ts';
import { makeClip } from '../../support/makeClip.ts';
import { INSTALLED_FFMPEGS } from '../video/countedFilms.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'openstride-proxy-'));
afterAll(() => rmSync(folder, { recursive: true }));
const asked = process.env.OPENSTRIDE_FFMPEG;
afterEach(() => {
  if (asked === undefined) delete process.env.OPENSTRIDE_FFMPEG;
  else process.env.OPENSTRIDE_FFMPEG = asked;
});
const options = { signal: new AbortController().signal, onProgress: () => undefined };
/** The proxy's own clock ticks this often, and both ends of a time are rounded to it, s. */
const TICK_S = 1.01 / 90_000;

describe.each(INSTALLED_FFMPEGS)('the film for playback made by $source', ({ path: ffmpeg }) => {
  it.each(['variableRate', 'rotated90', 'hevc', 'lateStart', 'editList', 'oddSize'] as const)(
    'of a film of kind %s',
    async (kind) => {
      process.env.OPENSTRIDE_FFMPEG = ffmpeg;
      const film = await probeVideo(await makeClip(kind));
      const file = path.join(folder, `${path.basename(path.dirname(ffmpeg))}-${kind}.mp4`);
      const told: number[] = [];
      await makeProxy(film, file, { ...options, onProgress: (done) => told.push(done) });
      const proxy = await probeVideo(file);
      expect(proxy.codec).toBe('h264');
      expect(proxy.rotationDeg).toBe(0);
      expect({ widthPx: proxy.widthPx, heightPx: proxy.heightPx }).toEqual(proxySize(film));
      expect(proxy.frames).toBe(film.frames);
      expect(Math.max(...film.timeS.map((t, i) => Math.abs(t - proxy.timeS[i])))).toBeLessThan(TICK_S);
      expect(proxy.startS).toBe(0);
      expect(told.at(-1)).toBeGreaterThan(0.9);
    },
  );
});

describe('the film for playback', () => {
  it('is made once, and what a killed engine left half-written is swept away', async () => {
    const film = await probeVideo(await makeClip('variableRate'));
    const place = path.join(folder, 'swept');
    const file = path.join(place, 'a.mp4');
    await makeProxy(film, file, options);
    writeFileSync(file, 'kept');
    await makeProxy(film, file, options);
    expect(readFileSync(file, 'utf8')).toBe('kept');
    rmSync(file);
    writeFileSync(path.join(place, '.a.mp4.1.part.mp4'), 'half');
    writeFileSync(path.join(place, '.b.mp4.1.part.mp4'), 'of another');
    await makeProxy(film, file, options);
    expect(readdirSync(place).sort()).toEqual(['.b.mp4.1.part.mp4', 'a.mp4']);
  });

  it('cannot be made where nothing may be written, and says so', async () => {
    const film = await probeVideo(await makeClip('variableRate'));
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    await expect(makeProxy(film, path.join(file, 'a.mp4'), options)).rejects.toMatchObject({ code: 'not-writable' });
  });

  it('keeps the shape of the picture and never enlarges it', () => {
    expect(proxySize({ widthPx: 1920, heightPx: 1080 })).toEqual({ widthPx: 1280, heightPx: 720 });
    expect(proxySize({ widthPx: 1080, heightPx: 1920 })).toEqual({ widthPx: 720, heightPx: 1280 });
    expect(proxySize({ widthPx: 641, heightPx: 361 })).toEqual({ widthPx: 642, heightPx: 362 });
  });

  it('reads the newest count of frames from ffmpeg’s progress', () => {
    expect(parseEncodedFrames('frame=12\nprogress=continue\nframe= 36\nfps=0.0\n')).toBe(36);
    expect(parseEncodedFrames('out_time_us=N/A\n')).toBeNull();
  });
});
