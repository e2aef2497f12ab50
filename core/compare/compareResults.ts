// Two trials of one runner: what has changed, or why the two cannot be compared.

import type { Parameter, ParameterId, Side, TrialResult, Unit } from '../types.ts';
import { errorBound } from './asymmetry.ts';
import { BETWEEN_DAYS, limitFor } from './thresholds.ts';

/** One variable before and after. */
interface Change {
  readonly id: ParameterId;
  readonly side: Side | null;
  readonly unit: Unit;
  readonly before: number | null;
  readonly after: number | null;
  /** after − before. */
  readonly difference: number | null;
  /** How large a difference must be before it is called one; null when not measurable. */
  readonly threshold: number | null;
  readonly verdict: 'changed' | 'within-error' | 'not-measurable';
}

export interface Comparison {
  readonly comparable: boolean;
  /** Why the two are not comparable, one sentence each; empty when they are. */
  readonly reasons: readonly string[];
  /** Empty when the two are not comparable. */
  readonly changes: readonly Change[];
}

export interface CompareOptions {
  /** Filmed on the same day with camera and shoes untouched: half the change is enough to be called one. */
  readonly sameDay: boolean;
}

export const COMPARE_DEFAULTS: CompareOptions = { sameDay: false };

/** Belt speeds closer than this are the same: 1.5 % is what displays are off by, and 0.05 m/s their rounding. */
const SAME_SPEED_MS = 0.05;
const SAME_SPEED_SHARE = 0.02;

/** Inclines closer than this are the same, percentage points: the step of a treadmill. */
const SAME_INCLINE_PCT = 0.5;

/** What a set-up that was not touched takes off the change between days (measurement.md §4). */
export const SAME_DAY_FACTOR = 0.5;

/**
 * Compare two trials of one runner.
 * Source: measurement.md §4: the minimal change between days and our own 95 % bound, whichever is larger.
 * Works: same speed, incline, view and gait, all known. Fails: refuses when one differs; different shoes it cannot see.
 * @param before the earlier trial, e.g. the baseline
 * @param after the later one
 */
export function compareResults(
  before: TrialResult,
  after: TrialResult,
  options: CompareOptions = COMPARE_DEFAULTS,
): Comparison {
  const reasons = obstacles(before, after);
  if (reasons.length > 0) return { comparable: false, reasons, changes: [] };
  const changes = before.parameters.flatMap((one) => {
    const other = after.parameters.find((parameter) => parameter.id === one.id && parameter.side === one.side);
    return other === undefined ? [] : [changeOf(one, other, options, before, after)];
  });
  return { comparable: true, reasons, changes };
}

function obstacles(before: TrialResult, after: TrialResult): string[] {
  const [a, b] = [before.capture, after.capture];
  const found: (string | null)[] = [
    before.gait === after.gait ? null : `One is a ${before.gait}, the other a ${after.gait}.`,
    a.view === b.view ? null : `One was filmed from ${WHERE[a.view]}, the other from ${WHERE[b.view]}.`,
    sameSpeed(a.speedMs, b.speedMs),
    sameIncline(a.inclinePct, b.inclinePct),
  ];
  return found.filter((reason) => reason !== null);
}

const WHERE = { left: 'the left', right: 'the right', posterior: 'behind' } as const;

/** Why two belt speeds do not compare, or null when they do. @param a,b m/s; null = not known */
export function sameSpeed(a: number | null, b: number | null): string | null {
  if (a === null || b === null) return 'The belt speed of one or both is not known, and speed changes every number.';
  if (Math.abs(a - b) <= Math.max(SAME_SPEED_MS, SAME_SPEED_SHARE * Math.max(a, b))) return null;
  return `The belt ran at ${a.toFixed(2)} m/s and at ${b.toFixed(2)} m/s; speed changes every number.`;
}

/** Why two inclines do not compare, or null when they do; one that was not entered is taken as level. @param a,b % */
export function sameIncline(a: number | null, b: number | null): string | null {
  if (Math.abs((a ?? 0) - (b ?? 0)) <= SAME_INCLINE_PCT) return null;
  return `The belt was inclined by ${a ?? 0} % and by ${b ?? 0} %.`;
}

/** How a trial was filmed. */
type WithCapture = Pick<TrialResult, 'capture'>;

/** Counted from the flat foot: two clips of which one begins with quiet standing have different zeros. */
export const FROM_FLAT_FOOT: ReadonlySet<ParameterId> = new Set([
  'footAngleAtContact',
  'strikePattern',
  'ankleAtContact',
  'ankleDorsiflexionPeak',
  'anklePlantarflexionPeak',
]);

function sameZero(id: ParameterId, before: WithCapture, after: WithCapture): boolean {
  return !FROM_FLAT_FOOT.has(id) || before.capture.footReference === after.capture.footReference;
}

/**
 * One variable before and after, judged.
 * @param trials the results they are from: two clips of which one begins with quiet standing have no common zero of foot and ankle
 */
export function changeOf(
  before: Parameter,
  after: Parameter,
  { sameDay }: CompareOptions,
  ...trials: readonly [WithCapture, WithCapture]
): Change {
  const isSameZero = sameZero(before.id, ...trials);
  const base = { id: before.id, side: before.side, unit: before.unit, before: before.value, after: after.value };
  if (before.value === null || after.value === null || !isSameZero) {
    return { ...base, difference: null, threshold: null, verdict: 'not-measurable' };
  }
  const difference = after.value - before.value;
  const published = limitFor(BETWEEN_DAYS[before.id], before.value, after.value);
  const threshold = Math.max(errorBound(before, after), published * (sameDay ? SAME_DAY_FACTOR : 1));
  return { ...base, difference, threshold, verdict: Math.abs(difference) > threshold ? 'changed' : 'within-error' };
}
