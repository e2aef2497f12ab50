// One runner, from the second day of a calf strain to the last stage, with a recurrence on the way: what each page says on each day.
import { describe, expect, it } from 'vitest';
import type { Injury, WalkRunDay } from '../../../core/records/records.ts';
import { daysSinceOnset } from '../../../core/rehab/baseline.ts';
import { bodyMap } from '../../../core/rehab/bodyMap.ts';
import type { TestRecord } from '../../../core/rehab/limbSymmetry.ts';
import { PAIN_RULES } from '../../../core/rehab/painRules.ts';
import { type ReadinessInput, readinessPage } from '../../../core/rehab/readiness.ts';
import { planSentences } from '../../../core/rehab/rehabSentences.ts';
import { freshPlan } from '../../../core/rehab/walkRunTemplate.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';

const strain = (id: string, onset: string, fields: Partial<Injury> = {}): Injury => ({
  id,
  createdAt: '',
  changedAt: '',
  clientId: 'c',
  region: 'Calf strain',
  side: 'right',
  onset,
  mechanism: 'hill',
  status: 'active',
  notes: '',
  ...fields,
});

const day = (date: string, pain: number, fields: Partial<WalkRunDay> = {}): WalkRunDay => ({
  date,
  completed: true,
  painBefore: 0,
  painDuring: pain,
  painAfter: pain,
  painNextDay: 0,
  limp: false,
  notes: '',
  ...fields,
});

const pair = (date: string, test: string, left: number, right: number, pain: number): readonly TestRecord[] =>
  (['left', 'right'] as const).map((side) => ({
    date,
    test,
    side,
    value: side === 'left' ? left : right,
    unit: '',
    passed: null,
    pain: side === 'left' ? 0 : pain,
  }));

const FIRST = strain('first', '2025-11-01', { status: 'resolved', resolvedOn: '2025-12-20' });
const SECOND = strain('second', '2026-02-01');

const TESTS: readonly TestRecord[] = [
  ...pair('2026-02-03', 'heelRaise', 30, 8, 5),
  ...pair('2026-02-20', 'heelRaise', 31, 25, 1),
  ...pair('2026-02-20', 'hopInPlace', 30, 30, 3),
  ...pair('2026-03-12', 'heelRaise', 32, 30, 0),
  ...pair('2026-03-12', 'hopInPlace', 30, 30, 0),
];

/** Days that the diary holds, by stage. */
const DIARY: Readonly<Record<number, readonly WalkRunDay[]>> = {
  1: [day('2026-02-21', 1), day('2026-02-23', 0)],
  2: [day('2026-02-25', 0), day('2026-02-27', 1)],
  3: [day('2026-03-01', 6, { painNextDay: 3 })],
  4: [],
};

function pageOn(today: string) {
  const plan = freshPlan('c').map((stage) => {
    const days = (DIARY[stage.stage] ?? []).filter(({ date }) => date <= today);
    const isOver = stage.stage < 3 && days.length === 2;
    return { ...stage, days, completedOn: isOver ? days[1]!.date : null };
  });
  const input: ReadinessInput = {
    injury: SECOND,
    tests: TESTS,
    plan,
    sessions: [],
    sinceBaseline: null,
    legs: null,
  };
  return readinessPage(input, today);
}

const verdict = (today: string, id: string) => {
  const page = pageOn(today);
  return [...page.beforeRunning, ...page.beforeFullTraining].find(({ criterion }) => criterion.id === id)!.verdict;
};

describe('a calf strain that came back', () => {
  it('is seen to be the same place again', () => {
    const { places } = bodyMap([SECOND, FIRST], [], '2026-02-03');
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject({ region: 'calf', side: 'right', recurs: true, mark: 'injury' });
    expect(places[0]!.episodes[1]!.daysAfterLast).toBe(43);
    expect(daysSinceOnset([FIRST, SECOND], '2026-02-03').map((one) => one.day)).toEqual([2]);
  });

  it('meets one criterion after the other, each on its own day', () => {
    const days = ['2026-02-03', '2026-02-20', '2026-03-12'];
    expect(days.map((date) => verdict(date, 'calfRaises'))).toEqual(['not-met', 'not-met', 'met']);
    expect(days.map((date) => verdict(date, 'calfRaiseSides'))).toEqual(['not-met', 'not-met', 'met']);
    expect(days.map((date) => verdict(date, 'hopping'))).toEqual(['not-tested', 'not-met', 'met']);
    expect(days.map((date) => verdict(date, 'calfHop'))).toEqual(['not-tested', 'not-tested', 'not-tested']);
  });

  it('goes through the stages, and a step back when it hurts', () => {
    const advice = (today: string) => {
      const { plan } = pageOn(today);
      return [plan.advice, plan.current?.stage, plan.next?.stage];
    };
    expect(advice('2026-02-20')).toEqual(['begin', 1, 1]);
    expect(advice('2026-02-22')).toEqual(['again', 1, 1]);
    expect(advice('2026-02-24')).toEqual(['begin', 2, 2]);
    expect(advice('2026-03-02')).toEqual(['step-back', 3, 2]);
    expect(planSentences(pageOn('2026-03-02').plan, PAIN_RULES.muscle, REPORT_TEXT)).toEqual([
      'By the rules of the plan, stage 2 is next: one step back.',
      'Pain on 2026-03-01 was 6 of 10; above 4 it is a step back.',
      'Next run not before 2026-03-03: a day without running between two runs.',
    ]);
  });
});
