// Cuts the network's small square picture out of a decoded frame.
import { DETECTOR_SIZE_PX } from './anchors.ts';
import type { Letterbox } from './detectPeople.ts';
import type { Region } from './region.ts';

/** Side of the landmark network's square input, px. */
export const LANDMARK_SIZE_PX = 256;

/** An upright picture, three bytes a pixel. */
export interface RgbFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
}

/**
 * The region as a 256 × 256 picture, bilinear, the frame's border repeated outside it (as MediaPipe's C++ does).
 * Works: up to about 2 frame pixels per output pixel. Fails: beyond that it aliases, so halve the frame first.
 * @param out [256 × 256 × 3] bytes, overwritten
 */
export function cropRegion(frame: RgbFrame, region: Region, out: Uint8Array): void {
  const n = LANDMARK_SIZE_PX;
  const step = region.sidePx / n;
  const cos = Math.cos(region.rotationRad) * step;
  const sin = Math.sin(region.rotationRad) * step;
  // Frame position of the centre of output pixel (0, 0), minus half a pixel: sampling is between pixel centres.
  const half = (n - 1) / 2;
  const originX = region.centreXPx - 0.5 - half * cos + half * sin;
  const originY = region.centreYPx - 0.5 - half * sin - half * cos;
  sampleAffine(frame, originX, originY, cos, sin, n, out);
}

/** The hot loop: about 1 ms for 256 × 256. Moves (cos, sin) per column and (−sin, cos) per row. */
function sampleAffine(
  frame: RgbFrame,
  originX: number,
  originY: number,
  cos: number,
  sin: number,
  n: number,
  out: Uint8Array,
): void {
  const { data, widthPx, heightPx } = frame;
  const maxX = widthPx - 1;
  const maxY = heightPx - 1;
  const stride = widthPx * 3;
  let o = 0;
  for (let row = 0; row < n; row++) {
    let x = originX - row * sin;
    let y = originY + row * cos;
    for (let column = 0; column < n; column++) {
      const cx = x < 0 ? 0 : x > maxX ? maxX : x;
      const cy = y < 0 ? 0 : y > maxY ? maxY : y;
      const x0 = cx | 0;
      const y0 = cy | 0;
      // 8-bit weights: integer arithmetic, and rounding far below the camera's noise.
      const fx = ((cx - x0) * 256) | 0;
      const fy = ((cy - y0) * 256) | 0;
      const a = y0 * stride + x0 * 3;
      const right = x0 < maxX ? 3 : 0;
      const b = y0 < maxY ? a + stride : a;
      const w11 = fx * fy;
      const w10 = (fx << 8) - w11;
      const w01 = (fy << 8) - w11;
      const w00 = 65536 - (fx << 8) - (fy << 8) + w11;
      out[o] = (data[a] * w00 + data[a + right] * w10 + data[b] * w01 + data[b + right] * w11 + 32768) >>> 16;
      out[o + 1] =
        (data[a + 1] * w00 + data[a + right + 1] * w10 + data[b + 1] * w01 + data[b + right + 1] * w11 + 32768) >>> 16;
      out[o + 2] =
        (data[a + 2] * w00 + data[a + right + 2] * w10 + data[b + 2] * w01 + data[b + right + 2] * w11 + 32768) >>> 16;
      o += 3;
      x += cos;
      y += sin;
    }
  }
}

/**
 * Half the width and height, each pixel the mean of four: the cheap cure for aliasing when the region is large.
 * @param out at least ⌊w/2⌋ × ⌊h/2⌋ × 3 bytes, overwritten
 */
export function halveFrame(frame: RgbFrame, out: Uint8Array): RgbFrame {
  const w = frame.widthPx >> 1;
  const h = frame.heightPx >> 1;
  const stride = frame.widthPx * 3;
  const { data } = frame;
  let o = 0;
  for (let row = 0; row < h; row++) {
    let a = row * 2 * stride;
    let b = a + stride;
    for (let column = 0; column < w; column++) {
      out[o] = (data[a] + data[a + 3] + data[b] + data[b + 3] + 2) >> 2;
      out[o + 1] = (data[a + 1] + data[a + 4] + data[b + 1] + data[b + 4] + 2) >> 2;
      out[o + 2] = (data[a + 2] + data[a + 5] + data[b + 2] + data[b + 5] + 2) >> 2;
      o += 3;
      a += 6;
      b += 6;
    }
  }
  return { widthPx: w, heightPx: h, data: out.subarray(0, w * h * 3) };
}

/**
 * The whole frame as the detector's 224 × 224 picture, black around it.
 * @param out [224 × 224 × 3] bytes, overwritten
 */
export function letterboxFrame(frame: RgbFrame, fit: Letterbox, out: Uint8Array): void {
  out.fill(0);
  const n = DETECTOR_SIZE_PX;
  const { data, widthPx, heightPx } = frame;
  const x0 = Math.round(fit.padXPx);
  const y0 = Math.round(fit.padYPx);
  for (let row = y0; row < n - y0; row++) {
    const top = Math.max(0, Math.floor((row - fit.padYPx) * fit.scale));
    const bottom = Math.min(heightPx, Math.max(top + 1, Math.floor((row + 1 - fit.padYPx) * fit.scale)));
    for (let column = x0; column < n - x0; column++) {
      const left = Math.max(0, Math.floor((column - fit.padXPx) * fit.scale));
      const right = Math.min(widthPx, Math.max(left + 1, Math.floor((column + 1 - fit.padXPx) * fit.scale)));
      let r = 0;
      let g = 0;
      let b = 0;
      for (let y = top; y < bottom; y++) {
        for (let i = (y * widthPx + left) * 3; i < (y * widthPx + right) * 3; i += 3) {
          r += data[i];
          g += data[i + 1];
          b += data[i + 2];
        }
      }
      const count = Math.max(1, (bottom - top) * (right - left));
      const o = (row * n + column) * 3;
      out[o] = r / count;
      out[o + 1] = g / count;
      out[o + 2] = b / count;
    }
  }
}
