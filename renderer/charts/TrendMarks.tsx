// One leg's marks over all visits: circles on a solid line for the left, squares on a dashed one for the right, with their errors.
import type { TrendLine } from '../../core/compare/trend.ts';
import css from './TrendChart.module.css';
import { halfBar, type TrendArea } from './trendArea.ts';

/** Left and right of the same day beside each other, px. */
const APART_PX = 4;
const MARK_PX = 4;

export interface TrendMarksProps {
  readonly line: TrendLine;
  readonly area: TrendArea;
  /** 0 or 1 of two lines; null = alone. */
  readonly nth: number | null;
}

export function TrendMarks({ line, area, nth }: TrendMarksProps) {
  const { points, side, band } = line;
  const shift = nth === null ? 0 : nth === 0 ? -APART_PX : APART_PX;
  const seen = points.flatMap((point) =>
    point.value === null
      ? []
      : [{ key: point.label, x: area.xOf(point.label) + shift, y: area.yOf(point.value), point, value: point.value }],
  );
  return (
    <g className={css[side ?? 'whole']}>
      {band && (
        <rect
          className={css.band}
          x={0}
          width={area.widthPx}
          y={area.yOf(band.high)}
          height={Math.max(1, area.yOf(band.low) - area.yOf(band.high))}
        />
      )}
      <path className={css.line} d={seen.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')} />
      {seen.map(({ key, x, y, point, value }) => (
        <g key={key}>
          <path
            className={css.bar}
            d={barPath(x, area.yOf(value - halfBar(point)), area.yOf(value + halfBar(point)))}
          />
          {side === 'right' ? (
            <rect className={css.mark} x={x - MARK_PX} y={y - MARK_PX} width={2 * MARK_PX} height={2 * MARK_PX} />
          ) : (
            <circle className={css.mark} cx={x} cy={y} r={MARK_PX} />
          )}
        </g>
      ))}
    </g>
  );
}

const barPath = (x: number, from: number, to: number): string =>
  `M${x} ${from}V${to}M${x - 3} ${from}h6M${x - 3} ${to}h6`;
