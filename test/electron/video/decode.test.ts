// Every frame comes out once, upright, in order, with its own time, and not faster than it is taken.

import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { demoFile } from '../../../electron/demoClient/demoFolder.ts';
import { type DecodeOptions, decodeVideo } from '../../../electron/video/decode.ts';
import { probeVideo, type VideoProbe } from '../../../electron/video/probe.ts';
import { readCounter } from '../../support/frameCounter.ts';
import { type ClipKind, makeClip } from '../../support/makeClip.ts';
import { COUNTED_FILMS, crashesOn, INSTALLED_FFMPEGS } from './countedFilms.ts';
import { spiedFfmpeg } from './spiedFfmpeg.ts';

const SIZE = { widthPx: 160, heightPx: 90 };
const probeCounted = async (kind: ClipKind) => probeVideo(await makeClip(kind, { fixture: 'counter' }));

interface Seen {
  readonly index: number;
  readonly timeS: number;
  readonly counter: number;
}

async function watch(probe: VideoProbe, options: Partial<DecodeOptions> = {}): Promise<Seen[]> {
  const seen: Seen[] = [];
  for await (const { index, timeS, data } of decodeVideo(probe, { ...SIZE, ...options })) {
    seen.push({ index, timeS, counter: readCounter(data, SIZE.widthPx, SIZE.heightPx) });
  }
  return seen;
}

afterEach(() => vi.unstubAllEnvs());

describe.each(INSTALLED_FFMPEGS)('with $source', (ffmpeg) => {
  it.for(COUNTED_FILMS)('$kind: exactly the frames of the table, each with its own picture', async (film, test) => {
    const { kind, frames, counterOf } = film;
    vi.stubEnv('OPENSTRIDE_FFMPEG', ffmpeg.path);
    test.skip(crashesOn(ffmpeg.path, kind), 'this build of ffmpeg crashes on mpegts');
    const probe = await probeCounted(kind);
    const expected = Array.from({ length: frames }, (_, i) => ({
      index: i,
      timeS: probe.timeS[i],
      counter: counterOf(i),
    }));
    expect(await watch(probe)).toEqual(expected);
  });
});

describe('a picture', () => {
  it('is upright, whichever way the film lies', async () => {
    const upright = await firstFrame(await makeClip('plain'));
    for (const kind of ['rotated90', 'rotated180', 'rotated270'] as const) {
      const turned = await firstFrame(await makeClip(kind));
      // both went through the encoder once, lying differently; the wrong way up they differ by more than 40
      expect(meanDifference(upright, turned), kind).toBeLessThan(3);
    }
  });

  it('has the size asked for, also an odd one', async () => {
    const probe = await probeCounted('oddSize');
    for await (const { data } of decodeVideo(probe, { widthPx: 721, heightPx: 405 })) {
      expect(data).toHaveLength(721 * 405 * 3);
      break;
    }
  });

  it('has the colours of the film: sRGB bytes red, green, blue', async () => {
    const probe = await probeVideo(await makeClip('noPerson'));
    for await (const { data } of decodeVideo(probe, { widthPx: 640, heightPx: 360 })) {
      // ffmpeg's test card has eight bars: black, red, magenta, blue, …; this is the second
      const at = 3 * (20 * 640 + 120);
      expect(data[at]).toBeGreaterThan(200);
      expect(data[at + 1]).toBeLessThan(60);
      expect(data[at + 2]).toBeLessThan(60);
      break;
    }
  });

  it('of an impossible size is a mistake of the caller', async () => {
    const probe = await probeCounted('plain');
    for (const size of [
      { widthPx: 0, heightPx: 90 },
      { widthPx: 160.5, heightPx: 90 },
    ]) {
      await expect(watch(probe, size)).rejects.toThrow(RangeError);
    }
  });
});

describe('a part of a film', () => {
  it('holds the frames from fromS up to, not including, toS', async () => {
    const probe = await probeCounted('plain');
    const seen = await watch(probe, { fromS: 0.5, toS: 0.6 });
    expect(seen.map((s) => s.index)).toEqual([30, 31, 32, 33, 34, 35]);
    expect(seen.map((s) => s.counter)).toEqual([30, 31, 32, 33, 34, 35]);
  });

  it.each(['plain', 'matroska', 'hevc', 'avi', 'lateStart'] as const)(
    'deep inside a long %s film it is the same as when read from the start',
    async (kind) => {
      const probe = await probeVideo(await makeClip(kind, { fixture: 'counter', durationS: 8 }));
      const seen = await watch(probe, { fromS: 5.21, toS: 5.4 });
      const expected = [...probe.timeS.keys()].filter((i) => probe.timeS[i]! >= 5.21 && probe.timeS[i]! < 5.4);
      expect(seen.map((s) => s.index)).toEqual(expected);
      expect(seen.map((s) => s.counter)).toEqual(expected);
    },
  );

  it('that holds no frame is a mistake of the caller', async () => {
    await expect(watch(await probeCounted('plain'), { fromS: 3 })).rejects.toThrow(RangeError);
  });
});

describe('when table and film disagree', () => {
  it('a frame the table does not have is left out, and shifts nothing', async () => {
    const probe = await probeCounted('plain');
    const timeS = probe.timeS.filter((_, i) => i !== 5);
    const seen = await watch({ ...probe, timeS, frames: 119 });
    expect(seen.map((s) => s.counter)).toEqual([...Array(120).keys()].filter((i) => i !== 5));
    expect(seen.map((s) => s.timeS)).toEqual([...timeS]);
  });

  it('a frame the film does not have leaves a hole, and shifts nothing', async () => {
    const probe = await probeCounted('plain');
    const timeS = Float64Array.from([...probe.timeS, 0.508]).sort();
    const seen = await watch({ ...probe, timeS, frames: 121 });
    expect(seen.map((s) => s.timeS)).toEqual([...probe.timeS]);
    expect(seen.map((s) => s.counter)).toEqual([...Array(120).keys()]);
    expect(seen.map((s) => s.index)).not.toContain(timeS.indexOf(0.508));
  });

  it('a film with rubbish in the middle keeps the time of every frame that is left', async () => {
    const probe = await probeVideo(await makeClip('damaged', { fixture: 'counter' }));
    const seen = await watch(probe);
    expect(seen.length).toBeGreaterThan(90);
    for (const { index, timeS } of seen) expect(timeS).toBe(probe.timeS[index]);
    // before the rubbish and after the next key frame the pictures are whole
    for (const { index, counter } of seen) if (index < 20 || index >= 100) expect(counter).toBe(index);
  });

  it('a film that was cut off yields what is there', async () => {
    const probe = await probeVideo(await makeClip('truncated', { fixture: 'counter' }));
    const seen = await watch(probe);
    expect(seen.map((s) => s.index)).toEqual([...Array(probe.frames).keys()]);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function goneSoon(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 2000 && isAlive(pid); waited += 20) await wait(20);
  return !isAlive(pid);
}

describe.skipIf(process.platform === 'win32')('the decoder (spied on by a shell script)', () => {
  it('waits for a slow reader: memory holds a few frames, not the film', async () => {
    const probe = await probeVideo(demoFile('demo_before_left60.mp4'));
    const size = { widthPx: 640, heightPx: 360 };
    const frameBytes = 640 * 360 * 3;
    const before = process.memoryUsage().arrayBuffers;
    let count = 0;
    for await (const _ of decodeVideo(probe, size)) {
      if (++count < 3)
        await wait(700); // time enough to decode 200 frames
      else break;
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * frameBytes);
  });

  it('is killed when the reader leaves early', async () => {
    const probe = await probeCounted('plain');
    const spy = spiedFfmpeg('rawvideo');
    for await (const _ of decodeVideo(probe, SIZE)) break;
    expect(await goneSoon(spy.pid())).toBe(true);
    spy.done();
  });

  it('is killed at once when cancelled, even while the reader is busy', async () => {
    const probe = await probeCounted('plain');
    const spy = spiedFfmpeg('rawvideo');
    const stop = new AbortController();
    const reading = (async () => {
      for await (const _ of decodeVideo(probe, { ...SIZE, signal: stop.signal })) {
        stop.abort();
        expect(await goneSoon(spy.pid())).toBe(true);
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    spy.done();
  });

  it('is not even started when cancelled before', async () => {
    const probe = await probeCounted('plain');
    const spy = spiedFfmpeg('rawvideo');
    await expect(watch(probe, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(spy.pid()).toBeNaN();
    spy.done();
  });

  it('that makes no frames is an error with its last words', async () => {
    const probe = await probeCounted('plain');
    const spy = spiedFfmpeg('rawvideo', 'echo "no memory for the decoder" >&2; exit 1');
    await expect(watch(probe)).rejects.toMatchObject({
      code: 'video-unreadable',
      message: expect.stringMatching(/Only 0 frames of plain\.mp4 .*could be decoded/),
      cause: expect.objectContaining({ message: expect.stringMatching(/no memory for the decoder/) }),
    });
    spy.done();
  });

  it('that vanished since it was found is an error that says so', async () => {
    const probe = await probeCounted('plain');
    const spy = spiedFfmpeg('rawvideo');
    await watch(probe);
    spy.done();
    await expect(watch(probe)).rejects.toMatchObject({ code: 'ffmpeg-missing' });
  });
});

async function firstFrame(path: string): Promise<Uint8Array> {
  for await (const { data } of decodeVideo(await probeVideo(path), SIZE)) return data.slice();
  throw new Error('no frame');
}

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length;
}
