import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../../core/analyze.ts';
import { legLengthPx } from '../../../core/phase/pelvisSkeleton.ts';
import { bodyBox } from '../../../core/report/skeletonLines.ts';
import { drawPanel } from '../../../electron/export/sideBySide/drawPanel.ts';
import { panelLayout } from '../../../electron/export/sideBySide/panelLayout.ts';
import { type ComparedLeg, writeSideBySide } from '../../../electron/export/sideBySide.ts';
import { probeVideo } from '../../../electron/video/probe.ts';
import { loadTruth, truthPose } from '../../support/rendered.ts';

let folder = '';
let a: ComparedLeg;
let b: ComparedLeg;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openstride-pair-'));
  const leg = async (clip: 'dev01_run_before_right60' | 'dev03_run_left120_kneeL', title: string) => {
    const truth = loadTruth(clip);
    const probe = await probeVideo(fileURLToPath(new URL(`../../fixtures/${clip}.mp4`, import.meta.url)));
    const result = analyze(truthPose(truth), { speedMs: truth.speed_mps });
    return {
      probe,
      result,
      title,
      side: truth.view === 'left' ? 'left' : 'right',
      mirrored: truth.view === 'left',
    } as const;
  };
  a = await leg('dev01_run_before_right60', 'Before · 12 January, right shoe new, a long title that does not fit');
  b = await leg('dev03_run_left120_kneeL', 'After');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a comparison film', () => {
  it('has both films in step at the chosen speed, one picture size, playable everywhere', async () => {
    const outFile = join(folder, 'pair.mp4');
    const done: number[] = [];
    await writeSideBySide({ a, b, speed: 0.5, outFile, blurFaces: true, onProgress: (share) => done.push(share) });
    const film = await probeVideo(outFile);
    const strides = ({ result, side }: ComparedLeg) => result.strides.filter((stride) => stride.side === side);
    const shown = Math.min(strides(a).length, strides(b).length);
    const lengthS = strides(a)
      .slice(0, shown)
      .reduce((sum, { startS, endS }) => sum + endS - startS, 0);
    // Each stride ends on a whole picture at 30 a second.
    expect(Math.abs(film.durationS - lengthS / 0.5)).toBeLessThan(shown / 30);
    expect(film.codec).toBe('h264');
    expect([film.widthPx % 2, film.heightPx % 2]).toEqual([0, 0]);
    expect(film.rateHz).toBeCloseTo(30, 1);
    expect(done.at(-1)).toBe(1);
    expect(readdirSync(folder)).toEqual(['pair.mp4']);
  });

  it('cancelled in the middle leaves nothing; into no folder is not writable', async () => {
    const stop = new AbortController();
    const onProgress = (share: number) => {
      if (share > 0.1) stop.abort();
    };
    const outFile = join(folder, 'stopped.mp4');
    await expect(writeSideBySide({ a, b, speed: 1, outFile, signal: stop.signal, onProgress })).rejects.toMatchObject({
      code: 'cancelled',
    });
    const nowhere = join(folder, 'none', 'a.mp4');
    await expect(writeSideBySide({ a, b, speed: 1, outFile: nowhere })).rejects.toMatchObject({ code: 'not-writable' });
    expect(readdirSync(folder)).not.toContain('stopped.mp4');
  });

  it('is refused where a leg has no stride, and says which', async () => {
    const empty = { ...b, title: 'Empty', result: { ...b.result, strides: [] } };
    const made = writeSideBySide({ a, b: empty, speed: 1, outFile: join(folder, 'empty.mp4') });
    await expect(made).rejects.toMatchObject({ code: 'not-exportable', message: expect.stringContaining('Empty') });
  });
});

describe('its panels', () => {
  const source = ({ probe, result, side }: ComparedLeg) => ({
    clean: result.clean,
    widthPx: probe.widthPx,
    heightPx: probe.heightPx,
    legPx: legLengthPx(result.clean, side),
    frames: [0, result.timeS.length - 1] as const,
  });

  it('show both legs equally long and all of both bodies', () => {
    const layout = panelLayout(source(a), source(b));
    expect(layout.a.scale * source(a).legPx).toBeCloseTo(layout.b.scale * source(b).legPx, 6);
    for (const [leg, view] of [
      [a, layout.a],
      [b, layout.b],
    ] as const)
      for (let frame = 0; frame < leg.result.timeS.length; frame += 5) {
        const box = bodyBox(leg.result.clean, frame)!;
        expect(box.left * view.scale - view.leftPx).toBeGreaterThan(0);
        expect(box.right * view.scale - view.leftPx).toBeLessThan(layout.widthPx);
        expect(box.top * view.scale - view.topPx).toBeGreaterThan(0);
        expect(box.bottom * view.scale - view.topPx).toBeLessThan(layout.heightPx);
      }
  });

  it('stay dark beyond the film, and mirror picture and face alike', () => {
    const view = { decodedWidthPx: 40, decodedHeightPx: 30, scale: 1, leftPx: -8, topPx: 5 };
    const data = Uint8Array.from({ length: 40 * 30 * 3 }, (_, i) => 60 + (Math.floor(i / 3) % 40) * 4);
    const panel = () => ({ widthPx: 32, heightPx: 32, data: new Uint8Array(32 * 32 * 3) });
    const face = { shape: 'ellipse', xPx: 8, yPx: 12, rxPx: 5, ryPx: 5, grainPx: 4 } as const;
    const draw = (mirrored: boolean, covers: readonly (typeof face)[] | null) => {
      const canvas = panel();
      drawPanel(canvas, { view, mirrored, result: a.result, frame: 0, data, covers, skeleton: false });
      return canvas.data;
    };
    const row = (picture: Uint8Array, y: number) => Array.from({ length: 32 }, (_, x) => picture[(y * 32 + x) * 3]!);
    const [plain, mirrored] = [draw(false, null), draw(true, null)];
    expect(row(plain, 0).slice(8)).toEqual(Array.from({ length: 24 }, (_, x) => 60 + 4 * x));
    expect(row(mirrored, 0)).toEqual(row(plain, 0).reverse());
    expect(new Set(row(plain, 31)).size).toBe(1);
    const [covered, coveredMirrored] = [draw(false, [face]), draw(true, [face])];
    const changed = (from: Uint8Array, to: Uint8Array) =>
      row(from, 7).flatMap((value, x) => (value === row(to, 7)[x] ? [] : [x]));
    expect(changed(plain, covered).every((x) => x >= 11 && x <= 20)).toBe(true);
    expect(changed(plain, covered).length).toBeGreaterThan(4);
    expect(changed(mirrored, coveredMirrored).every((x) => x >= 11 && x <= 20)).toBe(true);
  });
});
