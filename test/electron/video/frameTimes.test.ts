// What a list of frame times says about a film.
import { describe, expect, it } from 'vitest';
import { findFrame, keepAscending, measureRate } from '../../../electron/video/frameTimes.ts';

const steady = (frames: number, rateHz: number) => Float64Array.from({ length: frames }, (_, i) => i / rateHz);

describe('rate', () => {
  it.each([24, 29.97, 30, 59.94, 60, 120, 240])('a steady %d frames/s is just that', (rateHz) => {
    const rate = measureRate(steady(300, rateHz));
    expect(rate.rateHz).toBeCloseTo(rateHz, 9);
    expect(rate.variableRate).toBe(false);
    expect(rate.durationS).toBeCloseTo(300 / rateHz, 9);
  });

  it.each([60, 120, 240])('%d frames/s stored in whole milliseconds are not a variable rate', (rateHz) => {
    const rate = measureRate(steady(600, rateHz).map((t) => Math.round(t * 1000) / 1000));
    expect(rate.variableRate).toBe(false);
    // the ends are off by at most half a millisecond each
    expect(Math.abs(rate.rateHz / rateHz - 1)).toBeLessThan(0.001 / (600 / rateHz));
  });

  it('one lost frame changes neither the rate nor the verdict', () => {
    const timeS = steady(120, 60).filter((_, i) => i !== 50);
    expect(measureRate(timeS)).toMatchObject({ variableRate: false, rateHz: expect.closeTo(60, 6) });
  });

  it('a phone that drops to half the rate in the dark is variable', () => {
    const times = [...steady(200, 60), ...Array.from({ length: 100 }, (_, i) => 200 / 60 + i / 30)];
    expect(measureRate(Float64Array.from(times)).variableRate).toBe(true);
  });
});

describe('the table of frames', () => {
  it('holds only times that move forward', () => {
    expect([...keepAscending([0, 0.1, 0.1, Number.NaN, 0.05, 0.2])]).toEqual([0, 0.1, 0.2]);
  });

  it('finds each of its frames, also when the time was rounded to microseconds', () => {
    const timeS = steady(1000, 59.94);
    for (let i = 0; i < timeS.length; i++) expect(findFrame(timeS, Number(timeS[i]!.toFixed(6)))).toBe(i);
  });

  it('finds none for a time between two frames, before, after, or unknown', () => {
    const timeS = steady(10, 60);
    for (const t of [0.5 / 60, -0.01, 10 / 60, Number.NaN]) expect(findFrame(timeS, t)).toBeNull();
    expect(findFrame(new Float64Array(0), 0)).toBeNull();
  });
});
