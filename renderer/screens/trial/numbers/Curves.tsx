// The mean stride of every angle, left against right: one cursor for all charts and the film.
import { useMemo, useState } from 'react';
import { axisWithMarks, normMarks } from '../../../../core/norms/normMarks.ts';
import { curvePanels } from '../../../../core/report/curvePanels.ts';
import { missingCurve } from '../../../../core/report/missingCurve.ts';
import { REPORT_TEXT } from '../../../../core/report/reportText.ts';
import type { Side } from '../../../../core/types.ts';
import { CurveChart } from '../../../charts/CurveChart.tsx';
import { CurveGrid } from '../../../charts/CurveGrid.tsx';
import { ChartMenu } from '../../../exports/ChartMenu.tsx';
import { NUMBERS_TEXT } from '../../../text/numbersText.ts';
import type { TrialPanelProps } from '../trialPanel.ts';
import { CurveKey } from './CurveKey.tsx';
import css from './Curves.module.css';
import { usePhaseCursor } from './phaseCursor.ts';

const text = NUMBERS_TEXT.curves;
const LOOKS = ['left', 'right'] as const;
const NAMES = [text.lines.left, text.lines.right] as const;

export function Curves({ trial, result, player, provisional }: TrialPanelProps) {
  const [followed, follow] = useState<Side>(result.capture.view === 'right' ? 'right' : 'left');
  const cursor = usePhaseCursor(result, player, followed);
  const norms = useMemo(() => normMarks(result), [result]);
  const charts = useMemo(
    () =>
      curvePanels(result.curves, REPORT_TEXT).map((panel) => {
        const marks = norms.filter((mark) => mark.channel === panel.id);
        return { panel: axisWithMarks(panel, marks), marks };
      }),
    [result.curves, norms],
  );
  if (charts.length === 0) return <p className="quiet">{text.none}</p>;
  return (
    <div className={css.curves} data-provisional={provisional || undefined}>
      <CurveKey result={result} norms={norms} followed={followed} onFollow={follow} />
      <CurveGrid label={text.name}>
        {charts.map(({ panel, marks }) => (
          <CurveChart
            key={panel.id}
            panel={panel}
            cursor={cursor}
            looks={LOOKS}
            names={NAMES}
            norms={marks}
            missing={missingCurve(result, panel.id, REPORT_TEXT)}
            menu={
              <ChartMenu
                title={panel.title}
                askFor={(format) => ({ kind: 'chart', clipId: trial.clip.id, channel: panel.id, format })}
              />
            }
          />
        ))}
      </CurveGrid>
    </div>
  );
}
