import { describe, expect, it } from 'vitest';
import {
  type Canvas,
  drawArc,
  drawBox,
  drawDashes,
  drawDisc,
  drawLine,
  drawMask,
} from '../../../electron/export/overlay/canvas.ts';
import { drawText, textWidth } from '../../../electron/export/overlay/strokeFont.ts';

const WHITE = [255, 255, 255] as const;
const canvas = (widthPx = 60, heightPx = 40): Canvas => ({
  widthPx,
  heightPx,
  data: new Uint8Array(widthPx * heightPx * 3),
});
const at = (c: Canvas, x: number, y: number): number => c.data[(y * c.widthPx + x) * 3] ?? 0;
/** White drawn, in pixels. */
const area = (c: Canvas): number => c.data.reduce((sum, value) => sum + value, 0) / 255 / 3;

describe('drawing', () => {
  it('covers the area that the shape has, wherever its edges lie between pixels', () => {
    for (const shift of [0, 0.25, 0.5, 0.9]) {
      const line = canvas();
      drawLine(line, { x: 10 + shift, y: 10 }, { x: 40, y: 25 + shift }, 3, WHITE);
      const length = Math.hypot(30 - shift, 15 + shift);
      // Soft edges sampled at pixel centres are right to a per cent at this size.
      expect(area(line) / (length * 6 + Math.PI * 9)).toBeCloseTo(1, 1.7);
      const disc = canvas();
      drawDisc(disc, { x: 20 + shift, y: 20 }, 8, WHITE);
      expect(area(disc) / (Math.PI * 64)).toBeCloseTo(1, 1.7);
      const box = canvas();
      drawBox(box, { x: 5 + shift, y: 4, width: 10.5, height: 6 }, WHITE);
      expect(area(box)).toBeCloseTo(63, 0);
    }
  });

  it('clips at the edges and draws nothing where there is no place', () => {
    const c = canvas();
    drawLine(c, { x: -500, y: -500 }, { x: 900, y: 700 }, 4, WHITE);
    drawLine(c, { x: Number.NaN, y: 3 }, { x: 5, y: 5 }, 4, WHITE);
    drawDisc(c, { x: 1000, y: 3 }, 9, WHITE);
    drawBox(c, { x: -10, y: -10, width: 500, height: 12 }, WHITE);
    drawMask(c, { widthPx: 2, heightPx: 2, cover: Uint8Array.of(255, 255, 255, 255) }, -1, 39, WHITE);
    expect(c.data).toHaveLength(60 * 40 * 3);
    expect(at(c, 59, 0)).toBe(255);
    expect(at(c, 0, 39)).toBe(255);
  });

  it('mixes by opacity', () => {
    const c = canvas();
    drawBox(c, { x: 0, y: 0, width: 10, height: 10 }, WHITE, 0.5);
    expect(at(c, 5, 5)).toBeCloseTo(127, -1);
  });

  it('a dashed line has both ends and gaps between', () => {
    const c = canvas();
    drawDashes(c, { x: 5, y: 20 }, { x: 55, y: 20 }, 1, WHITE, { lengthPx: 8, gapPx: 6 });
    expect(at(c, 5, 20)).toBeGreaterThan(200);
    expect(at(c, 54, 20)).toBeGreaterThan(200);
    const row = Array.from({ length: 50 }, (_, i) => at(c, 5 + i, 20));
    expect(row.filter((value) => value === 0).length).toBeGreaterThan(8);
  });

  it('an arc keeps to its circle', () => {
    const c = canvas();
    drawArc(c, { x: 30, y: 20 }, 12, 0, 360, 0.6, WHITE);
    for (let y = 0; y < 40; y++)
      for (let x = 0; x < 60; x++) {
        if (at(c, x, y) > 0) expect(Math.abs(Math.hypot(x + 0.5 - 30, y + 0.5 - 20) - 12)).toBeLessThan(1.3);
      }
    expect(area(c)).toBeGreaterThan(60);
  });
});

describe('drawText', () => {
  it('writes within its width and above its baseline, and a letter it lacks as a blank', () => {
    const c = canvas(120, 40);
    drawText(c, '104\u00b0', 10, 30, { heightPx: 14, colour: WHITE, edge: false });
    const width = textWidth('104\u00b0', 14);
    for (let y = 0; y < 40; y++)
      for (let x = 0; x < 120; x++) {
        if (at(c, x, y) === 0) continue;
        expect(x).toBeGreaterThanOrEqual(7);
        expect(x).toBeLessThan(12 + width);
        expect(y).toBeGreaterThanOrEqual(14);
        expect(y).toBeLessThan(33);
      }
    const blank = canvas(120, 40);
    drawText(blank, '\u2603', 10, 30, { heightPx: 14, colour: WHITE, edge: false });
    expect(area(blank)).toBe(0);
  });

  it('right-aligned text ends where it is told', () => {
    const left = canvas(120, 40);
    drawText(left, '7', 60 - textWidth('7', 14), 30, { heightPx: 14, colour: WHITE, edge: false });
    const right = canvas(120, 40);
    drawText(right, '7', 60, 30, { heightPx: 14, colour: WHITE, edge: false, align: 'right' });
    expect(right.data).toEqual(left.data);
  });
});
