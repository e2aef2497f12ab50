// The one rule by which two values are called changed, the same, or not comparable: of two sides, or of one at two times.

import type { Parameter } from '../types.ts';
import { differenceOf } from './asymmetry.ts';
import type { ComparedFilm } from './comparedFilm.ts';
import { type CompareOptions, changeOf } from './compareResults.ts';
import { cameraEffect, NOTE_EFFECTS, touches } from './noteEffects.ts';
import type { PairNote, PairNoteCode } from './pairNotes.ts';

/** Two sides of one body, or one side at two times. */
export type PairKind = 'sides' | 'times';

/** Two films and what is known of the pair. */
export interface PairOfFilms {
  readonly kind: PairKind;
  readonly notes: readonly PairNote[];
  readonly options: CompareOptions;
  readonly a: ComparedFilm;
  readonly b: ComparedFilm;
}

/** A difference with its verdict. */
export interface Judgement {
  /** Second − first, in the variable's unit; null when not judged. */
  readonly difference: number | null;
  /** How large a difference must be before it is called one; null when not judged. */
  readonly threshold: number | null;
  readonly verdict: 'changed' | 'within-error' | 'not-measurable';
  /** Notes that forbid judging this variable. */
  readonly refusedBy: readonly PairNoteCode[];
  /** Notes that give a change of it another possible cause. */
  readonly weakenedBy: readonly PairNoteCode[];
}

/**
 * Judge one variable of two films.
 * Two sides are judged by the error of the difference and what healthy legs show; one side at two times by the error and what changes
 * between days (half of that on one day). Cameras turned differently add what they do by themselves, and another network brings errors
 * that do not cancel.
 */
export function judgePair(one: Parameter, other: Parameter, { kind, notes, options, a, b }: PairOfFilms): Judgement {
  const codes = notes.map((note) => note.code);
  const refusedBy = codes.filter((code) => touches(NOTE_EFFECTS[code].refuses, one.id));
  const weakenedBy = codes.filter((code) => touches(NOTE_EFFECTS[code].weakens, one.id));
  const refused: Judgement = { difference: null, threshold: null, verdict: 'not-measurable', refusedBy, weakenedBy };
  if (refusedBy.length > 0) return refused;
  const [first, second] = codes.includes('network') ? [wholeError(one), wholeError(other)] : [one, other];
  const { difference, threshold } =
    kind === 'sides' ? differenceOf(first, second) : changeOf(first, second, options, a.result, b.result);
  if (difference === null || threshold === null) return refused;
  const yawsDeg = [a.result.capture.yawDeg, b.result.capture.yawDeg] as const;
  const limit = threshold + (codes.includes('camera') ? cameraEffect(one.id, yawsDeg) : 0);
  const verdict = Math.abs(difference) > limit ? 'changed' : 'within-error';
  return { difference, threshold: limit, verdict, refusedBy, weakenedBy };
}

/** Habits of different networks do not cancel, so nothing of the error is shared. */
const wholeError = (parameter: Parameter): Parameter => ({ ...parameter, sigmaRepeat: parameter.sigma });
