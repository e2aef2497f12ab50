// Where things lie on a chart of visits: dates across, values up, in CSS px.

import type { TrendLine } from '../../core/compare/trend.ts';
import { daysBetween } from '../../core/records/calendar.ts';
import { MARGIN_SIGMAS } from '../../core/report/formatNumber.ts';
import type { Size } from '../player/pictureFrame.ts';

export interface TrendArea extends Size {
  readonly leftPx: number;
  readonly rightPx: number;
  readonly xOf: (date: string) => number;
  readonly yOf: (value: number) => number;
}

/** Room for half a mark and its bar, share of the text's size. */
const MARGIN_REM = 0.9;
const DATES_REM = 1.3;
/** Above and below the highest and lowest, share of what is between. */
const ROOM = 0.08;

/** @param lines of one variable @param dates of the visits, the first first, at least one */
export function trendArea(size: Size, lines: readonly TrendLine[], dates: readonly string[], remPx: number): TrendArea {
  const leftPx = MARGIN_REM * remPx;
  const rightPx = size.widthPx - MARGIN_REM * remPx;
  const bottomPx = size.heightPx - DATES_REM * remPx;
  const days = Math.max(1, daysBetween(dates[0]!, dates.at(-1)!));
  const [low, high] = rangeOf(lines);
  const span = high - low || 1;
  return {
    ...size,
    leftPx,
    rightPx,
    xOf: (date) => leftPx + (daysBetween(dates[0]!, date) / days) * (rightPx - leftPx),
    yOf: (value) => bottomPx * (1 - ROOM) - ((value - low) / span) * bottomPx * (1 - 2 * ROOM),
  };
}

/** Half of a point's bar, in the unit of the value. */
export const halfBar = ({ sigmaRepeat }: TrendLine['points'][number]): number => MARGIN_SIGMAS * (sigmaRepeat ?? 0);

function rangeOf(lines: readonly TrendLine[]): readonly [number, number] {
  const all = lines.flatMap(({ points, band }) => [
    ...points.flatMap((point) =>
      point.value === null ? [] : [point.value - halfBar(point), point.value + halfBar(point)],
    ),
    ...(band ? [band.low, band.high] : []),
  ]);
  return all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
}
