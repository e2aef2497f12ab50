// Draws the skeleton of one frame: left solid blue, right dashed orange, the near leg thicker, a letter on each shank.

import { LEG_LANDMARKS } from '../../../core/landmarks.ts';
import { type BodyLine, pointAt, skeletonLines } from '../../../core/report/skeletonLines.ts';
import { type CleanPose, SIDES, type View } from '../../../core/types.ts';
import { type Canvas, drawDashes, drawDisc, drawLine, type Point } from './canvas.ts';
import { DARK, SIDE_COLOUR, SIDE_LETTER, WHITE } from './overlayStyle.ts';
import { drawText } from './strokeFont.ts';

/** Source pixels to pixels of the drawing. */
export type ToPicture = (point: Point) => Point;

/** Half widths, px at scale 1. */
const RADIUS = { nearLeg: 3.4, farLeg: 2, trunk: 1.7, nearArm: 1.7, farArm: 1.2 };
const DASH = { lengthPx: 17, gapPx: 6 };

/** Draws what is known of the body on one frame; nothing when nobody was seen. */
export function drawBody(
  canvas: Canvas,
  clean: CleanPose,
  frame: number,
  view: View,
  scale: number,
  toPicture: ToPicture,
): void {
  const lines = skeletonLines(clean, frame, view);
  for (const line of lines) {
    const radius = radiusOf(line) * scale;
    const points = line.points.map(toPicture);
    points.slice(1).forEach((to, i) => {
      drawLine(canvas, points[i]!, to, radius + 1.2 * scale, DARK, 0.55);
    });
    points.slice(1).forEach((to, i) => {
      drawPiece(canvas, line, points[i]!, to, radius, scale);
    });
    if (line.part === 'leg') for (const joint of points) drawJoint(canvas, joint, line.near, scale);
  }
  drawLetters(canvas, clean, frame, view, scale, toPicture);
}

function radiusOf({ part, near }: BodyLine): number {
  if (part === 'trunk') return RADIUS.trunk;
  if (part === 'arm') return near ? RADIUS.nearArm : RADIUS.farArm;
  return near ? RADIUS.nearLeg : RADIUS.farLeg;
}

function drawPiece(canvas: Canvas, line: BodyLine, from: Point, to: Point, radius: number, scale: number): void {
  const colour = line.side === null ? WHITE : SIDE_COLOUR[line.side];
  const dashed = line.side === 'right' && line.part === 'leg';
  if (!dashed) drawLine(canvas, from, to, radius, colour);
  else
    drawDashes(canvas, from, to, radius, colour, {
      lengthPx: DASH.lengthPx * scale,
      gapPx: (DASH.gapPx + radius) * scale,
    });
}

function drawJoint(canvas: Canvas, at: Point, near: boolean, scale: number): void {
  drawDisc(canvas, at, (near ? 5.2 : 3.6) * scale, DARK, 0.7);
  drawDisc(canvas, at, (near ? 3.9 : 2.6) * scale, WHITE);
}

/** On the middle of each shank, white on its dark edge, because the line below has the leg's colour. */
function drawLetters(
  canvas: Canvas,
  clean: CleanPose,
  frame: number,
  view: View,
  scale: number,
  toPicture: ToPicture,
): void {
  for (const side of SIDES) {
    const knee = pointAt(clean, LEG_LANDMARKS[side].knee, frame);
    const ankle = pointAt(clean, LEG_LANDMARKS[side].ankle, frame);
    if (knee === null || ankle === null) continue;
    const middle = toPicture({ x: (knee.x + ankle.x) / 2, y: (knee.y + ankle.y) / 2 });
    const heightPx = (view === side || view === 'posterior' ? 15 : 12) * scale;
    drawText(canvas, SIDE_LETTER[side], middle.x, middle.y + heightPx / 2, {
      heightPx,
      colour: WHITE,
      align: 'centre',
    });
  }
}
