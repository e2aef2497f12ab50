// Where a moment lies in the strides of one leg, and when a phase comes: the clock by which films are laid beside one another.
//
// A place on this clock is one number: whole strides since the leg's first contact, and how far the stride has come. With the
// toe-off held at one share of the stride, stance runs from 0 to that share and swing from there to 1, each evenly in time; two legs
// with the same place are then both at contact, both at toe-off, both half-way through the swing, however long each of theirs is.

import { median } from '../signal/robust.ts';
import { firstFrameAt } from '../strides/frameAt.ts';
import type { Side, Stride } from '../types.ts';

/** The strides of one leg in the order of their contacts, those left out of the means included: they are on the film too. */
export interface LegStrides {
  readonly side: Side;
  readonly strides: readonly Stride[];
  /** When each begins, s. [strides] */
  readonly startS: Float64Array;
  /** Usual share of a stride that the foot is on the ground, 0–1; null when no toe-off was seen. */
  readonly toeOffShare: number | null;
}

/** Longer than this many median strides and a contact in between was missed: no phase can be told there. Ours, as in cutStrides.ts. */
const MISSED_CONTACT = 1.5;

/** Gather the strides of one leg. */
export function legStrides(all: readonly Stride[], side: Side): LegStrides {
  const own = all.filter((stride) => stride.side === side).sort((a, b) => a.startS - b.startS);
  const usualS = median(own.map(lengthS));
  const strides = own.filter((stride) => lengthS(stride) <= MISSED_CONTACT * usualS);
  const shares = strides.flatMap((stride) => {
    const share = stanceShare(stride);
    return share === null ? [] : [share];
  });
  return {
    side,
    strides,
    startS: Float64Array.from(strides, (stride) => stride.startS),
    toeOffShare: shares.length === 0 ? null : median(shares),
  };
}

/**
 * The place of a moment on the leg's clock.
 * @param toeOffAt share of the stride at which every toe-off stands, 0–1; null = by time alone, as the mean curves are drawn
 * @returns strides since the first contact, e.g. 3.25; null before the first contact, after the last, and where a contact was missed
 */
export function phaseOf(leg: LegStrides, timeS: number, toeOffAt: number | null): number | null {
  const index = strideAt(leg, timeS);
  if (index === null) return null;
  const stride = leg.strides[index]!;
  const share = (timeS - stride.startS) / lengthS(stride);
  const lifts = toeOffAt === null ? null : liftShare(leg, stride);
  if (lifts === null || toeOffAt === null) return index + share;
  if (share <= lifts) return index + (share / lifts) * toeOffAt;
  return index + toeOffAt + ((share - lifts) / (1 - lifts)) * (1 - toeOffAt);
}

/**
 * When a place on the leg's clock comes; undoes {@link phaseOf}.
 * @returns world time, s; the first contact before it, the last after it; null without any stride
 */
export function timeAt(leg: LegStrides, place: number, toeOffAt: number | null): number | null {
  if (leg.strides.length === 0 || !Number.isFinite(place)) return null;
  const index = Math.min(Math.max(Math.floor(place), 0), leg.strides.length - 1);
  const stride = leg.strides[index]!;
  const phase = Math.min(Math.max(place - index, 0), 1);
  const lifts = toeOffAt === null ? null : liftShare(leg, stride);
  if (lifts === null || toeOffAt === null) return stride.startS + phase * lengthS(stride);
  const share =
    phase <= toeOffAt ? (phase / toeOffAt) * lifts : lifts + ((phase - toeOffAt) / (1 - toeOffAt)) * (1 - lifts);
  return stride.startS + share * lengthS(stride);
}

/** The stride a moment lies in, as its number in {@link LegStrides.strides}; null between strides. Its end belongs to the next one. */
export function strideAt({ strides, startS }: LegStrides, timeS: number): number | null {
  const after = firstFrameAt(startS, timeS);
  const index = startS[after] === timeS ? after : after - 1;
  const stride = strides[index];
  if (stride === undefined) return null;
  const isLast = strides[index + 1]?.startS !== stride.endS;
  return timeS < stride.endS || (isLast && timeS === stride.endS) ? index : null;
}

/** The stride a moment lies in or is nearest to; null without any. */
export function nearestStride(leg: LegStrides, timeS: number): number | null {
  const inside = strideAt(leg, timeS);
  if (inside !== null || leg.strides.length === 0) return inside;
  const off = (stride: Stride) => Math.max(stride.startS - timeS, timeS - stride.endS);
  return leg.strides.reduce((best, stride, i) => (off(stride) < off(leg.strides[best]!) ? i : best), 0);
}

/** Where this stride's toe-off lies, as a share of its time; the leg's usual one when its own was not seen. */
function liftShare({ toeOffShare }: LegStrides, stride: Stride): number | null {
  return stanceShare(stride) ?? toeOffShare;
}

function stanceShare({ startS, toeOffS, endS }: Stride): number | null {
  const share = toeOffS === null ? Number.NaN : (toeOffS - startS) / (endS - startS);
  return share > 0 && share < 1 ? share : null;
}

const lengthS = (stride: Stride): number => stride.endS - stride.startS;
