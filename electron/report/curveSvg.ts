// One chart of the mean stride as inline SVG: left solid blue, right dashed orange, bands of one standard deviation.

import type { CurveLine, CurvePanel } from '../../core/report/curvePanels.ts';
import { formatNumber } from '../../core/report/formatNumber.ts';
import { type Html, html } from './html.ts';

/** Size and inner edges in the drawing's own units, tenths of a millimetre on paper. */
export const SIZE = { width: 430, height: 236, left: 50, right: 6, top: 8, bottom: 34 };
export const PLOT = {
  x0: SIZE.left,
  x1: SIZE.width - SIZE.right,
  y0: SIZE.height - SIZE.bottom,
  y1: SIZE.top,
};

/** How the two lines of a chart are drawn: as a left and a right leg, or as what stands first and second. */
export type LineStyles = readonly ['left' | 'first', 'right' | 'second'];

/** A chart of one angle. Gaps in a curve stay gaps. */
export function curveSvg(panel: CurvePanel, [one, other]: LineStyles = ['left', 'right']): Html {
  const y = (deg: number): number =>
    PLOT.y0 - ((deg - panel.minDeg) / (panel.maxDeg - panel.minDeg)) * (PLOT.y0 - PLOT.y1);
  return html`<svg class="curve" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${panel.alt}">
    ${panel.ticksDeg.map((deg) => yTick(deg, y(deg)))}
    ${[0, 25, 50, 75, 100].map((percent) => xTick(percent))}
    ${line(panel.left, one, y, panel)}${line(panel.right, other, y, panel)}
  </svg>`;
}

function yTick(deg: number, y: number): Html {
  return html`<path class="${deg === 0 ? 'grid zero' : 'grid'}" d="M${PLOT.x0} ${round(y)}H${PLOT.x1}"/>
    <text class="tick y" x="${PLOT.x0 - 7}" y="${round(y + 7)}">${formatNumber(deg, 0)}</text>`;
}

function xTick(percent: number): Html {
  const x = xOf(percent);
  return html`<path class="axis" d="M${x} ${PLOT.y0}v6"/>${
    percent % 50 === 0 && html`<text class="tick x" x="${x}" y="${PLOT.y0 + 28}">${percent}</text>`
  }`;
}

function line(curve: CurveLine | null, side: LineStyles[number], y: (deg: number) => number, panel: CurvePanel): Html {
  if (curve === null) return html``;
  const clampY = (deg: number) => y(Math.min(Math.max(deg, panel.minDeg), panel.maxDeg));
  const pieces = knownPieces(curve);
  const toeOff = curve.toeOffPct;
  return html`
    ${pieces.map((piece) => html`<path class="band ${side}" d="${bandPath(curve, piece, clampY)}"/>`)}
    ${toeOff !== null && html`<path class="toe-off ${side}" d="M${xOf(toeOff)} ${PLOT.y0}V${PLOT.y1}"/>`}
    ${pieces.map((piece) => html`<path class="mean ${side}" d="${linePath(curve, piece, clampY)}"/>`)}`;
}

/** Runs of neighbouring percents at which the mean is known. */
function knownPieces(curve: CurveLine): readonly (readonly number[])[] {
  const pieces: number[][] = [[]];
  curve.meanDeg.forEach((mean, percent) => {
    if (mean === null || !Number.isFinite(mean)) pieces.push([]);
    else pieces.at(-1)?.push(percent);
  });
  return pieces.filter((piece) => piece.length > 1);
}

function linePath(curve: CurveLine, piece: readonly number[], y: (deg: number) => number): string {
  return pathThrough(piece.map((percent) => [xOf(percent), y(curve.meanDeg[percent] ?? 0)] as const));
}

function bandPath(curve: CurveLine, piece: readonly number[], y: (deg: number) => number): string {
  const edge = (percent: number, sign: 1 | -1) => {
    const sd = curve.sdDeg[percent];
    return y((curve.meanDeg[percent] ?? 0) + sign * (sd != null && Number.isFinite(sd) ? sd : 0));
  };
  const upper = piece.map((percent) => [xOf(percent), edge(percent, 1)] as const);
  const lower = [...piece].reverse().map((percent) => [xOf(percent), edge(percent, -1)] as const);
  return `${pathThrough([...upper, ...lower])}Z`;
}

/** An open line through points of the drawing. */
export const pathThrough = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');

/** Where a percent of the stride stands in the drawing. */
export const xOf = (percent: number): number => round(PLOT.x0 + (percent / 100) * (PLOT.x1 - PLOT.x0));
/** Drawings need no more than a tenth of a unit. */
export const round = (value: number): number => Math.round(value * 10) / 10;
