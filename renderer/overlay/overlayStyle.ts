// The overlay's colours and sizes: brighter than on paper, because they lie on film in every theme.
import type { Side } from '../../core/types.ts';

/** Blue left, orange right, as everywhere. */
export const SIDE_COLOUR: Readonly<Record<Side, string>> = { left: '#46a3ff', right: '#ff9a33' };
export const WHITE = '#fafcff';
export const DARK = '#0e1319';
export const MARK = '#ffe27a';

/** One letter per leg, so that colour is never the only sign. */
export const SIDE_LETTER: Readonly<Record<Side, string>> = { left: 'L', right: 'R' };

export const FONT = '"Source Sans 3", system-ui, sans-serif';

/** The page's letters as the clinic has set them, 1 = as usual; numbers on the film grow with them. */
export function lettersScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_LETTERS_PX;
}

/** As in base.css. */
const USUAL_LETTERS_PX = 15;

/** How large everything is drawn: 1 for a runner who fills a stage 600 CSS px high; lines grow slower than the picture. */
export function drawingScale(pictureHeightPx: number): number {
  return Math.max(0.6, Math.min(2.2, Math.sqrt(pictureHeightPx / 600)));
}
