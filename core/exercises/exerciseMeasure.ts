// From the numbers of single repetitions to one number with its error.

import type { Bias } from '../parameters/errorModel.ts';
import { median } from '../signal/robust.ts';
import type { ExerciseBody } from './exerciseBody.ts';
import type { ExerciseMeasure, ExerciseReason, SupportLeg } from './exerciseTypes.ts';
import { isFar } from './supportLeg.ts';

/** Fewer repetitions are measured and said to be few. Ours: a mean of three is what the tests use. */
const FEW = 3;

/** What a number is made from. */
export interface MeasureInput {
  readonly id: ExerciseMeasure['id'];
  readonly leg: SupportLeg;
  readonly unit: ExerciseMeasure['unit'];
  /** One for each full repetition; NaN where it could not be read. */
  readonly values: readonly number[];
  /** What one repetition's reading errs by, by landmark noise alone, in the unit. */
  readonly readingSigma: number;
  /** What averaging does not remove. */
  readonly bias: Bias;
  /** Why it is less sure whatever the film is like. */
  readonly caution?: ExerciseReason | null;
}

/** The far leg errs this much more, as in gait. */
const FAR_FACTOR = 1.6;

/** Mean over the repetitions, with scatter and standard error. */
export function exerciseMeasure(who: ExerciseBody, input: MeasureInput): ExerciseMeasure {
  const { id, leg, unit, readingSigma, bias, caution } = input;
  const values = input.values.filter(Number.isFinite);
  const n = values.length;
  if (n === 0) return missingMeasure(id, leg, unit, 'no-full-repetition');
  const value = values.reduce((sum, one) => sum + one, 0) / n;
  const sd = n < 2 ? null : Math.sqrt(values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (n - 1));
  const isFarLeg = isFar(who, leg);
  const own = (isFarLeg ? FAR_FACTOR : 1) * bias.own;
  const sigmaRepeat = Math.hypot(own, Math.max(sd ?? 0, readingSigma) / Math.sqrt(n));
  const reason = isFarLeg ? 'far-leg' : n < FEW ? 'few-repetitions' : (caution ?? null);
  return {
    id,
    leg,
    unit,
    value,
    sd,
    n,
    sigma: Math.hypot(sigmaRepeat, bias.shared),
    sigmaRepeat,
    quality: reason === null ? 'good' : 'caution',
    reason,
  };
}

/** A number that could not be had, with the reason. */
export function missingMeasure(
  id: ExerciseMeasure['id'],
  leg: SupportLeg,
  unit: ExerciseMeasure['unit'],
  reason: ExerciseReason,
): ExerciseMeasure {
  const nothing = { value: null, sd: null, sigma: null, sigmaRepeat: null };
  return { id, leg, unit, ...nothing, n: 0, quality: 'not-measurable', reason };
}

/** So much longer than usual from one peak to the next is a rest, or one between them did not count. */
const PAUSE_FACTOR = 1.6;

/** Repetitions a minute, from one peak to the next, rests left out; empty with fewer than two. */
export function ratesPerMin(peaksS: readonly number[]): readonly number[] {
  const apartS = peaksS.slice(1).map((peakS, i) => peakS - peaksS[i]!);
  const usualS = median(apartS);
  return apartS.filter((s) => s <= PAUSE_FACTOR * usualS).map((s) => 60 / s);
}
