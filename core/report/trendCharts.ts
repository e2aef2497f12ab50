// One chart for each variable over the visits, and the table of all values: what stands where, and in which words.

import type { Trend, TrendLine, TrendPoint } from '../compare/trend.ts';
import type { ParameterId, Side } from '../types.ts';
import { markOf } from './comparisonRows.ts';
import {
  type DisplayUnit,
  displayUnit,
  fill,
  formatMargin,
  formatNumber,
  formatValue,
  MARGIN_SIGMAS,
  opening,
} from './formatNumber.ts';
import type { Verdict } from './parameterRows.ts';
import type { ReportText } from './reportText.ts';

/** One visit's value on a chart, in the chart's unit. */
export interface TrendDot {
  /** Null when it could not be measured. */
  readonly value: number | null;
  readonly margin: number | null;
  readonly verdict: Verdict | 'baseline';
  /** The value as it stands in the table, or the words for a missing one. */
  readonly text: string;
}

/** A leg's dots, or those of the whole body. */
export interface TrendTrack {
  readonly side: Side | null;
  readonly dots: readonly TrendDot[];
  /** Within these nothing is called a change; null without a baseline. */
  readonly band: { readonly low: number; readonly high: number } | null;
}

export interface TrendChart {
  readonly id: ParameterId;
  readonly title: string;
  readonly unit: string;
  readonly tracks: readonly TrendTrack[];
  readonly axis: {
    readonly low: number;
    readonly high: number;
    readonly ticks: readonly { at: number; text: string }[];
  };
  readonly alt: string;
}

/** A chart for every variable that has a value at some visit. */
export function trendCharts({ lines }: Trend, text: ReportText): readonly TrendChart[] {
  return [...new Set(lines.map((line) => line.id))].flatMap((id): readonly TrendChart[] => {
    const own = lines.filter((line) => line.id === id && line.points.some((point) => point.value !== null));
    if (own.length === 0 || id === 'strikePattern') return [];
    const unit = displayUnit(id, own[0]!.unit);
    const tracks = own.map((line) => trackOf(line, unit, text));
    const title = opening(text.parameters[id].plain);
    const values = tracks
      .map(({ side, dots }) => `${side === null ? '' : `${text.side[side]} `}${dots.map((dot) => dot.text).join(', ')}`)
      .join('; ');
    const alt = fill(text.comparison.trend.alt, { title, count: own[0]!.points.length, values });
    return [{ id, title, unit: unit.name, tracks, axis: axisOf(tracks, unit, text), alt }];
  });
}

function trackOf({ side, points, band }: TrendLine, unit: DisplayUnit, text: ReportText): TrendTrack {
  return {
    side,
    dots: points.map((point) => ({
      value: point.value === null ? null : point.value * unit.factor,
      margin: point.sigmaRepeat === null ? null : MARGIN_SIGMAS * point.sigmaRepeat * unit.factor,
      verdict: verdictOf(point),
      text: formatValue(point.value, unit, 'table', text.decimalMark) ?? text.comparison.trend.missing,
    })),
    band: band === null ? null : { low: band.low * unit.factor, high: band.high * unit.factor },
  };
}

const verdictOf = ({ verdict }: TrendPoint): TrendDot['verdict'] =>
  verdict === 'baseline' ? 'baseline' : markOf(verdict);

function axisOf(tracks: readonly TrendTrack[], unit: DisplayUnit, text: ReportText): TrendChart['axis'] {
  const edges = tracks.flatMap(({ dots, band }) => [
    ...dots.flatMap(({ value, margin }) => (value === null ? [] : [value - (margin ?? 0), value + (margin ?? 0)])),
    ...(band === null ? [] : [band.low, band.high]),
  ]);
  const [least, most] = [Math.min(...edges), Math.max(...edges)];
  const step = niceStep(Math.max(most - least, 10 ** -unit.digits));
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => {
    const at = (first + i) * step;
    return { at, text: formatNumber(at, digits, text.decimalMark) };
  });
  return { low: first * step, high: last * step, ticks };
}

/** 1, 2 or 5 times a power of ten, so that four ticks or fewer lie within a span. */
function niceStep(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / 3));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => span / step <= 4) ?? 10 * power;
}

/** One line of the table of all visits. */
export interface TrendTableRow {
  readonly id: ParameterId;
  readonly label: string;
  /** Which leg, in words. */
  readonly leg: string;
  readonly unit: string;
  /** What follows the first visit's ±, without unit; null when it was not measured. */
  readonly margin: string | null;
  readonly cells: readonly { readonly text: string; readonly verdict: TrendDot['verdict'] }[];
}

/** Every variable that some visit lists, in the order of reading. */
export function trendTable({ lines }: Trend, text: ReportText): readonly TrendTableRow[] {
  return lines
    .filter(({ id }) => id !== 'strikePattern')
    .map(({ id, side, unit: stored, points }) => {
      const unit = displayUnit(id, stored);
      return {
        id,
        label: text.parameters[id].label,
        leg: side === null ? text.comparison.table.whole : text.side[side],
        unit: unit.name,
        margin: formatMargin(
          points[0]?.value == null ? null : (points[0]?.sigmaRepeat ?? null),
          unit,
          'table',
          text.decimalMark,
        ),
        cells: points.map((point) => ({
          text: formatValue(point.value, unit, 'table', text.decimalMark) ?? '\u2013',
          verdict: verdictOf(point),
        })),
      };
    });
}
