// Left against right: which differences are larger than both the measurement's error and what healthy people show.

import type { Asymmetry, Parameter } from '../types.ts';
import { HEALTHY_LEFT_RIGHT, limitFor } from './thresholds.ts';

/** Standard errors in a 95 % bound. */
export const BOUND_SIGMAS = 1.96;

/**
 * One row for every variable that has a left and a right value, in the order of the left leg's list.
 * Source: measurement.md §4: a difference must exceed both the minimal detectable one, 1.96·√(σL² + σR²), and normal asymmetry. Errors
 * that both legs share (landmarks, camera) do not count against a difference. Angles are compared in degrees, never in per cent.
 * Works: both legs seen in one film, or near legs of two films by {@link differenceOf}. Fails: says nothing about why.
 */
export function asymmetries(parameters: readonly Parameter[]): Asymmetry[] {
  const lefts = parameters.filter((parameter) => parameter.side === 'left');
  return lefts.flatMap((left) => {
    const right = parameters.find((parameter) => parameter.id === left.id && parameter.side === 'right');
    return right === undefined ? [] : [differenceOf(left, right)];
  });
}

/** One row, from the left and the right value of a variable, from one film or from two made the same way. */
export function differenceOf(left: Parameter, right: Parameter): Asymmetry {
  const base = { id: left.id, left: left.value, right: right.value, unit: left.unit };
  if (left.value === null || right.value === null) {
    return { ...base, difference: null, threshold: null, verdict: 'not-measurable' };
  }
  const difference = right.value - left.value;
  const healthy = limitFor(HEALTHY_LEFT_RIGHT[left.id], left.value, right.value);
  const threshold = Math.max(errorBound(left, right), healthy);
  return { ...base, difference, threshold, verdict: Math.abs(difference) > threshold ? 'different' : 'within-error' };
}

/** The 95 % bound on the difference of two values that share the camera and the network's habits. */
export function errorBound(a: Parameter, b: Parameter): number {
  return BOUND_SIGMAS * Math.hypot(a.sigmaRepeat ?? a.sigma ?? 0, b.sigmaRepeat ?? b.sigma ?? 0);
}
