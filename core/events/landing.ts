// When a foot lands, to a fraction of a frame.

import { footSpeed, type LegCurves } from './legCurves.ts';

export type MovingGait = 'run' | 'walk';

/** Curves are looked at this finely, s: well under the error of the rule. */
const STEP_S = 1 / 600;

/**
 * Share of the belt's speed that a landing foot has taken on at contact. Running: measured against force plates in three
 * runners of every foot strike. Walking: the heel lands at 0.65 and then rolls on at 0.70 for some 60 ms, so that any higher
 * share reads the foot going flat; 0.55 is 6 ms early and is not led astray by noise.
 */
const LANDING_SHARE = { run: 0.6, walk: 0.55 } as const;

/** A contact comes at most this long after the foot was furthest ahead, s. */
export const LANDING_WITHIN_S = { run: 0.15, walk: 0.2 } as const;

/**
 * A foot that still falls faster than this at both ends, in leg lengths per second, has not landed, whatever its speed along the belt (running). Runners
 * on force plates are at 0.4 at contact.
 */
const FALLING = 0.75;

/**
 * Initial contact: the foot, swung forward, has taken on most of the belt's speed and no longer falls freely.
 * Source: our measurement on markers with force plates: runners of every foot strike −3…+2 ± 3–5 ms at 30–150 fps (heel-only rules are
 * 3–82 ms off, by foot strike); a walker −3 ± 4 ms.
 * Works: running and walking on a belt. Fails: overground, unless the walker's own travel was taken out first.
 * @param fromS a time before contact, the foot still going forward
 * @param beltPxPerS belt speed
 * @param legPx leg length, to judge how fast the foot falls; null leaves that out (one stride's own smooth curve blurs a fall of 30 ms)
 * @returns s; null when the foot does not take on the belt's speed in time, has it already, or is not seen
 */
export function findLanding(
  leg: LegCurves,
  fromS: number,
  untilS: number,
  beltPxPerS: number,
  legPx: number | null,
  gait: MovingGait,
): number | null {
  const limit = -LANDING_SHARE[gait] * beltPxPerS;
  let last = footSpeed(leg, fromS);
  if (!(last > limit)) return null;
  for (let t = fromS + STEP_S; t <= untilS; t += STEP_S) {
    const speed = footSpeed(leg, t);
    if (Number.isNaN(speed)) return null;
    if (speed <= limit && (gait === 'walk' || legPx === null || hasStoppedFalling(leg, t, legPx))) {
      return last > limit ? t - STEP_S * ((limit - speed) / (last - speed)) : t;
    }
    last = speed;
  }
  return null;
}

function hasStoppedFalling(leg: LegCurves, timeS: number, legPx: number): boolean {
  return Math.max(leg.heel.y.slopeAt(timeS), leg.toe.y.slopeAt(timeS)) >= -FALLING * legPx;
}
