// One variable with its value, its scatter, its error and how far it can be trusted.

import { median } from '../signal/robust.ts';
import { meanAndSd } from '../strides/ensemble.ts';
import type { Parameter, ParameterId, Side } from '../types.ts';
import { UNITS } from './catalogue.ts';
import type { Bias } from './errorModel.ts';

/** A variable before it is graded. */
export interface Measurement {
  readonly id: ParameterId;
  readonly side: Side | null;
  /** One value per stride or step; NaN where it could not be read. */
  readonly values: readonly number[];
  readonly bias: Bias;
  /** Another estimate of the mean than the mean of the values, e.g. from folding; with its own standard error. */
  readonly better?: { readonly value: number; readonly sigma: number } | null;
  /** Take the median instead of the mean. */
  readonly middle?: 'median';
  /** Why it cannot be measured at all, one sentence. */
  readonly impossible?: string | null;
  /** Why it deserves caution, one sentence. */
  readonly caution?: string | null;
}

/**
 * Strides of one leg for a number to be trusted, and to be shown at all: a mean is stable after 6.3 ± 0.3 steps (Dingenen 2018), the
 * error of a 10-stride mean of the knee is 0.6° and of 5 strides 0.9° (measurement.md §3.4).
 */
export const ENOUGH_STRIDES = 10;
export const LEAST_STRIDES = 5;

/** Turn a measurement into a parameter: value, scatter, standard error and quality with its reason. */
export function grade(measured: Measurement): Parameter {
  const { mean, sd, n } = meanAndSd(measured.values);
  const refusal = measured.impossible ?? tooFew(n, measured.side);
  const base = { id: measured.id, side: measured.side, unit: UNITS[measured.id], n };
  if (refusal !== null || mean === null) {
    const reason = refusal ?? 'It was never seen.';
    return { ...base, value: null, sd: null, sigma: null, sigmaRepeat: null, quality: 'not-measurable', reason };
  }
  const scatter = measured.better?.sigma ?? (sd ?? 0) / Math.sqrt(n);
  const reason = fewStrides(n, measured.side) ?? measured.caution ?? null;
  return {
    ...base,
    value: measured.better?.value ?? (measured.middle === 'median' ? median(measured.values) : mean),
    sd,
    sigma: Math.hypot(scatter, measured.bias.own, measured.bias.shared),
    sigmaRepeat: Math.hypot(scatter, measured.bias.own),
    quality: reason === null ? 'good' : 'caution',
    reason,
  };
}

function tooFew(n: number, side: Side | null): string | null {
  if (n >= LEAST_STRIDES) return null;
  const seen = n === 0 ? 'No stride shows it' : `Only ${counted(n, side)}`;
  return `${seen}; at least ${LEAST_STRIDES} are needed.`;
}

/** A variable of the whole body is shown by every stride of either leg, but to be good it needs enough of both. */
function fewStrides(n: number, side: Side | null): string | null {
  if (n >= (side === null ? 2 * ENOUGH_STRIDES : ENOUGH_STRIDES)) return null;
  return `Measured on ${counted(n, side)} only; film 20–30 s for ${ENOUGH_STRIDES} or more per leg.`;
}

function counted(n: number, side: Side | null): string {
  return `${n} stride${n === 1 ? '' : 's'}${side === null ? ' of both legs' : ''}`;
}
