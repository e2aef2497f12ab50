// One leg against the other: which way each test goes, what counts of several trials, and what cannot be told.
import { describe, expect, it } from 'vitest';
import { allSymmetries, involvedSide, limbSymmetry, type TestRecord } from '../../../core/rehab/limbSymmetry.ts';
import {
  countingValue,
  RETURN_TEST_IDS,
  RETURN_TESTS,
  reachPct,
  testOf,
  yBalanceComposite,
} from '../../../core/rehab/testCatalogue.ts';
import { TEST_TEXT } from '../../../core/rehab/testText.ts';

const TODAY = '2026-03-20';
const test = (
  id: string,
  side: TestRecord['side'],
  value: number | null,
  fields: Partial<TestRecord> = {},
): TestRecord => ({
  date: '2026-03-18',
  test: id,
  side,
  value,
  unit: '',
  passed: null,
  pain: null,
  ...fields,
});
const symmetry = (
  id: keyof typeof RETURN_TESTS,
  tests: readonly TestRecord[],
  involved: 'left' | 'right' | null = 'left',
) => limbSymmetry(RETURN_TESTS[id], tests, involved, TODAY);

describe('limb symmetry', () => {
  it('below 100 the involved leg is worse, whichever way the test goes', () => {
    const far = [test('hopDistance', 'left', 120), test('hopDistance', 'right', 150)];
    expect(symmetry('hopDistance', far).lsiPct).toBeCloseTo(80, 9);
    expect(symmetry('hopDistance', far, 'right').lsiPct).toBeCloseTo(125, 9);
    const fast = [test('timedHop', 'left', 2.5), test('timedHop', 'right', 2)];
    expect(symmetry('timedHop', fast).lsiPct).toBeCloseTo(80, 9);
    expect(symmetry('timedHop', fast)).toMatchObject({ difference: 0.5, trouble: null });
  });

  it('a difference of both sides is a share of the better one', () => {
    const tests = [test('kneeToWall', 'left', 9), test('kneeToWall', 'right', 10)];
    expect(symmetry('kneeToWall', tests).apartPct).toBeCloseTo(10, 9);
    expect(symmetry('kneeToWall', tests, 'right').apartPct).toBeCloseTo(10, 9);
    const reach = symmetry('yBalanceAnterior', [
      test('yBalanceAnterior', 'left', 58),
      test('yBalanceAnterior', 'right', 62),
    ]);
    expect(reach).toMatchObject({ difference: -4, lsiPct: null, apartPct: null });
  });

  it('the last test of each side counts, of one day the last entered, and none from after today', () => {
    const tests = [
      test('hopDistance', 'left', 100, { date: '2026-03-01' }),
      test('hopDistance', 'left', 110),
      test('hopDistance', 'left', 120),
      test('hopDistance', 'left', 199, { date: '2026-03-21' }),
      test('hopDistance', 'right', 150, { date: '2026-03-10' }),
    ];
    const found = symmetry('hopDistance', tests);
    expect(found.readings.left).toMatchObject({ value: 120, date: '2026-03-18' });
    expect(found.daysApart).toBe(8);
    expect(found.lsiPct).toBeCloseTo(80, 9);
  });

  it.each([
    ['no-test', [], 'left'],
    ['side-missing', [test('heelRaise', 'left', 20)], 'left'],
    ['no-healthy-side', [test('heelRaise', 'left', 20), test('heelRaise', 'right', 25)], null],
    ['units-differ', [test('heelRaise', 'left', 20), test('heelRaise', 'right', 25, { unit: 's' })], 'left'],
    ['healthy-side-zero', [test('heelRaise', 'left', 20), test('heelRaise', 'right', 0)], 'left'],
  ] as const)('%s says so and has no number', (trouble, tests, involved) => {
    expect(symmetry('heelRaise', tests, involved)).toMatchObject({ trouble, lsiPct: null, apartPct: null });
  });

  it('an involved leg of 0 is 0 %', () => {
    expect(symmetry('heelRaise', [test('heelRaise', 'left', 0), test('heelRaise', 'right', 25)]).lsiPct).toBe(0);
  });

  it('a test is old only after four weeks', () => {
    const at = (date: string) => symmetry('heelRaise', [test('heelRaise', 'left', 20, { date })]).readings.left!.isOld;
    expect([at('2026-02-20'), at('2026-02-19')]).toEqual([false, true]);
  });

  it('an empty value is no test', () => {
    expect(symmetry('heelRaise', [test('heelRaise', 'left', null), test('heelRaise', 'right', 25)]).trouble).toBe(
      'side-missing',
    );
  });

  it('lists what was entered, in the catalogue’s order', () => {
    const tests = [
      test('hopDistance', 'left', 120),
      test('heelRaise', 'left', 20),
      test('walk30', null, null, { pain: 1 }),
    ];
    const found = allSymmetries(Object.values(RETURN_TESTS), tests, 'left', TODAY);
    expect(found.map(({ kind }) => kind.id)).toEqual(['walk30', 'heelRaise', 'hopDistance']);
    expect(found[0]!.whole).toMatchObject({ pain: 1 });
  });

  it('an injury of both sides or of none involves no single leg', () => {
    expect([involvedSide({ side: 'left' }), involvedSide({ side: 'both' }), involvedSide({ side: null })]).toEqual([
      'left',
      null,
      null,
    ]);
  });
});

describe('the catalogue of tests', () => {
  it('every test has a name and two lines', () => {
    for (const id of RETURN_TEST_IDS) {
      expect(RETURN_TESTS[id].id).toBe(id);
      expect(TEST_TEXT[id].protocol.every((line) => line.length > 20 && line.length < 140)).toBe(true);
    }
  });

  it('older words are known, and a clinic’s own test stays its own', () => {
    expect(testOf({ test: 'single-leg hop' })?.id).toBe('hopDistance');
    expect(testOf({ test: 'Triple hop (cm)' })?.id).toBe('tripleHop');
    expect(testOf({ test: 'heelRaise' })?.id).toBe('heelRaise');
    expect(testOf({ test: 'Grip' })).toBeNull();
  });

  it('of several trials the best or the mean counts, the shortest where time counts', () => {
    expect(countingValue(RETURN_TESTS.kneeToWall, [9, 11, 10])).toBe(11);
    expect(countingValue(RETURN_TESTS.timedHop, [2.0, 1.8])).toBeCloseTo(1.9, 9);
    expect(countingValue({ ...RETURN_TESTS.timedHop, trials: { count: 2, counts: 'best' } }, [2.0, 1.8])).toBe(1.8);
    expect(countingValue(RETURN_TESTS.kneeExtensionStrength, [300, 330, 360])).toBe(330);
    expect(countingValue(RETURN_TESTS.heelRaise, [])).toBeNull();
  });

  it('reaches are shares of leg length', () => {
    expect(reachPct(63, 90)).toBeCloseTo(70, 9);
    expect(yBalanceComposite([60, 90, 102], 90)).toBeCloseTo(93.333, 3);
    expect(yBalanceComposite([60, 90, 102], 0)).toBeNull();
  });
});
