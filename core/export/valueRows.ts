// The measures one value a line, from the same rows as screen and paper: what CSV and XLSX tables are made of.

import { type DisplayUnit, displayUnit, marginOf } from '../report/formatNumber.ts';
import { type Cell, type ParameterRow, parameterRows } from '../report/parameterRows.ts';
import { REPORT_TEXT, type ReportText } from '../report/reportText.ts';
import type { Asymmetry, Parameter, ParameterId, Side, TrialResult } from '../types.ts';

/** One value of one measure. */
export interface ValueRow {
  readonly id: ParameterId;
  readonly group: string;
  readonly measure: string;
  /** `whole` for a measure of the whole body, `difference` for right − left. */
  readonly side: Side | 'whole' | 'difference';
  /** As screen and paper show it, without unit; words where it is words; empty when there is none. */
  readonly text: string;
  /** The same in full, in `unit`; null where there is no number. */
  readonly value: number | null;
  /** Decimals that are shown. */
  readonly digits: number;
  /** What is shown after ±, and the same in full; null when there is none. */
  readonly margin: string | null;
  readonly marginValue: number | null;
  readonly unit: string;
  /** Strides or steps it was measured on; null for a difference. */
  readonly n: number | null;
  readonly quality: Cell['quality'];
  /** Why it is not `good`; null when it is. */
  readonly reason: string | null;
  /** Of a difference: different, within error, not measurable, in words. */
  readonly verdict: string | null;
}

/** All values in the order of the report's table; empty when nothing was measured. */
export function valueRows(
  { parameters, asymmetry }: Pick<TrialResult, 'parameters' | 'asymmetry'>,
  text: ReportText = REPORT_TEXT,
): readonly ValueRow[] {
  const { groups } = parameterRows(parameters, asymmetry, text);
  return groups.flatMap(({ title, rows }) =>
    rows.flatMap((row) => {
      const own = (side: Side | null) => parameters.find((p) => p.id === row.id && p.side === side);
      const value = (side: 'left' | 'right' | 'whole', cell: Cell | null): readonly ValueRow[] => {
        const parameter = own(side === 'whole' ? null : side);
        return cell === null || parameter === undefined ? [] : [measured(title, row, side, cell, parameter)];
      };
      return [
        ...value('whole', row.whole),
        ...value('left', row.left),
        ...value('right', row.right),
        ...difference(title, row, asymmetry),
      ];
    }),
  );
}

function measured(
  group: string,
  row: ParameterRow,
  side: 'left' | 'right' | 'whole',
  cell: Cell,
  parameter: Parameter,
): ValueRow {
  const unit = displayUnit(parameter.id, parameter.unit);
  const isNumber = cell.margin !== null;
  return {
    ...headOf(group, row, unit),
    side,
    text: cell.quality === 'not-measurable' ? '' : cell.text,
    value: isNumber && parameter.value !== null ? parameter.value * unit.factor : null,
    margin: cell.margin,
    marginValue: isNumber ? marginOf(parameter.sigma, unit, 'table') : null,
    n: parameter.n,
    quality: cell.quality,
    reason: parameter.quality === 'good' ? null : parameter.reason,
    verdict: null,
  };
}

function difference(group: string, row: ParameterRow, asymmetry: readonly Asymmetry[]): readonly ValueRow[] {
  if (row.verdict === null) return [];
  const found = asymmetry.find((one) => one.id === row.id);
  const unit = displayUnit(row.id, found?.unit ?? '1');
  const known = row.difference !== null && found?.difference != null;
  return [
    {
      ...headOf(group, row, unit),
      side: 'difference',
      text: row.difference ?? '',
      value: known ? found.difference! * unit.factor : null,
      margin: null,
      marginValue: null,
      n: null,
      quality: 'none',
      reason: null,
      verdict: row.verdict.text,
    },
  ];
}

const headOf = (group: string, { id, label, unit }: ParameterRow, { digits }: DisplayUnit) => ({
  id,
  group,
  measure: label,
  unit,
  digits,
});
