// A baseline and every visit since: each number with its error, the band within which nothing has changed, and a verdict.

import type { Parameter, ParameterId, Side, Unit } from '../types.ts';
import { BOUND_SIGMAS } from './asymmetry.ts';
import type { ComparedFilm } from './comparedFilm.ts';
import { type ComparedRow, compareVisits } from './compareVisits.ts';
import type { PairNote } from './pairNotes.ts';
import { BETWEEN_DAYS, limitFor } from './thresholds.ts';

/** One visit, e.g. of a day. */
export interface TrendVisit {
  /** As people write it, e.g. a date. */
  readonly label: string;
  /** At least one. */
  readonly films: readonly ComparedFilm[];
}

export interface TrendPoint {
  readonly label: string;
  /** Null when it could not be measured. */
  readonly value: number | null;
  /** Standard error of the value beside the baseline's: what both repeat is left out; null without a value. */
  readonly sigmaRepeat: number | null;
  readonly quality: Parameter['quality'];
  /** Value − baseline; null when not judged. */
  readonly difference: number | null;
  /** How large it must be before it is called a change; null when not judged. */
  readonly threshold: number | null;
  readonly verdict: 'baseline' | ComparedRow['verdict'];
}

/** One variable over all visits. */
export interface TrendLine {
  readonly id: ParameterId;
  readonly side: Side | null;
  readonly unit: Unit;
  /** One for each visit, the baseline first. */
  readonly points: readonly TrendPoint[];
  /**
   * Between these a later visit measured as surely as the baseline would not be called changed: the minimal detectable change either
   * way. Null when the baseline has no value.
   */
  readonly band: { readonly low: number; readonly high: number } | null;
}

export interface Trend {
  readonly lines: readonly TrendLine[];
  /** What each visit does not share with the baseline, one list for each visit; that of the baseline is empty. */
  readonly notes: readonly (readonly PairNote[])[];
}

/**
 * Follows variables from visit to visit. Every visit is judged against the first, by the rule for two days.
 * @param visits the baseline first, at least one
 * @param ids what to follow, in the order wanted; a variable that no visit has is left out
 * @throws RangeError without a visit
 */
export function trendOf(visits: readonly TrendVisit[], ids: readonly ParameterId[]): Trend {
  const [baseline, ...later] = visits;
  if (baseline === undefined) throw new RangeError('a trend needs a baseline');
  const start = compareVisits('before-after', baseline.films, baseline.films);
  const since = later.map(({ films }) => compareVisits('before-after', baseline.films, films));
  const own = later.map(({ films }) => compareVisits('before-after', films, films));
  const lines = ids.flatMap((id) =>
    ([null, 'left', 'right'] as const).flatMap((side): readonly TrendLine[] => {
      const rowIn = ({ rows }: { readonly rows: readonly ComparedRow[] }) =>
        rows.find((row) => row.id === id && row.side === side);
      const first = rowIn(start);
      const anyRow = first ?? own.map(rowIn).find((row) => row !== undefined);
      if (anyRow === undefined) return [];
      const points = [
        pointOf(baseline.label, first?.first, null),
        ...later.map(({ label }, i) => pointOf(label, rowIn(own[i]!)?.first, rowIn(since[i]!) ?? null)),
      ];
      return [{ id, side, unit: anyRow.unit, points: asBaseline(points), band: bandOf(first?.first) }];
    }),
  );
  return { lines, notes: [[], ...since.map((comparison) => comparison.notes)] };
}

/** The value that was judged; where nothing could be, the visit's best of its own. */
function pointOf(label: string, best: Parameter | undefined, judged: ComparedRow | null): TrendPoint {
  const own = judged === null || judged.second.value === null ? best : judged.second;
  return {
    label,
    value: own?.value ?? null,
    sigmaRepeat: own?.value == null ? null : (own.sigmaRepeat ?? own.sigma),
    quality: own?.quality ?? 'not-measurable',
    difference: judged?.difference ?? null,
    threshold: judged?.threshold ?? null,
    verdict: judged?.verdict ?? 'not-measurable',
  };
}

const asBaseline = ([first, ...rest]: readonly TrendPoint[]): readonly TrendPoint[] =>
  first === undefined ? [] : [{ ...first, verdict: first.value === null ? 'not-measurable' : 'baseline' }, ...rest];

function bandOf(baseline: Parameter | undefined): TrendLine['band'] {
  if (baseline?.value == null) return null;
  const { id, value } = baseline;
  const ownError = BOUND_SIGMAS * Math.SQRT2 * (baseline.sigmaRepeat ?? baseline.sigma ?? 0);
  const change = Math.max(ownError, limitFor(BETWEEN_DAYS[id], value, value));
  return { low: value - change, high: value + change };
}
