// The same curve as a table, for those who cannot see the chart.
import { memo } from 'react';
import type { CurveLine, CurvePanel } from '../../core/report/curvePanels.ts';
import { fill, formatNumber } from '../../core/report/formatNumber.ts';
import { NUMBERS_TEXT } from '../text/numbersText.ts';

const text = NUMBERS_TEXT.curves;
const PERCENTS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

interface CurveTableProps {
  readonly panel: CurvePanel;
  readonly names: readonly [string, string];
}

/** Drawn anew only when a cell is written otherwise: while a joint is dragged most stay as they are. */
export const CurveTable = memo(
  Table,
  (before, now) =>
    before.panel.title === now.panel.title &&
    before.names.join() === now.names.join() &&
    cellsOf(before.panel).join() === cellsOf(now.panel).join(),
);

const cellsOf = ({ left, right }: CurvePanel): readonly string[] =>
  PERCENTS.flatMap((pct) => [cell(left, pct), cell(right, pct)]);

function cell(line: CurveLine | null, pct: number): string {
  const deg = line?.meanDeg[pct];
  return deg == null ? text.unknown : `${formatNumber(deg, 0)}°`;
}

function Table({ panel, names }: CurveTableProps) {
  return (
    <div className="unseen">
      <table>
        <caption>{fill(text.table, { title: panel.title })}</caption>
        <thead>
          <tr>
            <th scope="col">{text.percent}</th>
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
          </tr>
        </thead>
        <tbody>
          {PERCENTS.map((pct) => (
            <tr key={pct}>
              <th scope="row">{pct} %</th>
              <td>{cell(panel.left, pct)}</td>
              <td>{cell(panel.right, pct)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
