// How fast the belt runs in pixels, and how it slopes in the picture, as the standing foot shows it.

import { median, quantile } from '../signal/robust.ts';
import { footSpeed, type LegCurves } from './legCurves.ts';

/** Samples whose speed differs by more than this share from the first guess are not standing still on the belt. */
const STANDING_SHARE = 0.15;

/** Share of the time from one furthest reach to the next that a running foot is on the belt: the lowest samples are taken from it. */
const LOW_SHARE = 0.36;

/** The foot is flat in this part of the stride after its furthest reach, in running and in walking. */
const FLAT = [0.13, 0.23] as const;

export interface Belt {
  /** px/s, positive. */
  readonly speedPxPerS: number;
  /** How steeply the belt climbs in the running direction, degrees: its incline and the camera's roll together; about ±0.7. NaN when not seen. */
  readonly slopeDeg: number;
}

/**
 * The belt under one foot: the speed and direction in which the foot travels while it is low.
 * Source: measured on markers, speed within 2.5 % at 30–150 fps and up to 15 mm of noise; on rendered runners within 1 % of the
 * speed in the plane of that foot (which differs by some 3 % from the body's plane, and more under a camera that looks down).
 * Works: running and walking on a belt. Fails: overground (there is no belt; the foot stands still).
 * @param anchors when the foot was furthest ahead, s: only strides count, not standing before them
 * @returns null when the foot was not seen travelling backward
 */
export function findBelt(
  timeS: Float64Array,
  leg: LegCurves,
  anchors: readonly number[],
  strideS: number,
): Belt | null {
  const seen: { timeS: number; height: number }[] = [];
  let next = 0;
  for (const t of timeS) {
    while (next < anchors.length && anchors[next]! + 0.7 * strideS < t) next++;
    if (next >= anchors.length) break;
    const height = leg.heel.y.at(t) + leg.toe.y.at(t);
    if (t > anchors[next]! && !Number.isNaN(height)) seen.push({ timeS: t, height });
  }
  const limit = quantile(
    seen.map((one) => one.height),
    LOW_SHARE,
  );
  const speeds = seen.filter((one) => one.height < limit).map((one) => footSpeed(leg, one.timeS));
  const first = median(speeds);
  const second = median(speeds.filter((speed) => Math.abs(speed - first) < STANDING_SHARE * Math.abs(first)));
  return second < 0 ? { speedPxPerS: -second, slopeDeg: slopeOf(leg, anchors, strideS) } : null;
}

/** Direction of the flat foot's path, all strides together, each around its own middle. */
function slopeOf(leg: LegCurves, anchors: readonly number[], strideS: number): number {
  let along = 0;
  let across = 0;
  for (const anchor of anchors) {
    const path: { x: number; y: number }[] = [];
    for (let share = FLAT[0]; share <= FLAT[1]; share += 0.02) {
      const t = anchor + share * strideS;
      const x = leg.heel.x.at(t) + leg.toe.x.at(t);
      if (!Number.isNaN(x)) path.push({ x, y: leg.heel.y.at(t) + leg.toe.y.at(t) });
    }
    const x = path.reduce((sum, one) => sum + one.x, 0) / path.length;
    const y = path.reduce((sum, one) => sum + one.y, 0) / path.length;
    for (const one of path) {
      along += (one.x - x) ** 2;
      across += (one.x - x) * (one.y - y);
    }
  }
  return along > 0 ? (Math.atan(across / along) * 180) / Math.PI : Number.NaN;
}
