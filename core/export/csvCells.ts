// How words and numbers stand in a CSV table, whatever the language they are shown in.

import type { ReportText } from '../report/reportText.ts';

/** What people read, as programs read it: a point, an ASCII minus, no plus. */
export function plainNumber(words: string, { decimalMark }: Pick<ReportText, 'decimalMark'>): string {
  return words.replace('\u2212', '-').replace('+', '').replace(decimalMark, '.');
}

/** One line. RFC 4180: quotes around what holds a comma, a quote or a line break. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\n`;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
