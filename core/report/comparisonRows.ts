// The table of a comparison: every variable first and second, the difference and its verdict, what matters first.

import type { ComparedRow, ComparisonKind } from '../compare/compareVisits.ts';
import type { Parameter, ParameterId } from '../types.ts';
import { displayUnit, fill, formatValue, signWith } from './formatNumber.ts';
import {
  type Cell,
  parameterCell,
  type Reason,
  reasonLetters,
  reasonsByLetter,
  type Verdict,
} from './parameterRows.ts';
import type { ReportText } from './reportText.ts';

/** One line, as printed, shown and exported. */
export interface ComparisonLine {
  readonly id: ParameterId;
  readonly label: string;
  /** Which leg, in words; empty where left stands against right. */
  readonly leg: string;
  readonly unit: string;
  readonly first: Cell;
  readonly second: Cell;
  /** Second − first with its sign, without unit; null when not judged. */
  readonly difference: string | null;
  /** How large it must be before it is called one, without unit; null when not judged. */
  readonly threshold: string | null;
  readonly verdict: { readonly kind: Verdict; readonly text: string };
  /** What else may have caused a change, in words; empty when nothing is known of. */
  readonly causes: string;
}

/** The table and the list of reasons below it; both empty when nothing was measured in both. */
export function comparisonLines(
  rows: readonly ComparedRow[],
  kind: ComparisonKind,
  text: ReportText,
): { readonly lines: readonly ComparisonLine[]; readonly reasons: readonly Reason[] } {
  const all = rows.flatMap((row): Parameter[] => [row.first, row.second]);
  const letters = reasonLetters(all, text);
  const lines = rows.map((row) => lineOf(row, kind, letters, text));
  return { lines, reasons: reasonsByLetter(all, letters, text) };
}

function lineOf(
  row: ComparedRow,
  kind: ComparisonKind,
  letters: ReadonlyMap<string, string>,
  text: ReportText,
): ComparisonLine {
  const unit = displayUnit(row.id, row.unit);
  const isStrike = row.id === 'strikePattern';
  const difference = formatValue(row.difference, unit, 'table', text.decimalMark);
  const threshold = formatValue(row.threshold, unit, 'table', text.decimalMark);
  return {
    id: row.id,
    label: text.parameters[row.id].label,
    leg: kind === 'left-right' ? '' : row.side === null ? text.comparison.table.whole : text.side[row.side],
    unit: isStrike ? '' : unit.name,
    first: parameterCell(row.first, letters, text),
    second: parameterCell(row.second, letters, text),
    difference: isStrike ? null : signWith(row.difference, difference),
    threshold: isStrike ? null : threshold,
    verdict: { kind: markOf(row.verdict), text: verdictWords(row, kind, threshold, text) },
    causes: causesOf(row, text),
  };
}

/** The sign that stands before a verdict. */
export function markOf(verdict: ComparedRow['verdict']): Verdict {
  return verdict === 'changed' ? 'different' : verdict;
}

function verdictWords(row: ComparedRow, kind: ComparisonKind, threshold: string | null, text: ReportText): string {
  const words = text.comparison;
  if (row.verdict === 'not-measurable')
    return row.refusedBy.length > 0 && row.first.value !== null && row.second.value !== null
      ? words.notJudged
      : words.notComparable;
  if (row.id === 'strikePattern') return words.strikeVerdict[row.verdict];
  return fill(words.verdict[kind][row.verdict], { threshold: threshold ?? '' });
}

/** `the shoes, the frame rate`; empty when a change can only be the runner's or the number is not judged. */
export function causesOf({ weakenedBy, verdict }: ComparedRow, text: ReportText): string {
  if (verdict === 'not-measurable') return '';
  const words: Readonly<Record<string, string>> = text.comparison.causes;
  return [...new Set(weakenedBy.flatMap((code) => words[code] ?? []))].join(', ');
}
