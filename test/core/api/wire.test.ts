// Series of numbers arrive as they were sent.
import { describe, expect, it } from 'vitest';
import { fromWire, toWire } from '../../../core/api/wire.ts';

describe('values on the wire', () => {
  it('series arrive with every bit, NaN included, wherever they stand', () => {
    const value = {
      timeS: Float64Array.of(0, 1 / 3, Number.NaN, -1e-300),
      list: [{ xPx: Float32Array.of(0.1, Number.NaN) }, null, 'text', { empty: new Float64Array(0) }],
    };
    expect(fromWire(toWire(value))).toEqual(value);
  });

  it('plain values are plain JSON', () => {
    expect(toWire({ a: [1, null, 'x'] })).toBe('{"a":[1,null,"x"]}');
  });
});
