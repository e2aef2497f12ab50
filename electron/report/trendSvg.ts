// One variable over the visits as inline SVG: dots with their margins, the band of no change, the way between them.

import type { TrendChart, TrendDot, TrendTrack } from '../../core/report/trendCharts.ts';
import { pathThrough, round } from './curveSvg.ts';
import { type Html, html } from './html.ts';

const SIZE = { width: 400, height: 190, left: 58, right: 12, top: 10, bottom: 26 };

/** A chart of one variable. A visit without a value stays empty. */
export function trendSvg({ tracks, axis, alt }: TrendChart, labels: readonly string[]): Html {
  const span = SIZE.height - SIZE.bottom - SIZE.top;
  const y = (value: number) => round(SIZE.top + span - ((value - axis.low) / (axis.high - axis.low)) * span);
  const width = (SIZE.width - SIZE.left - SIZE.right) / labels.length;
  const x = (visit: number, track: number) =>
    round(SIZE.left + width * (visit + 0.5) + (track - (tracks.length - 1) / 2) * Math.min(14, width / 3));
  return html`<svg class="trend" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${alt}">
    ${axis.ticks.map(
      ({ at, text }) => html`<path class="grid" d="M${SIZE.left} ${y(at)}H${SIZE.width - SIZE.right}"/>
      <text class="tick y" x="${SIZE.left - 7}" y="${y(at) + 5}">${text}</text>`,
    )}
    ${labels.map((_, visit) => html`<text class="tick x" x="${round(SIZE.left + width * (visit + 0.5))}" y="${SIZE.height - 8}">${visit + 1}</text>`)}
    ${tracks.map((track) => band(track, y))}
    ${tracks.map((track, i) => line(track, (visit) => x(visit, i), y))}
  </svg>`;
}

const styleOf = ({ side }: TrendTrack): string => side ?? 'whole';

function band(track: TrendTrack, y: (value: number) => number): Html | null {
  if (track.band === null) return null;
  const { low, high } = track.band;
  const width = SIZE.width - SIZE.left - SIZE.right;
  return html`<rect class="mdc ${styleOf(track)}" x="${SIZE.left}" width="${width}" y="${y(high)}" height="${round(y(low) - y(high))}"/>`;
}

function line(track: TrendTrack, x: (visit: number) => number, y: (value: number) => number): Html {
  const style = styleOf(track);
  const known = track.dots.flatMap((dot, visit) => (dot.value === null ? [] : [{ ...dot, visit, value: dot.value }]));
  return html`<path class="way ${style}" d="${pathThrough(known.map(({ visit, value }) => [x(visit), y(value)] as const))}"/>
    ${known.map(
      ({
        visit,
        value,
        margin,
        verdict,
      }) => html`${margin !== null && html`<path class="error ${style}" d="M${x(visit)} ${y(value - margin)}V${y(value + margin)}"/>`}
      ${dotMark(verdict, style, x(visit), y(value))}`,
    )}`;
}

/** Filled for a change and for the baseline, open for none, a cross for what was not judged. */
function dotMark(verdict: TrendDot['verdict'], style: string, x: number, y: number): Html {
  if (verdict === 'not-measurable')
    return html`<path class="cross ${style}" d="M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x - 5} ${y + 5}L${x + 5} ${y - 5}"/>`;
  return html`<circle class="dot ${style} ${verdict === 'within-error' && 'open'}" cx="${x}" cy="${y}" r="5"/>`;
}
