import { describe, expect, it } from 'vitest';
import { fillGaps } from '../../../core/signal/fillGaps.ts';
import { rejectJumps } from '../../../core/signal/hampel.ts';
import type { PointSeries } from '../../../core/types.ts';
import { SYNTHETIC_RUN, syntheticTrial } from '../../support/syntheticRunner.ts';

function times(n: number, rateHz: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => i / rateHz);
}

function circle(n: number, perTurn: number, radius: number): PointSeries {
  return {
    x: Float64Array.from({ length: n }, (_, i) => radius * Math.cos((2 * Math.PI * i) / perTurn)),
    y: Float64Array.from({ length: n }, (_, i) => radius * Math.sin((2 * Math.PI * i) / perTurn)),
  };
}

function lost(point: PointSeries): number[] {
  return [...point.x.keys()].filter((i) => Number.isNaN(point.x[i]!));
}

describe('jumps', () => {
  it('of one frame, and of two together, are taken out, and nothing else', () => {
    const point = circle(800, 40, 100);
    point.x[50]! += 60;
    point.y[120]! -= 80;
    point.x[160]! += 70;
    point.x[161]! += 75;
    const kept = rejectJumps(point, 10);
    expect(lost(kept)).toEqual([50, 120, 160, 161]);
  });

  it.each([24, 30, 60, 120, 240])('are not seen in the true turns of a runner’s foot at %d fps', (rateHz) => {
    const { pose } = syntheticTrial(SYNTHETIC_RUN, rateHz, 10);
    for (const landmark of [27, 29, 31]) {
      const point = {
        x: Float64Array.from(pose.timeS, (_, i) => pose.xPx[i * 33 + landmark]!),
        y: Float64Array.from(pose.timeS, (_, i) => pose.yPx[i * 33 + landmark]!),
      };
      expect(lost(rejectJumps(point, 4))).toEqual([]);
    }
  });

  it('shorter than the noise stay', () => {
    const point = circle(100, 40, 100);
    point.x[50]! += 8;
    expect(rejectJumps(point, 10)).toBe(point);
  });

  it('need neighbours: a track of a few frames stays as it is', () => {
    const point = circle(4, 40, 100);
    expect(rejectJumps(point, 1)).toBe(point);
  });
});

describe('gaps', () => {
  const parabola = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => (i - 20) ** 2);

  it('up to 0.12 s are bridged along the curve', () => {
    const values = parabola(60);
    values.fill(Number.NaN, 30, 34);
    const filled = fillGaps(times(60, 60), values);
    // A cubic with the slopes of its neighbours follows a parabola to a fraction of what it bends over the gap.
    for (let i = 30; i < 34; i++) expect(Math.abs(filled[i]! - (i - 20) ** 2)).toBeLessThan(3.5);
  });

  it.each([
    [60, 7, true],
    [60, 8, false],
    [30, 3, true],
    [30, 4, false],
    [120, 14, true],
    [120, 15, false],
  ])('at %d fps a gap of %d frames is bridged: %s', (rateHz, length, isBridged) => {
    const values = parabola(100);
    values.fill(Number.NaN, 40, 40 + length);
    const filled = fillGaps(times(100, rateHz), values);
    expect(filled.some(Number.isNaN)).toBe(!isBridged);
  });

  it('at either end stay open', () => {
    const values = parabola(30);
    values.fill(Number.NaN, 0, 2);
    values.fill(Number.NaN, 28, 30);
    const filled = fillGaps(times(30, 60), values);
    expect([0, 1, 28, 29].every((i) => Number.isNaN(filled[i]!))).toBe(true);
  });

  it('leave the given series as it was', () => {
    const values = parabola(30);
    values[10] = Number.NaN;
    fillGaps(times(30, 60), values);
    expect(Number.isNaN(values[10]!)).toBe(true);
  });
});
