// Run, walk, or some of both.

import { median } from '../signal/robust.ts';
import type { Gait } from '../types.ts';
import { findLanding, LANDING_WITHIN_S, type MovingGait } from './landing.ts';
import type { LegCurves } from './legCurves.ts';
import { findAnkleRise } from './liftOff.ts';
import type { Stance } from './plausible.ts';

/** Feet are on the belt for more than this share of the stride in a walk, for less in a run: at a half, one foot lands as the other leaves. */
const WALK_SHARE = 0.5;

/** Strides that must agree before the whole clip is called a run or a walk. */
const SAME_GAIT = 0.8;

/** Stride times of one gait at one belt speed lie within this share of their median; from walk to run they change by a third. */
const SAME_STRIDE = 0.15;

/** Longer than this many medians, a stride was missed between. */
const MISSED = 1.6;

/** A leg ready to be read. */
export interface SwingingLeg {
  readonly curves: LegCurves;
  /** When the foot was furthest ahead, s. */
  readonly anchors: readonly number[];
  readonly beltPxPerS: number;
}

/**
 * First guess: the share of the stride that feet are on the belt, read by rules that hold in both gaits.
 * @returns `run` when nothing can be read
 */
export function guessGait(legs: readonly SwingingLeg[], strideS: number, legPx: number): MovingGait {
  const shares: number[] = [];
  for (const { curves, anchors, beltPxPerS } of legs) {
    for (const anchor of anchors) {
      const contact = findLanding(curves, anchor, anchor + LANDING_WITHIN_S.walk, beltPxPerS, null, 'walk');
      if (contact === null) continue;
      // 0.42 strides put the flat stance where a runner's and a walker's foot are both flat: at 6 to 15 % of the stride.
      const lift = findAnkleRise(curves, contact, 0.42 * strideS, contact + 0.85 * strideS, legPx, 'walk');
      if (lift !== null) shares.push((lift - contact) / strideS);
    }
  }
  return median(shares) > WALK_SHARE ? 'walk' : 'run';
}

/**
 * What the strides agree on.
 * @param anchors of each leg: stride times that fall into two groups are two gaits
 * @param guess taken when no stance was seen whole
 */
export function agreedGait(
  stances: readonly Stance[],
  anchors: readonly (readonly number[])[],
  strideS: number,
  guess: MovingGait,
): Gait {
  if (hasTwoStrideTimes(anchors)) return 'mixed';
  let walking = 0;
  let seen = 0;
  for (const { contact, toeOff } of stances) {
    if (toeOff === null) continue;
    seen++;
    if ((toeOff.timeS - contact.timeS) / strideS > WALK_SHARE) walking++;
  }
  if (seen === 0) return guess;
  if (walking >= SAME_GAIT * seen) return 'walk';
  return walking <= (1 - SAME_GAIT) * seen ? 'run' : 'mixed';
}

function hasTwoStrideTimes(anchors: readonly (readonly number[])[]): boolean {
  const times = anchors.flatMap((leg) => leg.slice(1).map((anchor, k) => anchor - leg[k]!));
  const usual = median(times);
  const whole = times.filter((time) => time < MISSED * usual);
  const unlike = whole.filter((time) => Math.abs(time - usual) > SAME_STRIDE * usual);
  return unlike.length > (1 - SAME_GAIT) * whole.length;
}
