// What a film of an exercise showed, in sentences and values as they are written.

import { fill, formatNumber, MARGIN_SIGMAS } from '../report/formatNumber.ts';
import { EXERCISE_TEXT } from './exerciseText.ts';
import type { ExerciseMeasure, ExerciseResult, SupportLeg } from './exerciseTypes.ts';

type ExerciseText = typeof EXERCISE_TEXT;

const LEGS = ['left', 'right', 'both'] as const satisfies readonly SupportLeg[];

/** What was counted of each leg, what was not, and what makes it less sure; one sentence each. */
export function exerciseSentences(result: ExerciseResult, text: ExerciseText = EXERCISE_TEXT): readonly string[] {
  const { exercise, counts, partial, unclear, reason, cautions } = result;
  const name = text.names[exercise].toLowerCase();
  return [
    ...LEGS.filter((leg) => counts[leg] > 0).map(
      (leg) => `${fill(text.counted, { count: counts[leg], name, leg: text.leg[leg] })}.`,
    ),
    ...(reason === null ? [] : [text.reasons[reason]]),
    ...(partial > 0 ? [fill(text.partial, { count: partial })] : []),
    ...(unclear > 0 ? [fill(text.unclear, { count: unclear })] : []),
    ...cautions.filter((caution) => caution !== reason).map((caution) => text.reasons[caution]),
  ];
}

/** How each unit is written: times in ms. */
const SHOWN = {
  '1': { factor: 1, digits: 2, suffix: '' },
  '%': { factor: 1, digits: 0, suffix: '\u00a0%' },
  deg: { factor: 1, digits: 0, suffix: '°' },
  s: { factor: 1000, digits: 0, suffix: '\u00a0ms' },
  'per min': { factor: 1, digits: 0, suffix: '\u00a0/min' },
} as const satisfies Readonly<Record<ExerciseMeasure['unit'], object>>;

/**
 * A value with its 95 % margin, e.g. `248 ± 24 ms`.
 * @returns null when it could not be measured
 */
export function exerciseValue({ value, sigma, unit }: ExerciseMeasure, decimalMark = '.'): string | null {
  if (value === null || sigma === null) return null;
  const { factor, digits, suffix } = SHOWN[unit];
  const margin = Math.max(MARGIN_SIGMAS * sigma * factor, 10 ** -digits);
  return `${formatNumber(value * factor, digits, decimalMark)} ± ${formatNumber(margin, digits, decimalMark)}${suffix}`;
}
