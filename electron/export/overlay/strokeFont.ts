// A small typeface of straight strokes, drawn in code, so that numbers on a film need no font file.

import { type Canvas, type Colour, drawLine, drawMask, type Mask } from './canvas.ts';

/**
 * Letters as strokes on a grid 6 wide and 9 high, y down, baseline at 9. A pair of digits is a point, a blank joins points, a
 * semicolon lifts the pen; a single point is a dot.
 */
const GLYPHS: Readonly<Record<string, string>> = {
  '0': '20 40 62 67 49 29 07 02 20',
  '1': '12 30 39',
  '2': '02 20 40 62 63 09 69',
  '3': '01 20 40 62 63 44 24;44 66 67 49 29 08',
  '4': '69 60 06 66',
  '5': '60 10 04 44 66 67 49 19 08',
  '6': '60 30 03 07 29 49 67 66 44 24 05',
  '7': '00 60 29',
  '8': '20 40 61 63 44 24 03 01 20;24 06 07 29 49 67 66 44',
  '9': '09 39 66 62 40 20 02 03 25 45 64',
  A: '09 30 69;16 56',
  B: '00 40 61 63 44 04;44 66 67 49 09 00',
  C: '62 40 20 02 07 29 49 67',
  D: '00 30 62 67 39 09 00',
  E: '60 00 09 69;04 54',
  F: '60 00 09;04 54',
  G: '62 40 20 02 07 29 49 67 65 45',
  H: '00 09;60 69;04 64',
  I: '30 39',
  J: '60 67 49 29 07',
  K: '00 09;60 05;24 69',
  L: '00 09 69',
  M: '09 00 35 60 69',
  N: '09 00 69 60',
  O: '20 40 62 67 49 29 07 02 20',
  P: '09 00 40 61 64 45 05',
  Q: '20 40 62 67 49 29 07 02 20;47 69',
  R: '09 00 40 61 64 45 05;35 69',
  S: '62 40 20 02 03 24 45 66 67 49 29 07',
  T: '00 60;30 39',
  U: '00 07 29 49 67 60',
  V: '00 39 60',
  W: '00 19 34 59 60',
  X: '00 69;60 09',
  Y: '00 34 60;34 39',
  Z: '00 60 09 69',
  s: '54 24 15 16 27 47 58 59 19',
  '-': '15 55',
  '\u2212': '05 65',
  '\u00b1': '05 65;32 38;09 69',
  '\u00b0': '10 20 31 32 23 13 02 01 10',
  '.': '29',
  ',': '28 19',
  ':': '23;28',
  '%': '60 09;11;58',
  '/': '60 09',
  '\u00b7': '25',
  ' ': '',
};

const GRID_HEIGHT = 9;
/** From one letter to the next, grid units: 6 of the letter and 2.6 of air; narrow signs take less. */
const ADVANCE = 8.6;
const NARROW: Readonly<Record<string, number>> = {
  I: 5.2,
  '.': 4.2,
  ',': 4.2,
  ':': 4.2,
  '\u00b0': 5.6,
  ' ': 4.6,
  '\u00b7': 5,
};
/** Half the width of a stroke, and of the dark edge around it, in parts of the letters' height. */
const STROKE = 0.075;
const EDGE = 0.075;

interface GlyphMasks {
  readonly letter: Mask;
  readonly edge: Mask;
}

const masks = new Map<string, GlyphMasks>();

/** Width of a line of text, px. Letters that the typeface lacks count as blanks. */
export function textWidth(text: string, heightPx: number): number {
  const units = Array.from(text, (letter) => NARROW[letter] ?? ADVANCE).reduce((sum, advance) => sum + advance, 0);
  return (Math.max(0, units - (ADVANCE - 6)) * heightPx) / GRID_HEIGHT;
}

export interface TextStyle {
  /** Height of the letters, px. */
  readonly heightPx: number;
  readonly colour: Colour;
  /** Where x lies in the text. */
  readonly align?: 'left' | 'centre' | 'right';
  /** A dark edge keeps letters legible on any picture. */
  readonly edge?: boolean;
}

const EDGE_COLOUR: Colour = [12, 16, 20];

/** Writes one line. @param y px of the baseline */
export function drawText(canvas: Canvas, text: string, x: number, y: number, style: TextStyle): void {
  const heightPx = Math.max(6, Math.round(style.heightPx));
  const shift = { left: 0, centre: 0.5, right: 1 }[style.align ?? 'left'];
  const start = x - textWidth(text, heightPx) * shift;
  const layers = style.edge === false ? (['letter'] as const) : (['edge', 'letter'] as const);
  for (const layer of layers) {
    let pen = start;
    for (const letter of text) {
      const mask = glyphMasks(letter, heightPx)[layer];
      const margin = marginOf(heightPx);
      const colour = layer === 'edge' ? EDGE_COLOUR : style.colour;
      drawMask(
        canvas,
        mask,
        Math.round(pen) - margin,
        Math.round(y) - heightPx - margin,
        colour,
        layer === 'edge' ? 0.8 : 1,
      );
      pen += ((NARROW[letter] ?? ADVANCE) * heightPx) / GRID_HEIGHT;
    }
  }
}

const marginOf = (heightPx: number): number => Math.ceil((STROKE + EDGE) * heightPx) + 1;

function glyphMasks(letter: string, heightPx: number): GlyphMasks {
  const key = `${letter}${heightPx}`;
  const known = masks.get(key);
  if (known !== undefined) return known;
  const made = {
    letter: glyphMask(letter, heightPx, STROKE * heightPx),
    edge: glyphMask(letter, heightPx, (STROKE + EDGE) * heightPx),
  };
  masks.set(key, made);
  return made;
}

/** A letter's cover, found by drawing it white on black. */
function glyphMask(letter: string, heightPx: number, radius: number): Mask {
  const margin = marginOf(heightPx);
  const unit = heightPx / GRID_HEIGHT;
  const size = { widthPx: Math.ceil(6 * unit) + 2 * margin, heightPx: heightPx + 2 * margin };
  const canvas: Canvas = { ...size, data: new Uint8Array(size.widthPx * size.heightPx * 3) };
  for (const stroke of (GLYPHS[letter] ?? '').split(';').filter((points) => points !== '')) {
    const points = stroke.split(' ').map((pair) => ({
      x: margin + Number(pair[0]) * unit,
      y: margin + Number(pair[1]) * unit,
    }));
    points.forEach((point, i) => {
      drawLine(canvas, points[i - 1] ?? point, point, radius, [255, 255, 255]);
    });
  }
  return { ...size, cover: canvas.data.filter((_, i) => i % 3 === 0) };
}
