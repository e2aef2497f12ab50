// The words of a filmed exercise: what it shows, its repetitions on the timeline, its numbers, and the tests made of it.

import { EXERCISE_TEXT } from '../../core/exercises/exerciseText.ts';
import type { ExerciseView } from '../../core/exercises/exerciseTypes.ts';

const views: Readonly<Record<ExerciseView, string>> = {
  left: 'seen from the left',
  right: 'seen from the right',
  posterior: 'seen from behind',
  anterior: 'seen from the front',
};

export const EXERCISE_SCREEN_TEXT = {
  ...EXERCISE_TEXT,
  views,
  shows: 'Shows',
  gait: 'Running or walking',
  line: { title: '{name}:', nothing: 'nothing counted', unsure: 'not sure, watch the film' },
  tabs: 'Exercise',
  counted: 'Counted',
  corrections: 'Corrections',
  Legs: { left: 'Left', right: 'Right', both: 'Both legs' },
  of: { left: 'Left leg', right: 'Right leg', both: 'Both legs', nobody: 'Unclear' },
  repetition: {
    full: '{leg}, repetition {n}: {from}–{to} s',
    partial: '{leg}, not far enough, not counted: {from}–{to} s',
    unclear: 'No leg for certain, not counted: {from}–{to} s',
  },
  key: { full: 'counted', partial: 'not far enough', unclear: 'unclear' },
  toRepetition: { back: 'To the repetition before', on: 'To the next repetition', loop: 'Repeat this repetition' },
  symmetry: {
    title: 'Left against right',
    compared: 'Left {left}, right {right}: the side with fewer did {share} % of the other.',
    alike: 'Left {left}, right {right}: the same number.',
    one: 'One leg was counted. Film the other one in the same way and keep both as tests: limb symmetry needs both.',
    none: 'No leg was counted by itself.',
  },
  measured: {
    title: 'Measured',
    measure: 'Measure',
    none: 'not measured',
    empty: 'Nothing was counted, so nothing was measured.',
  },
  tests: {
    title: 'Tests',
    enter: 'Enter as tests',
    check: 'Watch the film, correct the counts if they are wrong, and ask for the pain.',
    byHand: 'The film did not count. Watch it, count, and enter the legs that were tested.',
    name: '{test}, {leg}',
    counted: 'The film counted {count}.',
    foundUnclear: 'The film found {count} and could not say of which leg.',
    pain: 'Highest pain, {leg}',
    keep: 'Keep as tests',
    cancel: 'Cancel',
    wrong: { count: 'A whole number, 0 or more.', value: 'A number, for example 4.5.' },
    nothing: 'Enter at least one value.',
    note: 'The film counted {count}; entered by hand.',
    noteUncounted: 'Counted by hand from the film.',
    kept: ['test was kept.', 'tests were kept.'] as const,
    ofFilm: 'Kept from this film',
    painWas: 'pain {pain}/10',
    painNot: 'pain not asked',
    film: 'Go to the film',
    remove: 'Remove {test}',
    removed: '{test} was removed.',
  },
} as const;
