// The readiness page: every criterion by itself, what has changed since the baseline, pain and days; nothing is ever added up.

import type { ComparedRow, VisitComparison } from '../compare/compareVisits.ts';
import { daysBetween } from '../records/calendar.ts';
import type { Injury, Session } from '../records/records.ts';
import { type PainAtVisit, painHistory } from './bodyMap.ts';
import { type BodyRegion, regionOf, type Tissue, tissueOf } from './bodyRegions.ts';
import { criteriaFor } from './criteria.ts';
import { type GaitSymmetry, gaitSymmetry } from './gaitSymmetry.ts';
import { type JudgedCriterion, judgeCriterion } from './judgeCriterion.ts';
import { involvedSide, SYMMETRY_DEFAULTS, type SymmetryOptions, type TestRecord } from './limbSymmetry.ts';
import { PAIN_RULES } from './painRules.ts';
import { type PlanStage, type PlanStep, planStep } from './walkRunSteps.ts';

/** What the page is made from. */
export interface ReadinessInput {
  readonly injury: Pick<Injury, 'region' | 'side' | 'onset' | 'mechanism' | 'notes'>;
  readonly tests: readonly TestRecord[];
  readonly plan: readonly PlanStage[];
  readonly sessions: readonly Session[];
  /** The last visit against the runner's own baseline; null = not filmed, or no baseline. */
  readonly sinceBaseline: VisitComparison | null;
  /** Left against right at the last visit; null = not filmed. */
  readonly legs: VisitComparison | null;
}

/** There is no field that sums anything up, and there must be none. */
export interface ReadinessPage {
  readonly region: BodyRegion;
  readonly tissue: Tissue;
  readonly side: Injury['side'];
  /** Days from the onset to today; null when it is not known. */
  readonly dayOfInjury: number | null;
  readonly beforeRunning: readonly JudgedCriterion[];
  readonly beforeFullTraining: readonly JudgedCriterion[];
  readonly gait: readonly GaitSymmetry[];
  /** Beyond the measurement error only, the clearest first. */
  readonly changedSinceBaseline: readonly ComparedRow[];
  /** Why nothing can be said of changes; null when it can. */
  readonly noComparison: 'not-filmed' | 'not-comparable' | null;
  readonly pain: readonly PainAtVisit[];
  readonly plan: PlanStep;
}

/** Put the page together for one injury on one day. */
export function readinessPage(
  input: ReadinessInput,
  today: string,
  options: SymmetryOptions = SYMMETRY_DEFAULTS,
): ReadinessPage {
  const { injury, tests, plan, sessions, sinceBaseline, legs } = input;
  const [region, tissue] = [regionOf(injury.region), tissueOf(injury)];
  const side = involvedSide(injury);
  const judged = criteriaFor(region, tissue).map((one) => judgeCriterion(one, tests, side, today, options));
  const gait = gaitSymmetry(legs);
  return {
    region,
    tissue,
    side: injury.side,
    dayOfInjury: injury.onset === null || injury.onset > today ? null : daysBetween(injury.onset, today),
    beforeRunning: judged.filter(({ criterion }) => criterion.step === 'start'),
    beforeFullTraining: judged.filter(({ criterion }) => criterion.step === 'full'),
    gait,
    changedSinceBaseline: (sinceBaseline?.rows ?? []).filter(({ verdict }) => verdict === 'changed'),
    noComparison: sinceBaseline === null ? 'not-filmed' : sinceBaseline.comparable ? null : 'not-comparable',
    pain: painHistory(sessions, today),
    plan: planStep(plan, PAIN_RULES[tissue], gait, today),
  };
}
