// The difference of two curves below them, with what it must exceed before it means anything.
import { useMemo, useState } from 'react';
import type { CurvePair } from '../../core/compare/curvePairs.ts';
import { fill, formatNumber } from '../../core/report/formatNumber.ts';
import { useSize } from '../player/useSize.ts';
import { SIDE_BY_SIDE_TEXT as text } from '../text/sideBySideText.ts';
import css from './CurveChart.module.css';
import { Grid } from './CurvePlot.tsx';
import { bandPath, type ChartArea, chartArea, linePath } from './chartArea.ts';
import { type ChartCursor, useCursorPct } from './chartCursor.ts';
import { remPx } from './remPx.ts';

export interface DifferenceChartProps {
  readonly chart: CurvePair;
  readonly cursor: ChartCursor;
  readonly title: string;
}

export function DifferenceChart({ chart, cursor, title }: DifferenceChartProps) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const size = useSize(place);
  const { differenceDeg, marginDeg, sameWithinDeg, differenceAxis } = chart;
  const area = useMemo(() => chartArea(size, differenceAxis, remPx()), [size, differenceAxis]);
  return (
    <div ref={setPlace} className={css.difference} role="img" aria-label={`${title}. ${largest(differenceDeg)}`}>
      {size.widthPx > 0 && (
        <svg width={size.widthPx} height={size.heightPx} className={css.drawing} aria-hidden="true">
          {sameWithinDeg !== null && (
            <rect
              className={css.same}
              x={area.leftPx}
              width={area.rightPx - area.leftPx}
              y={area.yOf(sameWithinDeg)}
              height={area.yOf(-sameWithinDeg) - area.yOf(sameWithinDeg)}
            />
          )}
          <Grid axis={differenceAxis} area={area} bare />
          <path className={css.differenceBand} d={bandPath(differenceDeg, marginDeg, area)} />
          <path className={css.differenceLine} d={linePath(differenceDeg, area)} />
          <Here differenceDeg={differenceDeg} area={area} cursor={cursor} />
        </svg>
      )}
      {sameWithinDeg !== null && (
        <p className={css.sameNote}>{fill(text.sameWithin, { deg: formatNumber(sameWithinDeg, 0) })}</p>
      )}
    </div>
  );
}

interface HereProps {
  readonly differenceDeg: CurvePair['differenceDeg'];
  readonly area: ChartArea;
  readonly cursor: ChartCursor;
}

function Here({ differenceDeg, area, cursor }: HereProps) {
  const pct = useCursorPct(cursor);
  if (pct === null) return null;
  const deg = differenceDeg[pct] ?? null;
  const x = area.xOf(pct);
  return (
    <>
      <path className={css.cursor} d={`M${x} ${area.topPx}V${area.bottomPx}`} />
      {deg !== null && <circle className={css.dot} cx={x} cy={area.yOf(deg)} r={3} />}
    </>
  );
}

/** The same in a sentence. */
function largest(differenceDeg: CurvePair['differenceDeg']): string {
  const sizes = differenceDeg.map((deg) => (deg === null ? -1 : Math.abs(deg)));
  const pct = sizes.indexOf(Math.max(...sizes));
  return fill(text.differenceAlt, { deg: formatNumber(differenceDeg[pct] ?? 0, 0), pct });
}
