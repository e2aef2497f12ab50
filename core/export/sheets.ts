// A result as the sheets of a workbook: values with their margins, mean curves, strides, events, and how it was measured.

import { fill, MARGIN_SIGMAS } from '../report/formatNumber.ts';
import type { ReportModel } from '../report/reportModel.ts';
import { SIDES, type TrialResult } from '../types.ts';
import { TABLE_TEXT, type TableText } from './tableText.ts';
import { valueRows } from './valueRows.ts';

/** A number keeps all its digits and is shown with so many decimals. */
export interface NumberCell {
  readonly value: number;
  readonly digits: number;
}

/** Null is an empty cell: not known. */
export type SheetCell = string | NumberCell | null;

/** One sheet; the first row has the headings. */
export interface Sheet {
  readonly name: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Widths of the columns, letters. */
  readonly widths: readonly number[];
}

/** A millisecond, as times are shown. */
const TIME_DIGITS = 3;
const CURVE_DIGITS = 1;

/** The workbook of one result. @param model the report's own model of the same result: the words and the provenance are its */
export function resultSheets(result: TrialResult, model: ReportModel, words: TableText = TABLE_TEXT): readonly Sheet[] {
  return [
    summarySheet(result, model, words),
    curveSheet(model, words),
    strideSheet(result, words),
    eventSheet(result, words),
    measuredSheet(model, words),
  ];
}

function summarySheet(result: TrialResult, { text }: ReportModel, words: TableText): Sheet {
  const rows = valueRows(result, text).map((row) => [
    row.group,
    row.measure,
    words.side[row.side],
    row.value === null ? filled(row.text) : { value: row.value, digits: row.digits },
    row.marginValue === null ? null : { value: row.marginValue, digits: row.digits },
    filled(row.unit),
    row.n === null ? null : { value: row.n, digits: 0 },
    filled(words.quality[row.quality]),
    row.reason,
    row.verdict,
  ]);
  return { name: words.sheets.summary, heading: words.summary, rows, widths: [20, 40, 13, 14, 11, 11, 6, 15, 60, 40] };
}

function curveSheet({ curves, text }: ReportModel, words: TableText): Sheet {
  const columns = curves.flatMap((panel) =>
    SIDES.flatMap((side) => {
      const curve = panel[side];
      if (curve === null) return [];
      const names = { title: panel.title, side: words.side[side] };
      return [
        { name: fill(words.curves.mean, names), deg: curve.meanDeg },
        { name: fill(words.curves.sd, names), deg: curve.sdDeg },
      ];
    }),
  );
  const rows = Array.from({ length: columns.length === 0 ? 0 : 101 }, (_, percent): readonly SheetCell[] => [
    { value: percent, digits: 0 },
    ...columns.map(({ deg }) => numberCell(deg[percent] ?? null, CURVE_DIGITS)),
  ]);
  return {
    name: words.sheets.curves,
    heading: columns.length === 0 ? [text.notMeasurable] : [words.curves.percent, ...columns.map(({ name }) => name)],
    rows,
    widths: [11, ...columns.map(() => 16)],
  };
}

function strideSheet({ strides }: TrialResult, words: TableText): Sheet {
  const rows = [...strides]
    .sort((a, b) => a.startS - b.startS)
    .map((stride) => [
      words.side[stride.side],
      numberCell(stride.startS, TIME_DIGITS),
      numberCell(stride.toeOffS, TIME_DIGITS),
      numberCell(stride.endS, TIME_DIGITS),
      numberCell(1000 * (stride.endS - stride.startS), 0),
      numberCell(stride.toeOffS === null ? null : 1000 * (stride.toeOffS - stride.startS), 0),
      stride.excluded === null ? words.used.yes : words.used.no,
      stride.excluded,
    ]);
  return { name: words.sheets.strides, heading: words.strides, rows, widths: [8, 12, 12, 16, 16, 19, 7, 60] };
}

function eventSheet({ events }: TrialResult, words: TableText): Sheet {
  const rows = [...events]
    .sort((a, b) => a.timeS - b.timeS)
    .map((event) => [
      numberCell(event.timeS, TIME_DIGITS),
      words.event[event.kind],
      words.side[event.side],
      numberCell(1000 * MARGIN_SIGMAS * event.sigmaS, 0),
      words.source[event.source],
    ]);
  return { name: words.sheets.events, heading: words.events, rows, widths: [12, 12, 8, 15, 22] };
}

function measuredSheet(model: ReportModel, words: TableText): Sheet {
  const part = (title: string, rows: readonly (readonly SheetCell[])[]): readonly (readonly SheetCell[])[] =>
    rows.length === 0 ? [] : [[null, null], [title, null], ...rows];
  const rows = [
    ...model.provenance.map(({ label, value }) => [label, value]),
    ...part(
      words.measured.notes,
      model.filmNotes.map(({ title, message }) => [title, message]),
    ),
    ...part(
      words.measured.methods,
      model.methods.map((sentence) => [null, sentence]),
    ),
    ...part(
      words.measured.sources,
      model.sources.map((source) => [null, source]),
    ),
  ];
  return { name: words.sheets.measured, heading: [words.measured.facts, ''], rows, widths: [34, 110] };
}

const filled = (words: string): string | null => (words === '' ? null : words);

function numberCell(value: number | null, digits: number): NumberCell | null {
  return value === null || !Number.isFinite(value) ? null : { value, digits };
}
