// The measures and the mean curves as CSV, in the very digits that screen and paper show.

import { curvePanels } from '../report/curvePanels.ts';
import { REPORT_TEXT, type ReportText } from '../report/reportText.ts';
import { SIDES, type TrialResult } from '../types.ts';
import { csvLine, plainNumber } from './csvCells.ts';
import { type ValueRow, valueRows } from './valueRows.ts';

/** Far below what is measured, and enough to round to what is shown. */
const CURVE_DECIMALS = 6;

/**
 * One line a value: `id,measure,side,value,margin95,unit,n,quality,reason,verdict`; right − left has a line of its own. Numbers
 * have a point and an ASCII minus whatever the language; what could not be measured is empty, and `reason` says why.
 */
export function* parametersCsv(
  result: Pick<TrialResult, 'parameters' | 'asymmetry'>,
  text: ReportText = REPORT_TEXT,
): Generator<string> {
  yield csvLine(['id', 'measure', 'side', 'value', 'margin95', 'unit', 'n', 'quality', 'reason', 'verdict']);
  for (const row of valueRows(result, text))
    yield csvLine([
      row.id,
      row.measure,
      row.side,
      shown(row, text),
      row.margin === null ? '' : plainNumber(row.margin, text),
      row.unit,
      row.n === null ? '' : String(row.n),
      row.quality === 'none' ? '' : row.quality,
      row.reason ?? '',
      row.verdict ?? '',
    ]);
}

/** `percent`, then of each angle and leg the mean and the standard deviation between strides, degrees; 101 lines. */
export function* curvesCsv({ curves }: Pick<TrialResult, 'curves'>, text: ReportText = REPORT_TEXT): Generator<string> {
  const columns = curvePanels(curves, text).flatMap((panel) =>
    SIDES.flatMap((side) => {
      const curve = panel[side];
      if (curve === null) return [];
      return [
        { name: `${panel.id}_${side}_mean_deg`, deg: curve.meanDeg },
        { name: `${panel.id}_${side}_sd_deg`, deg: curve.sdDeg },
      ];
    }),
  );
  yield csvLine(['percent', ...columns.map(({ name }) => name)]);
  for (let percent = 0; percent <= 100; percent++)
    yield csvLine([
      String(percent),
      ...columns.map(({ deg }) => {
        const value = deg[percent];
        return value === null || value === undefined || !Number.isFinite(value) ? '' : value.toFixed(CURVE_DECIMALS);
      }),
    ]);
}

const shown = (row: ValueRow, text: ReportText): string =>
  row.value === null ? row.text : plainNumber(row.text, text);
