// Reading one number off one stride's angle: its value at contact, or its highest or lowest point in a part of the stride.

import { CURVE_POINTS, type StrideCurves } from '../strides/strideCurves.ts';
import type { ChannelId } from '../types.ts';

/** A part of the stride, % from contact. */
export interface Part {
  readonly fromPct: number;
  readonly toPct: number;
}

/** The angle at contact, degrees; NaN when missing. */
export function atContact(one: StrideCurves, id: ChannelId): number {
  return one.deg.get(id)?.[0] ?? Number.NaN;
}

/** How fast the angle changes at contact, degrees per second; NaN when missing. */
export function rateAtContact(one: StrideCurves, id: ChannelId): number {
  const deg = one.deg.get(id);
  const spanS = (2 * (one.stride.endS - one.stride.startS)) / (CURVE_POINTS - 1);
  return deg === undefined ? Number.NaN : (deg[2]! - deg[0]!) / spanS;
}

/** Mean of the angle over the whole stride, degrees; NaN when any of it is missing. */
export function meanOver(one: StrideCurves, id: ChannelId, part: Part = { fromPct: 0, toPct: 100 }): number {
  const deg = one.deg.get(id);
  if (deg === undefined) return Number.NaN;
  const cut = deg.subarray(Math.round(part.fromPct), Math.round(part.toPct) + 1);
  return cut.reduce((sum, value) => sum + value, 0) / cut.length;
}

/**
 * The highest (or lowest) point of the angle in a part of the stride, between points by a parabola.
 * @param sign +1 for the highest, −1 for the lowest
 * @returns degrees; NaN when part of the part is missing, or when it is empty
 */
export function peakIn(one: StrideCurves, id: ChannelId, part: Part | null, sign: 1 | -1): number {
  const deg = one.deg.get(id);
  if (deg === undefined || part === null) return Number.NaN;
  const from = Math.max(0, Math.round(part.fromPct));
  const to = Math.min(CURVE_POINTS - 1, Math.round(part.toPct));
  let best = -1;
  for (let p = from; p <= to; p++) {
    if (Number.isNaN(deg[p]!)) return Number.NaN;
    if (best < 0 || sign * deg[p]! > sign * deg[best]!) best = p;
  }
  if (best < 0) return Number.NaN;
  return best > from && best < to ? vertex(deg[best - 1]!, deg[best]!, deg[best + 1]!) : deg[best]!;
}

/** The turning point of the parabola through three neighbours. */
function vertex(before: number, at: number, after: number): number {
  const bend = before - 2 * at + after;
  return bend === 0 ? at : at - (before - after) ** 2 / (8 * bend);
}

/** When the toe leaves the belt, % of the stride; null when it was not seen. */
export function toeOffPct({ stride }: StrideCurves): number | null {
  if (stride.toeOffS === null) return null;
  return (100 * (stride.toeOffS - stride.startS)) / (stride.endS - stride.startS);
}
