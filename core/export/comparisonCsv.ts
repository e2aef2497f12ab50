// The table of a comparison as CSV, in the very digits that screen and paper show.

import type { ComparisonModel } from '../report/comparisonModel.ts';
import type { Cell } from '../report/parameterRows.ts';
import { csvLine, plainNumber } from './csvCells.ts';

/**
 * One line a variable, in the order of the report: `id,measure,leg,unit,first,first_margin95,second,second_margin95,difference,threshold,
 * verdict,other_causes`. Numbers have a point and an ASCII minus whatever the language; what could not be measured is empty.
 */
export function* comparisonCsv({ lines, text }: Pick<ComparisonModel, 'lines' | 'text'>): Generator<string> {
  yield csvLine([
    'id',
    'measure',
    'leg',
    'unit',
    'first',
    'first_margin95',
    'second',
    'second_margin95',
    'difference',
    'threshold',
    'verdict',
    'other_causes',
  ]);
  const number = (words: string | null) => (words === null ? '' : plainNumber(words, text));
  const value = (cell: Cell) =>
    cell.quality === 'not-measurable' || cell.quality === 'none'
      ? ''
      : cell.margin === null
        ? cell.text
        : number(cell.text);
  for (const line of lines)
    yield csvLine([
      line.id,
      line.label,
      line.leg,
      line.unit,
      value(line.first),
      number(line.first.margin),
      value(line.second),
      number(line.second.margin),
      number(line.difference),
      number(line.threshold),
      line.verdict.kind === 'different' ? 'changed' : line.verdict.kind,
      line.causes,
    ]);
}
