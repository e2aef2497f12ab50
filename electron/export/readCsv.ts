// Reads a table of numbers back: a name and a series for each column.

import { readFile } from 'node:fs/promises';

/** Each column by its name; NaN where a cell is empty. */
export type Columns = ReadonlyMap<string, Float64Array>;

/** @returns null when there is no such file, or when it has no row */
export async function readColumns(file: string): Promise<Columns | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return null; // the tables may be left out when a result is passed on
  }
  const [head, ...rows] = text.trimEnd().split(/\r?\n/);
  if (head === undefined || rows.length === 0) return null;
  const cells = rows.map((row) => row.split(','));
  const number = (cell: string | undefined) => (cell === undefined || cell === '' ? Number.NaN : Number(cell));
  return new Map(
    head.split(',').map((name, column) => [name, Float64Array.from(cells, (row) => number(row[column]))] as const),
  );
}
