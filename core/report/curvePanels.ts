// The charts of the mean stride: which angles, on which axis, left against right, and what to say where one is missing.

import type { ChannelId, Curve, Side } from '../types.ts';
import { fill, formatNumber } from './formatNumber.ts';
import type { ReportText } from './reportText.ts';

/** One leg's mean stride. 101 points from 0 to 100 % of the stride. */
export interface CurveLine {
  readonly n: number;
  readonly meanDeg: readonly (number | null)[];
  readonly sdDeg: readonly (number | null)[];
  readonly toeOffPct: number | null;
}

/** One chart. */
export interface CurvePanel {
  readonly id: ChannelId;
  readonly title: string;
  /** Which way is up, e.g. `flexion +`. */
  readonly up: string;
  readonly left: CurveLine | null;
  readonly right: CurveLine | null;
  readonly minDeg: number;
  readonly maxDeg: number;
  readonly ticksDeg: readonly number[];
  /** Which leg is missing, in words; null when both are there. */
  readonly missing: string | null;
  /** The chart in one sentence, for those who cannot see it. */
  readonly alt: string;
}

const ORDER: readonly ChannelId[] = [
  'trunkLean',
  'hipFlexion',
  'thigh',
  'kneeFlexion',
  'ankle',
  'foot',
  'shank',
  'pelvicObliquity',
];

/** Least height of an axis, so that a steady trunk does not look as if it swung. */
const LEAST_SPAN_DEG = 20;

/** A chart for every channel that has a curve of a leg, or would have had one; empty when no curve is known at all. */
export function curvePanels(curves: readonly Curve[], text: ReportText): readonly CurvePanel[] {
  const panels = ORDER.map((id) => panel(id, curves, text)).filter((p) => p !== null);
  return panels.some((p) => p.left !== null || p.right !== null) ? panels : [];
}

function panel(id: ChannelId, curves: readonly Curve[], text: ReportText): CurvePanel | null {
  const line = (side: Side): CurveLine | null => {
    const curve = curves.find((c) => c.id === id && c.side === side);
    return curve?.meanDeg.some((value) => value !== null && Number.isFinite(value)) ? curve : null;
  };
  if (!curves.some((curve) => curve.id === id)) return null;
  const left = line('left');
  const right = line('right');
  const axis = axisOf([left, right].filter((l) => l !== null));
  const title = text.channels[id].title;
  const missing = text.curves.missing;
  return {
    id,
    title,
    up: text.channels[id].up,
    left,
    right,
    ...axis,
    missing:
      left === null && right === null
        ? missing.both
        : left === null
          ? missing.left
          : right === null
            ? missing.right
            : null,
    alt: fill(text.curves.alt, { title, left: rangeWords(left, text), right: rangeWords(right, text) }),
  };
}

function rangeWords(line: CurveLine | null, text: ReportText): string {
  if (line === null) return text.notMeasurable;
  const values = line.meanDeg.filter((value): value is number => value !== null && Number.isFinite(value));
  return fill(text.curves.range, {
    min: formatNumber(Math.min(...values), 0),
    max: formatNumber(Math.max(...values), 0),
  });
}

function axisOf(lines: readonly CurveLine[]): Pick<CurvePanel, 'minDeg' | 'maxDeg' | 'ticksDeg'> {
  const edges = lines.flatMap((line) =>
    line.meanDeg.flatMap((mean, i) => {
      const sd = line.sdDeg[i] ?? 0;
      return mean === null || !Number.isFinite(mean) ? [] : [mean - sd, mean + sd];
    }),
  );
  const low = edges.length > 0 ? Math.min(...edges) : 0;
  const high = edges.length > 0 ? Math.max(...edges) : LEAST_SPAN_DEG;
  const spare = Math.max(0, LEAST_SPAN_DEG - (high - low)) / 2;
  return niceAxis(low - spare, high + spare);
}

/**
 * Round numbers that enclose a range.
 * @returns two to six ticks, the first and last being the ends of the axis
 */
export function niceAxis(low: number, high: number): Pick<CurvePanel, 'minDeg' | 'maxDeg' | 'ticksDeg'> {
  const step = [5, 10, 20, 30, 40, 60, 90].find((s) => Math.ceil(high / s) - Math.floor(low / s) <= 5) ?? 180;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const ticksDeg = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  return { minDeg: first * step, maxDeg: last * step, ticksDeg };
}
