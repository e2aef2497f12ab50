// Sheets as an XLSX workbook in which numbers are numbers and show the digits of the screen.

import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { NumberCell, Sheet, SheetCell } from '../../core/export/sheets.ts';
import { writeAtomically } from './writeAtomically.ts';

/**
 * Writes the workbook.
 * @throws GaitError `disk-full`, `not-writable`, `cancelled`; no part of it is left then
 */
export async function writeXlsx(
  outFile: string,
  sheets: readonly Sheet[],
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  await writeAtomically(outFile, await xlsxBytes(sheets), options);
}

/** The workbook's bytes; the first row of each sheet stays in sight. */
async function xlsxBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const pages = sheets.map(({ name, heading, rows, widths }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    data: [
      heading.map((value): Cell => ({ value, type: String, fontWeight: 'bold', wrap: true })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  }));
  return writeXlsxFile(pages).toBuffer();
}

function cellOf(cell: SheetCell): Cell {
  if (cell === null) return null;
  if (typeof cell === 'string')
    return { value: cell, type: String, wrap: cell.length > LONG_WORDS, alignVertical: 'top' };
  return { value: storedNumber(cell), type: Number, format: formatOf(cell.digits), alignVertical: 'top' };
}

/** Longer words are broken into lines instead of running over the next cell, letters. */
const LONG_WORDS = 38;

/** `0`, `0.0`, `0.00`: as many decimals as the screen has. */
const formatOf = (digits: number): string => (digits === 0 ? '0' : `0.${'0'.repeat(digits)}`);

/**
 * The number as it is kept: all its digits, except where spreadsheets would show it otherwise than the screen does. They round
 * the decimal number (1.005 → 1.01) where the screen rounds the binary one (1.00), and they write −0.0.
 */
export function storedNumber({ value, digits }: NumberCell): number {
  const shown = Number(value.toFixed(digits));
  const scaled = Math.abs(value) * 10 ** digits;
  const isTie = Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-6;
  return isTie || shown === 0 ? shown + 0 : value;
}
