// Where things lie on a chart of one stride: per cents across, degrees up, in CSS px; and lines and bands as SVG paths.
import type { CurveLine } from '../../core/report/curvePanels.ts';
import type { Size } from '../player/pictureFrame.ts';

export interface ChartArea extends Size {
  readonly leftPx: number;
  readonly rightPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
  readonly xOf: (pct: number) => number;
  readonly yOf: (deg: number) => number;
  /** The whole per cent under a place across the chart, 0–100. */
  readonly pctAt: (xPx: number) => number;
}

/** The part of a chart's axis. */
export interface Axis {
  readonly minDeg: number;
  readonly maxDeg: number;
  readonly ticksDeg: readonly number[];
}

/** @param remPx size of the page's text, so that labels have room when it is large */
export function chartArea({ widthPx, heightPx }: Size, { minDeg, maxDeg }: Axis, remPx: number): ChartArea {
  const leftPx = 2.1 * remPx;
  const rightPx = Math.max(leftPx + 1, widthPx - 0.5 * remPx);
  const topPx = 0.4 * remPx;
  const bottomPx = Math.max(topPx + 1, heightPx - 1.2 * remPx);
  return {
    widthPx,
    heightPx,
    leftPx,
    rightPx,
    topPx,
    bottomPx,
    xOf: (pct) => leftPx + (pct / 100) * (rightPx - leftPx),
    yOf: (deg) => {
      const kept = Math.min(maxDeg, Math.max(minDeg, deg));
      return bottomPx - ((kept - minDeg) / (maxDeg - minDeg)) * (bottomPx - topPx);
    },
    pctAt: (xPx) => Math.round(Math.min(100, Math.max(0, (100 * (xPx - leftPx)) / (rightPx - leftPx)))),
  };
}

type Series = readonly (number | null)[];

/** A line through what is known; gaps stay gaps. */
export function linePath(values: Series, { xOf, yOf }: ChartArea): string {
  return pieces(values)
    .map((piece) => through(piece.map((pct) => [xOf(pct), yOf(values[pct]!)])))
    .join('');
}

/** The area between a line and so much above and below it. */
export function bandPath(middle: Series, half: Series, { xOf, yOf }: ChartArea): string {
  return pieces(middle)
    .map((piece) => {
      const edge = (pct: number, sign: number): Point => [xOf(pct), yOf(middle[pct]! + sign * (half[pct] ?? 0))];
      const there = piece.map((pct) => edge(pct, 1));
      const back = [...piece].reverse().map((pct) => edge(pct, -1));
      return `${through([...there, ...back])}Z`;
    })
    .join('');
}

/** The band of one standard deviation. */
export const sdBand = (line: CurveLine, area: ChartArea): string => bandPath(line.meanDeg, line.sdDeg, area);

type Point = readonly [number, number];

function pieces(values: Series): readonly (readonly number[])[] {
  const found: number[][] = [[]];
  values.forEach((value, pct) => {
    if (value === null || !Number.isFinite(value)) found.push([]);
    else found.at(-1)?.push(pct);
  });
  return found.filter((piece) => piece.length > 1);
}

const through = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
