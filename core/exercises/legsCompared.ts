// The counts of both legs of one film against each other.
import type { ExerciseResult } from './exerciseTypes.ts';

/** How the legs of one film compare. */
export interface LegsCompared {
  readonly left: number;
  readonly right: number;
  /** The fewer as a share of the more, %; 100 = alike. */
  readonly sharePct: number;
}

/** @returns null unless both legs were counted one by one */
export function legsCompared({ counts: { left, right } }: Pick<ExerciseResult, 'counts'>): LegsCompared | null {
  if (left === 0 || right === 0) return null;
  return { left, right, sharePct: (100 * Math.min(left, right)) / Math.max(left, right) };
}
