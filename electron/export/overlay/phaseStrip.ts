// The strip under the picture: when each foot is on the ground around this moment, with contacts and toe-offs marked.

import { LEG_LANDMARKS } from '../../../core/landmarks.ts';
import { formatNumber } from '../../../core/report/formatNumber.ts';
import { pointAt } from '../../../core/report/skeletonLines.ts';
import { type GaitEvent, SIDES, type Side, type TrialResult } from '../../../core/types.ts';
import { type Canvas, drawArc, drawBox, drawLine } from './canvas.ts';
import type { ToPicture } from './drawBody.ts';
import { PALE, SIDE_COLOUR, SIDE_LETTER, STRIP, WHITE } from './overlayStyle.ts';
import { drawText } from './strokeFont.ts';

/** World seconds shown across the strip: three to four strides. */
const WINDOW_S = 2.4;
/** How long an event stays marked at the foot, s. */
const SHOWN_S = 0.09;

export const STRIP_HEIGHT = 76;

/** One time on the ground. */
export interface Stance {
  readonly side: Side;
  readonly fromS: number;
  /** Null when its toe-off is not known. */
  readonly toS: number | null;
}

/** Each contact with the toe-off that follows it before the same foot's next contact. */
export function stancesOf(events: readonly GaitEvent[]): readonly Stance[] {
  return SIDES.flatMap((side) => {
    const own = events.filter((event) => event.side === side).sort((a, b) => a.timeS - b.timeS);
    return own.flatMap((event, i): Stance[] => {
      if (event.kind !== 'initial-contact') return [];
      const next = own[i + 1];
      return [{ side, fromS: event.timeS, toS: next?.kind === 'toe-off' ? next.timeS : null }];
    });
  });
}

/**
 * Draws the strip into the rows below the picture.
 * @param top first row of the strip
 * @param nowS world time of this frame, s
 */
export function drawPhaseStrip(
  canvas: Canvas,
  stances: readonly Stance[],
  nowS: number,
  frame: number,
  top: number,
  scale: number,
): void {
  const width = canvas.widthPx;
  drawBox(canvas, { x: 0, y: top, width, height: canvas.heightPx - top }, STRIP);
  const area = { left: 44 * scale, right: width - 150 * scale };
  const middle = (area.left + area.right) / 2;
  const xOf = (timeS: number) => middle + ((timeS - nowS) / WINDOW_S) * (area.right - area.left);
  const laneOf: Readonly<Record<Side, number>> = { left: top + 22 * scale, right: top + 54 * scale };
  for (const side of SIDES) {
    const y = laneOf[side];
    drawText(canvas, SIDE_LETTER[side], 14 * scale, y + 7 * scale, {
      heightPx: 14 * scale,
      colour: SIDE_COLOUR[side],
      edge: false,
    });
    drawLine(canvas, { x: area.left, y }, { x: area.right, y }, 0.8 * scale, PALE, 0.45);
  }
  for (const stance of stances) drawStance(canvas, stance, laneOf[stance.side], xOf, area, scale);
  drawLine(
    canvas,
    { x: middle, y: top + 5 * scale },
    { x: middle, y: canvas.heightPx - 5 * scale },
    1.2 * scale,
    WHITE,
  );
  drawClock(canvas, stances, nowS, frame, laneOf, area.right + 14 * scale, scale);
}

function drawStance(
  canvas: Canvas,
  { side, fromS, toS }: Stance,
  y: number,
  xOf: (timeS: number) => number,
  area: { readonly left: number; readonly right: number },
  scale: number,
): void {
  const clamp = (x: number) => Math.min(Math.max(x, area.left), area.right);
  const start = xOf(fromS);
  const end = xOf(toS ?? fromS);
  if (end < area.left || start > area.right) return;
  const half = 8 * scale;
  const colour = SIDE_COLOUR[side];
  const bar = { x: clamp(start), y: y - half, width: clamp(end) - clamp(start), height: 2 * half };
  drawBox(canvas, bar, colour, 0.9);
  if (side === 'right') hatch(canvas, bar, scale);
  if (start >= area.left)
    drawLine(canvas, { x: start, y: y - half - 4 * scale }, { x: start, y: y + half }, 1.4 * scale, WHITE);
  if (toS !== null && end <= area.right)
    drawLine(canvas, { x: end, y: y - half }, { x: end, y: y + half + 4 * scale }, 1.4 * scale, WHITE, 0.8);
}

/** Gaps in the right leg's bars, so that the strip reads without colour; they move with the bar. */
function hatch(canvas: Canvas, bar: { x: number; y: number; width: number; height: number }, scale: number): void {
  const step = 9 * scale;
  for (let x = bar.x + bar.width - step; x > bar.x; x -= step)
    drawBox(canvas, { x, y: bar.y, width: Math.min(2.5 * scale, x - bar.x), height: bar.height }, STRIP, 0.8);
}

function drawClock(
  canvas: Canvas,
  stances: readonly Stance[],
  nowS: number,
  frame: number,
  laneOf: Readonly<Record<Side, number>>,
  x: number,
  scale: number,
): void {
  for (const side of SIDES) {
    const down = stances.some((s) => s.side === side && s.toS !== null && s.fromS <= nowS && nowS < s.toS);
    const words = down ? 'STANCE' : 'SWING';
    const style = { heightPx: 11 * scale, colour: down ? SIDE_COLOUR[side] : PALE, edge: false };
    drawText(canvas, words, x, laneOf[side] + 5 * scale, style);
  }
  const at = canvas.widthPx - 10 * scale;
  const small = { heightPx: 10 * scale, colour: PALE, edge: false, align: 'right' } as const;
  drawText(canvas, `${formatNumber(nowS, 2)} s`, at, laneOf.left + 5 * scale, { ...small, colour: WHITE });
  drawText(canvas, String(frame), at, laneOf.right + 5 * scale, small);
}

/** A ring and a word at the foot for a moment after each event. */
export function drawEventMarks(
  canvas: Canvas,
  result: TrialResult,
  frame: number,
  nowS: number,
  scale: number,
  toPicture: ToPicture,
): void {
  for (const event of result.events) {
    const age = nowS - event.timeS;
    if (age < 0 || age > SHOWN_S) continue;
    const leg = LEG_LANDMARKS[event.side];
    const contact = event.kind === 'initial-contact';
    const foot = pointAt(result.clean, contact ? leg.heel : leg.toe, frame);
    if (foot === null) continue;
    const at = toPicture(foot);
    drawArc(canvas, at, 15 * scale, 0, 360, 2 * scale, SIDE_COLOUR[event.side]);
    const words = `${SIDE_LETTER[event.side]} ${contact ? 'CONTACT' : 'TOE-OFF'}`;
    const style = { heightPx: 13 * scale, colour: SIDE_COLOUR[event.side], align: 'centre' } as const;
    drawText(canvas, words, at.x, at.y + 38 * scale, style);
  }
}
