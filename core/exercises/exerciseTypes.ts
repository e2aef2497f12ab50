// What is counted and measured of an exercise that was filmed.

import type { Side } from '../types.ts';

export const EXERCISE_IDS = ['heelRaise', 'singleLegSquat', 'stepDown', 'hopInPlace'] as const;
export type ExerciseId = (typeof EXERCISE_IDS)[number];

/** From which side it was filmed; `left` = the left side of the body is near the camera. */
export type ExerciseView = 'left' | 'right' | 'posterior' | 'anterior';

/** The leg that bears the body; both when both feet do. */
export type SupportLeg = Side | 'both';

/** A stretch of the film, world time. */
export interface Movement {
  readonly startS: number;
  /** Highest heel, deepest knee, or the middle of the flight. */
  readonly peakS: number;
  readonly endS: number;
}

/** One time up and down, or one hop. */
export interface Repetition extends Movement {
  readonly leg: SupportLeg;
  /** How far it went: share of foot length, degrees of knee bend, or share of leg length. */
  readonly size: number;
  /** False when it did not go far enough to count. */
  readonly isFull: boolean;
}

export type ExerciseMeasureId =
  | 'raiseHeight'
  | 'raiseHeightKept'
  | 'kneeFlexionPeak'
  | 'projectionAngle'
  | 'hopContactTime'
  | 'hopFlightTime'
  | 'reactiveRatio'
  | 'repetitionRate';

/** One number of one leg, over all its full repetitions. */
export interface ExerciseMeasure {
  readonly id: ExerciseMeasureId;
  readonly leg: SupportLeg;
  readonly unit: '1' | '%' | 'deg' | 's' | 'per min';
  /** Null when quality is `not-measurable`. */
  readonly value: number | null;
  /** Scatter between repetitions; null with fewer than two. */
  readonly sd: number | null;
  readonly n: number;
  /** Standard error of the value, same unit; null without a value. */
  readonly sigma: number | null;
  /** The part of sigma that the other leg, or another film made the same way, does not share. */
  readonly sigmaRepeat: number | null;
  readonly quality: 'good' | 'caution' | 'not-measurable';
  /** Why it is not `good`; null when it is. */
  readonly reason: ExerciseReason | null;
}

/** Why something was not counted or measured, or is less sure. */
export type ExerciseReason =
  | 'too-short'
  | 'not-seen'
  | 'walking'
  | 'standing-still'
  | 'no-full-repetition'
  /** Something went up and down, and no foot stayed in its place. */
  | 'foot-not-steady'
  /** Somewhat lower or higher limits would count another number. */
  | 'count-unsure'
  | 'other-view'
  | 'far-leg'
  | 'few-repetitions'
  | 'low-frame-rate'
  | 'not-validated';

export interface ExerciseResult {
  readonly exercise: ExerciseId;
  /** Null when nobody was seen. */
  readonly view: ExerciseView | null;
  /** In time, those that did not count among them. */
  readonly repetitions: readonly Repetition[];
  /** Full repetitions of each leg. */
  readonly counts: Readonly<Record<SupportLeg, number>>;
  /** Begun and not far enough. */
  readonly partial: number;
  /** Went far enough, and no leg could be said to have borne it: not counted. */
  readonly unclear: number;
  /** When those were, in time. */
  readonly unclearAt: readonly Movement[];
  readonly measures: readonly ExerciseMeasure[];
  /** Why nothing was counted; null when something was. */
  readonly reason: ExerciseReason | null;
  /** What makes all of it less sure. */
  readonly cautions: readonly ExerciseReason[];
}
