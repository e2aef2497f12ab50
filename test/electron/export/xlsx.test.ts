import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, type WorkBook } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultSheets } from '../../../core/export/sheets.ts';
import { valueRows } from '../../../core/export/valueRows.ts';
import { reportModel } from '../../../core/report/reportModel.ts';
import { storedNumber, writeXlsx } from '../../../electron/export/xlsx.ts';
import { reportHtml } from '../../../electron/report/reportHtml.ts';
import { sampleTrial, withEveryReason, withoutAnything } from '../../support/sampleResult.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openstride-xlsx-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const demo = sampleTrial();
const model = reportModel(demo);

async function written(result = demo.result): Promise<WorkBook> {
  const file = join(folder, 'results.xlsx');
  await writeXlsx(file, resultSheets(result, reportModel({ ...demo, result })));
  return read(readFileSync(file), { cellNF: true, cellText: true });
}

/** A cell as the other program reads it. */
const cell = (book: WorkBook, sheet: string, column: number, row: number) =>
  book.Sheets[sheet]?.[`${String.fromCharCode(65 + column)}${row + 1}`] as
    | { readonly t: string; readonly v: unknown; readonly w?: string }
    | undefined;

describe('results.xlsx, read by another program', () => {
  it('has the sheets in order', async () => {
    expect((await written()).SheetNames).toEqual(['Summary', 'Curves', 'Strides', 'Events', 'How measured']);
  });

  it('keeps every number as a number with all its digits, and shows those of the screen', async () => {
    const book = await written();
    for (const [i, row] of valueRows(demo.result).entries()) {
      const value = cell(book, 'Summary', 3, i + 1);
      if (row.value === null) expect(value?.v ?? '').toBe(row.text);
      else {
        expect(value?.t).toBe('n');
        expect(value?.v).toBe(storedNumber({ value: row.value, digits: row.digits }));
        expect(value?.w?.replace('-', '\u2212')).toBe(row.text.replace('+', ''));
      }
      const margin = cell(book, 'Summary', 4, i + 1);
      expect(margin?.w ?? null).toBe(row.margin);
    }
  });

  it('shows the digits that the printed report shows', async () => {
    const book = await written();
    const page = reportHtml(model, new Map());
    const printed = [...page.matchAll(/<td class="number[^"]*"[^>]*><span class="value">([^<]*)<\/span>/g)].map(
      (m) => m[1]!,
    );
    const rows = valueRows(demo.result);
    const shown = rows.flatMap((row, i) => {
      const value = cell(book, 'Summary', 3, i + 1);
      if (row.side === 'difference' || row.text === '') return [];
      return [row.value === null ? String(value?.v) : value!.w!.replace('-', '\u2212')];
    });
    expect(printed.length).toBeGreaterThan(30);
    expect(shown).toEqual(printed);
  });

  it('has the curves, strides and events with equal numbers', async () => {
    const book = await written();
    const knee = model.curves.find(({ id }) => id === 'kneeFlexion')!;
    const heading = Array.from({ length: 40 }, (_, i) => book.Sheets.Curves?.[columnName(i) + 1]?.v as string);
    const column = columnName(heading.indexOf(`${knee.title}, right, mean (°)`));
    knee.right!.meanDeg.forEach((deg, percent) => {
      expect(book.Sheets.Curves?.[`${column}${percent + 2}`]?.v).toBeCloseTo(deg!, 6);
    });
    const strides = [...demo.result.strides].sort((a, b) => a.startS - b.startS);
    strides.forEach((stride, i) => {
      expect(cell(book, 'Strides', 1, i + 1)?.v).toBeCloseTo(stride.startS, 6);
    });
    const events = [...demo.result.events].sort((a, b) => a.timeS - b.timeS);
    events.forEach((event, i) => {
      expect(cell(book, 'Events', 0, i + 1)?.v).toBeCloseTo(event.timeS, 6);
      expect(cell(book, 'Events', 2, i + 1)?.v).toBe(event.side);
    });
  });

  const columnName = (index: number): string =>
    index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(65 + index - 26)}`;

  it('opens with every reason, and with nothing at all', async () => {
    const weak = withEveryReason(demo.result);
    const book = await written(weak);
    const reasons = valueRows(weak).map((_, i) => cell(book, 'Summary', 8, i + 1)?.v ?? null);
    expect(reasons).toEqual(valueRows(weak).map(({ reason }) => reason));
    expect((await written(withoutAnything(demo.result))).SheetNames.length).toBe(5);
  });

  it('into a folder that is not there is not writable, and leaves nothing', async () => {
    const before = readdirSync(folder);
    const file = join(folder, 'none', 'a.xlsx');
    await expect(writeXlsx(file, [])).rejects.toMatchObject({ code: 'not-writable' });
    const stopped = writeXlsx(join(folder, 'b.xlsx'), resultSheets(demo.result, model), {
      signal: AbortSignal.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('a stored number', () => {
  it('is whole, unless a spreadsheet would show it in other digits than the screen', () => {
    expect(storedNumber({ value: 14.2345, digits: 1 })).toBe(14.2345);
    expect(storedNumber({ value: 1.005, digits: 2 })).toBe(1);
    expect(Object.is(storedNumber({ value: -0.04, digits: 1 }), 0)).toBe(true);
  });
});
