// The curves of both legs on the films' clock, each with its difference below.
import type { CurvePair } from '../../../core/compare/curvePairs.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { CurveChart } from '../../charts/CurveChart.tsx';
import { CurveGrid } from '../../charts/CurveGrid.tsx';
import type { ChartCursor } from '../../charts/chartCursor.ts';
import { DifferenceChart } from '../../charts/DifferenceChart.tsx';
import { LineSample } from '../../charts/LineSample.tsx';
import { ChartMenu } from '../../exports/ChartMenu.tsx';
import { SIDE_BY_SIDE_TEXT as text } from '../../text/sideBySideText.ts';
import type { LegOfClip, PairNames } from './pairNames.ts';
import css from './SideBySide.module.css';

export interface PairCurvesProps extends PairNames {
  readonly charts: readonly CurvePair[];
  readonly cursor: ChartCursor;
  readonly comparable: boolean;
  readonly legs: readonly [LegOfClip, LegOfClip];
}

export function PairCurves({ charts, cursor, names, looks, comparable, legs }: PairCurvesProps) {
  const [a, b] = names;
  const line = (i: 0 | 1) => ({ clipId: legs[i].trial.clip.id, side: legs[i].side, name: names[i] });
  return (
    <>
      <p className={css.key}>
        {names.map((name, i) => (
          <span key={looks[i as 0 | 1]} className={css.sample}>
            <LineSample look={looks[i as 0 | 1]} /> {name}
          </span>
        ))}
        <span className="quiet">{fill(text.curvesNote, { a, b })}</span>
      </p>
      <CurveGrid label={text.curvesName}>
        {charts.map((chart) => (
          <div key={chart.panel.id} className={css.pair}>
            <CurveChart
              panel={chart.panel}
              cursor={cursor}
              looks={looks}
              names={names}
              menu={
                <ChartMenu
                  title={chart.panel.title}
                  askFor={(format) => ({ kind: 'pairChart', a: line(0), b: line(1), channel: chart.panel.id, format })}
                />
              }
            />
            {comparable && chart.differenceDeg.length > 0 && (
              <DifferenceChart
                chart={chart}
                cursor={cursor}
                title={fill(text.difference, { title: chart.panel.title, a, b })}
              />
            )}
          </div>
        ))}
      </CurveGrid>
    </>
  );
}
