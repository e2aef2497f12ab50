// Patterns to look at: of what is linked with a complaint, only what this runner shows beyond the measurement error.

import type { ComparedRow, VisitComparison } from '../compare/compareVisits.ts';
import { SIDES, type Side } from '../types.ts';
import { type Complaint, PATTERN_LINKS, type PatternLink } from './patternLinks.ts';

/** A change, or a difference between the legs, that is beyond the error. */
export interface SeenShift {
  /** Later − baseline, or injured leg − other leg, in the variable's unit. */
  readonly difference: number;
  readonly threshold: number;
  /** It goes the way the literature has it. */
  readonly asLinked: boolean;
  readonly row: ComparedRow;
}

/** One variable that is worth a look. */
export interface PatternSeen {
  readonly link: PatternLink;
  /** Null for the whole body. */
  readonly side: Side | null;
  /** Of the last visit, in the row's unit; null when only the baseline has one. */
  readonly value: number | null;
  readonly sinceBaseline: SeenShift | null;
  readonly againstOtherLeg: SeenShift | null;
}

export interface Patterns {
  readonly complaint: Complaint;
  /** Those that go the way the literature has it first; within that the clearest first. */
  readonly seen: readonly PatternSeen[];
  /** Linked variables about which nothing could be said: not filmed from that view, hidden, or not comparable. */
  readonly notJudged: readonly PatternLink[];
  /** Why nothing is listed; null when something is. */
  readonly nothing: 'within-error' | 'not-filmed' | 'not-comparable' | null;
}

/**
 * What to look at in a runner with a complaint.
 * @param involved the injured side; null = both or not known: then each leg is held against the baseline, and not against the other
 * @param sinceBaseline last visit against the own baseline; null = none
 * @param legs left against right of the last visit; null = not filmed
 */
export function patternsFor(
  complaint: Complaint,
  involved: Side | null,
  sinceBaseline: VisitComparison | null,
  legs: VisitComparison | null,
): Patterns {
  const looked = PATTERN_LINKS[complaint].flatMap((link) =>
    sidesOf(link, involved).map((side) => ({ link, side, ...lookAt(link, side, involved, sinceBaseline, legs) })),
  );
  const seen = looked
    .filter(({ sinceBaseline: change, againstOtherLeg }) => change !== null || againstOtherLeg !== null)
    .map(({ isJudged: _, ...one }): PatternSeen => one)
    .sort(byWeight);
  const judged = new Set(looked.filter(({ isJudged }) => isJudged).map(({ link }) => link));
  return {
    complaint,
    seen,
    notJudged: PATTERN_LINKS[complaint].filter((link) => !judged.has(link)),
    nothing: seen.length > 0 ? null : whyNothing(judged.size > 0, sinceBaseline, legs),
  };
}

function whyNothing(
  anyJudged: boolean,
  sinceBaseline: VisitComparison | null,
  legs: VisitComparison | null,
): Patterns['nothing'] {
  if (anyJudged) return 'within-error';
  return sinceBaseline === null && legs === null ? 'not-filmed' : 'not-comparable';
}

function sidesOf({ of }: PatternLink, involved: Side | null): readonly (Side | null)[] {
  if (of === 'body') return [null];
  if (involved === null) return SIDES;
  return [of === 'injured' ? involved : otherSide(involved)];
}

const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

interface Look extends Pick<PatternSeen, 'value' | 'sinceBaseline' | 'againstOtherLeg'> {
  readonly isJudged: boolean;
}

function lookAt(
  link: PatternLink,
  side: Side | null,
  involved: Side | null,
  sinceBaseline: VisitComparison | null,
  legs: VisitComparison | null,
): Look {
  const change = sinceBaseline?.rows.find((row) => row.id === link.id && row.side === side);
  const between = side === null || involved === null ? undefined : legs?.rows.find((row) => row.id === link.id);
  // Rows of both legs are right − left.
  const sign = side === 'right' ? 1 : -1;
  const own = between === undefined ? null : side === 'right' ? between.second.value : between.first.value;
  return {
    value: change?.second.value ?? own,
    sinceBaseline: shiftOf(link, change, 1),
    againstOtherLeg: shiftOf(link, between, sign),
    isJudged: [change, between].some((row) => row !== undefined && row.verdict !== 'not-measurable'),
  };
}

function shiftOf({ goes }: PatternLink, row: ComparedRow | undefined, sign: 1 | -1): SeenShift | null {
  if (row?.verdict !== 'changed' || row.difference === null || row.threshold === null) return null;
  const difference = sign * row.difference;
  return { difference, threshold: row.threshold, asLinked: difference > 0 === (goes === 'up'), row };
}

const shifts = ({ sinceBaseline, againstOtherLeg }: PatternSeen): readonly SeenShift[] =>
  [sinceBaseline, againstOtherLeg].filter((shift) => shift !== null);

function byWeight(a: PatternSeen, b: PatternSeen): number {
  const linked = (one: PatternSeen) => (shifts(one).some(({ asLinked }) => asLinked) ? 0 : 1);
  const clearest = (one: PatternSeen) => Math.max(...shifts(one).map(({ row }) => row.clearness ?? 0));
  return linked(a) - linked(b) || clearest(b) - clearest(a);
}
