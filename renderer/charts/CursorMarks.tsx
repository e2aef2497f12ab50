// The moving part of a chart: a thin line at the place in the stride and a dot on each curve.
import type { CurveLine } from '../../core/report/curvePanels.ts';
import css from './CurveChart.module.css';
import type { ChartArea } from './chartArea.ts';
import { type ChartCursor, useCursorPct } from './chartCursor.ts';
import type { LineLook } from './lineLook.ts';

export interface CursorMarksProps {
  readonly lines: readonly (CurveLine | null)[];
  readonly looks: readonly [LineLook, LineLook];
  readonly area: ChartArea;
  readonly cursor: ChartCursor;
}

export function CursorMarks({ lines, looks, area, cursor }: CursorMarksProps) {
  const pct = useCursorPct(cursor);
  if (pct === null) return null;
  const x = area.xOf(pct);
  return (
    <g>
      <path className={css.cursor} d={`M${x} ${area.topPx}V${area.bottomPx}`} />
      {lines.map((line, i) => {
        const deg = line?.meanDeg[pct] ?? null;
        const look = looks[i as 0 | 1];
        return deg === null ? null : (
          <circle key={look} className={`${css.dot} ${css[look]}`} cx={x} cy={area.yOf(deg)} r={3.5} />
        );
      })}
    </g>
  );
}
