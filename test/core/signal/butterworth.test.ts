import { describe, expect, it } from 'vitest';
import { lowPass } from '../../../core/signal/butterworth.ts';

function sine(frequencyHz: number, rateHz: number, seconds: number): Float64Array {
  return Float64Array.from({ length: seconds * rateHz }, (_, i) => Math.sin((2 * Math.PI * frequencyHz * i) / rateHz));
}

/** Size of a sine after filtering, from the middle half of the series. */
function gain(frequencyHz: number, cutoffHz: number, rateHz: number): number {
  const filtered = lowPass(sine(frequencyHz, rateHz, 40), rateHz, cutoffHz);
  let squares = 0;
  const [from, to] = [filtered.length / 4, (3 * filtered.length) / 4];
  for (let i = from; i < to; i++) squares += filtered[i]! ** 2;
  return Math.sqrt((2 * squares) / (to - from));
}

describe('the low-pass', () => {
  it.each([
    [24, 6],
    [30, 6],
    [30, 8],
    [30, 10],
    [60, 6],
    [60, 10],
    [120, 8],
    [120, 12],
    [240, 6],
    [240, 12],
  ])('passes 0.707 at the stated cut-off at %d fps and %d Hz', (rateHz, cutoffHz) => {
    expect(gain(cutoffHz, cutoffHz, rateHz)).toBeCloseTo(Math.SQRT1_2, 3);
  });

  it('passes what is slow and stops what is fast', () => {
    expect(gain(1, 8, 60)).toBeGreaterThan(0.999);
    expect(gain(24, 8, 60)).toBeLessThan(0.01);
  });

  it('shifts nothing in time', () => {
    const rateHz = 60;
    const filtered = lowPass(sine(2, rateHz, 10), rateHz, 6);
    const original = sine(2, rateHz, 10);
    for (let i = 120; i < 480; i++) expect(Math.abs(filtered[i]! - 0.994 * original[i]!)).toBeLessThan(0.01);
  });

  it('keeps a constant, and a straight line to its very ends', () => {
    expect([...lowPass(new Float64Array(30).fill(7), 30, 6)].every((v) => Math.abs(v - 7) < 1e-9)).toBe(true);
    const line = Float64Array.from({ length: 60 }, (_, i) => 3 * i);
    for (const [i, v] of lowPass(line, 60, 6).entries()) expect(Math.abs(v - 3 * i)).toBeLessThan(0.05);
  });

  it('filters on either side of a gap by itself and leaves the gap open', () => {
    const values = sine(1, 60, 4);
    values.fill(Number.NaN, 100, 120);
    const filtered = lowPass(values, 60, 6);
    for (let i = 0; i < values.length; i++) expect(Number.isNaN(filtered[i]!)).toBe(i >= 100 && i < 120);
    expect([...filtered.subarray(0, 100)]).toEqual([...lowPass(values.slice(0, 100), 60, 6)]);
  });

  it('returns what it cannot filter as it is: nothing, three samples, or a cut-off beyond half the rate', () => {
    expect([...lowPass(new Float64Array(0), 60, 6)]).toEqual([]);
    expect([...lowPass(Float64Array.of(1, 5, 2), 60, 6)]).toEqual([1, 5, 2]);
    expect([...lowPass(Float64Array.of(1, 5, 2, 8, 3), 24, 12)]).toEqual([1, 5, 2, 8, 3]);
  });

  it('does not edit what it was given', () => {
    const values = sine(5, 60, 1);
    const copy = values.slice();
    lowPass(values, 60, 6);
    expect(values).toEqual(copy);
  });
});
