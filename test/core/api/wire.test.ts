// Series of numbers arrive as they were sent.
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../core/api/base64.ts';
import { fromWire, toWire } from '../../../core/api/wire.ts';

describe('values on the wire', () => {
  it('series arrive with every bit, NaN included, wherever they stand', () => {
    const value = {
      timeS: Float64Array.of(0, 1 / 3, Number.NaN, -1e-300),
      list: [{ xPx: Float32Array.of(0.1, Number.NaN) }, null, 'text', { empty: new Float64Array(0) }],
    };
    expect(fromWire(toWire(value))).toEqual(value);
  });

  it('bytes arrive as they were, whatever their number', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length * 101) % 256);
      expect(fromWire(toWire([bytes]))).toEqual([bytes]);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }
    expect(fromBase64('/+8A').join()).toBe('255,239,0');
  });

  it('a part of a larger series is that part', () => {
    const part = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
    expect(fromWire(toWire(part))).toEqual(Float32Array.of(2, 3));
  });

  it('plain values are plain JSON', () => {
    expect(toWire({ a: [1, null, 'x'] })).toBe('{"a":[1,null,"x"]}');
  });
});
