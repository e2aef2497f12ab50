import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../../core/analyze.ts';
import { GaitError } from '../../../core/errors.ts';
import type { RawPose, TrialResult } from '../../../core/types.ts';
import { stancesOf } from '../../../electron/export/overlay/phaseStrip.ts';
import { drawFrame, overlayLayout, writeOverlay } from '../../../electron/export/overlay.ts';
import { decodeVideo } from '../../../electron/video/decode.ts';
import { findFfmpeg } from '../../../electron/video/findFfmpeg.ts';
import { probeVideo, type VideoProbe } from '../../../electron/video/probe.ts';
import { loadTruth, truthPose } from '../../support/rendered.ts';
import { canMountSmallDisk, mountSmallDisk } from '../../support/smallDisk.ts';

const FILM = fileURLToPath(new URL('../../fixtures/dev01_run_before_right60.mp4', import.meta.url));
const truth = loadTruth('dev01_run_before_right60');

let folder = '';
let probe: VideoProbe;
let result: TrialResult;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openstride é '));
  probe = await probeVideo(FILM);
  result = analyze(truthPose(truth), { speedMs: truth.speed_mps });
});
afterAll(() => rmSync(folder, { recursive: true }));

const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof GaitError ? error.code : String(error)),
  );

/** The frames of a pose from one on, as when only part of a film is measured. */
function partOf(pose: RawPose, first: number, frames: number): RawPose {
  const points = (series: Float32Array) => series.slice(first * 33, (first + frames) * 33);
  const timeS = pose.timeS.slice(first, first + frames);
  return { ...pose, timeS, xPx: points(pose.xPx), yPx: points(pose.yPx), score: points(pose.score) };
}

describe('overlay.mp4', () => {
  it('keeps the pace of the film and shows every frame with something drawn on it', async () => {
    const outFile = join(folder, 'overlay.mp4');
    const done: number[] = [];
    await writeOverlay({ probe, result, outFile, onProgress: (share) => done.push(share) });
    const written = await probeVideo(outFile);
    const layout = overlayLayout(probe);
    expect([written.widthPx, written.heightPx]).toEqual([layout.widthPx, layout.heightPx]);
    expect(Math.max(written.widthPx, written.heightPx)).toBeLessThanOrEqual(1280);
    expect(written.frames).toBe(probe.frames);
    // mp4 keeps times to 1/90000 s here.
    written.timeS.forEach((t, i) => {
      expect(Math.abs(t - (probe.timeS[i] ?? Number.NaN))).toBeLessThan(2e-5);
    });
    expect(written.codec).toBe('h264');
    expect(written.hasAudio).toBe(false);
    expect(done.at(-1)).toBe(1);
    expect([...done].sort((a, b) => a - b)).toEqual(done);
    expect(readdirSync(folder)).toEqual(['overlay.mp4']);
    expect(await blueAndOrangeAt(written)).toEqual({ blue: true, orange: true });
  });

  /** Whether one frame, far from the strip's bars, holds the two legs' colours, which the film itself does not. */
  async function blueAndOrangeAt(film: VideoProbe): Promise<{ blue: boolean; orange: boolean }> {
    const { widthPx, heightPx } = film;
    const found = { blue: false, orange: false };
    for await (const { index, data } of decodeVideo(film, { widthPx, heightPx, fromS: 1, toS: 1.1 })) {
      expect(index).toBeGreaterThan(0);
      for (let at = 0; at < widthPx * overlayLayout(probe).pictureHeightPx * 3; at += 3) {
        const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
        found.blue ||= Math.abs(red - 64) < 25 && Math.abs(green - 160) < 25 && blue > 230;
        found.orange ||= red > 230 && Math.abs(green - 146) < 25 && Math.abs(blue - 38) < 30;
      }
    }
    return found;
  }

  it('without phase has no strip, and with nothing shown is the film alone', () => {
    const layout = overlayLayout(probe, false);
    expect(layout.heightPx).toBe(layout.pictureHeightPx);
    const { widthPx, heightPx } = layout;
    const canvas = { widthPx, heightPx, data: new Uint8Array(widthPx * heightPx * 3) };
    const draw = (show: { skeleton: boolean; angles: boolean; phase: boolean }) => {
      canvas.data.fill(90);
      drawFrame(canvas, result, stancesOf(result.events), 40, 40, layout, probe, show);
      return canvas.data.reduce((sum, value) => sum + Number(value !== 90), 0);
    };
    expect(draw({ skeleton: false, angles: false, phase: false })).toBe(0);
    const alone = [
      draw({ skeleton: true, angles: false, phase: false }),
      draw({ skeleton: false, angles: true, phase: false }),
    ];
    for (const changed of alone) expect(changed).toBeGreaterThan(1000);
    expect(draw({ skeleton: true, angles: true, phase: false })).toBeGreaterThan(Math.max(...alone));
  });

  it('of an uneven film keeps the uneven times', async () => {
    const timeS = probe.timeS.map((t, i) => t + (i > 40 ? 0.137 : 0) + (i % 3) * 0.002);
    const uneven = join(folder, 'uneven.mkv');
    const ffmpeg = await findFfmpeg();
    const shift = "setpts='PTS+(gt(N,40)*0.137+mod(N,3)*0.002)/TB'";
    await promisify(execFile)(ffmpeg.path, [
      '-v',
      'error',
      '-i',
      FILM,
      '-vf',
      `${shift},scale=320:-2`,
      ...(ffmpeg.major !== null && ffmpeg.major < 6 ? ['-vsync', '0'] : ['-fps_mode', 'passthrough']),
      ...['-enc_time_base', '1:1000', '-c:v', 'libx264', '-preset', 'ultrafast', uneven],
    ]);
    const film = await probeVideo(uneven);
    expect(film.variableRate).toBe(true);
    const outFile = join(folder, 'uneven.mp4');
    await writeOverlay({ probe: film, result, outFile });
    const written = await probeVideo(outFile);
    expect(written.frames).toBe(film.frames);
    written.timeS.forEach((t, i) => {
      // Matroska keeps milliseconds.
      expect(Math.abs(t - (film.timeS[i] ?? Number.NaN))).toBeLessThan(2e-5);
      expect(Math.abs(t - (timeS[i] ?? Number.NaN))).toBeLessThan(1.5e-3);
    });
    rmSync(uneven);
    rmSync(outFile);
  });

  it('of a part of the film has that part only', async () => {
    const part = analyze(partOf(truthPose(truth), 60, 90), { speedMs: truth.speed_mps });
    const outFile = join(folder, 'part.mp4');
    await writeOverlay({ probe, result: part, outFile });
    const written = await probeVideo(outFile);
    expect(written.frames).toBe(90);
    expect(written.durationS).toBeCloseTo(1.5, 2);
    rmSync(outFile);
  });

  it('cancelled in the middle leaves no file and no process', async () => {
    const stop = new AbortController();
    const outFile = join(folder, 'cancelled.mp4');
    const onProgress = (done: number) => {
      if (done > 0.2) stop.abort();
    };
    expect(await code(writeOverlay({ probe, result, outFile, signal: stop.signal, onProgress }))).toBe('cancelled');
    expect(await code(writeOverlay({ probe, result, outFile, signal: stop.signal }))).toBe('cancelled');
    expect(readdirSync(folder)).toEqual(['overlay.mp4']);
  });

  it('into a folder that is not there is not writable', async () => {
    expect(await code(writeOverlay({ probe, result, outFile: join(folder, 'none', 'a.mp4') }))).toBe('not-writable');
  });

  it.skipIf(!canMountSmallDisk())(
    'onto a full disk is told and leaves nothing (needs the right to mount a small disk)',
    async () => {
      const disk = mountSmallDisk(128);
      try {
        expect(await code(writeOverlay({ probe, result, outFile: join(disk?.folder ?? '', 'a.mp4') }))).toBe(
          'disk-full',
        );
        expect(readdirSync(disk?.folder ?? '')).toEqual([]);
      } finally {
        disk?.release();
      }
    },
  );

  it('of nobody is the film itself with an empty strip', async () => {
    const nobody: RawPose = { ...truthPose(truth) };
    const blank = nobody.xPx.map(() => Number.NaN);
    const nothing = analyze({ ...nobody, xPx: blank, yPx: blank });
    const outFile = join(folder, 'nobody.mp4');
    await writeOverlay({ probe, result: nothing, outFile });
    expect(statSync(outFile).size).toBeGreaterThan(10_000);
    rmSync(outFile);
  });
});

describe('drawing', () => {
  it('joins each contact to the toe-off before the next contact, and to none where it was not seen', () => {
    const event = (kind: 'initial-contact' | 'toe-off', timeS: number) =>
      ({ kind, side: 'left', timeS, sigmaS: 0.01, source: 'detected' }) as const;
    const events = [
      event('toe-off', 0.1),
      event('initial-contact', 0.5),
      event('initial-contact', 1.2),
      event('toe-off', 1.5),
    ];
    expect(stancesOf(events)).toEqual([
      { side: 'left', fromS: 0.5, toS: null },
      { side: 'left', fromS: 1.2, toS: 1.5 },
    ]);
  });
});

describe('overlayLayout', () => {
  it('is even, never enlarges, and keeps the long side with the strip within 1280', () => {
    for (const [widthPx, heightPx] of [
      [1280, 720],
      [1920, 1080],
      [720, 1280],
      [1080, 1920],
      [333, 501],
      [3840, 2160],
    ] as const) {
      const layout = overlayLayout({ widthPx, heightPx });
      for (const size of [layout.widthPx, layout.heightPx, layout.pictureHeightPx]) expect(size % 2).toBe(0);
      expect(Math.max(layout.widthPx, layout.heightPx)).toBeLessThanOrEqual(1280);
      expect(layout.widthPx).toBeLessThanOrEqual(widthPx);
      expect(layout.widthPx / layout.pictureHeightPx).toBeCloseTo(widthPx / heightPx, 1);
    }
  });
});
