// Whether both legs run alike enough to go on: contact time and how far the thigh goes back, against their measurement error.

import type { VisitComparison } from '../compare/compareVisits.ts';
import type { ParameterId, Unit } from '../types.ts';
import type { SourceName } from './evidence.ts';

export interface GaitSymmetry {
  readonly id: ParameterId;
  readonly unit: Unit;
  /** The legs may differ by this, in the variable's unit. */
  readonly limit: number;
  /** Right − left; null = not measured. */
  readonly difference: number | null;
  /** How large a difference must be before it can be told from error and from what healthy legs show; null = not measured. */
  readonly threshold: number | null;
  /** `not-tested` also when the difference is over the limit and within the error: it cannot be told. */
  readonly verdict: 'met' | 'not-met' | 'not-tested';
  readonly reason: 'not-filmed' | 'not-measurable' | 'within-error' | null;
  readonly sources: readonly SourceName[];
}

/** Source: measurement.md §7: no limp-type asymmetry, contact within 10 ms and thigh extension within 5°. Our judgement. */
const LIMITS: readonly (readonly [ParameterId, Unit, number])[] = [
  ['contactTime', 's', 0.01],
  ['thighExtensionPeak', 'deg', 5],
];

/**
 * Judge the limp-type asymmetry of a run.
 * @param sides left against right of one visit; null = not filmed
 */
export function gaitSymmetry(sides: VisitComparison | null): readonly GaitSymmetry[] {
  return LIMITS.map(([id, unit, limit]): GaitSymmetry => {
    const base = { id, unit, limit, sources: ['ours'] as const };
    const row = sides?.kind === 'left-right' ? sides.rows.find((one) => one.id === id) : undefined;
    const nothing = { ...base, difference: null, threshold: null, verdict: 'not-tested' } as const;
    if (sides === null) return { ...nothing, reason: 'not-filmed' };
    if (row?.difference == null || row.threshold === null) return { ...nothing, reason: 'not-measurable' };
    const { difference, threshold } = row;
    const size = Math.abs(difference);
    if (size <= limit) return { ...base, difference, threshold, verdict: 'met', reason: null };
    return size > threshold
      ? { ...base, difference, threshold, verdict: 'not-met', reason: null }
      : { ...base, difference, threshold, verdict: 'not-tested', reason: 'within-error' };
  });
}
