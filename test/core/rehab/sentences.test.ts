// What the pages say is whole, and says sizes in the units of every other page.
import { describe, expect, it } from 'vitest';
import type { ComparedRow } from '../../../core/compare/compareVisits.ts';
import { exerciseSentences, exerciseValue } from '../../../core/exercises/exerciseSentences.ts';
import { measureExercise } from '../../../core/exercises/measureExercise.ts';
import { checkReturnTest, checkWalkRunStage } from '../../../core/records/checkRecords.ts';
import type { Episode, Place } from '../../../core/rehab/bodyMap.ts';
import {
  baselineSentence,
  dayWords,
  episodeSentence,
  patternSentences,
  patternsFootnotes,
  placeWords,
} from '../../../core/rehab/pageSentences.ts';
import { PATTERN_LINKS } from '../../../core/rehab/patternLinks.ts';
import { testsFromExercise, testsToEnter } from '../../../core/rehab/testsFromExercise.ts';
import { freshPlan } from '../../../core/rehab/walkRunTemplate.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import { filmed, squatted, standing, upAndDown } from '../../support/exerciser.ts';

const row = { id: 'contactTime', unit: 's' } as ComparedRow;

describe('sentences', () => {
  it('a pattern says what is linked, by how much it is seen, and which way', () => {
    const link = PATTERN_LINKS.calfAchilles[0]!;
    const shift = { difference: -0.03, threshold: 0.015, asLinked: true, row };
    const sentences = patternSentences(
      {
        link,
        side: 'left',
        value: 0.22,
        sinceBaseline: shift,
        againstOtherLeg: { ...shift, difference: 0.02, asLinked: false },
      },
      REPORT_TEXT,
    );
    expect(sentences).toEqual([
      'Less time on the ground.',
      'Ground contact time, left: changed by \u221230\u00a0ms since the baseline (15\u00a0ms would be beyond the error), the way it is linked with this complaint.',
      'Ground contact time, left: +20\u00a0ms against the other leg (15\u00a0ms would be beyond the error), the other way than it is linked with this complaint.',
    ]);
  });

  it('an empty list says why and what could not be judged, and never foretells', () => {
    const notes = patternsFootnotes(
      { complaint: 'shin', seen: [], notJudged: [PATTERN_LINKS.shin[2]!], nothing: 'within-error' },
      REPORT_TEXT,
    );
    expect(notes[0]).toContain('nothing has changed or differs beyond the measurement error');
    expect(notes[1]).toBe('Not judged: pelvic drop.');
    expect(notes[2]).toContain('foretell nothing');
  });

  it('the baseline, the day and the place are told', () => {
    expect(baselineSentence(null, '')).toBe('There is no earlier visit to compare with.');
    expect(baselineSentence({ kind: 'first' }, '3 March')).toContain('compared with the first visit, 3 March');
    expect([dayWords(2), dayWords(null)]).toEqual(['Day 2 since onset', 'Day of onset not noted']);
    const place = { region: 'calf', side: 'left', episodes: [], mark: 'past', recurs: false } as Place;
    expect(placeWords(place)).toBe('Calf, left');
    const episode = (fields: Partial<Episode>) =>
      episodeSentence({ again: 'first', daysAfterLast: null, ...fields } as Episode);
    expect(episode({})).toBeNull();
    expect(episode({ again: 'recurrence', daysAfterLast: 19 })).toBe(
      'The same place again, 19 days after it was over.',
    );
    expect(episode({ again: 'recurrence' })).toBe('The same place again.');
    expect(episode({ again: 'while-open' })).toBe('Noted again before it was over.');
  });
});

describe('a filmed exercise', () => {
  const hops = {
    leg: 'left',
    sd: null,
    n: 12,
    sigmaRepeat: 0.004,
    quality: 'caution',
    reason: 'not-validated',
  } as const;

  it('says what was counted and what was not', () => {
    const sentences = exerciseSentences({
      exercise: 'heelRaise',
      view: 'left',
      repetitions: [],
      counts: { left: 21, right: 0, both: 0 },
      partial: 2,
      unclear: 1,
      unclearAt: [{ startS: 3, peakS: 3.5, endS: 4 }],
      measures: [],
      reason: null,
      cautions: ['foot-not-steady', 'not-validated'],
    });
    expect(sentences.slice(0, 3)).toEqual([
      '21 heel raises, left.',
      'Not counted because it did not go far enough: 2.',
      'Not counted because no leg could be said to have done it: 1.',
    ]);
    expect(sentences).toHaveLength(5);
    const still = measureExercise(
      filmed(() => standing('left'), { view: 'left', rateHz: 30, seconds: 6 }),
      {
        exercise: 'hopInPlace',
        slowMotion: 1,
      },
    );
    expect(exerciseSentences(still)).toEqual(['Nobody moved enough for a repetition: nothing was counted.']);
  });

  it('writes values with their margins, and none for what could not be measured', () => {
    expect(exerciseValue({ ...hops, id: 'hopContactTime', unit: 's', value: 0.2481, sigma: 0.0122 })).toBe(
      '248 ± 24\u00a0ms',
    );
    expect(exerciseValue({ ...hops, id: 'reactiveRatio', unit: '1', value: 1.38, sigma: 0.001 })).toBe('1.38 ± 0.01');
    expect(exerciseValue({ ...hops, id: 'projectionAngle', unit: 'deg', value: -3.6, sigma: 4 })).toBe('\u22124 ± 8°');
    expect(exerciseValue({ ...hops, id: 'kneeFlexionPeak', unit: 'deg', value: null, sigma: null })).toBeNull();
  });
});

describe('records to be added', () => {
  it('a filmed exercise becomes tests of that leg, with its film and without pain', () => {
    const depth = (timeS: number) => upAndDown(timeS < 1.5 ? 0 : ((timeS - 1.5) / 3) % 1);
    const pose = filmed((t) => (t > 13.5 ? standing('left') : squatted('left', 60 * depth(t), 0.04 * depth(t))), {
      view: 'anterior',
      rateHz: 60,
      seconds: 15,
      noiseMm: 3,
    });
    const result = measureExercise(pose, { exercise: 'singleLegSquat', slowMotion: 1 });
    const tests = testsFromExercise(result, { clientId: 'c', date: '2026-03-18', clipId: 'film' });
    expect(tests.map(({ test, side, unit, pain, clipId }) => [test, side, unit, pain, clipId])).toEqual([
      ['singleLegSquat', 'left', 'repetitions', null, 'film'],
      ['squatProjectionAngle', 'left', '°', null, 'film'],
    ]);
    expect(tests[0]!.value).toBe(4);
    for (const test of tests) expect(() => checkReturnTest(test)).not.toThrow();
    const still = measureExercise(
      filmed(() => standing('left'), { view: 'left', rateHz: 30, seconds: 6 }),
      {
        exercise: 'heelRaise',
        slowMotion: 1,
      },
    );
    const film = { clientId: 'c', date: '2026-03-18', clipId: 'film' };
    expect(testsFromExercise(still, film)).toEqual([]);
    // Whoever watches the film can count: each leg is offered with its value left open.
    const open = testsToEnter(still, film).map(({ test, side, value }) => [test, side, value]);
    expect(open).toEqual([
      ['heelRaise', 'left', null],
      ['heelRaise', 'right', null],
    ]);
    expect(testsToEnter(result, film)).toEqual(tests);
  });

  it('the template is a plan that the library takes', () => {
    const plan = freshPlan('c');
    expect(plan.map(({ stage }) => stage)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const stage of plan) expect(() => checkWalkRunStage(stage)).not.toThrow();
  });
});
