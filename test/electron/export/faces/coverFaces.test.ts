import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../../../core/analyze.ts';
import { coverRegions } from '../../../../core/export/coverRegions.ts';
import { type CoverRegion, faceCovers } from '../../../../core/export/faceCover.ts';
import type { TrialResult } from '../../../../core/types.ts';
import { coverFaces } from '../../../../electron/export/faces/coverPictures.ts';
import { writeFramePicture } from '../../../../electron/export/framePicture.ts';
import type { Canvas } from '../../../../electron/export/overlay/canvas.ts';
import { writeOverlay } from '../../../../electron/export/overlay.ts';
import { decodeJpeg, encodePicture } from '../../../../electron/export/pictures.ts';
import { decodeVideo } from '../../../../electron/video/decode.ts';
import { grabFrames } from '../../../../electron/video/grabFrames.ts';
import { probeVideo, type VideoProbe } from '../../../../electron/video/probe.ts';
import { framesOf as someFrames } from '../../../support/changedPose.ts';
import { loadTruth, truthPose } from '../../../support/rendered.ts';

const FILM = fileURLToPath(new URL('../../../fixtures/dev01_run_before_right60.mp4', import.meta.url));
const truth = loadTruth('dev01_run_before_right60');
const FRAMES = 90;

let folder = '';
let probe: VideoProbe;
let result: TrialResult;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openstride-faces-'));
  probe = await probeVideo(FILM);
  // A second and a half: films are written several times.
  result = analyze(
    someFrames(truthPose(truth), (frame) => frame < FRAMES),
    { speedMs: truth.speed_mps },
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Mean square of the second difference (the finest detail) over pixels that are well inside or well outside a region. */
function detail({ widthPx, heightPx, data }: Canvas, region: CoverRegion, factor: number, where: 'in' | 'out'): number {
  const green = (x: number, y: number) => data[(y * widthPx + x) * 3 + 1]!;
  let sum = 0;
  let count = 0;
  for (let y = 1; y < heightPx - 1; y++)
    for (let x = 1; x < widthPx - 1; x++) {
      const u = (x + 0.5 - region.xPx * factor) / (region.rxPx * factor);
      const v = (y + 0.5 - region.yPx * factor) / (region.ryPx * factor);
      const r = Math.hypot(u, v);
      if (where === 'in' ? r > 0.85 : r < 1.3 || y > 0.9 * heightPx) continue;
      sum += (4 * green(x, y) - green(x - 1, y) - green(x + 1, y) - green(x, y - 1) - green(x, y + 1)) ** 2;
      count++;
    }
  return sum / count;
}

async function framesOf(film: VideoProbe, wanted: readonly number[]): Promise<Canvas[]> {
  const { widthPx, heightPx } = film;
  const found: Canvas[] = [];
  for await (const { index, data } of decodeVideo(film, { widthPx, heightPx }))
    if (wanted.includes(index)) found.push({ widthPx, heightPx, data: Uint8Array.from(data) });
  return found;
}

describe('a film that leaves with faces unrecognisable', () => {
  it('has no fine detail left in the face, and all of it elsewhere', async () => {
    const show = { skeleton: false, angles: false, phase: false };
    const plain = join(folder, 'plain.mp4');
    const covered = join(folder, 'covered.mp4');
    await writeOverlay({ probe, result, outFile: plain, show });
    await writeOverlay({ probe, result, outFile: covered, show, blurFaces: true });
    const wanted = [0, 37, 61, 88];
    const before = await framesOf(await probeVideo(plain), wanted);
    const after = await framesOf(await probeVideo(covered), wanted);
    const covers = faceCovers({ result, picture: probe });
    const factor = before[0]!.widthPx / probe.widthPx;
    wanted.forEach((frame, i) => {
      const [region] = covers[frame]!;
      const [inside, outside] = (['in', 'out'] as const).map(
        (where) => detail(after[i]!, region!, factor, where) / detail(before[i]!, region!, factor, where),
      );
      // What is left is the film's compression: 0.02 to 0.053 of the energy on these frames.
      expect(inside, `frame ${frame}`).toBeLessThan(0.1);
      expect(outside).toBeGreaterThan(0.9);
      expect(outside).toBeLessThan(1.1);
    });
  });

  it('keeps the means that are written and nothing else of the face', () => {
    const canvas = (noise: (i: number) => number): Canvas => ({
      widthPx: 96,
      heightPx: 96,
      data: Uint8Array.from({ length: 96 * 96 * 3 }, (_, i) => noise(i)),
    });
    // Two pictures of other detail and equal means over every cell of 12 × 12.
    const [a, b] = [
      canvas((i) => 120 + 60 * (Math.floor(i / 3) % 2)),
      canvas((i) => 120 + 60 * ((Math.floor(i / 3) + 1) % 2)),
    ];
    const region: CoverRegion = { shape: 'ellipse', xPx: 48, yPx: 48, rxPx: 40, ryPx: 40, grainPx: 12 };
    for (const one of [a, b]) coverRegions(one, [region], { x: 1, y: 1 });
    for (let y = 20; y < 76; y++)
      for (let x = 30; x < 66; x++) expect(a.data[(y * 96 + x) * 3]).toBe(b.data[(y * 96 + x) * 3]);
    expect(a.data[0]).not.toBe(b.data[0]);
  });

  it('covers a browser’s RGBA as it covers RGB', () => {
    const value = (i: number) => (i * 7919) % 251;
    const rgb = Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => value(i));
    const rgba = Uint8ClampedArray.from({ length: 64 * 64 * 4 }, (_, i) =>
      i % 4 === 3 ? 200 : value(Math.floor(i / 4) * 3 + (i % 4)),
    );
    const region: CoverRegion = { shape: 'ellipse', xPx: 30, yPx: 33, rxPx: 20, ryPx: 24, grainPx: 9 };
    coverRegions({ widthPx: 64, heightPx: 64, data: rgb }, [region], { x: 1, y: 1 });
    coverRegions({ widthPx: 64, heightPx: 64, data: rgba, bytesPerPixel: 4 }, [region], { x: 1, y: 1 });
    for (let i = 0; i < 64 * 64; i++) {
      // Clamped bytes round where plain ones cut off.
      for (let k = 0; k < 3; k++) expect(Math.abs(rgba[4 * i + k]! - rgb[3 * i + k]!)).toBeLessThanOrEqual(1);
      expect(rgba[4 * i + 3]).toBe(200);
    }
  });

  it('stays within the picture wherever the face is', () => {
    for (const [xPx, yPx] of [
      [-30, 10],
      [200, -50],
      [95.5, 95.5],
      [48, 300],
    ] as const)
      for (const shape of ['ellipse', 'box', 'outside'] as const) {
        const data = Uint8Array.from({ length: 96 * 96 * 3 }, (_, i) => i % 251);
        const canvas = { widthPx: 96, heightPx: 96, data };
        coverRegions(canvas, [{ shape, xPx, yPx, rxPx: 20, ryPx: 25, grainPx: 9 }], { x: 1, y: 1 });
        expect(data.length).toBe(96 * 96 * 3);
      }
  });
});

describe('key frames', () => {
  it('are new pictures of the same size, without the face', async () => {
    const wanted = [20, 70];
    const pictures = await grabFrames(probe, wanted, { maxHeightPx: 540 });
    const source = { result, picture: probe };
    const covered = await coverFaces(new Map(wanted.map((frame, i) => [frame, pictures[i]!])), source);
    const covers = faceCovers(source);
    for (const [i, frame] of wanted.entries()) {
      const [before, after] = await Promise.all([decodeJpeg(pictures[i]!), decodeJpeg(covered.get(frame)!)]);
      expect([after.widthPx, after.heightPx]).toEqual([before.widthPx, before.heightPx]);
      const factor = before.widthPx / probe.widthPx;
      const share = (where: 'in' | 'out') =>
        detail(after, covers[frame]![0]!, factor, where) / detail(before, covers[frame]![0]!, factor, where);
      expect(share('in')).toBeLessThan(0.05);
      expect(share('out')).toBeGreaterThan(0.8);
    }
  });

  it('that cannot be read are refused: none goes out as it was', async () => {
    const broken = coverFaces(new Map([[3, Uint8Array.of(1, 2, 3)]]), { result, picture: probe });
    await expect(broken).rejects.toMatchObject({ code: 'video-unreadable' });
  });
});

describe('one frame as a picture', () => {
  it('has the size of the film, the skeleton, and no face', async () => {
    const files = { plain: join(folder, 'plain.png'), covered: join(folder, 'covered.png') };
    await writeFramePicture({ probe, result, frame: 70, format: 'png', outFile: files.plain });
    await writeFramePicture({ probe, result, frame: 70, format: 'png', outFile: files.covered, blurFaces: true });
    const jpeg = join(folder, 'covered.jpg');
    await writeFramePicture({
      probe,
      result,
      frame: 70,
      format: 'jpeg',
      outFile: jpeg,
      blurFaces: true,
      show: { phase: true },
    });
    const size = (file: string) => {
      const bytes = readFileSync(file);
      return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    };
    expect(size(files.plain)).toEqual([probe.widthPx, probe.heightPx]);
    expect(readFileSync(files.plain).equals(readFileSync(files.covered))).toBe(false);
    const withStrip = await decodeJpeg(readFileSync(jpeg));
    expect(withStrip.widthPx).toBe(probe.widthPx);
    expect(withStrip.heightPx).toBeGreaterThan(probe.heightPx);
    const region = faceCovers({ result, picture: probe })[70]![0]!;
    // Below the ears only: above them runs the line of the skeleton's neck.
    const bare = { skeleton: false, angles: false };
    await writeFramePicture({ probe, result, frame: 70, format: 'jpeg', outFile: jpeg, blurFaces: true, show: bare });
    expect(detail(await decodeJpeg(readFileSync(jpeg)), region, 1, 'in')).toBeLessThan(10);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('cancelled or into no folder leaves nothing; a frame that is not there is the caller’s mistake', async () => {
    const request = { probe, result, frame: 3, format: 'png' } as const;
    const outFile = join(folder, 'stopped.png');
    await expect(writeFramePicture({ ...request, outFile, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    await expect(writeFramePicture({ ...request, outFile: join(folder, 'none', 'a.png') })).rejects.toMatchObject({
      code: 'not-writable',
    });
    await expect(writeFramePicture({ ...request, frame: 9999, outFile })).rejects.toThrow(RangeError);
    expect(readdirSync(folder)).not.toContain('stopped.png');
  });

  it('keeps every pixel as PNG', async () => {
    const data = Uint8Array.from({ length: 31 * 17 * 3 }, (_, i) => (i * 37) % 256);
    const png = await encodePicture({ widthPx: 31, heightPx: 17, data }, 'png');
    expect([...png.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  });
});
