// Draws soft-edged lines, discs, arcs and boxes onto a picture of plain RGB bytes; fast enough to do it on every frame of a film.

/** A picture being drawn on: RGB, 3 bytes per pixel, rows from the top, no padding. */
export interface Canvas {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
}

/** Red, green, blue, 0–255. */
export type Colour = readonly [red: number, green: number, blue: number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Mixes a colour into one pixel. @param cover 0 leaves it, 1 replaces it */
function blend(data: Uint8Array, at: number, [red, green, blue]: Colour, cover: number): void {
  data[at] = data[at]! + (red - data[at]!) * cover;
  data[at + 1] = data[at + 1]! + (green - data[at + 1]!) * cover;
  data[at + 2] = data[at + 2]! + (blue - data[at + 2]!) * cover;
}

/**
 * A thick line with round ends. Nothing is drawn for an end that is not finite.
 * @param radius half the line's width, px
 * @param opacity 0–1
 */
export function drawLine(canvas: Canvas, from: Point, to: Point, radius: number, colour: Colour, opacity = 1): void {
  const { widthPx, heightPx, data } = canvas;
  const [ax, ay, dx, dy] = [from.x, from.y, to.x - from.x, to.y - from.y];
  if (!Number.isFinite(ax + ay + dx + dy)) return;
  const length2 = dx * dx + dy * dy;
  const reach = radius + 0.5;
  const firstRow = Math.max(0, Math.floor(Math.min(ay, to.y) - reach));
  const lastRow = Math.min(heightPx - 1, Math.ceil(Math.max(ay, to.y) + reach));
  for (let row = firstRow; row <= lastRow; row++) {
    const y = row + 0.5 - ay;
    const span = rowSpan(y, dx, dy, reach);
    if (span === null) continue;
    const first = Math.max(0, Math.floor(ax + span[0] - 0.5));
    const last = Math.min(widthPx - 1, Math.ceil(ax + span[1] - 0.5));
    for (let column = first; column <= last; column++) {
      const x = column + 0.5 - ax;
      const along = length2 > 0 ? Math.min(1, Math.max(0, (x * dx + y * dy) / length2)) : 0;
      const offX = x - along * dx;
      const offY = y - along * dy;
      const distance = Math.sqrt(offX * offX + offY * offY);
      const cover = reach - distance;
      if (cover > 0) blend(data, (row * widthPx + column) * 3, colour, (cover < 1 ? cover : 1) * opacity);
    }
  }
}

/**
 * Where one row of pixels meets a line with round ends that starts at 0, 0 and goes to dx, dy.
 * @returns first and last x, or null when the row misses it
 */
function rowSpan(y: number, dx: number, dy: number, reach: number): readonly [number, number] | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const include = (x: number) => {
    first = Math.min(first, x);
    last = Math.max(last, x);
  };
  for (const [endX, endY] of [
    [0, 0],
    [dx, dy],
  ] as const) {
    const half = reach * reach - (y - endY) ** 2;
    if (half >= 0) {
      include(endX - Math.sqrt(half));
      include(endX + Math.sqrt(half));
    }
  }
  const length = Math.hypot(dx, dy);
  if (length > 0 && dy !== 0) {
    for (const side of [-1, 1]) {
      const startX = (-dy / length) * reach * side;
      const startY = (dx / length) * reach * side;
      const along = (y - startY) / dy;
      if (along >= 0 && along <= 1) include(startX + along * dx);
    }
  }
  return first <= last ? [first, last] : null;
}

/** A filled circle. */
export function drawDisc(canvas: Canvas, centre: Point, radius: number, colour: Colour, opacity = 1): void {
  drawLine(canvas, centre, centre, radius, colour, opacity);
}

/** A line through several points. */
function drawPath(canvas: Canvas, points: readonly Point[], radius: number, colour: Colour, opacity = 1): void {
  points.slice(1).forEach((to, i) => {
    drawLine(canvas, points[i]!, to, radius, colour, opacity);
  });
}

/** A dashed line from one point to another; the ends are always drawn. */
export function drawDashes(
  canvas: Canvas,
  from: Point,
  to: Point,
  radius: number,
  colour: Colour,
  dash: { readonly lengthPx: number; readonly gapPx: number },
): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const count = Math.max(1, Math.round((length + dash.gapPx) / (dash.lengthPx + dash.gapPx)));
  const piece = (length - (count - 1) * dash.gapPx) / count;
  const at = (distance: number): Point => ({
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length,
  });
  if (!(piece > 0)) {
    drawLine(canvas, from, to, radius, colour);
    return;
  }
  for (let i = 0; i < count; i++) {
    const start = i * (piece + dash.gapPx);
    drawLine(canvas, at(start), at(start + piece), radius, colour);
  }
}

/** Degrees of arc per straight piece: at 40 px radius the corner is 0.1 px off the circle. */
const ARC_STEP_DEG = 8;

/**
 * Part of a circle.
 * @param fromDeg, toDeg picture angles, x right and y down, drawn from one to the other whichever is larger
 */
export function drawArc(
  canvas: Canvas,
  centre: Point,
  arcRadius: number,
  fromDeg: number,
  toDeg: number,
  radius: number,
  colour: Colour,
  opacity = 1,
): void {
  const steps = Math.max(2, Math.ceil(Math.abs(toDeg - fromDeg) / ARC_STEP_DEG));
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((fromDeg + ((toDeg - fromDeg) * i) / steps) * Math.PI) / 180;
    return { x: centre.x + arcRadius * Math.cos(angle), y: centre.y + arcRadius * Math.sin(angle) };
  });
  drawPath(canvas, points, radius, colour, opacity);
}

/** A box with soft left and right edges, so that it can move by parts of a pixel. Clipped to the picture. */
export function drawBox(
  canvas: Canvas,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  colour: Colour,
  opacity = 1,
): void {
  const { widthPx, heightPx, data } = canvas;
  const right = Math.min(widthPx, box.x + box.width);
  const left = Math.max(0, box.x);
  const lastRow = Math.min(heightPx, Math.round(box.y + box.height));
  for (let row = Math.max(0, Math.round(box.y)); row < lastRow; row++) {
    for (let column = Math.floor(left); column < right; column++) {
      const cover = Math.min(column + 1, right) - Math.max(column, left);
      if (cover > 0) blend(data, (row * widthPx + column) * 3, colour, cover * opacity);
    }
  }
}

/** How much of each pixel something covers, 0–255. */
export interface Mask {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly cover: Uint8Array;
}

/** Lays a mask onto the picture in one colour, its upper left corner at a whole pixel. */
export function drawMask(canvas: Canvas, mask: Mask, x: number, y: number, colour: Colour, opacity = 1): void {
  const { widthPx, heightPx, data } = canvas;
  for (let row = Math.max(0, -y); row < mask.heightPx && row + y < heightPx; row++) {
    for (let column = Math.max(0, -x); column < mask.widthPx && column + x < widthPx; column++) {
      const cover = mask.cover[row * mask.widthPx + column]!;
      if (cover > 0) blend(data, ((row + y) * widthPx + column + x) * 3, colour, (cover / 255) * opacity);
    }
  }
}
