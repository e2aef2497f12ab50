// The pictures that the networks are shown.
import { describe, expect, it } from 'vitest';
import {
  cropRegion,
  halveFrame,
  LANDMARK_SIZE_PX,
  letterboxFrame,
  type RgbFrame,
} from '../../../electron/pose/crop.ts';
import { letterbox } from '../../../electron/pose/detectPeople.ts';

/** A frame whose red is its column and green its row, so that a sample tells where it came from. */
function ramp(widthPx: number, heightPx: number): RgbFrame {
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y++) for (let x = 0; x < widthPx; x++) data.set([x, y, 7], (y * widthPx + x) * 3);
  return { widthPx, heightPx, data };
}

const out = new Uint8Array(LANDMARK_SIZE_PX ** 2 * 3);
const at = (x: number, y: number) => [
  ...out.subarray((y * LANDMARK_SIZE_PX + x) * 3, (y * LANDMARK_SIZE_PX + x) * 3 + 3),
];

describe('cropping', () => {
  it('a region of the network’s own size is copied pixel for pixel', () => {
    cropRegion(ramp(256, 256), { centreXPx: 128, centreYPx: 128, sidePx: 256, rotationRad: 0 }, out);
    expect(at(0, 0)).toEqual([0, 0, 7]);
    expect(at(255, 255)).toEqual([255, 255, 7]);
    expect(at(17, 200)).toEqual([17, 200, 7]);
  });

  it('a quarter turn clockwise puts the frame’s left side on top', () => {
    cropRegion(ramp(256, 256), { centreXPx: 128, centreYPx: 128, sidePx: 256, rotationRad: Math.PI / 2 }, out);
    // The picture's top looks towards the frame's right.
    expect(at(128, 0)[0]).toBeGreaterThanOrEqual(254);
    expect(Math.abs(at(128, 0)[1] - 128)).toBeLessThanOrEqual(1);
    expect(at(0, 128)[1]).toBeLessThanOrEqual(1);
  });

  it('half-way positions are means of their neighbours', () => {
    // Half a frame pixel per output pixel: rounding of 8-bit weights is at most 1.
    cropRegion(ramp(256, 256), { centreXPx: 128, centreYPx: 128, sidePx: 128, rotationRad: 0 }, out);
    for (const x of [0, 100, 255]) expect(Math.abs(at(x, 128)[0] - (64 + (x + 0.5) / 2 - 0.5))).toBeLessThanOrEqual(1);
  });

  it('outside the frame its border is repeated', () => {
    cropRegion(ramp(256, 256), { centreXPx: 0, centreYPx: 128, sidePx: 256, rotationRad: 0 }, out);
    expect(at(0, 10)).toEqual([0, 10, 7]);
    expect(at(127, 10)).toEqual([0, 10, 7]);
    expect(at(138, 10)[0]).toBe(10);
  });

  it('halving averages four pixels and drops an odd last row', () => {
    const half = halveFrame(ramp(7, 5), new Uint8Array(100));
    expect([half.widthPx, half.heightPx]).toEqual([3, 2]);
    // Columns 0 and 1, rows 0 and 1: mean 0.5, rounded half up as four bytes are.
    expect([...half.data.subarray(0, 3)]).toEqual([1, 1, 7]);
  });

  it('the detector sees the whole frame centred on black', () => {
    const picture = new Uint8Array(224 * 224 * 3);
    letterboxFrame(ramp(224, 112), letterbox(224, 112), picture);
    expect([...picture.subarray(0, 3)]).toEqual([0, 0, 0]);
    const middle = (112 * 224 + 100) * 3;
    expect([...picture.subarray(middle, middle + 3)]).toEqual([100, 56, 7]);
  });
});
