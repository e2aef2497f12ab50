import { describe, expect, it } from 'vitest';
import { niceAxis } from '../../../core/report/curvePanels.ts';

describe('niceAxis', () => {
  it('encloses the range with three to six round ticks', () => {
    for (const [low, high] of [
      [-3, 17],
      [0, 103],
      [-99, 8],
      [-22, 43],
      [5, 25],
      [-0.5, 0.5],
      [-170, 175],
    ] as const) {
      const axis = niceAxis(low, high);
      expect(axis.minDeg).toBeLessThanOrEqual(low);
      expect(axis.maxDeg).toBeGreaterThanOrEqual(high);
      expect(axis.ticksDeg.length).toBeGreaterThanOrEqual(2);
      expect(axis.ticksDeg.length).toBeLessThanOrEqual(6);
      for (const tick of axis.ticksDeg) expect(Math.abs(tick % 5)).toBe(0);
    }
  });

  it('has two ends even where the range is a single value', () => {
    expect(niceAxis(10, 10).ticksDeg).toEqual([10, 15]);
  });
});
