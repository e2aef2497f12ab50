// Pictures for the report are the very frames asked for.
import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type GrabOptions, grabFrames } from '../../../electron/video/grabFrames.ts';
import { probeVideo } from '../../../electron/video/probe.ts';
import { splitJpegs } from '../../../electron/video/splitJpegs.ts';
import { readCounter } from '../../support/frameCounter.ts';
import { BUNDLED_FFMPEG, type ClipKind, makeClip } from '../../support/makeClip.ts';
import { COUNTED_FILMS } from './countedFilms.ts';

const probeCounted = async (kind: ClipKind, durationS = 2) =>
  probeVideo(await makeClip(kind, { fixture: 'counter', durationS }));

/** A picture's size and its frame's number. */
function look(jpeg: Uint8Array): { widthPx: number; heightPx: number; counter: number } {
  const args = ['-loglevel', 'error', '-f', 'image2pipe', '-i', 'pipe:0', '-f', 'image2pipe', '-c:v', 'ppm', 'pipe:1'];
  const ppm = execFileSync(BUNDLED_FFMPEG, args, { input: jpeg });
  const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.toString('latin1', 0, 40))!;
  const [widthPx, heightPx] = [Number(head[1]), Number(head[2])];
  return { widthPx, heightPx, counter: readCounter(ppm.subarray(head[0].length), widthPx, heightPx) };
}

async function grabbed(kind: ClipKind, frames: readonly number[], options?: GrabOptions) {
  return (await grabFrames(await probeCounted(kind), frames, options)).map(look);
}

afterEach(() => vi.unstubAllEnvs());

describe('grabFrames', () => {
  it.each(COUNTED_FILMS)('from $kind', async ({ kind, frames, counterOf }) => {
    vi.stubEnv('OPENSTRIDE_FFMPEG', BUNDLED_FFMPEG);
    const wanted = [frames - 1, 0, 17, 31, 18];
    const pictures = await grabbed(kind, wanted, { maxHeightPx: 180 });
    expect(pictures.map((p) => p.counter)).toEqual(wanted.map(counterOf));
  });

  it('far apart in a long film, each the right one', async () => {
    const probe = await probeCounted('plain', 8);
    const wanted = [5, 200, 201, 470];
    expect((await grabFrames(probe, wanted)).map((jpeg) => look(jpeg).counter)).toEqual(wanted);
  });

  it('are upright and as large as the film, or as small as asked', async () => {
    expect(await grabbed('rotated90', [3])).toEqual([{ widthPx: 640, heightPx: 360, counter: 3 }]);
    expect(await grabbed('anamorphic', [3], { maxHeightPx: 180 })).toEqual([
      { widthPx: 320, heightPx: 180, counter: 3 },
    ]);
    expect(await grabbed('plain', [3], { maxHeightPx: 2000 })).toEqual([{ widthPx: 640, heightPx: 360, counter: 3 }]);
  });

  it('of an odd size come whole', async () => {
    expect(await grabbed('oddSize', [9])).toEqual([{ widthPx: 721, heightPx: 405, counter: 9 }]);
  });

  it('asked for twice comes twice; asked for none gives none', async () => {
    expect((await grabbed('plain', [7, 7])).map((p) => p.counter)).toEqual([7, 7]);
    expect(await grabbed('plain', [])).toEqual([]);
  });

  it('a frame the film does not have is a mistake of the caller', async () => {
    for (const frame of [-1, 120, 1.5, Number.NaN]) await expect(grabbed('plain', [frame])).rejects.toThrow(RangeError);
  });

  it('can be cancelled', async () => {
    const signal = AbortSignal.abort();
    await expect(grabbed('plain', [1], { signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('splitJpegs', () => {
  const jpeg = (...scan: number[]) => [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0xff, 0xd9, 0xff, 0xda, 0, 2, ...scan, 0xff, 0xd9];

  it('is not misled by the end mark inside a header, nor by stuffed bytes in the scan', () => {
    const [first, second] = [jpeg(1, 0xff, 0, 2), jpeg(0xff, 0xd0, 3)];
    const files = splitJpegs(Uint8Array.from([...first, ...second]));
    expect(files.map((file) => [...file])).toEqual([first, second]);
  });

  it('drops a file that is not complete', () => {
    expect(splitJpegs(Uint8Array.from([...jpeg(1), 0xff, 0xd8, 0xff]))).toHaveLength(1);
    expect(splitJpegs(new Uint8Array(0))).toEqual([]);
  });
});
