// The tests of return to function: their unit, which way is better, how trials become one value, and what both sides are compared by.

import type { ReturnTest } from '../records/records.ts';

/** Every test that a clinic can enter; it is what {@link ReturnTest} keeps in `test`. */
export const RETURN_TEST_IDS = [
  'walk30',
  'palpation',
  'singleLegStance',
  'singleLegSquat',
  'stepDown',
  'squatProjectionAngle',
  'heelRaise',
  'kneeToWall',
  'calfLoadStraight',
  'calfLoadBent',
  'hopInPlace',
  'hopDistance',
  'tripleHop',
  'crossoverHop',
  'timedHop',
  'yBalanceAnterior',
  'yBalanceComposite',
  'kneeExtensionStrength',
  'kneeFlexionStrength',
  'plantarflexionStrength',
  'hipAbductionStrength',
  'straightLegRaise',
  'hTest',
  'kneeFullExtension',
  'kneeFlexionRange',
  'kneeEffusion',
] as const;

export type ReturnTestId = (typeof RETURN_TEST_IDS)[number];

/** One test. Its name and two lines of protocol are in testText.ts. */
export interface ReturnTestKind {
  readonly id: ReturnTestId;
  /** The unit it is entered in; '' for tests that are only passed or not, or that only ask for pain. */
  readonly unit: string;
  /** `pass` = done without trouble or not; `pain` = only the pain counts, 0–10. */
  readonly asks: 'value' | 'pass' | 'pain';
  /** `smaller` for a time that is to be short. */
  readonly better: 'larger' | 'smaller';
  /** Of several trials the best or the mean counts. */
  readonly trials: { readonly count: number; readonly counts: 'best' | 'mean' };
  /** `share` = limb symmetry in %; `difference` = in its own unit; `none` = each side by itself. */
  readonly compares: 'share' | 'difference' | 'none';
  /** False for a test of the whole body. */
  readonly perSide: boolean;
  /** What the test alone differs by between days, in its unit: a smaller change says nothing. Null = not known to us. */
  readonly error: { readonly value: number; readonly cite: string } | null;
}

type Fields = Partial<Omit<ReturnTestKind, 'id' | 'unit'>>;

const USUAL: Required<Fields> = {
  asks: 'value',
  better: 'larger',
  trials: { count: 1, counts: 'best' },
  compares: 'share',
  perSide: true,
  error: null,
};
const BEST_OF_THREE = { count: 3, counts: 'best' } as const;
/** Hand-held dynamometers: three efforts, their mean. Ours: what most protocols do; some take the best. */
const MEAN_OF_THREE = { count: 3, counts: 'mean' } as const;
/** Two recorded hops, their mean: Logerstedt 2010, table 7 (two practice, two recorded). */
const MEAN_OF_TWO = { count: 2, counts: 'mean' } as const;

const kind = (id: ReturnTestId, unit: string, fields: Fields = {}): ReturnTestKind => ({
  id,
  unit,
  ...USUAL,
  ...fields,
});

/** All tests, in the order they are offered. */
export const RETURN_TESTS: Readonly<Record<ReturnTestId, ReturnTestKind>> = {
  walk30: kind('walk30', '', { asks: 'pain', compares: 'none', perSide: false }),
  palpation: kind('palpation', '', { asks: 'pain', compares: 'none' }),
  singleLegStance: kind('singleLegStance', 's', { trials: BEST_OF_THREE }),
  singleLegSquat: kind('singleLegSquat', 'repetitions'),
  stepDown: kind('stepDown', 'repetitions'),
  squatProjectionAngle: kind('squatProjectionAngle', '°', {
    better: 'smaller',
    trials: MEAN_OF_THREE,
    compares: 'difference',
    // 1.96·√2 × the middle of a standard error of 2–4°.
    error: { value: 8.3, cite: 'Gwynne & Curran 2014: standard error 2–4°' },
  }),
  heelRaise: kind('heelRaise', 'repetitions', {
    error: { value: 6.2, cite: 'Hébert-Losier 2017: 95 % limits of agreement between days' },
  }),
  kneeToWall: kind('kneeToWall', 'cm', { trials: BEST_OF_THREE }),
  calfLoadStraight: kind('calfLoadStraight', '× body weight'),
  calfLoadBent: kind('calfLoadBent', '× body weight'),
  hopInPlace: kind('hopInPlace', 'repetitions'),
  hopDistance: kind('hopDistance', 'cm', { trials: MEAN_OF_TWO }),
  tripleHop: kind('tripleHop', 'cm', { trials: MEAN_OF_TWO }),
  crossoverHop: kind('crossoverHop', 'cm', { trials: MEAN_OF_TWO }),
  timedHop: kind('timedHop', 's', {
    better: 'smaller',
    trials: MEAN_OF_TWO,
    error: { value: 0.17, cite: 'Logerstedt 2010, table 7: smallest detectable change' },
  }),
  yBalanceAnterior: kind('yBalanceAnterior', 'cm', {
    trials: BEST_OF_THREE,
    compares: 'difference',
    // 1.96·√2 × 3.1 cm.
    error: { value: 8.6, cite: 'Shaffer 2013: standard error of the best reach 3.1 cm between raters' },
  }),
  yBalanceComposite: kind('yBalanceComposite', '% of leg length', { trials: BEST_OF_THREE, compares: 'difference' }),
  kneeExtensionStrength: kind('kneeExtensionStrength', 'N', { trials: MEAN_OF_THREE }),
  kneeFlexionStrength: kind('kneeFlexionStrength', 'N', { trials: MEAN_OF_THREE }),
  plantarflexionStrength: kind('plantarflexionStrength', 'N', { trials: MEAN_OF_THREE }),
  hipAbductionStrength: kind('hipAbductionStrength', 'N', { trials: MEAN_OF_THREE }),
  straightLegRaise: kind('straightLegRaise', '°', { trials: BEST_OF_THREE }),
  hTest: kind('hTest', '', { asks: 'pass', compares: 'none' }),
  kneeFullExtension: kind('kneeFullExtension', '', { asks: 'pass', compares: 'none' }),
  kneeFlexionRange: kind('kneeFlexionRange', '°'),
  kneeEffusion: kind('kneeEffusion', '', { asks: 'pass', compares: 'none' }),
};

/** Other ways to write a unit. */
const UNIT_NAMES: Readonly<Record<string, string>> = {
  reps: 'repetitions',
  rep: 'repetitions',
  repetition: 'repetitions',
  sec: 's',
  seconds: 's',
  deg: '°',
  degrees: '°',
  '%': '% of leg length',
  bw: '× body weight',
  '×bw': '× body weight',
  newton: 'N',
};

/** The unit a test was entered in, in one spelling; none written = the test's own. */
export function unitOf({ unit }: Pick<ReturnTest, 'unit'>, kind: ReturnTestKind): string {
  const written = unit.trim();
  return written === '' ? kind.unit : (UNIT_NAMES[written.toLowerCase()] ?? written);
}

/** How tests were called before they had names of their own. */
const OLD_NAMES: readonly (readonly [ReturnTestId, RegExp])[] = [
  ['tripleHop', /triple/],
  ['crossoverHop', /cross/],
  ['timedHop', /\b6.?m|timed/],
  ['hopInPlace', /in place|on the spot/],
  ['hopDistance', /hop/],
  ['heelRaise', /(heel|calf) (raise|rise)/],
  ['stepDown', /step.?down/],
  ['singleLegSquat', /squat/],
  ['yBalanceAnterior', /y.?balance/],
  ['singleLegStance', /stance|stand/],
  ['kneeToWall', /knee.to.wall/],
];

/**
 * Which test a record is of, whether it holds the test's own name or older words such as `single-leg hop`.
 * @returns null for a test of the clinic's own: it is shown and takes part in no criterion
 */
export function testOf({ test }: Pick<ReturnTest, 'test'>): ReturnTestKind | null {
  const own = RETURN_TEST_IDS.find((id) => id === test);
  const id = own ?? OLD_NAMES.find(([, pattern]) => pattern.test(test.toLowerCase()))?.[0];
  return id === undefined ? null : RETURN_TESTS[id];
}

/**
 * The value that counts of several trials.
 * @param trials in the test's unit, in any order
 * @returns null without a trial
 */
export function countingValue({ better, trials: rule }: ReturnTestKind, trials: readonly number[]): number | null {
  if (trials.length === 0) return null;
  if (rule.counts === 'mean') return trials.reduce((sum, value) => sum + value, 0) / trials.length;
  return better === 'larger' ? Math.max(...trials) : Math.min(...trials);
}

/**
 * A reach as a share of leg length, so that long legs do not win.
 * Source: Plisky 2006; leg length from the anterior superior iliac spine to the medial malleolus.
 * @returns %; null when the leg length is not a length
 */
export function reachPct(reachCm: number, legLengthCm: number): number | null {
  return legLengthCm > 0 ? (100 * reachCm) / legLengthCm : null;
}

/**
 * The Y-balance composite: the mean of the three reaches as a share of leg length.
 * @param reachesCm anterior, posteromedial, posterolateral
 * @returns %; null when the leg length is not a length
 */
export function yBalanceComposite(reachesCm: readonly [number, number, number], legLengthCm: number): number | null {
  const [anterior, medial, lateral] = reachesCm;
  return reachPct((anterior + medial + lateral) / 3, legLengthCm);
}
