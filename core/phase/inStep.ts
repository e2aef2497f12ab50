// Two legs, from one film or from two, in step: where the second stands when the first is at some moment.

import { type LegStrides, phaseOf, timeAt } from './legPhase.ts';

/** Two legs on one clock. */
export interface InStep {
  readonly a: LegStrides;
  readonly b: LegStrides;
  /** Where both toe-offs stand on the shared clock, share of the stride 0–1; null when one of the legs has none: then by time alone. */
  readonly toeOffAt: number | null;
  /** Strides that can be shown side by side: those of the leg that has fewer. */
  readonly strides: number;
}

/** Lay two legs on one clock: contacts together, and toe-offs together at the mean of both. */
export function inStep(a: LegStrides, b: LegStrides): InStep {
  const both = a.toeOffShare !== null && b.toeOffShare !== null;
  return {
    a,
    b,
    toeOffAt: both ? (a.toeOffShare + b.toeOffShare) / 2 : null,
    strides: Math.min(a.strides.length, b.strides.length),
  };
}

/**
 * The shared clock's place of a moment in the first leg's film.
 * @returns strides and phase, always within those that both legs have; null where the leg has no phase
 */
export function placeOfA({ a, toeOffAt, strides }: InStep, timeS: number): number | null {
  const place = phaseOf(a, timeS, toeOffAt);
  return place === null || place > strides ? null : place;
}

/** As {@link placeOfA}, of a moment in the second leg's film. */
export function placeOfB({ b, toeOffAt, strides }: InStep, timeS: number): number | null {
  const place = phaseOf(b, timeS, toeOffAt);
  return place === null || place > strides ? null : place;
}

/** World times of a place in both films, s; null when one of the legs has no stride. */
export function timesAt(pair: InStep, place: number): { readonly aS: number; readonly bS: number } | null {
  const kept = Math.min(Math.max(place, 0), pair.strides);
  const aS = timeAt(pair.a, kept, pair.toeOffAt);
  const bS = timeAt(pair.b, kept, pair.toeOffAt);
  return aS === null || bS === null ? null : { aS, bS };
}

/**
 * How much faster the second film must run than the first at a place, so that both phases advance alike: the ratio of their stance
 * or swing times there.
 * @returns 1 when it cannot be told
 */
export function paceOfB(pair: InStep, place: number): number {
  const step = 0.001;
  const from = Math.min(Math.max(place, 0), pair.strides - step);
  const [first, second] = [timesAt(pair, from), timesAt(pair, from + step)];
  if (first === null || second === null) return 1;
  const pace = (second.bS - first.bS) / (second.aS - first.aS);
  return Number.isFinite(pace) && pace > 0 ? pace : 1;
}

/**
 * How far apart two places are, forwards or backwards round the stride, as a share of it: which stride it is does not count.
 * @returns b − a, −0.5 to 0.5
 */
export function phaseGap(a: number, b: number): number {
  const gap = (b - a) % 1;
  return gap > 0.5 ? gap - 1 : gap < -0.5 ? gap + 1 : gap;
}
