// From fresh to tired over the clips of one run, in the words and digits of the table.

import { type Drift, driftOver, type TimedFilm } from '../compare/drift.ts';
import { markOf } from './comparisonRows.ts';
import { displayUnit, fill, formatMargin, formatValue, signWith } from './formatNumber.ts';
import type { Verdict } from './parameterRows.ts';
import type { ReportText } from './reportText.ts';

/** One number over the run. */
export interface DriftLine {
  readonly label: string;
  /** Which leg, or that it is the difference of both. */
  readonly leg: string;
  readonly unit: string;
  /** Values of the clips in order, without unit. */
  readonly values: readonly string[];
  /** Last − first along the fitted line with its 95 % margin; null with fewer than two clips. */
  readonly change: string | null;
  readonly margin: string | null;
  /** Per ten minutes, or per ten clips where no times were noted; null with fewer than two clips. */
  readonly perTen: string | null;
  readonly verdict: { readonly kind: Verdict; readonly text: string };
}

/** @param films clips of one run and view in any order; fewer than two have no line */
export function driftLines(films: readonly TimedFilm[], text: ReportText): readonly DriftLine[] {
  return films.length < 2 ? [] : driftOver(films).map((drift) => lineOf(drift, text));
}

function lineOf(drift: Drift, text: ReportText): DriftLine {
  const words = text.comparison.drift;
  const unit = displayUnit(drift.id, drift.unit);
  const spanMin = (drift.points.at(-1)?.atMin ?? 0) - (drift.points[0]?.atMin ?? 0);
  const said = (value: number | null) => formatValue(value, unit, 'table', text.decimalMark);
  const threshold = said(drift.threshold) ?? '';
  return {
    label: text.parameters[drift.id].label,
    leg: drift.isAsymmetry
      ? words.asymmetry
      : drift.side === null
        ? text.comparison.table.whole
        : text.side[drift.side],
    unit: unit.name,
    values: drift.points.map(({ value }) => said(value) ?? text.notMeasurable),
    change: signWith(drift.change, said(drift.change)),
    margin: formatMargin(
      drift.slopeSigma === null ? null : drift.slopeSigma * spanMin,
      unit,
      'table',
      text.decimalMark,
    ),
    perTen: signWith(drift.slopePerMin, said(drift.slopePerMin === null ? null : 10 * drift.slopePerMin)),
    verdict: {
      kind: markOf(drift.verdict),
      text:
        drift.verdict === 'not-measurable'
          ? text.comparison.notComparable
          : fill(text.comparison.verdict['fresh-tired'][drift.verdict], { threshold }),
    },
  };
}
