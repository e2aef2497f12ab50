// The walk–run plan: what each run says, where the plan goes next and why, and the sheet the client takes home.
import { describe, expect, it } from 'vitest';
import type { WalkRunDay } from '../../../core/records/records.ts';
import type { GaitSymmetry } from '../../../core/rehab/gaitSymmetry.ts';
import { judgeRun, PAIN_RULES } from '../../../core/rehab/painRules.ts';
import { planSentences, stageWords } from '../../../core/rehab/rehabSentences.ts';
import { walkRunDiary } from '../../../core/rehab/walkRunDiary.ts';
import { type PlanStage, planStep } from '../../../core/rehab/walkRunSteps.ts';
import { planOddities, stageMinutes, WALK_RUN_TEMPLATE } from '../../../core/rehab/walkRunTemplate.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';

const day = (date: string, fields: Partial<WalkRunDay> = {}): WalkRunDay => ({
  date,
  completed: true,
  painBefore: 1,
  painDuring: 1,
  painAfter: 1,
  painNextDay: 1,
  limp: false,
  notes: '',
  ...fields,
});

type Diary = Readonly<Record<number, readonly WalkRunDay[]>>;
const plan = (diary: Diary, over: Readonly<Record<number, string>> = {}): readonly PlanStage[] =>
  WALK_RUN_TEMPLATE.map((stage) => ({
    ...stage,
    startedOn: diary[stage.stage]?.[0]?.date ?? null,
    completedOn: over[stage.stage] ?? null,
    painDuring: null,
    painNextDay: null,
    days: diary[stage.stage] ?? [],
  }));

const TODAY = '2026-03-20';
const step = (
  stages: readonly PlanStage[],
  gait: readonly GaitSymmetry[] = [],
  tissue: keyof typeof PAIN_RULES = 'muscle',
) => planStep(stages, PAIN_RULES[tissue], gait, TODAY);

describe('one run', () => {
  it.each([
    ['muscle', { painDuring: 2 }, 'well', 'settled'],
    ['muscle', { painDuring: 3 }, 'over', 'some-pain'],
    ['muscle', { painDuring: 4 }, 'over', 'some-pain'],
    ['muscle', { painDuring: 5 }, 'setback', 'much-pain'],
    ['muscle', { painDuring: 0, painAfter: 5 }, 'setback', 'much-pain'],
    ['muscle', { painBefore: 1, painNextDay: 2 }, 'setback', 'worse-next-day'],
    ['muscle', { painBefore: 2, painNextDay: 2 }, 'well', 'settled'],
    ['muscle', { painBefore: null, painNextDay: 2 }, 'well', 'settled'],
    ['muscle', { painBefore: null, painNextDay: 3 }, 'setback', 'worse-next-day'],
    ['muscle', { limp: true, painDuring: 0 }, 'setback', 'limp'],
    ['muscle', { limp: null }, 'well', 'settled'],
    ['muscle', { completed: false }, 'over', 'cut-short'],
    ['muscle', { painDuring: null }, 'open', 'no-pain-noted'],
    ['muscle', { painNextDay: null }, 'open', 'no-next-day'],
    ['muscle', { painDuring: 3, painNextDay: null }, 'over', 'some-pain'],
    ['tendon', { painDuring: 5 }, 'over', 'some-pain'],
    ['tendon', { painDuring: 6 }, 'setback', 'much-pain'],
    ['bone', { painBefore: 0, painDuring: 0, painAfter: 0, painNextDay: 0 }, 'well', 'settled'],
    ['bone', { painBefore: 0, painDuring: 1, painAfter: 0, painNextDay: 0 }, 'setback', 'much-pain'],
    ['bone', { painBefore: null, painDuring: 0, painAfter: 0, painNextDay: 1 }, 'setback', 'worse-next-day'],
  ] as const)('of a %s with %o is %s: %s', (tissue, fields, verdict, reason) => {
    expect(judgeRun(day('2026-03-18', fields), PAIN_RULES[tissue])).toMatchObject({ verdict, reason });
  });
});

describe('the plan', () => {
  it('is empty, begins, and ends', () => {
    expect(step([])).toMatchObject({ advice: 'no-plan', reason: 'empty', current: null, next: null });
    expect(step(plan({}))).toMatchObject({
      advice: 'begin',
      current: { stage: 1 },
      next: { stage: 1 },
      notBefore: null,
    });
    const over = Object.fromEntries(WALK_RUN_TEMPLATE.map(({ stage }) => [stage, '2026-03-10']));
    expect(step(plan({}, over))).toMatchObject({ advice: 'finished', next: null });
  });

  it('goes on after two runs borne well, and not after one', () => {
    expect(step(plan({ 2: [day('2026-03-18')] }))).toMatchObject({
      advice: 'again',
      reason: 'runs-wanted',
      wellInARow: 1,
      next: { stage: 2 },
    });
    const two = step(plan({ 2: [day('2026-03-16'), day('2026-03-18')] }));
    expect(two).toMatchObject({
      advice: 'advance',
      reason: 'two-well',
      wellInARow: 2,
      current: { stage: 2 },
      next: { stage: 3 },
    });
  });

  it('counts runs in a row only: a painful one begins the count again', () => {
    const days = [day('2026-03-12'), day('2026-03-14', { painDuring: 3 }), day('2026-03-16')];
    expect(step(plan({ 2: days }))).toMatchObject({ advice: 'again', wellInARow: 1 });
    expect(step(plan({ 2: days.slice(0, 2) }))).toMatchObject({ advice: 'repeat', next: { stage: 2 } });
  });

  it('steps back, stays back until two runs there went well, and then goes on', () => {
    const before = { 2: [day('2026-03-06'), day('2026-03-08')], 3: [day('2026-03-10', { painDuring: 6 })] };
    const back = step(plan(before, { 2: '2026-03-08' }));
    expect(back).toMatchObject({ advice: 'step-back', reason: 'much-pain', current: { stage: 3 }, next: { stage: 2 } });
    const again = { ...before, 2: [...before[2], day('2026-03-12')] };
    expect(step(plan(again, { 2: '2026-03-08' }))).toMatchObject({
      advice: 'again',
      current: { stage: 2 },
      wellInARow: 1,
    });
    const twice = { ...before, 2: [...again[2], day('2026-03-14')] };
    expect(step(plan(twice, { 2: '2026-03-08' }))).toMatchObject({
      advice: 'advance',
      next: { stage: 3 },
      wellInARow: 2,
    });
  });

  it('on the first stage a step back stays there and says to speak first', () => {
    const found = step(plan({ 1: [day('2026-03-18', { limp: true })] }));
    expect(found).toMatchObject({ advice: 'step-back', next: { stage: 1 } });
    const sentences = planSentences(found, PAIN_RULES.muscle, REPORT_TEXT);
    expect(sentences[0]).toBe('By the rules of the plan, stage 1 is done again.');
    expect(sentences).toContain('At the first stage, or back twice in a row: speak before the next run.');
  });

  it('a stage that was closed goes on to the next, whatever its diary says', () => {
    expect(step(plan({ 1: [day('2026-03-10')] }, { 1: '2026-03-10' }))).toMatchObject({
      advice: 'begin',
      current: { stage: 2 },
    });
  });

  it('the last stage is the end', () => {
    expect(step(plan({ 8: [day('2026-03-16'), day('2026-03-18')] }))).toMatchObject({ advice: 'finished', next: null });
  });

  it('leaves a day free between two runs', () => {
    expect(step(plan({ 1: [day('2026-03-20')] })).notBefore).toBe('2026-03-22');
    expect(step(plan({ 1: [day('2026-03-19')] })).notBefore).toBe('2026-03-21');
    expect(step(plan({ 1: [day('2026-03-18')] })).notBefore).toBeNull();
  });

  it('asks for the next morning before it goes on', () => {
    const found = step(plan({ 2: [day('2026-03-17'), day('2026-03-19', { painNextDay: null })] }));
    expect(found).toMatchObject({ advice: 'ask', reason: 'no-next-day' });
    expect(planSentences(found, PAIN_RULES.muscle, REPORT_TEXT)).toEqual([
      'Stage 2: an answer is missing.',
      'How the morning after 2026-03-19 was is not noted.',
      'Next run not before 2026-03-21: a day without running between two runs.',
    ]);
  });

  it('uneven legs hold it, untested ones are said', () => {
    const two = plan({ 2: [day('2026-03-16'), day('2026-03-18')] });
    const contact = { id: 'contactTime', unit: 's', limit: 0.01, threshold: 0.012, sources: ['ours'] } as const;
    const uneven = step(two, [{ ...contact, difference: 0.03, verdict: 'not-met', reason: null }]);
    expect(uneven).toMatchObject({ advice: 'hold', reason: 'uneven-gait', next: { stage: 2 } });
    expect(planSentences(uneven, PAIN_RULES.muscle, REPORT_TEXT)[1]).toContain('time on the ground');
    const unseen = step(two, [{ ...contact, difference: null, verdict: 'not-tested', reason: 'not-filmed' }]);
    expect(unseen).toMatchObject({ advice: 'advance', next: { stage: 3 } });
    expect(planSentences(unseen, PAIN_RULES.muscle, REPORT_TEXT)).toContain(
      'Not tested in the film: time on the ground.',
    );
  });

  it('a stage kept without a diary is one run', () => {
    const [first, ...rest] = plan({});
    const { days: _, ...old } = { ...first!, startedOn: '2026-03-15', painDuring: 6, painNextDay: 2 };
    expect(step([old, ...rest])).toMatchObject({
      advice: 'step-back',
      lastRun: { pain: 6, day: { date: '2026-03-15' } },
    });
    expect(step([{ ...old, painDuring: null, painNextDay: null }, ...rest])).toMatchObject({ advice: 'begin' });
  });

  it('every sentence is whole', () => {
    const diaries: readonly Diary[] = [
      {},
      { 2: [day('2026-03-18')] },
      { 2: [day('2026-03-16'), day('2026-03-18')] },
      { 3: [day('2026-03-18', { painDuring: 4 })] },
      { 3: [day('2026-03-18', { painDuring: 9 })] },
      { 3: [day('2026-03-18', { completed: false })] },
    ];
    for (const diary of diaries)
      for (const sentence of planSentences(step(plan(diary)), PAIN_RULES.muscle, REPORT_TEXT))
        expect(sentence).toMatch(/^[^{}]+\.$/);
  });
});

describe('the stages', () => {
  it('run longer and longer, from nothing to half an hour', () => {
    expect(WALK_RUN_TEMPLATE.map((stage) => stageMinutes(stage).run)).toEqual([0, 6, 12, 18, 24, 20, 30, 30]);
    expect(WALK_RUN_TEMPLATE.map((stage) => stageMinutes(stage).all)).toEqual([30, 30, 30, 30, 30, 20, 30, 30]);
    // Twenty minutes without a break are less running and harder than four of five.
    expect(planOddities(WALK_RUN_TEMPLATE)).toEqual([{ stage: 6, what: 'less-running' }]);
  });

  it('say what is done', () => {
    expect(WALK_RUN_TEMPLATE.map((stage) => stageWords(stage))).toEqual([
      'Walk 30 min',
      'Run 1 min, walk 4 min, 6 times (30 min)',
      'Run 2 min, walk 3 min, 6 times (30 min)',
      'Run 3 min, walk 2 min, 6 times (30 min)',
      'Run 4 min, walk 1 min, 6 times (30 min)',
      'Run 20 min without a break',
      'Run 30 min without a break',
      'Run 30 min with some faster stretches or hills; hills last',
    ]);
    expect(stageWords({ stage: 2, walkS: 90, runS: 30, repeats: 4 })).toBe('Run 30 s, walk 90 s, 4 times (8 min)');
  });

  it('that were edited oddly are pointed out', () => {
    const edited = [
      { stage: 1, walkS: 0, runS: 0, repeats: 3 },
      { stage: 2, walkS: 60, runS: 60, repeats: 5 },
      { stage: 3, walkS: 0, runS: 1800, repeats: 1 },
    ];
    expect(planOddities(edited)).toEqual([
      { stage: 1, what: 'nothing' },
      { stage: 3, what: 'big-step' },
    ]);
  });
});

describe('the diary', () => {
  it('has every stage, what was written, lines to write on and rules with the client’s own numbers', () => {
    const diary = walkRunDiary(
      plan({ 1: [day('2026-03-10'), day('2026-03-12', { completed: false, notes: 'rain' })] }, { 1: '2026-03-13' }),
      'muscle',
    );
    expect(diary.stages).toHaveLength(8);
    expect(diary.stages[0]).toMatchObject({ isOver: true, emptyLines: 0, minutes: 30 });
    expect(diary.stages[0]!.filled).toEqual([
      ['2026-03-10', '1', '1', '1', '1', ''],
      ['2026-03-12', '1', '1', '1', '1', 'cut short; rain'],
    ]);
    expect(diary.stages[0]!.filled[0]).toHaveLength(diary.columns.length);
    expect(diary.stages[1]).toMatchObject({ isOver: false, emptyLines: 4 });
    expect(diary.rules.join(' ')).toContain('Pain above 4');
    expect(diary.rules.join(' ')).not.toMatch(/[{}]/);
  });

  it('for bone speaks of no pain at all', () => {
    expect(walkRunDiary(plan({}), 'bone').rules.join(' ')).toContain('Any pain');
  });
});
