// What was measured and entered, as it is read: a share that misses its limit never looks as if it reached it.
import { describe, expect, it } from 'vitest';
import { CRITERIA } from '../../../core/rehab/criteria.ts';
import { judgeCriterion } from '../../../core/rehab/judgeCriterion.ts';
import { limbSymmetry, type TestRecord } from '../../../core/rehab/limbSymmetry.ts';
import { RETURN_TESTS, type ReturnTestId } from '../../../core/rehab/testCatalogue.ts';
import { criterionValueWords, readingWords, symmetryWords, testErrorWords } from '../../../core/rehab/valueWords.ts';

const TODAY = '2026-03-01';
const record = (test: ReturnTestId, side: 'left' | 'right', fields: Partial<TestRecord>): TestRecord => ({
  ...{ date: TODAY, test, side, value: null, unit: RETURN_TESTS[test].unit, passed: null, pain: null },
  ...fields,
});
const judged = (id: string, tests: readonly TestRecord[]) =>
  judgeCriterion(CRITERIA.find((one) => one.id === id)!, tests, 'right', TODAY);

describe('a criterion’s value', () => {
  it('has the unit of its test', () => {
    const tests = [record('heelRaise', 'right', { value: 27 }), record('heelRaise', 'left', { value: 30 })];
    expect(criterionValueWords(judged('calfRaises', tests))).toBe('27 repetitions');
    expect(criterionValueWords(judged('calfRaiseSides', tests))).toBe('10 %');
  });

  it('is not rounded onto its limit', () => {
    const tests = [record('hopDistance', 'right', { value: 134.7 }), record('hopDistance', 'left', { value: 150 })];
    const one = judged('calfHop', tests);
    expect(one.verdict).toBe('not-met');
    expect(criterionValueWords(one)).toBe('10.2 %');
  });

  it('that is a pain says of how much', () => {
    expect(criterionValueWords(judged('calfPalpation', [record('palpation', 'right', { pain: 3 })]))).toBe('3 of 10');
  });

  it('that nobody tested is none', () => {
    expect(criterionValueWords(judged('calfRaises', []))).toBeNull();
  });
});

describe('what was entered', () => {
  it('is value, unit and pain; passed or not; or the pain alone', () => {
    const { heelRaise, hTest, walk30 } = RETURN_TESTS;
    expect(readingWords({ value: 25, passed: null, pain: 1 }, heelRaise, 'repetitions')).toBe(
      '25 repetitions, pain 1 of 10',
    );
    expect(readingWords({ value: 112.25, passed: null, pain: null }, RETURN_TESTS.hopDistance, 'cm')).toBe('112.3 cm');
    expect(readingWords({ value: null, passed: false, pain: null }, hTest, '')).toBe('not passed');
    expect(readingWords({ value: null, passed: null, pain: 0 }, walk30, '')).toBe('pain 0 of 10');
    expect(readingWords({ value: 2, passed: null, pain: null }, walk30, '')).toBe('pain 2 of 10');
  });
});

describe('both legs', () => {
  const symmetryOf = (
    test: ReturnTestId,
    left: number | null,
    right: number | null,
    side: 'right' | null = 'right',
  ) => {
    const tests = [
      ...(left === null ? [] : [record(test, 'left', { value: left })]),
      ...(right === null ? [] : [record(test, 'right', { value: right })]),
    ];
    return symmetryWords(limbSymmetry(RETURN_TESTS[test], tests, side, TODAY));
  };

  it('are a share, or a difference where the test compares by that', () => {
    expect(symmetryOf('heelRaise', 30, 26)).toBe('Involved leg at 86.7 % of the other one.');
    expect(symmetryOf('yBalanceAnterior', 60, 57)).toBe('Involved leg −3 cm against the other one.');
  });

  it('say why they cannot be compared', () => {
    expect(symmetryOf('heelRaise', 30, null)).toBe('One side is missing; both are needed.');
    expect(symmetryOf('heelRaise', 30, 26, null)).toMatch(/no other leg to compare with/);
    expect(symmetryOf('heelRaise', null, null)).toBeNull();
  });

  it('come with what the test alone differs by, where that is known', () => {
    expect(testErrorWords(RETURN_TESTS.heelRaise)).toMatch(/^Repeats itself within ± 6\.2 repetitions \(Hébert-Losier/);
    expect(testErrorWords(RETURN_TESTS.stepDown)).toBeNull();
  });
});
