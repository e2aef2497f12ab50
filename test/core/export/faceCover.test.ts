import { describe, expect, it } from 'vitest';
import { type CoverRegion, faceCovers } from '../../../core/export/faceCover.ts';
import { pointAt } from '../../../core/report/skeletonLines.ts';
import type { TrialResult } from '../../../core/types.ts';
import { trial } from '../../support/analysed.ts';
import type { Clip } from '../../support/rendered.ts';

const FACE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const { result, truth } = trial('dev01_run_before_right60');
const picture = { widthPx: truth.width, heightPx: truth.height };
const covers = (changed: Pick<TrialResult, 'clean' | 'quality'>) => faceCovers({ result: changed, picture });

/** The result with some landmarks missing on some frames. */
function without(landmarks: readonly number[], from: number, to: number): TrialResult {
  const gap = (series: Float64Array) => series.map((value, i) => (i >= from && i < to ? Number.NaN : value));
  const points = result.clean.points.map(({ x, y }, i) =>
    landmarks.includes(i) ? { x: gap(x), y: gap(y) } : { x, y },
  );
  return { ...result, clean: { ...result.clean, points } };
}

const holds = ({ shape, xPx, yPx, rxPx, ryPx }: CoverRegion, { x, y }: { readonly x: number; readonly y: number }) => {
  const [u, v] = [(x - xPx) / rxPx, (y - yPx) / ryPx];
  return shape === 'ellipse' ? u * u + v * v <= 1 : Math.abs(u) <= 1 && Math.abs(v) <= 1;
};

/** The points of the head that the truth of a rendered clip knows, px. */
const headPoints = (frame: number) => {
  const known = truth.frames[frame]!.px;
  return Object.entries(known).flatMap(([name, [x, y]]) =>
    /nose|eye|ear|mouth|head|chin/.test(name) ? [{ x, y }] : [],
  );
};

describe('the face', () => {
  it.each<Clip>([
    'dev01_run_before_right60',
    'dev03_run_left120_kneeL',
    'dev05_run_post60_dropL',
    'dev06_run_yaw10_30',
  ])('is covered on every frame of %s, with room, and little else', (clip) => {
    const own = trial(clip);
    const size = { widthPx: own.truth.width, heightPx: own.truth.height };
    const all = faceCovers({ result: own.result, picture: size });
    expect(all.length).toBe(own.result.timeS.length);
    const metre = 1 / own.truth.metresPerPixel;
    for (const [frame, [cover, ...more]] of all.entries()) {
      expect(more).toEqual([]);
      expect(cover!.shape).toBe('ellipse');
      for (const landmark of FACE) {
        const point = pointAt(own.result.clean, landmark, frame);
        if (point)
          expect(holds({ ...cover!, rxPx: cover!.rxPx - 0.03 * metre, ryPx: cover!.ryPx - 0.03 * metre }, point)).toBe(
            true,
          );
      }
      // A head is 25 cm high and 20 cm deep (Winter 2009, Tilley): no less, and not half the body.
      expect(2 * cover!.ryPx * own.truth.metresPerPixel).toBeGreaterThan(0.25);
      expect(2 * cover!.ryPx * own.truth.metresPerPixel).toBeLessThan(0.6);
    }
  });

  it('is covered through a short gap by all of the way that it can have gone', () => {
    const all = covers(without(FACE, 50, 60));
    for (let frame = 50; frame < 60; frame++) {
      const [cover] = all[frame]!;
      expect(cover!.shape).toBe('ellipse');
      expect(headPoints(frame).length).toBeGreaterThan(0);
      for (const point of headPoints(frame)) expect(holds(cover!, point)).toBe(true);
    }
  });

  it('that is lost for longer costs all above the shoulders', () => {
    const all = covers(without(FACE, 40, 100));
    for (let frame = 40; frame < 100; frame++) {
      const [cover] = all[frame]!;
      expect(cover!.shape).toBe('box');
      for (const point of headPoints(frame)) expect(holds({ ...cover!, rxPx: 0.8 * cover!.rxPx }, point)).toBe(true);
      expect(cover!.rxPx).toBeLessThan(picture.widthPx / 3);
    }
    expect(all[39]![0]!.shape).toBe('ellipse');
  });

  it('of a runner who is lost costs the whole picture', () => {
    const everything = Array.from({ length: 33 }, (_, i) => i);
    const [cover] = covers(without(everything, 40, 100))[70]!;
    expect(cover).toMatchObject({
      shape: 'box',
      xPx: picture.widthPx / 2,
      rxPx: picture.widthPx / 2,
      ryPx: picture.heightPx / 2,
    });
    expect(cover!.grainPx).toBeGreaterThan(8);
    const nobody = covers(without(everything, 0, result.timeS.length));
    expect(nobody.every(([one]) => one!.rxPx === picture.widthPx / 2)).toBe(true);
  });

  it('of somebody else in the film is covered with everything beside the runner', () => {
    const flag = { code: 'second-person', severity: 'caution', message: 'x' } as const;
    const all = covers({ ...result, quality: [flag] });
    for (const [frame, [own, outside]] of all.entries()) {
      expect([own!.shape, outside!.shape]).toEqual(['ellipse', 'outside']);
      for (let landmark = 0; landmark < 33; landmark++) {
        const point = pointAt(result.clean, landmark, frame);
        if (point) expect(holds({ ...outside!, shape: 'box' }, point)).toBe(true);
      }
    }
  });
});
