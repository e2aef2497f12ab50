// One leg against the other in a test: the last value of each side, limb symmetry, and what is missing or old.

import { daysBetween } from '../records/calendar.ts';
import type { Injury, ReturnTest } from '../records/records.ts';
import { SIDES, type Side } from '../types.ts';
import { type ReturnTestKind, testOf, unitOf } from './testCatalogue.ts';

/** What of a record a test is read from. */
export type TestRecord = Pick<ReturnTest, 'date' | 'test' | 'side' | 'value' | 'unit' | 'passed' | 'pain'> &
  Partial<Pick<ReturnTest, 'id' | 'clipId'>>;

/** The last time one side was tested. */
export interface SideReading {
  readonly date: string;
  /** Null for a test that asks for none. */
  readonly value: number | null;
  readonly passed: boolean | null;
  readonly pain: number | null;
  /** Longer ago than allowed. */
  readonly isOld: boolean;
  readonly clipId: string | null;
}

export type SymmetryTrouble =
  /** Neither side, or the test of the whole body, was ever entered. */
  | 'no-test'
  | 'side-missing'
  /** No side or both are injured: there is no healthy leg to compare with. */
  | 'no-healthy-side'
  /** The two sides were entered in different units. */
  | 'units-differ'
  /** A healthy side of 0 or less has no share. */
  | 'healthy-side-zero';

export interface LimbSymmetry {
  readonly kind: ReturnTestKind;
  readonly readings: Readonly<Record<Side, SideReading | null>>;
  /** For a test of the whole body; null for one of each side. */
  readonly whole: SideReading | null;
  readonly involved: Side | null;
  /** The unit both sides were entered in. */
  readonly unit: string;
  /** 100 = as good as the healthy leg, less = worse, whichever way the test goes; null when it cannot be told. */
  readonly lsiPct: number | null;
  /** How far the two differ, % of the better side, never negative; null when it cannot be told. */
  readonly apartPct: number | null;
  /** Involved − healthy in the test's unit; null when it cannot be told. */
  readonly difference: number | null;
  /** Days between the two sides' tests; null unless both are there. */
  readonly daysApart: number | null;
  /** Why there is no symmetry; null when there is. */
  readonly trouble: SymmetryTrouble | null;
}

export interface SymmetryOptions {
  /** A test longer ago than this says little about today, weeks. */
  readonly oldAfterWeeks: number;
}

/** Ours: strength and hops move within weeks of training; four weeks is the usual gap between two checks. */
export const SYMMETRY_DEFAULTS: SymmetryOptions = { oldAfterWeeks: 4 };

/** The injured side, when it is one. */
export function involvedSide({ side }: Pick<Injury, 'side'>): Side | null {
  return side === 'left' || side === 'right' ? side : null;
}

/**
 * Limb symmetry of one test from the last record of each side.
 * Source: measurement.md §4, LSI = 100 · involved ÷ uninvolved; turned over for times, where less is better, as with the 6 m hop.
 * Works: two sides of one unit. Fails: a deficit of both legs is not seen, so criteria also ask for values where there are any.
 * @param tests all of a client's, in any order; those after `today` do not count
 * @param involved the injured side; null = none or both
 */
export function limbSymmetry(
  kind: ReturnTestKind,
  tests: readonly TestRecord[],
  involved: Side | null,
  today: string,
  options: SymmetryOptions = SYMMETRY_DEFAULTS,
): LimbSymmetry {
  const own = tests.filter((test) => testOf(test)?.id === kind.id && test.date <= today && hasAnswer(test, kind));
  const last = (side: Side | null) => lastOf(own, side);
  const [left, right, whole] = [last('left'), last('right'), last(null)];
  const reading = (test: TestRecord | null) => readingOf(test, today, options);
  const base = {
    kind,
    readings: { left: reading(left), right: reading(right) },
    whole: kind.perSide ? null : reading(whole),
    involved,
    unit: unitOf(left ?? right ?? whole ?? { unit: '' }, kind),
    daysApart: left && right ? Math.abs(daysBetween(left.date, right.date)) : null,
  };
  const trouble = troubleOf(kind, left, right, involved);
  const none = { lsiPct: null, apartPct: null, difference: null };
  if (trouble !== null || involved === null || left?.value == null || right?.value == null)
    return { ...base, ...none, trouble };
  const [hurt, healthy] = involved === 'left' ? [left.value, right.value] : [right.value, left.value];
  return { ...base, ...comparisonOf(kind, hurt, healthy) };
}

/** Both sides of one test by numbers. */
function comparisonOf(
  { better, compares }: ReturnTestKind,
  hurt: number,
  healthy: number,
): Pick<LimbSymmetry, 'lsiPct' | 'apartPct' | 'difference' | 'trouble'> {
  const difference = hurt - healthy;
  if (compares !== 'share') return { lsiPct: null, apartPct: null, difference, trouble: null };
  if (!(healthy > 0) || (better === 'smaller' && !(hurt > 0)))
    return { lsiPct: null, apartPct: null, difference, trouble: 'healthy-side-zero' };
  const lsiPct = better === 'larger' ? (100 * hurt) / healthy : (100 * healthy) / hurt;
  const apartPct = (100 * Math.abs(difference)) / Math.max(hurt, healthy);
  return { lsiPct, apartPct, difference, trouble: null };
}

function troubleOf(
  kind: ReturnTestKind,
  left: TestRecord | null,
  right: TestRecord | null,
  involved: Side | null,
): SymmetryTrouble | null {
  if (!kind.perSide || kind.compares === 'none') return null;
  if (left === null && right === null) return 'no-test';
  if (involved === null) return 'no-healthy-side';
  if (left === null || right === null) return 'side-missing';
  return unitOf(left, kind) === unitOf(right, kind) ? null : 'units-differ';
}

/** Answered in the way the test asks. */
function hasAnswer({ value, passed, pain }: TestRecord, { asks }: ReturnTestKind): boolean {
  if (asks === 'value') return value !== null && Number.isFinite(value);
  return asks === 'pass' ? passed !== null : (pain ?? value) !== null;
}

/** The latest of a side; one entered for both sides counts for each, and of one day the last entered. */
function lastOf(tests: readonly TestRecord[], side: Side | null): TestRecord | null {
  const own = tests.filter((test) => side === null || test.side === side || test.side === 'both');
  return own.reduce<TestRecord | null>((last, test) => (last === null || test.date >= last.date ? test : last), null);
}

function readingOf(test: TestRecord | null, today: string, { oldAfterWeeks }: SymmetryOptions): SideReading | null {
  if (test === null) return null;
  const { date, value, passed, pain, clipId } = test;
  return { date, value, passed, pain, clipId: clipId ?? null, isOld: daysBetween(date, today) > 7 * oldAfterWeeks };
}

/** Limb symmetry of every test that was ever entered, in the catalogue's order. */
export function allSymmetries(
  kinds: readonly ReturnTestKind[],
  tests: readonly TestRecord[],
  involved: Side | null,
  today: string,
  options: SymmetryOptions = SYMMETRY_DEFAULTS,
): readonly LimbSymmetry[] {
  return kinds
    .map((kind) => limbSymmetry(kind, tests, involved, today, options))
    .filter(({ readings, whole }) => whole !== null || SIDES.some((side) => readings[side] !== null));
}
