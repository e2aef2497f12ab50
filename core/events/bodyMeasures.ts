// What is known of a moving body before any of its events: how long its legs are and how often they swing.

import { frameClock } from '../signal/evenTime.ts';
import { findPeriod } from '../signal/period.ts';
import { median } from '../signal/robust.ts';
import { fitSpline, resample } from '../signal/spline.ts';
import { type SagittalBody, SIDES, type Side } from '../types.ts';

/** Stride times looked for, s: a sprint to a very slow walk. */
const SHORTEST_STRIDE_S = 0.4;
const LONGEST_STRIDE_S = 1.8;

/** Hip to knee to ankle, px, the mean of both legs' medians; NaN when no leg was seen whole. */
export function legLength(body: SagittalBody): number {
  return median(
    SIDES.map((side) => {
      const { hip, knee, ankle } = body[side];
      const lengths = hip.x.map((x, i) => {
        const [thighX, thighY] = [x - knee.x[i]!, hip.y[i]! - knee.y[i]!];
        const [shankX, shankY] = [knee.x[i]! - ankle.x[i]!, knee.y[i]! - ankle.y[i]!];
        return Math.sqrt(thighX * thighX + thighY * thighY) + Math.sqrt(shankX * shankX + shankY * shankY);
      });
      return median(lengths);
    }),
  );
}

/** How far the foot (the middle of heel and toe) is ahead of the hips, px. [frames] */
export function footReach(body: SagittalBody, side: Side): Float64Array {
  const { heel, toe } = body[side];
  return heel.x.map((x, i) => (x + toe.x[i]!) / 2 - body.midHip.x[i]!);
}

/** Stride time from the leg whose swing repeats itself best, s; null when nothing repeats. */
export function findStrideTime(body: SagittalBody): number | null {
  const clock = frameClock(body.timeS);
  let best: { readonly periodS: number; readonly correlation: number } | null = null;
  for (const side of SIDES) {
    const reach = footReach(body, side);
    const even = clock.isEven ? reach : resample(fitSpline(body.timeS, reach), clock.evenS);
    const found = findPeriod(even, clock.rateHz, SHORTEST_STRIDE_S, LONGEST_STRIDE_S);
    if (found !== null && (best === null || found.correlation > best.correlation)) best = found;
  }
  return best?.periodS ?? null;
}
