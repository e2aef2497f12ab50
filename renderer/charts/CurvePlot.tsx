// What of a chart does not move: rules, bands, toe-offs, healthy bars and the mean curves.
import { memo } from 'react';
import type { NormMark } from '../../core/norms/normMarks.ts';
import type { CurvePanel } from '../../core/report/curvePanels.ts';
import { formatNumber } from '../../core/report/formatNumber.ts';
import css from './CurveChart.module.css';
import { type Axis, type ChartArea, linePath, sdBand } from './chartArea.ts';
import type { LineLook } from './lineLook.ts';

export interface CurvePlotProps {
  readonly panel: CurvePanel;
  readonly area: ChartArea;
  /** How the panel's first and second line look. */
  readonly looks: readonly [LineLook, LineLook];
  readonly norms: readonly NormMark[];
}

export const CurvePlot = memo(function CurvePlot({ panel, area, looks, norms }: CurvePlotProps) {
  const shared = panel.left?.toeOffPct === panel.right?.toeOffPct ? (panel.left?.toeOffPct ?? null) : null;
  const lines = [panel.left, panel.right].map((line, i) => ({ line, look: looks[i as 0 | 1] }));
  return (
    <g>
      <Grid axis={panel} area={area} />
      {norms.map((mark) => (
        <NormBar key={mark.id} mark={mark} area={area} />
      ))}
      {lines.map(
        ({ line, look }) => line && <path key={look} className={`${css.band} ${css[look]}`} d={sdBand(line, area)} />,
      )}
      {shared === null ? (
        lines.map(({ line, look }) => line && <ToeOff key={look} pct={line.toeOffPct} look={look} area={area} />)
      ) : (
        <ToeOff pct={shared} look="both" area={area} />
      )}
      {lines.map(
        ({ line, look }) =>
          line && <path key={look} className={`${css.mean} ${css[look]}`} d={linePath(line.meanDeg, area)} />,
      )}
    </g>
  );
});

/** Thin rules at round degrees, the one at 0 a little darker; per cents below. */
export function Grid({
  axis,
  area,
  bare = false,
}: {
  readonly axis: Axis;
  readonly area: ChartArea;
  readonly bare?: boolean;
}) {
  return (
    <>
      {axis.ticksDeg.map((deg) => (
        <g key={deg}>
          <path className={deg === 0 ? css.zero : css.rule} d={`M${area.leftPx} ${area.yOf(deg)}H${area.rightPx}`} />
          <text className={css.degrees} x={area.leftPx - 6} y={area.yOf(deg)}>
            {formatNumber(deg, 0)}
          </text>
        </g>
      ))}
      {[0, 25, 50, 75, 100].map((pct) => (
        <g key={pct}>
          <path className={css.tick} d={`M${area.xOf(pct)} ${area.bottomPx}v4`} />
          {!bare && pct % 50 === 0 && (
            <text
              className={css.percents}
              x={area.xOf(pct)}
              y={area.heightPx - 1}
              data-end={pct === 100 ? '' : undefined}
            >
              {pct === 100 ? '100 %' : pct}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

interface ToeOffProps {
  readonly pct: number | null;
  /** `both`: the two lines share it. */
  readonly look: LineLook | 'both';
  readonly area: ChartArea;
}

function ToeOff({ pct, look, area }: ToeOffProps) {
  if (pct === null) return null;
  const x = area.xOf(pct);
  return (
    <g className={css[look]}>
      <path className={css.toeOff} d={`M${x} ${area.topPx}V${area.bottomPx}`} />
      <path className={css.toeOffFoot} d={`M${x} ${area.bottomPx}l-3.5 6h7z`} />
    </g>
  );
}

/** From the 5th to the 95th of a hundred healthy adults. */
function NormBar({ mark, area }: { readonly mark: NormMark; readonly area: ChartArea }) {
  const [top, bottom] = [area.yOf(mark.band.high), area.yOf(mark.band.low)];
  const x = Math.max(area.leftPx + HALF_BAR_PX, area.xOf(mark.atPct));
  return (
    <rect className={css.norm} x={x - HALF_BAR_PX} y={top} width={2 * HALF_BAR_PX} height={Math.max(1, bottom - top)} />
  );
}

const HALF_BAR_PX = 5;
