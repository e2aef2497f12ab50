// Differences are called only beyond both the error and what is healthy, and only between what can be compared.
import { describe, expect, it } from 'vitest';
import { asymmetries, differenceOf } from '../../../core/compare/asymmetry.ts';
import { COMPARE_DEFAULTS, compareResults } from '../../../core/compare/compareResults.ts';
import { BETWEEN_DAYS, HEALTHY_LEFT_RIGHT, limitFor } from '../../../core/compare/thresholds.ts';
import type { Capture, Parameter, ParameterId, Side, TrialResult } from '../../../core/types.ts';

const parameter = (id: ParameterId, side: Side | null, value: number | null, sigmaRepeat = 0.5): Parameter => ({
  id,
  side,
  unit: 'deg',
  value,
  sd: 1,
  n: 15,
  sigma: value === null ? null : 5,
  sigmaRepeat,
  quality: value === null ? 'not-measurable' : 'good',
  reason: null,
});

describe('left against right', () => {
  it('is right − left, called different beyond the healthy spread', () => {
    const row = differenceOf(
      parameter('kneeFlexionPeakSwing', 'left', 90),
      parameter('kneeFlexionPeakSwing', 'right', 98),
    );
    expect(row).toMatchObject({ difference: 8, threshold: 7.34, verdict: 'different' });
    expect(
      differenceOf(parameter('kneeFlexionPeakSwing', 'left', 98), parameter('kneeFlexionPeakSwing', 'right', 91))
        .verdict,
    ).toBe('within-error');
  });

  it('is judged by the error when that is larger than the healthy spread', () => {
    const row = differenceOf(
      parameter('kneeFlexionPeakSwing', 'left', 90, 3),
      parameter('kneeFlexionPeakSwing', 'right', 98, 4),
    );
    expect(row.threshold).toBeCloseTo(1.96 * 5, 9);
    expect(row.verdict).toBe('within-error');
  });

  it('does not count errors that both legs share, and falls back on sigma when they were not told apart', () => {
    const { sigmaRepeat: _, ...old } = parameter('kneeFlexionPeakSwing', 'left', 90);
    expect(differenceOf(old, { ...old, side: 'right', value: 98 }).threshold).toBeCloseTo(1.96 * Math.hypot(5, 5), 9);
  });

  it('is not judged when one side could not be measured', () => {
    expect(
      differenceOf(parameter('ankleAtContact', 'left', null), parameter('ankleAtContact', 'right', 4)),
    ).toMatchObject({
      left: null,
      right: 4,
      difference: null,
      threshold: null,
      verdict: 'not-measurable',
    });
  });

  it('lists every variable that has two sides, once', () => {
    const rows = asymmetries([
      parameter('stepTime', 'left', 1),
      parameter('cadence', null, 170),
      parameter('stepTime', 'right', 1),
      parameter('stancePct', 'left', 60),
    ]);
    expect(rows.map((row) => row.id)).toEqual(['stepTime']);
  });

  it('every limit is positive and has a source', () => {
    for (const limit of [...Object.values(HEALTHY_LEFT_RIGHT), ...Object.values(BETWEEN_DAYS)]) {
      expect(limit.value).toBeGreaterThan(0);
      expect(limit.source.length).toBeGreaterThan(10);
    }
    expect(limitFor({ kind: 'share', value: 0.1, source: '' }, 4, -6)).toBeCloseTo(0.5, 12);
    expect(limitFor(undefined, 1, 2)).toBe(0);
  });
});

const capture: Capture = {
  view: 'left',
  facing: -1,
  speedMs: 3,
  inclinePct: 0,
  heightM: null,
  massKg: null,
  metresPerPixel: null,
  scaleSource: 'none',
  yawDeg: 1,
  rollDeg: 0,
  footReference: 'mid-stance',
};
const trial = (
  parameters: Parameter[],
  more: Partial<Capture> = {},
  gait: TrialResult['gait'] = 'run',
): TrialResult => ({
  gait,
  capture: { ...capture, ...more },
  events: [],
  strides: [],
  parameters,
  curves: [],
  asymmetry: [],
  quality: [],
  legs: { seenShare: { left: 1, right: 1 }, repaired: [], collapsedFrames: 0 },
  clean: { timeS: new Float64Array(0), points: [] },
  timeS: new Float64Array(0),
  angles: [],
});

describe('before against after', () => {
  const knee = (value: number | null) => trial([parameter('kneeFlexionPeakSwing', 'left', value)]);

  it('calls a knee changed beyond 5°, on the same day beyond 2.5°', () => {
    expect(compareResults(knee(90), knee(96)).changes[0]).toMatchObject({
      difference: 6,
      threshold: 5,
      verdict: 'changed',
    });
    expect(compareResults(knee(90), knee(93), COMPARE_DEFAULTS).changes[0]!.verdict).toBe('within-error');
    expect(compareResults(knee(90), knee(93), { sameDay: true }).changes[0]).toMatchObject({
      threshold: 2.5,
      verdict: 'changed',
    });
  });

  it('is judged by our own error when that is larger', () => {
    const unsure = (value: number) => trial([parameter('kneeFlexionPeakSwing', 'left', value, 3)]);
    expect(compareResults(unsure(90), unsure(97)).changes[0]!.verdict).toBe('within-error');
  });

  it('takes cadence by its share', () => {
    const steps = (value: number) => trial([parameter('cadence', null, value, 0.3)]);
    expect(compareResults(steps(160), steps(170)).changes[0]!.verdict).toBe('changed');
    expect(compareResults(steps(160), steps(164)).changes[0]!.verdict).toBe('within-error');
  });

  it('does not judge what was measured only once, and skips what the other does not list', () => {
    expect(compareResults(knee(90), knee(null)).changes[0]!.verdict).toBe('not-measurable');
    expect(compareResults(knee(90), trial([])).changes).toEqual([]);
  });

  it.each([
    ['speed', { speedMs: 3.3 }, 'speed'],
    ['an unknown speed', { speedMs: null }, 'not known'],
    ['incline', { inclinePct: 4 }, 'inclined'],
    ['view', { view: 'right' as const }, 'filmed from'],
  ])('refuses another %s and says so', (_, more, word) => {
    const compared = compareResults(knee(90), trial([parameter('kneeFlexionPeakSwing', 'left', 96)], more));
    expect(compared).toMatchObject({ comparable: false, changes: [] });
    expect(compared.reasons[0]).toContain(word);
  });

  it('refuses another gait', () => {
    expect(compareResults(knee(90), trial([], {}, 'walk')).reasons[0]).toBe('One is a run, the other a walk.');
  });

  it('accepts the rounding of a display, and an incline that nobody entered as level', () => {
    expect(compareResults(knee(90), trial([], { speedMs: 3.04 })).comparable).toBe(true);
    expect(compareResults(knee(90), trial([], { inclinePct: null })).comparable).toBe(true);
  });

  it('does not compare foot and ankle counted from different zeros', () => {
    const ankle = (reference: Capture['footReference']) =>
      trial([parameter('ankleAtContact', 'left', 4), parameter('thighAtContact', 'left', 20)], {
        footReference: reference,
      });
    const verdicts = compareResults(ankle('standing'), ankle('mid-stance')).changes.map((change) => change.verdict);
    expect(verdicts).toEqual(['not-measurable', 'within-error']);
  });
});
