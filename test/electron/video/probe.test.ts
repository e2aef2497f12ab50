// What a film is, found out from real small files.
import { readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { probeVideo } from '../../../electron/video/probe.ts';
import { type ClipKind, makeClip } from '../../support/makeClip.ts';
import { COUNTED_FILMS, crashesOn, INSTALLED_FFMPEGS } from './countedFilms.ts';
import { fixturePath } from './fixturePath.ts';
import { spiedFfmpeg } from './spiedFfmpeg.ts';

const probe = async (kind: ClipKind) => probeVideo(await makeClip(kind));
const probeCounted = async (kind: ClipKind) => probeVideo(await makeClip(kind, { fixture: 'counter' }));

describe('a good film', () => {
  it('has a size, a rate and a time for every frame', async () => {
    const file = fixturePath('dev03_run_left120_kneeL.mp4');
    const film = await probeVideo(file);
    expect(film).toEqual({
      file,
      widthPx: 1280,
      heightPx: 720,
      rotationDeg: 0,
      codec: 'h264',
      container: 'mov,mp4,m4a,3gp,3g2,mj2',
      frames: 408,
      timeS: expect.any(Float64Array),
      startS: 0,
      rateHz: expect.closeTo(120, 6),
      durationS: expect.closeTo(3.4, 6),
      variableRate: false,
      slowMotionHint: null,
      interlaced: false,
      truncated: false,
      hasAudio: false,
    });
    expect(film.timeS).toHaveLength(408);
  });

  it.skipIf(process.platform === 'win32')(
    'of five minutes is known without decoding more than its beginning',
    async () => {
      const path = await makeClip('repeated', { durationS: 300 });
      const calls = `${path}.calls`;
      const spy = spiedFfmpeg(basename(path), `echo "$*" >> '${calls}'`);
      const film = await probeVideo(path);
      spy.done();
      // ffmpeg cuts between packets, which are not in the order they are shown
      expect(Math.abs(film.frames - 18_000)).toBeLessThanOrEqual(2);
      expect(film.timeS.every((t, i) => Math.abs(t - i / 60) < 1e-3)).toBe(true);
      const asked = readFileSync(calls, 'utf8').trim().split('\n');
      rmSync(calls);
      expect(asked.filter((args) => !/ -c copy | -frames:v /.test(args))).toEqual([]);
    },
  );
});

afterEach(() => vi.unstubAllEnvs());

describe.each(INSTALLED_FFMPEGS)('with $source', (ffmpeg) => {
  it.for(COUNTED_FILMS)('$kind: every frame is in the table, at the time it is shown', async (film, test) => {
    const { kind, frames, timeOf, toleranceS } = film;
    vi.stubEnv('OPENSTRIDE_FFMPEG', ffmpeg.path);
    test.skip(crashesOn(ffmpeg.path, kind), 'this build of ffmpeg crashes on mpegts');
    const { timeS, frames: found } = await probeCounted(kind);
    expect(found).toBe(frames);
    expect(timeS).toHaveLength(frames);
    const errors = Array.from(timeS, (t, i) => Math.abs(t - timeOf(i)));
    expect(Math.max(...errors)).toBeLessThanOrEqual(toleranceS);
  });
});

describe('what the numbers mean', () => {
  it.each([
    ['rotated90', 90],
    ['rotated180', 180],
    ['rotated270', 270],
  ] as const)('%s: the size is that of the upright picture', async (kind, rotationDeg) => {
    expect(await probeCounted(kind)).toMatchObject({ widthPx: 640, heightPx: 360, rotationDeg });
  });

  it('pixels that are not square count as wide as they are shown', async () => {
    expect(await probeCounted('anamorphic')).toMatchObject({ widthPx: 640, heightPx: 360 });
  });

  it('odd sizes stay odd', async () => {
    expect(await probeCounted('oddSize')).toMatchObject({ widthPx: 721, heightPx: 405 });
  });

  it('a film that begins late in its file starts at 0 all the same', async () => {
    const film = await probeCounted('lateStart');
    expect(film.startS).toBe(5);
    expect(film.timeS[0]).toBe(0);
  });

  it('frames of uneven spacing are a variable rate, and the rate is the usual one', async () => {
    const film = await probeCounted('variableRate');
    expect(film.variableRate).toBe(true);
    expect(film.rateHz).toBeGreaterThan(50);
    expect(film.rateHz).toBeLessThan(60);
  });

  it('a steady film is not of variable rate, whatever its container', async () => {
    for (const kind of ['plain', 'matroska', 'webm', 'avi', 'hevc'] as const) {
      expect((await probeCounted(kind)).variableRate, kind).toBe(false);
    }
  });

  it('a 240 frames/s camera and a 30 frames/s file are slow motion by 8', async () => {
    expect(await probeCounted('slowMotionTag')).toMatchObject({ slowMotionHint: 8, rateHz: expect.closeTo(30, 6) });
  });

  it('sound is noticed, and its length is not the film’s', async () => {
    expect(await probeCounted('longSound')).toMatchObject({ hasAudio: true, truncated: false, durationS: 2 });
  });

  it('fields are told from frames', async () => {
    expect(await probe('interlaced')).toMatchObject({ interlaced: true, frames: 60 });
    expect(await probe('plain')).toMatchObject({ interlaced: false });
  });

  it.each(['truncated', 'truncatedMatroska'] as const)(
    '%s: what is there is listed, and that it was cut',
    async (kind) => {
      const film = await probe(kind);
      expect(film.truncated).toBe(true);
      expect(film.frames).toBeGreaterThan(40);
      expect(film.frames).toBeLessThan(100);
    },
  );
});

describe('what cannot be a film says why and what to do', () => {
  it.each([
    ['missing', 'video-not-found', /There is no film at .*; check the name/],
    ['folder', 'video-is-folder', /is a folder; name the film/],
    ['empty', 'video-empty', /0 bytes.*; copy it/],
    ['textFile', 'video-unreadable', /text\.mp4 is not a film.*; copy it/],
    ['playlist', 'video-unreadable', /playlist\.mp4 is not a film/],
    ['truncatedIndex', 'video-unreadable', /incomplete: the index at its end is missing; copy it/],
    ['unknownCodec', 'video-unreadable', /format unknown\) cannot be decoded here; save it as H\.264/],
    ['audioOnly', 'video-no-picture', /sound but no picture; choose/],
    ['coverArt', 'video-no-picture', /sound but no picture; choose/],
    ['twoFrames', 'video-too-short', /only 2 frames; film at least/],
  ] as const)('%s', async (kind, code, message) => {
    await expect(probe(kind)).rejects.toMatchObject({
      name: 'GaitError',
      code,
      message: expect.stringMatching(message),
    });
  });

  it.skipIf(process.platform === 'win32')(
    'an ffmpeg that crashes is blamed itself (needs a shell script)',
    async () => {
      const path = await makeClip('plain');
      const spy = spiedFfmpeg('framecrc', 'kill -SEGV $$');
      await expect(probeVideo(path)).rejects.toMatchObject({
        code: 'video-unreadable',
        message: expect.stringMatching(/ffmpeg itself crashed on plain\.mp4.*install another/),
      });
      spy.done();
    },
  );

  it('a cancelled probe says that it was cancelled', async () => {
    const path = await makeClip('plain');
    await expect(probeVideo(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    const soon = AbortSignal.timeout(5);
    await expect(probeVideo(path, { signal: soon })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
