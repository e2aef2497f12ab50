// What stands around the two panels: who and when above, the phase of the stride that both are in below.

import { formatNumber } from '../../../core/report/formatNumber.ts';
import type { Side } from '../../../core/types.ts';
import { type Canvas, drawBox, drawLine } from '../overlay/canvas.ts';
import { PALE, SIDE_COLOUR, STRIP, WHITE } from '../overlay/overlayStyle.ts';
import { drawText, textWidth } from '../overlay/strokeFont.ts';

/** Heights at scale 1, px. */
export const HEAD_HEIGHT = 44;
export const BAR_HEIGHT = 58;

export interface PanelLabel {
  /** For example `Before · 2026-01-12`. */
  readonly title: string;
  readonly side: Side;
  /** World time of the frame shown, s. */
  readonly timeS: number;
}

/** Title, leg and time above one panel. @param left, width of the panel in the whole picture, px */
export function drawHead(canvas: Canvas, label: PanelLabel, left: number, width: number, scale: number): void {
  drawBox(canvas, { x: left, y: 0, width, height: HEAD_HEIGHT * scale }, STRIP);
  const base = 29 * scale;
  const small = { heightPx: 13 * scale, colour: SIDE_COLOUR[label.side], edge: false, align: 'right' } as const;
  const end = left + width - 14 * scale;
  drawText(canvas, `${formatNumber(label.timeS, 2)} s`, end, base, { ...small, colour: PALE });
  const leg = label.side === 'left' ? 'LEFT LEG' : 'RIGHT LEG';
  const legEnd = end - 92 * scale;
  drawText(canvas, leg, legEnd, base, small);
  const room = legEnd - textWidth(leg, small.heightPx) - left - 28 * scale;
  const title = fitting(lettersOf(label.title), 16 * scale, room);
  drawText(canvas, title, left + 14 * scale, base, { heightPx: 16 * scale, colour: WHITE, edge: false });
}

/** A long title loses its end, and shows that it did. */
function fitting(words: string, heightPx: number, widthPx: number): string {
  if (textWidth(words, heightPx) <= widthPx) return words;
  let cut = words;
  while (cut !== '' && textWidth(`${cut}..`, heightPx) > widthPx) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}..`;
}

/** The typeface has capitals only, and none with accents. */
const lettersOf = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

export interface PhaseBar {
  /** Whole strides done and share of the stride. */
  readonly place: number;
  readonly strides: number;
  /** Share of the stride at which both feet leave the ground; null when not known. */
  readonly toeOffAt: number | null;
  readonly speed: number;
}

/** The shared clock under both panels. @param top first row of the bar */
export function drawPhaseBar(
  canvas: Canvas,
  { place, strides, toeOffAt, speed }: PhaseBar,
  top: number,
  scale: number,
): void {
  const { widthPx, heightPx } = canvas;
  drawBox(canvas, { x: 0, y: top, width: widthPx, height: heightPx - top }, STRIP);
  const [x0, x1] = [96 * scale, widthPx - 96 * scale];
  const stride = Math.min(Math.floor(place), strides - 1);
  const xOf = (share: number) => x0 + share * (x1 - x0);
  const line = { top: top + 10 * scale, height: 18 * scale };
  const words = { heightPx: 12 * scale, colour: PALE, edge: false } as const;
  const middle = line.top + line.height / 2;
  drawLine(canvas, { x: x0, y: middle }, { x: x1, y: middle }, 0.8 * scale, PALE, 0.6);
  if (toeOffAt !== null) {
    drawBox(canvas, { x: x0, y: line.top, width: xOf(toeOffAt) - x0, height: line.height }, PALE, 0.55);
    for (const [name, from, to] of [
      ['STANCE', 0, toeOffAt],
      ['SWING', toeOffAt, 1],
    ] as const)
      drawText(canvas, name, xOf((from + to) / 2), top + 47 * scale, { ...words, align: 'centre' });
  }
  for (const share of [0, toeOffAt ?? 0, 1])
    drawLine(
      canvas,
      { x: xOf(share), y: line.top - 3 * scale },
      { x: xOf(share), y: line.top + line.height + 3 * scale },
      1.2 * scale,
      PALE,
    );
  const now = xOf(Math.min(place - stride, 1));
  drawLine(
    canvas,
    { x: now, y: line.top - 6 * scale },
    { x: now, y: line.top + line.height + 6 * scale },
    2 * scale,
    WHITE,
  );
  drawText(canvas, `${stride + 1}/${strides}`, 14 * scale, middle + 6 * scale, { ...words, colour: WHITE });
  const pace = speed === 1 ? '1:1' : `1:${formatNumber(1 / speed, 0)}`;
  drawText(canvas, pace, widthPx - 14 * scale, middle + 6 * scale, { ...words, align: 'right' });
}
