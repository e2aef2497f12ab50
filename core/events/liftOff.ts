// When a foot leaves the belt, to a fraction of a frame.

import { median } from '../signal/robust.ts';
import type { MovingGait } from './landing.ts';
import type { LegCurves } from './legCurves.ts';

const STEP_S = 1 / 600;

/**
 * How far the ankle has risen above its height in flat stance when the toe leaves, in leg lengths (hip–knee–ankle). Force plates: a runner
 * 0.105, a walker 0.119; rendered bodies driven by other people's measured motion, toe-off by loss of grip: runs 0.101–0.115, a walk 0.111.
 */
const ANKLE_RISE = { run: 0.108, walk: 0.113 } as const;

/** The thigh is swung furthest back so long after toe-off in running, s: two runners on force plates 29 and 34 ms, rendered runs 22–31 ms. */
const THIGH_LAG_S = 0.03;

/** Half the stretch over which the thigh's turn is judged, s. */
const TURN_HALF_S = 0.035;

/**
 * Part of the contact in which the foot stands flat. A walker's is taken early: later the other leg passes, and networks mix the two (the ankle
 * then reads 25 mm high, which is 30 ms).
 */
const FLAT_STANCE = { run: [0.3, 0.6], walk: [0.15, 0.35] } as const;

/**
 * Toe-off: the ankle has risen as far above its flat-stance height as it does when the toe leaves.
 *
 * Source: ours, see the constant. The ankle rises at about 0.9 m/s there, three times the scatter of a network's landmark in
 * one frame; the toe itself rises 15 mm, and by 45 ms later if its landmark is at the tip of the shoe and not on top of it.
 * Works: running and walking, all frame rates. Fails: a leg that hardly pushes off reads late (the thigh's turn, where it is
 * used as well, does not).
 * @param contactS initial contact
 * @param contactTimeS contact time to expect, to place the flat stance
 * @param legPx leg length
 * @returns s; null when the ankle does not rise so far before latestS, or is not seen
 */
export function findAnkleRise(
  leg: LegCurves,
  contactS: number,
  contactTimeS: number,
  latestS: number,
  legPx: number,
  gait: MovingGait,
): number | null {
  const [from, to] = FLAT_STANCE[gait];
  const heights: number[] = [];
  for (let share = from; share <= to; share += 0.025) heights.push(leg.ankle.y.at(contactS + share * contactTimeS));
  const limit = median(heights) + ANKLE_RISE[gait] * legPx;
  if (Number.isNaN(limit)) return null;
  let last = leg.ankle.y.at(contactS + to * contactTimeS);
  for (let t = contactS + to * contactTimeS + STEP_S; t <= latestS; t += STEP_S) {
    const height = leg.ankle.y.at(t);
    if (Number.isNaN(height)) return null;
    if (height >= limit) return height > last ? t - STEP_S * ((height - limit) / (height - last)) : t;
    last = height;
  }
  return null;
}

/**
 * Running toe-off from the thigh: it is swung furthest back shortly after.
 * Works: on the mean of many strides (the turn is broad). Fails: walking.
 * @returns s; null when the thigh does not turn between the two times
 */
export function findThighTurn(leg: LegCurves, fromS: number, toS: number): number | null {
  const thigh = (t: number): number =>
    Math.atan2(leg.knee.x.at(t) - leg.hip.x.at(t), leg.hip.y.at(t) - leg.knee.y.at(t));
  let turn = fromS;
  let least = Number.POSITIVE_INFINITY;
  for (let t = fromS; t <= toS; t += STEP_S) {
    const angle = thigh(t);
    if (angle < least) {
      least = angle;
      turn = t;
    }
  }
  if (turn <= fromS + STEP_S || turn >= toS - STEP_S) return null;
  return vertex(thigh, turn, TURN_HALF_S) - THIGH_LAG_S;
}

/** Top of the parabola through a turn: 41 samples around it, so that noise on the broad top does not decide. */
function vertex(curve: (t: number) => number, aroundS: number, halfS: number): number {
  let square = 0;
  let line = 0;
  for (let k = -20; k <= 20; k++) {
    const u = k / 20;
    const value = curve(aroundS + u * halfS);
    // Against the second Legendre polynomial and the first: 41 even samples keep them orthogonal.
    square += value * (u * u - 0.35);
    line += value * u;
  }
  // Σu⁴ − 0.35·Σu² and Σu² over the 41 samples.
  const bend = square / 4.0108;
  const slope = line / 14.35;
  const shift = -slope / (2 * bend);
  return aroundS + Math.max(-1, Math.min(1, shift)) * halfS;
}
