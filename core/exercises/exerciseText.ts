// The words of exercises that were counted from a film; a part of REHAB_TEXT.

import type { ExerciseId, ExerciseMeasureId, ExerciseReason } from './exerciseTypes.ts';

const names: Readonly<Record<ExerciseId, string>> = {
  heelRaise: 'Heel raises',
  singleLegSquat: 'Single-leg squats',
  stepDown: 'Step-downs',
  hopInPlace: 'Hops in place',
};

const measures: Readonly<Record<ExerciseMeasureId, string>> = {
  raiseHeight: 'Height of the heel, share of foot length',
  raiseHeightKept: 'Height of the last three raises, % of the first three',
  kneeFlexionPeak: 'Knee bend at the deepest point',
  projectionAngle: 'Knee from the front at the deepest point (inwards +)',
  hopContactTime: 'Time on the ground',
  hopFlightTime: 'Time in the air',
  reactiveRatio: 'Time in the air ÷ time on the ground',
  repetitionRate: 'Repetitions a minute',
};

const reasons: Readonly<Record<ExerciseReason, string>> = {
  'too-short': 'The film is too short: it needs a second before and after the exercise.',
  'not-seen': 'Nobody was seen, or not from hip to foot. Step back until the whole body is in the picture.',
  walking: 'This looks like walking or running: nothing was counted. Film the exercise on the spot.',
  'standing-still': 'Nobody moved enough for a repetition: nothing was counted.',
  'no-full-repetition': 'No repetition went far enough, or came back far enough, to be counted.',
  'foot-not-steady':
    'Some movements were not counted because the standing foot did not stay in its place, or was not seen well enough. Watch the film and count.',
  'count-unsure':
    'The count is not sure: some movements are near the limit of what counts, or of what the network sees. Watch the film and count.',
  'other-view':
    'This view does not show it. Heel, knee bend and hops are seen from the side; the knee’s way inwards from the front or behind.',
  'far-leg': 'The leg is on the far side of the camera. Film it from its own side.',
  'few-repetitions': 'Fewer than three repetitions.',
  'low-frame-rate': 'Fewer than 50 pictures a second: short contacts are less sure.',
  'not-validated':
    'Not validated: counts and values were tried on drawn figures and not on films of people with known truth.',
};

/** English. */
export const EXERCISE_TEXT = {
  names,
  measures,
  reasons,
  leg: { left: 'left', right: 'right', both: 'both legs' },
  counted: '{count} {name}, {leg}',
  unclear: 'Not counted because no leg could be said to have done it: {count}.',
  partial: 'Not counted because it did not go far enough: {count}.',
};
