// The mean curves of two legs on one clock, and their difference with what must be exceeded before it means anything.

import { AT_CONTACT } from '../norms/normMarks.ts';
import { warpCurve } from '../phase/warpCurve.ts';
import { type CurveLine, type CurvePanel, curvePanels, niceAxis } from '../report/curvePanels.ts';
import { RECIPES } from '../report/explain/recipes.ts';
import { MARGIN_SIGMAS } from '../report/formatNumber.ts';
import type { ReportText } from '../report/reportText.ts';
import type { ChannelId, Curve, ParameterId, Side } from '../types.ts';

/** One chart of two legs: the first stands in `left`, the second in `right`. */
export interface CurvePair {
  readonly panel: CurvePanel;
  /** Second − first; null where one of them is missing, and throughout when nothing may be judged. [101] */
  readonly differenceDeg: readonly (number | null)[];
  /** The strides leave the difference open by this much either way, 95 %. [101] */
  readonly marginDeg: readonly (number | null)[];
  /** Differences up to this count as the same; null when that is not known. */
  readonly sameWithinDeg: number | null;
  readonly differenceAxis: { readonly minDeg: number; readonly maxDeg: number; readonly ticksDeg: readonly number[] };
}

export interface CurvePairOptions {
  /** Where both toe-offs stand, share of the stride; null = by time alone. */
  readonly toeOffAt: number | null;
  /** False leaves the difference out. */
  readonly comparable: boolean;
  /** By variable; an angle takes the largest of the variables read from it. */
  readonly thresholds: ReadonlyMap<ParameterId, number>;
}

/** Least half-height of a difference's axis, degrees, so that noise does not look like a difference. */
const LEAST_DIFFERENCE_DEG = 5;

/** A chart for every angle that one of the legs has. */
export function curvePairs(
  a: { readonly curves: readonly Curve[]; readonly side: Side },
  b: { readonly curves: readonly Curve[]; readonly side: Side },
  { toeOffAt, comparable, thresholds }: CurvePairOptions,
  text: ReportText,
): readonly CurvePair[] {
  const own = (leg: typeof a, as: Side): Curve[] =>
    leg.curves.filter((c) => c.side === leg.side).map((c) => ({ ...warpCurve(c, toeOffAt), side: as }));
  return curvePanels([...own(a, 'left'), ...own(b, 'right')], text).map((panel) => {
    const differenceDeg = comparable ? subtract(panel.left, panel.right) : [];
    const marginDeg = comparable ? margins(panel.left, panel.right) : [];
    const sameWithinDeg = comparable ? largestOf(panel.id, thresholds) : null;
    return {
      panel,
      differenceDeg,
      marginDeg,
      sameWithinDeg,
      differenceAxis: axisFor(differenceDeg, marginDeg, sameWithinDeg),
    };
  });
}

function subtract(a: CurveLine | null, b: CurveLine | null): readonly (number | null)[] {
  if (a === null || b === null) return [];
  return a.meanDeg.map((from, i) => {
    const to = b.meanDeg[i] ?? null;
    return from === null || to === null ? null : to - from;
  });
}

/** 95 % of a difference of two means of strides; errors both legs share cancel, those of one leg are in the threshold. */
function margins(a: CurveLine | null, b: CurveLine | null): readonly (number | null)[] {
  if (a === null || b === null) return [];
  return a.sdDeg.map((sdA, i) => {
    const sdB = b.sdDeg[i] ?? null;
    return sdA === null || sdB === null ? null : MARGIN_SIGMAS * Math.hypot(sdA / Math.sqrt(a.n), sdB / Math.sqrt(b.n));
  });
}

/** Along a whole curve something exceeds a threshold sooner than in one number: the largest is the honest one. */
function largestOf(channel: ChannelId, thresholds: ReadonlyMap<ParameterId, number>): number | null {
  const own = [...thresholds].filter(([id]) => {
    const { where } = RECIPES[id];
    return (where.kind === 'peak' ? where.channel : AT_CONTACT[id]) === channel || id === channel;
  });
  return own.length === 0 ? null : Math.max(...own.map(([, threshold]) => threshold));
}

function axisFor(
  difference: readonly (number | null)[],
  margin: readonly (number | null)[],
  sameWithin: number | null,
): CurvePair['differenceAxis'] {
  const edges = difference.flatMap((deg, i) => (deg === null ? [] : [Math.abs(deg) + (margin[i] ?? 0)]));
  const reach = Math.max(LEAST_DIFFERENCE_DEG, sameWithin ?? 0, ...edges);
  return niceAxis(-reach, reach);
}
