// Today's stage of a walk–run plan, and whether to go on, repeat or step back: with the reason, and nothing decided for the clinician.

import { dayAfter, daysBetween } from '../records/calendar.ts';
import type { WalkRunDay, WalkRunStage } from '../records/records.ts';
import type { GaitSymmetry } from './gaitSymmetry.ts';
import { type JudgedRun, judgeRun, type PainRule, type RunReason } from './painRules.ts';

/** What of a stage record the plan is read from. */
export type PlanStage = Pick<
  WalkRunStage,
  'stage' | 'walkS' | 'runS' | 'repeats' | 'startedOn' | 'completedOn' | 'painDuring' | 'painNextDay' | 'days'
>;

export type PlanAdvice =
  /** The stage has not been run yet. */
  | 'begin'
  /** It went well, and one more such run is wanted. */
  | 'again'
  | 'advance'
  | 'repeat'
  | 'step-back'
  /** Something that decides is not answered yet. */
  | 'ask'
  /** Pain would let it go on; the legs are not alike. */
  | 'hold'
  | 'finished'
  | 'no-plan';

/** Why; {@link RunReason} when the last run decided. */
export type PlanReason = RunReason | 'first-run' | 'runs-wanted' | 'two-well' | 'uneven-gait' | 'all-stages' | 'empty';

export interface PlanStep {
  readonly advice: PlanAdvice;
  readonly reason: PlanReason;
  /** The stage the last run was of; null without a plan. */
  readonly current: PlanStage | null;
  /** The stage of the next run; null when finished and without a plan. */
  readonly next: PlanStage | null;
  /** Runs borne well one after the other at the end of the current stage. */
  readonly wellInARow: number;
  readonly wanted: number;
  readonly lastRun: JudgedRun | null;
  /** The day after a run is free of running: the first day for the next one; null = today. */
  readonly notBefore: string | null;
  /** When a stage is gone on from: criteria of the gait that nobody has tested. */
  readonly untested: readonly GaitSymmetry[];
  readonly uneven: readonly GaitSymmetry[];
}

export interface PlanOptions {
  /** Runs borne well before the next stage. */
  readonly wanted: number;
  /** Days from one run to the next: 2 = every other day. */
  readonly everyDays: number;
}

/** Source: measurement.md §7: alternate days; advance after 2 pain-free sessions. Consensus. */
export const PLAN_DEFAULTS: PlanOptions = { wanted: 2, everyDays: 2 };

/**
 * Where a plan stands on a day.
 * @param plan the client's stages, in any order
 * @param gait of the last film; empty = not filmed. Uneven legs hold a stage, untested ones do not and are said.
 */
export function planStep(
  plan: readonly PlanStage[],
  rule: PainRule,
  gait: readonly GaitSymmetry[],
  today: string,
  options: PlanOptions = PLAN_DEFAULTS,
): PlanStep {
  const stages = [...plan].sort((a, b) => a.stage - b.stage);
  const current = currentStage(stages, today);
  const runs = current === null ? [] : runsOf(current, today).map((day) => judgeRun(day, rule));
  const lastRun = runs.at(-1) ?? null;
  const wellInARow = wellRuns(stages, runs, rule, today);
  const uneven = gait.filter(({ verdict }) => verdict === 'not-met');
  const at = current === null ? -1 : stages.indexOf(current);
  const isLast = at === stages.length - 1;
  const decided = decide({ current, isLast, lastRun, wellInARow, isUneven: uneven.length > 0 }, options);
  return {
    ...decided,
    current,
    next: stageAfter(decided.advice, stages, at),
    wellInARow,
    wanted: options.wanted,
    lastRun,
    notBefore: restUntil(lastRun, today, options),
    untested: decided.advice === 'advance' ? gait.filter(({ verdict }) => verdict === 'not-tested') : [],
    uneven,
  };
}

interface PlanState {
  readonly current: PlanStage | null;
  readonly isLast: boolean;
  readonly lastRun: JudgedRun | null;
  readonly wellInARow: number;
  readonly isUneven: boolean;
}

function decide(
  { current, isLast, lastRun, wellInARow, isUneven }: PlanState,
  { wanted }: PlanOptions,
): Pick<PlanStep, 'advice' | 'reason'> {
  if (current === null) return { advice: 'no-plan', reason: 'empty' };
  // One that was run again after it was over is not over.
  if (current.completedOn !== null && !(lastRun !== null && lastRun.day.date > current.completedOn))
    return { advice: 'finished', reason: 'all-stages' };
  if (lastRun === null) return { advice: 'begin', reason: 'first-run' };
  if (lastRun.verdict === 'setback') return { advice: 'step-back', reason: lastRun.reason };
  if (lastRun.verdict === 'over') return { advice: 'repeat', reason: lastRun.reason };
  if (lastRun.verdict === 'open') return { advice: 'ask', reason: lastRun.reason };
  if (wellInARow < wanted) return { advice: 'again', reason: 'runs-wanted' };
  if (isUneven) return { advice: 'hold', reason: 'uneven-gait' };
  return isLast ? { advice: 'finished', reason: 'all-stages' } : { advice: 'advance', reason: 'two-well' };
}

/** On the first stage a step back stays there; beyond the last one there is none. */
function stageAfter(advice: PlanAdvice, stages: readonly PlanStage[], at: number): PlanStage | null {
  if (advice === 'no-plan' || advice === 'finished') return null;
  if (advice === 'step-back') return stages[Math.max(0, at - 1)] ?? null;
  return stages[advice === 'advance' ? at + 1 : at] ?? null;
}

/**
 * The stage that was run last, also when it was stepped back to; when it is over, the next that is not; when all are over, the last.
 */
function currentStage(stages: readonly PlanStage[], today: string): PlanStage | null {
  const lastDay = (one: PlanStage) => runsOf(one, today).at(-1)?.date ?? one.startedOn ?? '';
  const latest = [...stages].sort((a, b) => lastDay(a).localeCompare(lastDay(b))).at(-1);
  if (latest === undefined) return null;
  if (lastDay(latest) !== '' && !(latest.completedOn !== null && latest.completedOn >= lastDay(latest))) return latest;
  const open = stages.filter(({ completedOn }) => completedOn === null);
  const after = lastDay(latest) === '' ? open[0] : open.find(({ stage }) => stage > latest.stage);
  return after ?? open[0] ?? stages.at(-1) ?? null;
}

/** Runs of the current stage that were borne well, back to the last run of any stage that was not. */
function wellRuns(stages: readonly PlanStage[], runs: readonly JudgedRun[], rule: PainRule, today: string): number {
  const troubles = stages
    .flatMap((one) => runsOf(one, today).map((day) => judgeRun(day, rule)))
    .filter(({ verdict }) => verdict !== 'well')
    .map(({ day }) => day.date);
  const lastTrouble = troubles.sort().at(-1) ?? '';
  return runs.filter(({ verdict, day }) => verdict === 'well' && day.date > lastTrouble).length;
}

/** The diary of a stage; where none was kept, the pain that was noted with the stage is one run. */
function runsOf(
  { days, startedOn, completedOn, painDuring, painNextDay }: PlanStage,
  today: string,
): readonly WalkRunDay[] {
  const kept = (days ?? []).filter(({ date }) => date <= today);
  if (kept.length > 0) return [...kept].sort((a, b) => a.date.localeCompare(b.date));
  if (days !== undefined || startedOn === null || (painDuring === null && painNextDay === null)) return [];
  const unknown = { painBefore: null, painAfter: null, limp: null, notes: '' };
  return [{ date: completedOn ?? startedOn, completed: true, painDuring, painNextDay, ...unknown }];
}

function restUntil(lastRun: JudgedRun | null, today: string, { everyDays }: PlanOptions): string | null {
  if (lastRun === null) return null;
  const waitDays = everyDays - daysBetween(lastRun.day.date, today);
  return waitDays > 0 ? dayAfter(today, waitDays) : null;
}
