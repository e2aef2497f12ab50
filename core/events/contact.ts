// When a foot lands and when it leaves the belt, to a fraction of a frame.

import { median } from '../signal/robust.ts';
import { slopeAt, valueAt } from '../signal/spline.ts';
import type { FootSignals } from './footSignals.ts';

/** Curves are looked at this finely, s: well under the error of the rules. */
const STEP_S = 1 / 600;

/** Share of the belt speed that a landing foot has taken on at contact (measured on markers against force plates). */
const LANDING_SHARE = { run: 0.6, walk: 0.7 } as const;

/** A contact comes at most this long after the foot was furthest ahead, s. */
const LANDING_WITHIN_S = { run: 0.15, walk: 0.2 } as const;

/** A toe has left the belt when it is this share of the shoe's length higher than in mid-stance: about 15 mm. */
const LIFT_SHARE = 0.075;

export type Contacting = 'run' | 'walk';

/**
 * Initial contact: the foot, swung forward, has taken on most of the belt's speed.
 * Source: our measurement on markers with force plates: −3…+2 ms ± 3–5 ms in three runners of every foot strike, at 30–150 fps.
 * Works: running and walking on a belt. Fails: overground.
 * @param anchorS when the foot was furthest ahead
 * @param beltPxPerS belt speed
 * @returns s; null when the foot never takes on the belt's speed in time
 */
export function findLanding(foot: FootSignals, anchorS: number, beltPxPerS: number, gait: Contacting): number | null {
  const limit = -LANDING_SHARE[gait] * beltPxPerS;
  let last = slopeAt(foot.footX, anchorS);
  for (let t = anchorS + STEP_S; t <= anchorS + LANDING_WITHIN_S[gait]; t += STEP_S) {
    const speed = slopeAt(foot.footX, t);
    if (Number.isNaN(speed)) return null;
    if (speed <= limit) return last > speed ? t - STEP_S * ((limit - speed) / (last - speed)) : t;
    last = speed;
  }
  return null;
}

/**
 * Running toe-off: the toe has risen above where it stood in mid-stance.
 * @param contactS initial contact
 * @param lengthS contact time to expect: mid-stance is its 30th to 60th hundredth
 * @returns s; null when the toe does not rise before latestS
 */
export function findLift(foot: FootSignals, contactS: number, lengthS: number, latestS: number): number | null {
  const stance: number[] = [];
  for (let t = contactS + 0.3 * lengthS; t <= contactS + 0.6 * lengthS; t += STEP_S) stance.push(valueAt(foot.toeY, t));
  const limit = median(stance) + LIFT_SHARE * foot.shoePx;
  if (Number.isNaN(limit)) return null;
  let last = valueAt(foot.toeY, contactS + 0.5 * lengthS);
  for (let t = contactS + 0.5 * lengthS + STEP_S; t <= latestS; t += STEP_S) {
    const height = valueAt(foot.toeY, t);
    if (Number.isNaN(height)) return null;
    if (height >= limit) return height > last ? t - STEP_S * ((height - limit) / (height - last)) : t;
    last = height;
  }
  return null;
}

/**
 * Walking toe-off: the last moment at which the toe still travels with the belt before it is swung forward.
 * @param contactS initial contact
 * @param nextS the next time the foot is furthest ahead, or the expected one
 * @returns s; null when it is not seen
 */
export function findPushEnd(foot: FootSignals, contactS: number, nextS: number, beltPxPerS: number): number | null {
  const limit = -0.5 * beltPxPerS;
  let furthestBack = Number.NaN;
  let least = Number.POSITIVE_INFINITY;
  for (let t = contactS + 0.1; t < nextS; t += STEP_S) {
    const reach = valueAt(foot.toeX, t);
    if (reach < least) {
      least = reach;
      furthestBack = t;
    }
  }
  if (Number.isNaN(furthestBack) || furthestBack >= nextS - 2 * STEP_S) return null;
  let last = slopeAt(foot.toeX, furthestBack);
  for (let t = furthestBack - STEP_S; t > contactS; t -= STEP_S) {
    const speed = slopeAt(foot.toeX, t);
    if (Number.isNaN(speed)) return null;
    if (speed <= limit) return last > speed ? t + STEP_S * ((limit - speed) / (last - speed)) : t;
    last = speed;
  }
  return null;
}
