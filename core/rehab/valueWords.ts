// What was measured for a criterion or entered for a test, as people read it: value, unit and when.

import { displayUnit, fill, formatNumber } from '../report/formatNumber.ts';
import type { GaitSymmetry } from './gaitSymmetry.ts';
import type { JudgedCriterion } from './judgeCriterion.ts';
import type { LimbSymmetry, SideReading } from './limbSymmetry.ts';
import { REHAB_TEXT, type RehabText } from './rehabText.ts';
import type { ReturnTestKind } from './testCatalogue.ts';

/** Shares are whole per cents; values keep a decimal only where they have one. */
function plain(value: number, decimalMark: string): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 1, decimalMark);
}

/**
 * What was held against a criterion's limit, e.g. `27 repetitions`, `90 %`, `3 of 10`.
 * @returns null when nothing was, or when the test is only passed or not
 */
export function criterionValueWords(
  { criterion, value, symmetry }: JudgedCriterion,
  decimalMark = '.',
  text: RehabText = REHAB_TEXT,
): string | null {
  if (value === null) return null;
  // Rounded towards the limit a share could look as if it reached it: 89.6 % is not 90 %.
  if (criterion.measure === 'lsi' || criterion.measure === 'apartPct')
    return `${formatNumber(value, Number.isInteger(value) ? 0 : 1, decimalMark)} %`;
  if (criterion.measure === 'pain') return fill(text.entered.pain, { pain: plain(value, decimalMark) });
  return `${plain(value, decimalMark)} ${symmetry.unit}`.trim();
}

/** What was entered for one side, with the pain that was asked for, e.g. `25 repetitions, pain 1 of 10`. */
export function readingWords(
  { value, passed, pain }: Pick<SideReading, 'value' | 'passed' | 'pain'>,
  kind: Pick<ReturnTestKind, 'asks'>,
  unit: string,
  decimalMark = '.',
  text: RehabText = REHAB_TEXT,
): string {
  const { entered } = text;
  const painWords = pain === null ? [] : [fill(entered.withPain, { pain: plain(pain, decimalMark) })];
  if (kind.asks === 'pain')
    return pain === null && value !== null ? fill(entered.withPain, { pain: value }) : (painWords[0] ?? '');
  const answer =
    kind.asks === 'pass'
      ? passed === null
        ? []
        : [passed ? entered.passed : entered.notPassed]
      : value === null
        ? []
        : [`${plain(value, decimalMark)} ${unit}`.trim()];
  return [...answer, ...painWords].join(', ');
}

/**
 * Both legs of a test against each other in one sentence, with what the test alone differs by.
 * @returns null where the test compares no legs, or nothing was entered
 */
export function symmetryWords(symmetry: LimbSymmetry, decimalMark = '.', text: RehabText = REHAB_TEXT): string | null {
  const { kind, lsiPct, difference, trouble, unit } = symmetry;
  if (kind.compares === 'none' || trouble === 'no-test') return null;
  if (trouble !== null) return text.criterion.reasons[trouble];
  if (lsiPct !== null) return fill(text.entered.lsi, { pct: plain(Math.round(10 * lsiPct) / 10, decimalMark) });
  if (difference === null) return null;
  return fill(text.entered.difference, { difference: plain(difference, decimalMark), unit });
}

/** How well a test repeats itself; null where that is not known to us. */
export function testErrorWords(
  { error, unit }: ReturnTestKind,
  decimalMark = '.',
  text: RehabText = REHAB_TEXT,
): string | null {
  return error === null
    ? null
    : fill(text.testError, { value: plain(error.value, decimalMark), unit, cite: error.cite });
}

/** How far the legs differ in a film, with what would be beyond the error; null when it was not measured. */
export function gaitDifferenceWords(
  { id, unit, difference, threshold }: GaitSymmetry,
  decimalMark = '.',
  text: RehabText = REHAB_TEXT,
): string | null {
  if (difference === null || threshold === null) return null;
  const shown = displayUnit(id, unit);
  const size = (value: number) => `${formatNumber(value * shown.factor, shown.digits, decimalMark)}${shown.suffix}`;
  return fill(text.gait.difference, { difference: size(difference), threshold: size(threshold) });
}
