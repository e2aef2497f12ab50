// Makes parts of a picture unrecognisable: their pixels are replaced by means over areas of a quarter of a head.
//
// What is written depends on those few means alone, so nothing finer can be won back from the picture. The grid moves with the head,
// so that frames after one another do not sample it at different places.

import type { CoverRegion } from './faceCover.ts';

/** A picture of plain bytes, rows from the top, no padding. */
export interface Pixels {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array | Uint8ClampedArray;
  /** Bytes per pixel: 3 (RGB) when left out, 4 for a browser's RGBA, whose opacity stays. */
  readonly bytesPerPixel?: 3 | 4;
}

/** No cell is smaller, px: in a tiny picture a quarter of a head would still be a pixel or two. */
const LEAST_CELL_PX = 4;

/**
 * Covers regions in place.
 * @param regions px of the source picture
 * @param scale pixels of this picture per pixel of the source
 */
export function coverRegions(
  canvas: Pixels,
  regions: readonly CoverRegion[],
  scale: { readonly x: number; readonly y: number },
): void {
  for (const region of regions) coverOne(canvas, region, scale);
}

function coverOne(canvas: Pixels, region: CoverRegion, scale: { readonly x: number; readonly y: number }): void {
  const centre = { x: region.xPx * scale.x, y: region.yPx * scale.y };
  const radius = { x: region.rxPx * scale.x, y: region.ryPx * scale.y };
  const cell = Math.max(LEAST_CELL_PX, Math.round(region.grainPx * scale.y));
  const everywhere = region.shape === 'outside';
  const span = (middle: number, half: number, size: number): readonly [number, number] =>
    everywhere ? [0, size] : [Math.max(0, Math.floor(middle - half)), Math.min(size, Math.ceil(middle + half) + 1)];
  const [x0, x1] = span(centre.x, radius.x, canvas.widthPx);
  const [y0, y1] = span(centre.y, radius.y, canvas.heightPx);
  if (!(x1 > x0 && y1 > y0)) return;
  const grid = meansOf(canvas, { x0, x1, y0, y1 }, cell, centre);
  for (let row = y0; row < y1; row++) {
    const y = (row + 0.5 - centre.y) / radius.y;
    for (const [from, to] of coveredSpans(region.shape, centre.x, radius.x, y))
      paintSpan(canvas, grid, row, Math.max(x0, Math.ceil(from - 0.5)), Math.min(x1, Math.floor(to - 0.5) + 1));
  }
}

type Span = readonly [from: number, to: number];

/** Which stretches of a row are covered. @param y of the row, in half heights from the centre */
function coveredSpans(shape: CoverRegion['shape'], middle: number, half: number, y: number): readonly Span[] {
  if (shape === 'ellipse') {
    const reach = half * Math.sqrt(Math.max(0, 1 - y * y));
    return reach > 0 ? [[middle - reach, middle + reach]] : [];
  }
  const inside = Math.abs(y) <= 1;
  if (shape === 'box') return inside ? [[middle - half, middle + half]] : [];
  if (!inside) return [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]];
  return [
    [Number.NEGATIVE_INFINITY, middle - half],
    [middle + half, Number.POSITIVE_INFINITY],
  ];
}

/** Means over square cells; cell 0, 0 has its corner at the origin. */
interface Grid {
  readonly originX: number;
  readonly originY: number;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** RGB of each cell. */
  readonly mean: Float32Array;
}

function meansOf(
  { widthPx, data, bytesPerPixel = 3 }: Pixels,
  area: { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number },
  cell: number,
  centre: { readonly x: number; readonly y: number },
): Grid {
  const start = (from: number, middle: number) =>
    Math.round(middle) - cell * Math.ceil((Math.round(middle) - from) / cell);
  const [originX, originY] = [start(area.x0, centre.x), start(area.y0, centre.y)];
  const columns = Math.ceil((area.x1 - originX) / cell);
  const rows = Math.ceil((area.y1 - originY) / cell);
  const mean = new Float32Array(columns * rows * 3);
  const count = new Uint32Array(columns * rows);
  for (let y = area.y0; y < area.y1; y++) {
    const rowOfCells = Math.floor((y - originY) / cell) * columns;
    for (let x = area.x0; x < area.x1; x++) {
      const at = rowOfCells + Math.floor((x - originX) / cell);
      const from = (y * widthPx + x) * bytesPerPixel;
      mean[3 * at]! += data[from]!;
      mean[3 * at + 1]! += data[from + 1]!;
      mean[3 * at + 2]! += data[from + 2]!;
      count[at]!++;
    }
  }
  for (let at = 0; at < count.length; at++) for (let k = 0; k < 3; k++) mean[3 * at + k]! /= Math.max(1, count[at]!);
  return { originX, originY, cell, columns, rows, mean };
}

/** Pixels of one row, each between the middles of the four cells around it, so that no edges of cells are left to see. */
function paintSpan(
  { widthPx, data, bytesPerPixel = 3 }: Pixels,
  grid: Grid,
  row: number,
  first: number,
  end: number,
): void {
  const { cell, columns, rows, mean, originX } = grid;
  const v = Math.min(Math.max((row + 0.5 - grid.originY) / cell - 0.5, 0), rows - 1);
  const above = Math.min(Math.floor(v), Math.max(0, rows - 2));
  const below = Math.min(above + 1, rows - 1);
  const t = v - above;
  for (let column = first; column < end; column++) {
    const u = Math.min(Math.max((column + 0.5 - originX) / cell - 0.5, 0), columns - 1);
    const left = Math.min(Math.floor(u), Math.max(0, columns - 2));
    const right = Math.min(left + 1, columns - 1);
    const s = u - left;
    const at = (row * widthPx + column) * bytesPerPixel;
    for (let k = 0; k < 3; k++) {
      const top = mean[3 * (above * columns + left) + k]! * (1 - s) + mean[3 * (above * columns + right) + k]! * s;
      const low = mean[3 * (below * columns + left) + k]! * (1 - s) + mean[3 * (below * columns + right) + k]! * s;
      data[at + k] = top * (1 - t) + low * t;
    }
  }
}
