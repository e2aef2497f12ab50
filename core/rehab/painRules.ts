// How much pain a run may bring before a stage is repeated or stepped back from, by what bears the load.

import type { WalkRunDay } from '../records/records.ts';
import type { Tissue } from './bodyRegions.ts';
import type { SourceName } from './evidence.ts';

/** Editable: a clinician may hand in other numbers. Pain 0–10. */
export interface PainRule {
  /** Up to this, during and after, a run was borne well. */
  readonly wellUpTo: number;
  /** Above it the next run is a stage back; between the two the stage is done again. */
  readonly backAbove: number;
  /** By how much the next morning may hurt more than before the run. */
  readonly worseNextDay: number;
  readonly sources: readonly SourceName[];
}

/**
 * Source: measurement.md §7: advance after two runs with at most 2/10 during that have settled next morning; repeat above 2; go back above 4–5,
 * with a limp, or when worse next day. Of 4–5 the stricter 4 is taken, and 5 for tendons, as in Silbernagel 2007. For bone no pain at all is
 * let pass. These are rules of consensus: none was tested against another.
 */
export const PAIN_RULES: Readonly<Record<Tissue, PainRule>> = {
  muscle: { wellUpTo: 2, backAbove: 4, worseNextDay: 0, sources: ['warden2014', 'ours'] },
  tendon: { wellUpTo: 2, backAbove: 5, worseNextDay: 0, sources: ['silbernagel2007', 'warden2014'] },
  joint: { wellUpTo: 2, backAbove: 4, worseNextDay: 0, sources: ['esculier2018', 'warden2014'] },
  bone: { wellUpTo: 0, backAbove: 0, worseNextDay: 0, sources: ['george2024', 'warden2014'] },
};

/** Where no injury says what bears the load: neither the strictest rule nor the most lenient one. */
export const USUAL_TISSUE: Tissue = 'joint';

/** How a run was borne. `open` = something that decides was not answered yet. */
export type RunVerdict = 'well' | 'over' | 'setback' | 'open';

/** What decided it. */
export type RunReason =
  | 'limp'
  | 'much-pain'
  | 'worse-next-day'
  | 'some-pain'
  | 'cut-short'
  | 'no-pain-noted'
  | 'no-next-day'
  | 'settled';

export interface JudgedRun {
  readonly day: WalkRunDay;
  readonly verdict: RunVerdict;
  readonly reason: RunReason;
  /** The highest pain during and after; null = not asked. */
  readonly pain: number | null;
}

/** Judge one run by a rule: the worst that is true of it decides. */
export function judgeRun(day: WalkRunDay, rule: PainRule): JudgedRun {
  const known = [day.painDuring, day.painAfter].filter((pain) => pain !== null);
  const pain = known.length > 0 ? Math.max(...known) : null;
  const as = (verdict: RunVerdict, reason: RunReason): JudgedRun => ({ day, verdict, reason, pain });
  if (day.limp === true) return as('setback', 'limp');
  if (pain !== null && pain > rule.backAbove) return as('setback', 'much-pain');
  if (isWorseNextDay(day, rule)) return as('setback', 'worse-next-day');
  if (pain !== null && pain > rule.wellUpTo) return as('over', 'some-pain');
  if (!day.completed) return as('over', 'cut-short');
  if (day.painDuring === null) return as('open', 'no-pain-noted');
  return day.painNextDay === null ? as('open', 'no-next-day') : as('well', 'settled');
}

/** Where nobody asked before the run, the morning may hurt as much as a run that was borne well. */
function isWorseNextDay({ painBefore, painNextDay }: WalkRunDay, { worseNextDay, wellUpTo }: PainRule): boolean {
  return painNextDay !== null && painNextDay > (painBefore ?? wellUpTo) + worseNextDay;
}
