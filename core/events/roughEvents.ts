// One leg's contacts and toe-offs read stride by stride from its smooth curves: the first reading, and the last where there are few strides.

import { median } from '../signal/robust.ts';
import { findLanding, LANDING_WITHIN_S, type MovingGait } from './landing.ts';
import type { LegCurves } from './legCurves.ts';
import { findAnkleRise } from './liftOff.ts';

/** Contact time to start from, as a share of the stride time, and the range it is in: a run's is below a half, a walk's above. */
const USUAL_CONTACT = { run: 0.36, walk: 0.62 } as const;
const CONTACT_RANGE = { run: [0.15, 0.55], walk: [0.48, 0.85] } as const;

/** One stride's events; NaN where one was not seen. */
export interface RoughStride {
  readonly anchorS: number;
  readonly contactS: number;
  readonly toeOffS: number;
}

export interface LegFacts {
  readonly beltPxPerS: number;
  readonly legPx: number;
  readonly strideS: number;
  readonly gait: MovingGait;
}

/** The ends of a filtered track bend; a first landing this soon after the start is looked at twice, s. */
const FALSE_START_S = 0.1;

/** Read every stride: its contact, then its toe-off twice, the second time with mid-stance placed by this leg's own contact time. */
export function readStrides(
  leg: LegCurves,
  anchors: readonly number[],
  facts: LegFacts,
  startS: number,
): RoughStride[] {
  const { beltPxPerS, gait } = facts;
  const contacts = anchors.map(
    (anchor) => findLanding(leg, anchor, anchor + LANDING_WITHIN_S[gait], beltPxPerS, null, gait) ?? Number.NaN,
  );
  const usualS = USUAL_CONTACT[gait] * facts.strideS;
  const lengthS = typicalContact(
    contacts.map((contactS) => ({ contactS, toeOffS: liftAfter(leg, contactS, usualS, facts) })),
    facts,
  );
  const strides = anchors.map((anchorS, k) => ({
    anchorS,
    contactS: contacts[k]!,
    toeOffS: liftAfter(leg, contacts[k]!, lengthS, facts),
  }));
  return withoutFalseStart(strides, facts, startS);
}

/** A film that begins in the middle of a stance can seem to begin with a landing: then the contact is too short for this gait. */
function withoutFalseStart(strides: readonly RoughStride[], facts: LegFacts, startS: number): RoughStride[] {
  const [first, ...others] = strides;
  if (first === undefined || first.anchorS - startS > FALSE_START_S) return [...strides];
  const isTooShort = first.toeOffS - first.contactS < CONTACT_RANGE[facts.gait][0] * facts.strideS;
  return isTooShort ? others : [first, ...others];
}

function liftAfter(leg: LegCurves, contactS: number, lengthS: number, facts: LegFacts): number {
  const { strideS, legPx, gait } = facts;
  if (Number.isNaN(contactS)) return Number.NaN;
  const latestS = contactS + CONTACT_RANGE[gait][1] * strideS;
  return findAnkleRise(leg, contactS, lengthS, latestS, legPx, gait) ?? Number.NaN;
}

/** Median of the contact times that this gait can have, s; the usual share of the stride when there is none. */
export function typicalContact(strides: readonly Omit<RoughStride, 'anchorS'>[], facts: LegFacts): number {
  const [shortest, longest] = CONTACT_RANGE[facts.gait];
  const lengths = strides
    .map((stride) => stride.toeOffS - stride.contactS)
    .filter((length) => length > shortest * facts.strideS && length < longest * facts.strideS);
  return lengths.length > 0 ? median(lengths) : USUAL_CONTACT[facts.gait] * facts.strideS;
}
