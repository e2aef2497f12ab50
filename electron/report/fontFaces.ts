// The report's typeface as CSS with the font files inside it, so that every machine prints the same page.
//
// Source Sans 3 (SIL Open Font License 1.1) in static cuts: Chromium embeds those as true fonts, variable ones as drawings.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const WEIGHTS = [400, 600] as const;

export const FONT_FAMILY = 'Source Sans 3';

/** Reads and finds files of packages; not an import, because a bundled program loads no JSON by import. */
const load = createRequire(import.meta.url);
const unicodeRanges: Readonly<Record<string, string>> = load('@fontsource/source-sans-3/unicode.json');

/**
 * `@font-face` rules for the alphabets that a text uses.
 * @param text everything that will be printed; the file of an alphabet is inlined only when a character of it occurs
 */
export function fontFaces(text: string): string {
  const used = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
  const subsets = Object.entries(unicodeRanges).filter(
    ([name, range]) => name === 'latin' || [...used].some((code) => inRange(code, range)),
  );
  return subsets.flatMap(([name, range]) => WEIGHTS.map((weight) => fontFace(name, range, weight))).join('\n');
}

function fontFace(subset: string, range: string, weight: number): string {
  const file = `@fontsource/source-sans-3/files/source-sans-3-${subset}-${weight}-normal.woff2`;
  const base64 = readFileSync(load.resolve(file)).toString('base64');
  return (
    `@font-face{font-family:'${FONT_FAMILY}';font-style:normal;font-weight:${weight};` +
    `src:url(data:font/woff2;base64,${base64}) format('woff2');unicode-range:${range}}`
  );
}

/** Whether a character lies in a CSS unicode-range such as `U+0000-00FF,U+0131`; letters that all alphabets share do not count. */
function inRange(code: number, range: string): boolean {
  if (code < 0x100) return false;
  return range.split(',').some((part) => {
    const [from, to] = part
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return from !== undefined && code >= from && code <= (to ?? from);
  });
}
