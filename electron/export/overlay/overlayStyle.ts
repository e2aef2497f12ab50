// The overlay's colours and sizes, so that body, angles and strip look like one drawing.

import type { Side } from '../../../core/types.ts';
import type { Colour } from './canvas.ts';

/** Brighter than on paper, for moving pictures: blue left, orange right. */
export const SIDE_COLOUR: Readonly<Record<Side, Colour>> = { left: [64, 160, 255], right: [255, 146, 38] };
export const WHITE: Colour = [250, 252, 255];
export const PALE: Colour = [196, 206, 216];
export const DARK: Colour = [14, 19, 25];
export const STRIP: Colour = [24, 31, 39];

/** One letter per leg, so that colour is never the only sign. */
export const SIDE_LETTER: Readonly<Record<Side, string>> = { left: 'L', right: 'R' };

/** How large everything is drawn: 1 for a picture whose short side is 720 px. */
export function drawingScale(widthPx: number, heightPx: number): number {
  return Math.max(0.45, Math.min(widthPx, heightPx) / 720);
}
