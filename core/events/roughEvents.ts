// One leg's contacts and toe-offs read stride by stride from its smooth curves: the first reading, and the last where there are few strides.

import { median } from '../signal/robust.ts';
import { findLanding, LANDING_WITHIN_S, type MovingGait } from './landing.ts';
import type { LegCurves } from './legCurves.ts';
import { findAnkleRise } from './liftOff.ts';

/** Contact times to start from and to look within, as shares of the stride time: any run is below a half, any walk above. */
const USUAL_CONTACT = { run: 0.36, walk: 0.62 } as const;
const LONGEST_CONTACT = { run: 0.6, walk: 0.85 } as const;

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

/** Read every stride: its contact, then its toe-off twice, the second time with mid-stance placed by this leg's own contact time. */
export function readStrides(leg: LegCurves, anchors: readonly number[], facts: LegFacts): RoughStride[] {
  const { beltPxPerS, gait } = facts;
  const contacts = anchors.map(
    (anchor) => findLanding(leg, anchor, anchor + LANDING_WITHIN_S[gait], beltPxPerS, null, gait) ?? Number.NaN,
  );
  const lengthS = typicalContact(leg, contacts, facts);
  return anchors.map((anchorS, k) => ({
    anchorS,
    contactS: contacts[k]!,
    toeOffS: liftAfter(leg, contacts[k]!, lengthS, facts),
  }));
}

function liftAfter(leg: LegCurves, contactS: number, lengthS: number, facts: LegFacts): number {
  const { strideS, legPx, gait } = facts;
  if (Number.isNaN(contactS)) return Number.NaN;
  const latestS = contactS + LONGEST_CONTACT[gait] * strideS;
  return findAnkleRise(leg, contactS, lengthS, latestS, legPx, gait) ?? Number.NaN;
}

/** Median contact time, s; the usual share of the stride when no toe-off is seen. */
function typicalContact(leg: LegCurves, contacts: readonly number[], facts: LegFacts): number {
  const usual = USUAL_CONTACT[facts.gait] * facts.strideS;
  const found = median(contacts.map((contactS) => liftAfter(leg, contactS, usual, facts) - contactS));
  return Number.isNaN(found) ? usual : found;
}
