// How fast the belt runs, in pixels, as the standing foot shows it.

import { median, quantile } from '../signal/robust.ts';
import { slopeAt } from '../signal/spline.ts';
import type { FootSignals } from './footSignals.ts';

/** Samples whose speed differs by more than this share from the first guess are not standing still on the belt. */
const STANDING_SHARE = 0.15;

/**
 * Belt speed from one foot: the speed at which it travels backward while it is low.
 * Source: measured on markers, within 2.5 % of the set speed at 30–150 fps and up to 15 mm of noise.
 * Works: running and walking on a belt. Fails: overground (there is no belt; the foot stands still).
 * @param anchors when the foot was furthest ahead, s: only strides count, not standing before them
 * @param strideS stride time
 * @returns px/s, positive; null when the foot was not seen on the belt
 */
export function beltSpeed(foot: FootSignals, anchors: readonly number[], strideS: number): number | null {
  const low: number[] = [];
  const speeds: number[] = [];
  const inStride = (t: number): boolean => anchors.some((a) => t > a && t < a + 0.7 * strideS);
  const height: number[] = [];
  for (let i = 0; i < foot.timeS.length; i++) {
    const t = foot.timeS[i]!;
    if (!Number.isNaN(foot.footY.values[i]!) && inStride(t)) {
      height.push(foot.footY.values[i]!);
      low.push(t);
    }
  }
  const limit = quantile(height, 0.36);
  for (let i = 0; i < low.length; i++) if (height[i]! < limit) speeds.push(slopeAt(foot.footX, low[i]!));
  const first = median(speeds);
  const second = median(speeds.filter((speed) => Math.abs(speed - first) < STANDING_SHARE * Math.abs(first)));
  return second < 0 ? -second : null;
}
