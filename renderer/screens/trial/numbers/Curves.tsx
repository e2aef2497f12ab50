// The mean stride of every angle, left against right: one cursor for all charts and the film.
import { memo, useCallback, useMemo, useState } from 'react';
import { axisWithMarks, normMarks } from '../../../../core/norms/normMarks.ts';
import { curvePanels } from '../../../../core/report/curvePanels.ts';
import { missingCurve } from '../../../../core/report/missingCurve.ts';
import { REPORT_TEXT } from '../../../../core/report/reportText.ts';
import { type ChannelId, SIDES, type Side, type TrialResult } from '../../../../core/types.ts';
import { CurveChart } from '../../../charts/CurveChart.tsx';
import { CurveGrid } from '../../../charts/CurveGrid.tsx';
import { ChartMenu } from '../../../exports/ChartMenu.tsx';
import { useSteady } from '../../../hooks/useSteady.ts';
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
  const norms = useSteady(useMemo(() => normMarks(result), [result]));
  const strides = useSteady(useMemo(() => stridesIn(result), [result]));
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
      <CurveKey strides={strides} norms={norms} followed={followed} onFollow={follow} />
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
            menu={<CurveMenu clipId={trial.clip.id} channel={panel.id} title={panel.title} />}
          />
        ))}
      </CurveGrid>
    </div>
  );
}

interface CurveMenuProps {
  readonly clipId: string;
  readonly channel: ChannelId;
  readonly title: string;
}

/** Stays as it is while its curve follows a drag. */
const CurveMenu = memo(function CurveMenu({ clipId, channel, title }: CurveMenuProps) {
  const askFor = useCallback(
    (format: 'svg' | 'png') => ({ kind: 'chart', clipId, channel, format }) as const,
    [clipId, channel],
  );
  return <ChartMenu title={title} askFor={askFor} />;
});

/** Strides in each leg's mean curves. */
function stridesIn({ curves }: TrialResult): Readonly<Record<Side, number>> {
  const [left, right] = SIDES.map((side) => Math.max(0, ...curves.filter((c) => c.side === side).map((c) => c.n)));
  return { left: left!, right: right! };
}
