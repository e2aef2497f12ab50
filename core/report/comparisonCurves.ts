// The curves of a comparison: two mean strides of one angle over each other, their difference below, and what it amounts to.

import type { FilmPair, VisitComparison } from '../compare/compareVisits.ts';
import { type CurvePair, curvePairs } from '../compare/curvePairs.ts';
import type { ChannelId, ParameterId } from '../types.ts';
import { fill, formatNumber } from './formatNumber.ts';
import type { ReportText } from './reportText.ts';

/** One chart with its strip. */
export interface ComparedCurve {
  readonly pair: CurvePair;
  /** Angle and, where both legs are in the report, which leg. */
  readonly title: string;
  /** Second − first over the whole stride, degrees; null when not judged. */
  readonly meanDifferenceDeg: number | null;
  /** Parts of the stride, %, in which the difference is larger than what counts as the same. */
  readonly beyond: readonly { readonly fromPct: number; readonly toPct: number }[];
  /** Both in words. */
  readonly finding: string;
  readonly alt: string;
}

/** Angles of the whole body, which every pair of films shows once more. */
const OF_THE_WHOLE: ReadonlySet<ChannelId> = new Set(['trunkLean', 'pelvicObliquity']);

/** Charts of the near leg of every pair of films. @param names of the first and the second */
export function comparedCurves(
  comparison: VisitComparison,
  names: readonly [string, string],
  text: ReportText,
): readonly ComparedCurve[] {
  const several = comparison.pairs.length > 1;
  return comparison.pairs.flatMap((pair, i) => {
    const { first, second, comparable } = pair;
    const thresholds = thresholdsOf(comparison, pair);
    const a = { curves: first.result.curves, side: first.side };
    const b = { curves: second.result.curves, side: second.side };
    return curvePairs(a, b, { toeOffAt: null, comparable, thresholds }, text)
      .filter(({ panel }) => (panel.left !== null || panel.right !== null) && !(i > 0 && OF_THE_WHOLE.has(panel.id)))
      .map((found) => {
        const { title } = found.panel;
        const leg = text.keyFrames.leg[first.side].toLowerCase();
        return describe(
          found,
          several && !OF_THE_WHOLE.has(found.panel.id) ? fill(text.comparison.curves.leg, { title, leg }) : title,
          names,
          text,
        );
      });
  });
}

/** By variable, of the legs that the pair shows. */
function thresholdsOf({ rows, kind }: VisitComparison, pair: FilmPair): ReadonlyMap<ParameterId, number> {
  const own = rows.filter(
    (row) => row.pair === pair && (kind === 'left-right' || row.side === null || row.side === pair.first.side),
  );
  return new Map(own.flatMap((row) => (row.threshold === null ? [] : [[row.id, row.threshold] as const])));
}

function describe(
  pair: CurvePair,
  title: string,
  [first, second]: readonly [string, string],
  text: ReportText,
): ComparedCurve {
  const words = text.comparison.curves;
  const known = pair.differenceDeg.filter((deg) => deg !== null);
  const mean = known.length === 0 ? null : known.reduce((sum, deg) => sum + deg, 0) / known.length;
  const beyond = rangesBeyond(pair);
  const places = beyond.map(({ fromPct, toPct }) => (fromPct === toPct ? `${fromPct}` : `${fromPct}\u2013${toPct}`));
  const where = places.length === 0 ? words.within : fill(words.beyond, { places: places.join(', ') });
  const sign = mean !== null && mean > 0.05 ? '+' : '';
  return {
    pair,
    title,
    meanDifferenceDeg: mean,
    beyond,
    finding:
      mean === null || pair.sameWithinDeg === null
        ? words.unjudged
        : fill(words.finding, { mean: sign + formatNumber(mean, 1, text.decimalMark), where }),
    alt: fill(words.alt, { title, first, second }),
  };
}

/**
 * By how much of the stride two mean curves may be shifted against each other, %. Ours: contacts of two films leave 3.5 ms open (see
 * errorModel.ts), 95 % of which is 7 ms or 1 % of a running stride; where a joint moves fast that alone is some degrees.
 */
const SHIFT_PCT = 1;

/** Where the difference is larger than what counts as the same, what the strides leave open, and what a shift in time makes. */
function rangesBeyond({ differenceDeg, marginDeg, sameWithinDeg, panel }: CurvePair): ComparedCurve['beyond'] {
  if (sameWithinDeg === null) return [];
  const ranges: { fromPct: number; toPct: number }[] = [];
  differenceDeg.forEach((deg, pct) => {
    const shifted = SHIFT_PCT * Math.max(steepness(panel.left, pct), steepness(panel.right, pct));
    if (deg === null || Math.abs(deg) <= sameWithinDeg + (marginDeg[pct] ?? 0) + shifted) return;
    const last = ranges.at(-1);
    if (last?.toPct === pct - 1) last.toPct = pct;
    else ranges.push({ fromPct: pct, toPct: pct });
  });
  return ranges;
}

/** How fast a curve moves at a percent, degrees per %; 0 where it is not known. */
function steepness(line: CurvePair['panel']['left'], pct: number): number {
  const [before, after] = [line?.meanDeg[Math.max(0, pct - 1)], line?.meanDeg[Math.min(100, pct + 1)]];
  return before == null || after == null ? 0 : Math.abs(after - before) / 2;
}
