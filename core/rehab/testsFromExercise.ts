// What a film of an exercise counted and measured, as tests that can be entered: the clinician looks at them first.

import type { ExerciseId, ExerciseMeasureId, ExerciseResult } from '../exercises/exerciseTypes.ts';
import type { Fresh, ReturnTest } from '../records/records.ts';
import { SIDES } from '../types.ts';
import { RETURN_TESTS, type ReturnTestId } from './testCatalogue.ts';

/** What the records of one film have in common. */
export interface FilmedTest {
  readonly clientId: string;
  readonly date: string;
  readonly clipId: string;
}

const COUNTED: Readonly<Record<ExerciseId, ReturnTestId>> = {
  heelRaise: 'heelRaise',
  singleLegSquat: 'singleLegSquat',
  stepDown: 'stepDown',
  hopInPlace: 'hopInPlace',
};

const MEASURED: Partial<Readonly<Record<ExerciseMeasureId, ReturnTestId>>> = {
  projectionAngle: 'squatProjectionAngle',
};

/**
 * Tests of single legs out of a film. Repetitions of both legs together are none of them. Pain cannot be seen and is left to be asked.
 * @returns one for each leg and test; empty when nothing was counted
 */
export function testsFromExercise(result: ExerciseResult, film: FilmedTest): readonly Fresh<ReturnTest>[] {
  const record = (test: ReturnTestId, side: 'left' | 'right', value: number): Fresh<ReturnTest> => ({
    ...film,
    test,
    side,
    value,
    unit: RETURN_TESTS[test].unit,
    passed: null,
    pain: null,
    notes: '',
  });
  const counts = SIDES.filter((side) => result.counts[side] > 0);
  const measured = result.measures.flatMap(({ id, leg, value }) => {
    const test = MEASURED[id];
    return test === undefined || leg === 'both' || value === null ? [] : [record(test, leg, value)];
  });
  return [...counts.map((side) => record(COUNTED[result.exercise], side, result.counts[side])), ...measured];
}

/**
 * What a clinician is offered to enter: the tests of the film, or the count of either leg left open where nothing was counted, since
 * whoever watches the film can count.
 */
export function testsToEnter(result: ExerciseResult, film: FilmedTest): readonly Fresh<ReturnTest>[] {
  const found = testsFromExercise(result, film);
  if (SIDES.some((side) => result.counts[side] > 0)) return found;
  const test = COUNTED[result.exercise];
  return SIDES.map((side) => ({
    ...film,
    test,
    side,
    value: null,
    unit: RETURN_TESTS[test].unit,
    passed: null,
    pain: null,
    notes: '',
  }));
}
