import { describe, expect, it } from 'vitest';
import { frameClock, onEvenClock } from '../../../core/signal/evenTime.ts';
import { findPeriod } from '../../../core/signal/period.ts';
import { median, quantile, robustSd } from '../../../core/signal/robust.ts';
import { curveAt, curveSlopeAt, fitSmoothCurves } from '../../../core/signal/smoothingSpline.ts';
import { fitSpline, slopeAt, valueAt } from '../../../core/signal/spline.ts';
import { seededNormal } from '../../support/mocap.ts';

const even = (n: number, rateHz: number): Float64Array => Float64Array.from({ length: n }, (_, i) => i / rateHz);
const wave = (t: number): number => Math.sin(2 * Math.PI * 1.4 * t) + 0.3 * Math.cos(2 * Math.PI * 2.8 * t);
const waveSlope = (t: number): number =>
  2 * Math.PI * 1.4 * Math.cos(2 * Math.PI * 1.4 * t) - 0.3 * 2 * Math.PI * 2.8 * Math.sin(2 * Math.PI * 2.8 * t);

describe('a spline', () => {
  it('goes through its samples and is true between them', () => {
    const timeS = even(90, 30);
    const spline = fitSpline(timeS, timeS.map(wave));
    for (let i = 0; i < 90; i++) expect(valueAt(spline, timeS[i]!)).toBeCloseTo(wave(timeS[i]!), 9);
    for (let t = 0.5; t < 2.4; t += 0.0137) {
      expect(Math.abs(valueAt(spline, t) - wave(t))).toBeLessThan(0.003);
      expect(Math.abs(slopeAt(spline, t) - waveSlope(t))).toBeLessThan(0.2);
    }
  });

  it('works on uneven times', () => {
    const timeS = even(120, 40).map((t, i) => t + 0.006 * Math.sin(7 * i));
    const spline = fitSpline(timeS, timeS.map(wave));
    for (let t = 0.5; t < 2.4; t += 0.0137) expect(Math.abs(valueAt(spline, t) - wave(t))).toBeLessThan(0.005);
  });

  it('has no value outside its samples or in a gap', () => {
    const timeS = even(40, 20);
    const values = timeS.map(wave);
    values.fill(Number.NaN, 10, 15);
    const spline = fitSpline(timeS, values);
    for (const t of [-0.01, 1.96, 0.52, 0.6]) expect(Number.isNaN(valueAt(spline, t))).toBe(true);
    expect(Number.isNaN(slopeAt(spline, 0.6))).toBe(true);
    expect(Number.isNaN(valueAt(spline, 0.3))).toBe(false);
  });
});

describe('a smooth curve through noisy samples', () => {
  it('is nearer to the truth than the samples by far, and says how much they scatter', () => {
    const noise = seededNormal(4);
    const timeS = Float64Array.from({ length: 800 }, (_, i) => ((i * 0.618034) % 1) * 0.3);
    const shape = (t: number): number => 60 * Math.tanh((t - 0.15) / 0.03);
    const values = timeS.map((t) => shape(t) + 5 * noise());
    const weight = new Float64Array(800).fill(1);
    const [fit] = fitSmoothCurves({ timeS, weight, values: [values] }, 0, 0.3, 0.0125);
    for (let t = 0.01; t < 0.29; t += 0.01) expect(Math.abs(curveAt(fit!.curve, t) - shape(t))).toBeLessThan(4);
    expect(Math.abs(curveSlopeAt(fit!.curve, 0.15) - 2000)).toBeLessThan(250);
    expect(fit!.residualSd).toBeGreaterThan(4.5);
    expect(fit!.residualSd).toBeLessThan(5.5);
  });

  it('is exact for what it can draw, whatever the weights', () => {
    const timeS = even(100, 300);
    const values = timeS.map((t) => 3 + 40 * t - 90 * t * t);
    const weight = timeS.map((_, i) => (i % 7 === 0 ? 0 : 1));
    const [fit] = fitSmoothCurves({ timeS, weight, values: [values] }, 0, 0.33, 0.02);
    for (let t = 0; t < 0.33; t += 0.013) {
      expect(curveAt(fit!.curve, t)).toBeCloseTo(3 + 40 * t - 90 * t * t, 4);
      expect(curveSlopeAt(fit!.curve, t)).toBeCloseTo(40 - 180 * t, 2);
    }
  });
});

describe('the period of a stride', () => {
  it.each([24, 30, 60, 120])('is found to a millisecond at %d fps', (rateHz) => {
    const values = even(10 * rateHz, rateHz).map(wave);
    expect(Math.abs(findPeriod(values, rateHz, 0.4, 1.8)!.periodS - 1 / 1.4)).toBeLessThan(0.0025);
  });

  it('is found through gaps and after standing still', () => {
    const values = even(600, 60).map((t) => (t < 4 ? 0.3 : wave(t)));
    values.fill(Number.NaN, 400, 430);
    expect(Math.abs(findPeriod(values, 60, 0.4, 1.8)!.periodS - 1 / 1.4)).toBeLessThan(0.01);
  });

  it('is null where nothing repeats, and where there is nothing', () => {
    const noise = seededNormal(2);
    expect(
      findPeriod(
        Float64Array.from({ length: 600 }, () => noise()),
        60,
        0.4,
        1.8,
      ),
    ).toBeNull();
    expect(findPeriod(new Float64Array(600).fill(4), 60, 0.4, 1.8)).toBeNull();
    expect(findPeriod(new Float64Array(0), 60, 0.4, 1.8)).toBeNull();
  });
});

describe('the clock of a film', () => {
  it('is even when the timestamps are only rounded, and its rate is their mean', () => {
    const clock = frameClock(Float64Array.from({ length: 300 }, (_, i) => Math.round((1000 * i) / 29.97) / 1000));
    expect(clock.isEven).toBe(true);
    expect(clock.rateHz).toBeCloseTo(29.97, 2);
  });

  it('is made even for a film of variable rate, and a series comes back on the film’s own times', () => {
    const timeS = Float64Array.from({ length: 200 }, (_, i) => i / 60 + (i > 100 ? (i - 100) / 60 : 0));
    const clock = frameClock(timeS);
    expect(clock.isEven).toBe(false);
    const same = onEvenClock(clock, timeS, timeS.map(wave), (values) => values);
    expect(same.length).toBe(200);
    for (let i = 5; i < 195; i++) expect(Math.abs(same[i]! - wave(timeS[i]!))).toBeLessThan(0.01);
  });
});

describe('averages that wild values cannot move', () => {
  it('are those of the finite values', () => {
    expect(median([3, Number.NaN, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(quantile([0, 10, 20, 30, 40], 0.25)).toBe(10);
    expect(quantile([40, 0, 30, 10, 20], 0.9)).toBeCloseTo(36, 9);
    expect(quantile([5], 0.3)).toBe(5);
  });

  it('are NaN when nothing is finite', () => {
    expect(median([])).toBeNaN();
    expect(robustSd([Number.NaN])).toBeNaN();
  });

  it('say the spread of a normal distribution and stay there with a fifth of wild values', () => {
    const noise = seededNormal(8);
    const values = Array.from({ length: 2000 }, (_, i) => (i % 10 === 0 ? 1e6 : 3 * noise()));
    expect(Math.abs(robustSd(values) - 3)).toBeLessThan(0.7);
  });

  it('do not reorder what they were given', () => {
    const values = Float64Array.of(3, 1, 2);
    median(values);
    expect([...values]).toEqual([3, 1, 2]);
  });
});
