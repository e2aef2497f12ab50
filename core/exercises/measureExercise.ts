// From landmarks to counted and measured repetitions of one exercise.

import { cleanPose } from '../signal/cleanPose.ts';
import type { Edit, RawPose } from '../types.ts';
import { type ExerciseBody, exerciseBody, isBodyMoving, isStepping } from './exerciseBody.ts';
import type {
  ExerciseId,
  ExerciseMeasure,
  ExerciseReason,
  ExerciseResult,
  Movement,
  Repetition,
  SupportLeg,
} from './exerciseTypes.ts';
import { findRaises, measureRaises } from './heelRaises.ts';
import { findHops, measureHops } from './hops.ts';
import { findSquats, measureSquats } from './squats.ts';

export interface ExerciseOptions {
  readonly exercise: ExerciseId;
  /** Capture rate ÷ file rate. */
  readonly slowMotion: number;
}

/** Shorter is no exercise, s. */
const SHORTEST_FILM_S = 2;

const LEGS = ['left', 'right', 'both'] as const satisfies readonly SupportLeg[];

/** What was found, and how to measure one leg's share of it. */
interface Found {
  readonly repetitions: readonly Repetition[];
  readonly unclear: readonly Movement[];
  readonly isSure: boolean;
  readonly measure: (leg: SupportLeg) => readonly ExerciseMeasure[];
}

/**
 * Count and measure one exercise; like gait, a pure function of the raw pose, the options and the edits.
 * Works: the person on the spot, in the picture from hip to foot, one exercise in the film. Fails: see each exercise.
 * @returns nothing counted and a reason when it is another view, walking, standing, or nobody
 */
export function measureExercise(pose: RawPose, options: ExerciseOptions, edits: readonly Edit[] = []): ExerciseResult {
  const { exercise, slowMotion } = options;
  const nothing = (reason: ExerciseReason, view: ExerciseResult['view']): ExerciseResult => ({
    exercise,
    view,
    repetitions: [],
    counts: { left: 0, right: 0, both: 0 },
    partial: 0,
    unclear: 0,
    unclearAt: [],
    measures: [],
    reason,
    cautions: [],
  });
  const frames = pose.timeS.length;
  const lengthS = frames > 1 ? (pose.timeS[frames - 1]! - pose.timeS[0]!) / slowMotion : 0;
  if (lengthS < SHORTEST_FILM_S) return nothing('too-short', null);
  const who = exerciseBody(cleanPose(pose, { slowMotion, gait: 'auto', isOnTheSpot: true }, edits));
  if (who === null) return nothing('not-seen', null);
  if (isStepping(who)) return nothing('walking', who.view);
  const isFrontal = who.view === 'anterior' || who.view === 'posterior';
  if (isFrontal && (exercise === 'heelRaise' || exercise === 'hopInPlace')) return nothing('other-view', who.view);
  const { repetitions, unclear: unclearAt, isSure, measure } = find(exercise, who);
  const unclear = unclearAt.length;
  if (repetitions.length === 0 && unclear === 0)
    return nothing(isBodyMoving(who) ? 'foot-not-steady' : 'standing-still', who.view);
  const full = repetitions.filter(({ isFull }) => isFull);
  const of = (leg: SupportLeg) => full.filter((one) => one.leg === leg);
  return {
    exercise,
    view: who.view,
    repetitions,
    counts: { left: of('left').length, right: of('right').length, both: of('both').length },
    partial: repetitions.length - full.length,
    unclear,
    unclearAt,
    measures: LEGS.filter((leg) => of(leg).length > 0).flatMap(measure),
    reason: full.length > 0 ? null : unclear > 0 ? 'foot-not-steady' : 'no-full-repetition',
    cautions: [
      ...(unclear > 0 ? (['foot-not-steady'] as const) : []),
      ...(isSure ? [] : (['count-unsure'] as const)),
      'not-validated',
    ],
  };
}

function find(exercise: ExerciseId, who: ExerciseBody): Found {
  if (exercise === 'heelRaise') return found(findRaises(who), (leg, raises) => measureRaises(who, leg, raises));
  if (exercise === 'hopInPlace') {
    const { hops, isSure } = findHops(who);
    return found({ repetitions: hops, unclear: [], isSure }, (leg, own) => measureHops(who, leg, own));
  }
  return found(findSquats(who, exercise === 'stepDown'), (leg, squats) => measureSquats(who, leg, squats));
}

function found<R extends Repetition>(
  { repetitions, unclear, isSure }: Pick<Found, 'unclear' | 'isSure'> & { readonly repetitions: readonly R[] },
  measure: (leg: SupportLeg, own: readonly R[]) => readonly ExerciseMeasure[],
): Found {
  return {
    repetitions,
    unclear,
    isSure,
    measure: (leg) =>
      measure(
        leg,
        repetitions.filter((one) => one.isFull && one.leg === leg),
      ),
  };
}
