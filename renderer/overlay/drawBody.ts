// Draws the skeleton of one frame: left solid blue, right dashed orange, the near leg strong, the far one lighter.
import { LEG_LANDMARKS } from '../../core/landmarks.ts';
import { type BodyLine, pointAt, skeletonLines } from '../../core/report/skeletonLines.ts';
import { SIDES, type TrialResult } from '../../core/types.ts';
import { type PictureFrame, type StagePoint, toStage } from '../player/pictureFrame.ts';
import { DARK, drawingScale, FONT, MARK, SIDE_COLOUR, SIDE_LETTER, WHITE } from './overlayStyle.ts';

/** Widths at scale 1, CSS px. */
const WIDTH = { nearLeg: 4.6, farLeg: 2.6, trunk: 2.2, nearArm: 2.2, farArm: 1.5 };
const DASH: readonly number[] = [11, 7];
const FAR_OPACITY = 0.75;

/** Draws what is known of the body on one frame; nothing when nobody was seen. */
export function drawBody(
  pen: CanvasRenderingContext2D,
  picture: PictureFrame,
  { clean, capture }: TrialResult,
  frame: number,
  ringed: readonly number[],
): void {
  const scale = drawingScale(picture.source.heightPx * picture.scale);
  pen.save();
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  const lines = skeletonLines(clean, frame, capture.view).map((line) => ({
    line,
    points: line.points.map((point) => toStage(picture, point)),
  }));
  for (const { line, points } of lines) drawLine(pen, line, points, scale);
  for (const { line, points } of lines) if (line.part === 'leg') drawJoints(pen, points, line.near, scale);
  for (const side of SIDES) {
    const knee = pointAt(clean, LEG_LANDMARKS[side].knee, frame);
    const ankle = pointAt(clean, LEG_LANDMARKS[side].ankle, frame);
    if (!knee || !ankle) continue;
    const middle = toStage(picture, { x: (knee.x + ankle.x) / 2, y: (knee.y + ankle.y) / 2 });
    const near = capture.view === side || capture.view === 'posterior';
    drawLetter(pen, SIDE_LETTER[side], SIDE_COLOUR[side], middle, (near ? 14 : 12) * scale);
  }
  for (const landmark of ringed) {
    const point = pointAt(clean, landmark, frame);
    if (point) drawRing(pen, toStage(picture, point), scale);
  }
  pen.restore();
}

function widthOf({ part, near }: BodyLine): number {
  if (part === 'trunk') return WIDTH.trunk;
  if (part === 'arm') return near ? WIDTH.nearArm : WIDTH.farArm;
  const leg = near ? WIDTH.nearLeg : WIDTH.farLeg;
  return part === 'foot' ? leg * 0.7 : leg;
}

function drawLine(pen: CanvasRenderingContext2D, line: BodyLine, points: readonly StagePoint[], scale: number): void {
  const width = widthOf(line) * scale;
  const dashed = line.side === 'right' && (line.part === 'leg' || line.part === 'foot');
  pen.beginPath();
  points.forEach(({ x, y }, i) => {
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.setLineDash(dashed ? DASH.map((length) => length * scale * (line.near ? 1 : 0.7)) : []);
  pen.globalAlpha = line.near ? 0.5 : 0.35;
  pen.strokeStyle = DARK;
  pen.lineWidth = width + 2 * scale;
  pen.stroke();
  pen.globalAlpha = line.near ? 1 : FAR_OPACITY;
  pen.strokeStyle = line.side === null ? WHITE : SIDE_COLOUR[line.side];
  pen.lineWidth = width;
  pen.stroke();
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

function drawJoints(pen: CanvasRenderingContext2D, points: readonly StagePoint[], near: boolean, scale: number): void {
  const radius = (near ? 4.2 : 2.9) * scale;
  pen.globalAlpha = near ? 1 : FAR_OPACITY;
  for (const point of points) {
    pen.beginPath();
    pen.arc(point.x, point.y, radius, 0, 2 * Math.PI);
    pen.fillStyle = WHITE;
    pen.fill();
    pen.lineWidth = 1.2 * scale;
    pen.strokeStyle = DARK;
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

/** A small badge on the shank. */
function drawLetter(
  pen: CanvasRenderingContext2D,
  letter: string,
  colour: string,
  at: StagePoint,
  heightPx: number,
): void {
  pen.beginPath();
  pen.arc(at.x, at.y, heightPx * 0.72, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
  pen.font = `600 ${heightPx}px ${FONT}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = DARK;
  pen.fillText(letter, at.x, at.y + heightPx * 0.06);
}

function drawRing(pen: CanvasRenderingContext2D, at: StagePoint, scale: number): void {
  for (const [colour, width] of [
    [DARK, 5],
    [MARK, 2.4],
  ] as const) {
    pen.beginPath();
    pen.arc(at.x, at.y, 11 * scale, 0, 2 * Math.PI);
    pen.strokeStyle = colour;
    pen.lineWidth = width * scale;
    pen.stroke();
  }
}
