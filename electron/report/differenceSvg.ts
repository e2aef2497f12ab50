// The strip below a chart of two curves: their difference, its margin, and the range in which it means nothing.

import type { ComparedCurve } from '../../core/report/comparisonCurves.ts';
import { formatNumber } from '../../core/report/formatNumber.ts';
import { PLOT, pathThrough, round, SIZE, xOf } from './curveSvg.ts';
import { type Html, html } from './html.ts';

/** As wide as the chart above it, so that percents stand below each other. */
const HEIGHT = 92;
const EDGE = 8;

/** The strip; empty where no difference is judged. */
export function differenceSvg({ pair, beyond }: ComparedCurve): Html {
  const { differenceDeg, marginDeg, sameWithinDeg, differenceAxis } = pair;
  if (!differenceDeg.some((deg) => deg !== null)) return html``;
  const { minDeg, maxDeg, ticksDeg } = differenceAxis;
  const y = (deg: number) => HEIGHT - EDGE - ((deg - minDeg) / (maxDeg - minDeg)) * (HEIGHT - 2 * EDGE);
  const ends = [ticksDeg[0] ?? minDeg, 0, ticksDeg.at(-1) ?? maxDeg];
  return html`<svg class="curve difference" viewBox="0 0 ${SIZE.width} ${HEIGHT}" aria-hidden="true">
    ${sameWithinDeg !== null && html`<rect class="same" x="${PLOT.x0}" width="${PLOT.x1 - PLOT.x0}" y="${round(y(sameWithinDeg))}" height="${round(y(-sameWithinDeg) - y(sameWithinDeg))}"/>`}
    ${ends.map(
      (deg) => html`<path class="${deg === 0 ? 'grid zero' : 'grid'}" d="M${PLOT.x0} ${round(y(deg))}H${PLOT.x1}"/>
      <text class="tick y" x="${PLOT.x0 - 7}" y="${round(y(deg) + 7)}">${formatNumber(deg, 0)}</text>`,
    )}
    ${runs(differenceDeg).map((run) => html`<path class="margin-band" d="${band(run, differenceDeg, marginDeg, y)}"/>`)}
    ${runs(differenceDeg).map((run) => html`<path class="gap" d="${path(run, differenceDeg, y)}"/>`)}
    ${beyond.map(({ fromPct, toPct }) => {
      const run = Array.from({ length: toPct - fromPct + 1 }, (_, i) => fromPct + i);
      return html`<path class="gap beyond" d="${path(run, differenceDeg, y)}"/>`;
    })}
  </svg>`;
}

type Series = readonly (number | null)[];

/** Runs of neighbouring percents at which the difference is known. */
function runs(series: Series): readonly (readonly number[])[] {
  const found: number[][] = [[]];
  series.forEach((deg, percent) => {
    if (deg === null) found.push([]);
    else found.at(-1)?.push(percent);
  });
  return found.filter((run) => run.length > 1);
}

function path(run: readonly number[], series: Series, y: (deg: number) => number): string {
  return pathThrough(run.map((percent) => [xOf(percent), y(series[percent] ?? 0)] as const));
}

function band(run: readonly number[], series: Series, margin: Series, y: (deg: number) => number): string {
  const edge = (percent: number, sign: 1 | -1) =>
    [xOf(percent), y((series[percent] ?? 0) + sign * (margin[percent] ?? 0))] as const;
  return `${pathThrough([...run.map((p) => edge(p, 1)), ...[...run].reverse().map((p) => edge(p, -1))])}Z`;
}
