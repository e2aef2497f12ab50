// The stages from walking to running that a plan begins with; the clinician changes what does not fit.

import type { Fresh, WalkRunStage } from '../records/records.ts';
import type { SourceName } from './evidence.ts';

/** A stage before it belongs to a client. */
export type StagePlan = Pick<WalkRunStage, 'stage' | 'walkS' | 'runS' | 'repeats'>;

const stage = (number: number, walkMin: number, runMin: number, repeats: number): StagePlan => ({
  stage: number,
  walkS: 60 * walkMin,
  runS: 60 * runMin,
  repeats,
});

/**
 * Walk 30 min; 1, 2, 3 and 4 of 5 min running, six times; 20 and 30 min without a break; then 30 min with speed or hills.
 * Source: measurement.md §7, the general form of Warden 2014 and 2021: pain-free walking, taking turns, without a break, then speed, hills
 * last. Protocols are consensus and were not tested against one another.
 */
export const WALK_RUN_TEMPLATE: readonly StagePlan[] = [
  stage(1, 30, 0, 1),
  stage(2, 4, 1, 6),
  stage(3, 3, 2, 6),
  stage(4, 2, 3, 6),
  stage(5, 1, 4, 6),
  stage(6, 0, 20, 1),
  stage(7, 0, 30, 1),
  stage(8, 0, 30, 1),
];

export const TEMPLATE_SOURCES: readonly SourceName[] = ['warden2014', 'george2024'];

/** The template's last stage repeats the one before with speed or hills, which numbers cannot say. */
export const SPEED_STAGE = 8;

/** A client's own plan as records to be added, from the template or from stages that were changed. */
export function freshPlan(
  clientId: string,
  stages: readonly StagePlan[] = WALK_RUN_TEMPLATE,
): readonly Fresh<WalkRunStage>[] {
  const notBegun = { startedOn: null, completedOn: null, painDuring: null, painNextDay: null, days: [], notes: '' };
  return stages.map(({ stage, walkS, runS, repeats }) => ({ clientId, stage, walkS, runS, repeats, ...notBegun }));
}

/** Minutes of running and of everything in one stage. */
export function stageMinutes({ walkS, runS, repeats }: StagePlan): { readonly run: number; readonly all: number } {
  return { run: (repeats * runS) / 60, all: (repeats * (walkS + runS)) / 60 };
}

/** Something about an edited stage that may be a slip. */
export interface PlanOddity {
  readonly stage: number;
  readonly what: 'less-running' | 'big-step' | 'nothing';
}

/**
 * What is odd about an edited plan, stage by stage: nothing in it forbids using it.
 * @returns `less-running` a stage runs less than the one before · `big-step` it runs more than twice as long, and more than ten minutes more ·
 * `nothing` it neither walks nor runs
 */
export function planOddities(plan: readonly StagePlan[]): readonly PlanOddity[] {
  const inOrder = [...plan].sort((a, b) => a.stage - b.stage);
  return inOrder.flatMap((one, i): readonly PlanOddity[] => {
    const { run, all } = stageMinutes(one);
    if (!(all > 0)) return [{ stage: one.stage, what: 'nothing' }];
    const before = inOrder[i - 1];
    const runBefore = before === undefined ? null : stageMinutes(before).run;
    if (runBefore === null) return [];
    if (run < runBefore) return [{ stage: one.stage, what: 'less-running' }];
    // Ours: the template's own largest step is 6 minutes, its first runs 6 minutes after none.
    return runBefore > 0 && run > 2 * runBefore && run > runBefore + 10 ? [{ stage: one.stage, what: 'big-step' }] : [];
  });
}
