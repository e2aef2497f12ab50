// Whether a criterion is met, not met or not tested, from the tests that were entered; it never adds two of them up.

import type { Side } from '../types.ts';
import type { Criterion } from './criteria.ts';
import {
  type LimbSymmetry,
  limbSymmetry,
  type SideReading,
  SYMMETRY_DEFAULTS,
  type SymmetryOptions,
  type SymmetryTrouble,
  type TestRecord,
} from './limbSymmetry.ts';
import { RETURN_TESTS, type ReturnTestKind } from './testCatalogue.ts';

export type CriterionVerdict = 'met' | 'not-met' | 'not-tested';

/** Why there is no verdict. */
export type NotTestedReason = SymmetryTrouble | 'pain-not-asked' | 'other-unit';

export interface JudgedCriterion {
  readonly criterion: Criterion;
  readonly verdict: CriterionVerdict;
  /** What was held against the limit, in the measure's unit; null when not tested and for a test that is only passed or not. */
  readonly value: number | null;
  /** Pain during the test, the highest of the sides looked at; null = not asked. */
  readonly pain: number | null;
  /** True when the value reaches the limit and only the pain does not. */
  readonly failedByPain: boolean;
  /** Of the older side. Null when not tested. */
  readonly date: string | null;
  /** The test is longer ago than allowed: the verdict stands and says so. */
  readonly isOld: boolean;
  readonly reason: NotTestedReason | null;
  readonly symmetry: LimbSymmetry;
}

/** Arithmetic of shares is not exact: 27 of 30 is 90 %. */
const ROUNDING = 1e-9;

/**
 * Judge one criterion.
 * @param tests all of a client's; those after `today` do not count
 * @param involved the injured side; null = none or both: then both sides must reach a value, and nothing is said about symmetry
 */
export function judgeCriterion(
  criterion: Criterion,
  tests: readonly TestRecord[],
  involved: Side | null,
  today: string,
  options: SymmetryOptions = SYMMETRY_DEFAULTS,
): JudgedCriterion {
  const kind = RETURN_TESTS[criterion.test];
  const symmetry = limbSymmetry(kind, testsAsked(criterion, tests), involved, today, options);
  const looked = readingsFor(criterion, symmetry);
  const reason = reasonWithout(criterion, symmetry, looked);
  if (reason !== null) return notTested(criterion, symmetry, reason);
  const readings = looked.filter((reading) => reading !== null);
  const value = measuredValue(criterion, symmetry, readings);
  const reached =
    criterion.must === 'passed' ? readings.every(({ passed }) => passed === true) : holds(criterion, value);
  const pain = highest(readings.map((reading) => painOf(kind, reading)));
  const painHolds = criterion.mostPain === null || (pain !== null && pain <= criterion.mostPain);
  return {
    criterion,
    verdict: reached && painHolds ? 'met' : 'not-met',
    value,
    pain,
    failedByPain: reached && !painHolds,
    date: readings.map(({ date }) => date).sort()[0] ?? null,
    isOld: readings.some(({ isOld }) => isOld),
    reason: null,
    symmetry,
  };
}

/** A pain that was asked for in a test of repetitions is read even when nobody counted them. */
function testsAsked({ measure }: Criterion, tests: readonly TestRecord[]): readonly TestRecord[] {
  return measure === 'pain' ? tests.map((test) => ({ ...test, value: test.value ?? test.pain })) : tests;
}

function notTested(criterion: Criterion, symmetry: LimbSymmetry, reason: NotTestedReason): JudgedCriterion {
  const nothing = { value: null, pain: null, failedByPain: false, date: null, isOld: false };
  return { criterion, verdict: 'not-tested', ...nothing, reason, symmetry };
}

/** The sides a criterion looks at: the injured one for values, both for comparisons. */
function readingsFor({ measure }: Criterion, symmetry: LimbSymmetry): readonly (SideReading | null)[] {
  const { kind, readings, whole, involved } = symmetry;
  if (!kind.perSide) return [whole];
  const alone = measure === 'value' || measure === 'pain' || measure === 'passed';
  return alone && involved !== null ? [readings[involved]] : [readings.left, readings.right];
}

function reasonWithout(
  { measure, mostPain, test }: Criterion,
  { kind, trouble, unit }: LimbSymmetry,
  looked: readonly (SideReading | null)[],
): NotTestedReason | null {
  if (looked.every((reading) => reading === null)) return 'no-test';
  if (looked.some((reading) => reading === null)) return 'side-missing';
  const compared = measure === 'lsi' || measure === 'apartPct' || measure === 'difference';
  if (compared && trouble !== null) return trouble;
  // A share has no unit; a value in another unit than the limit's cannot be held against it.
  const inUnit = measure === 'value' || measure === 'difference';
  if (inUnit && unit !== RETURN_TESTS[test].unit) return 'other-unit';
  const isPainAsked = mostPain !== null || measure === 'pain';
  return isPainAsked && looked.some((reading) => painOf(kind, reading) === null) ? 'pain-not-asked' : null;
}

/** In a test that asks only for pain it may stand as its value. */
function painOf({ asks }: ReturnTestKind, reading: SideReading | null): number | null {
  return reading?.pain ?? (asks === 'pain' ? (reading?.value ?? null) : null);
}

function measuredValue(
  { measure }: Criterion,
  symmetry: LimbSymmetry,
  readings: readonly SideReading[],
): number | null {
  if (measure === 'passed') return null;
  if (measure === 'pain') return highest(readings.map((reading) => painOf(symmetry.kind, reading)));
  if (measure === 'lsi') return symmetry.lsiPct;
  if (measure === 'apartPct') return symmetry.apartPct;
  if (measure === 'difference') return symmetry.difference === null ? null : Math.abs(symmetry.difference);
  const values = readings.flatMap(({ value }) => (value === null ? [] : [value]));
  return symmetry.kind.better === 'larger' ? Math.min(...values) : Math.max(...values);
}

function holds({ must, limit }: Criterion, value: number | null): boolean {
  if (value === null || limit === null) return false;
  if (must === '≥') return value >= limit - ROUNDING;
  if (must === '>') return value > limit + ROUNDING;
  if (must === '≤') return value <= limit + ROUNDING;
  return value < limit - ROUNDING;
}

function highest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
}
