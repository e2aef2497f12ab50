// Which moment of a stride a number is read at, found in every stride that was used.

import { MID_STANCE } from '../../angles/plumbLine.ts';
import { LEG_LANDMARKS } from '../../landmarks.ts';
import { firstFrameAt } from '../../strides/frameAt.ts';
import { type ChannelId, SIDES, type Side, type Stride, type TrialResult } from '../../types.ts';

/** An instant of a stride between which a turning point is looked for. */
export type Instant = 'contact' | 'midStance' | 'toeOff' | 'midSwing' | 'end' | 'dropEnd';

/** Where in a stride a number is read. */
export type Where =
  | { readonly kind: 'instant'; readonly at: 'contact' | 'toeOff' | 'midStance' | 'end' }
  /** The highest (+1) or lowest (−1) value of an angle in a part of the stride. */
  | {
      readonly kind: 'peak';
      readonly channel: ChannelId;
      readonly sign: 1 | -1;
      readonly from: Instant;
      readonly to: Instant;
      /** Walking looks only so far. */
      readonly walkTo?: Instant;
    }
  /** The lowest point of the hips while the foot is down. */
  | { readonly kind: 'lowestHips' };

/** One stride's moment on the film. */
export interface Moment {
  readonly side: Side;
  /** Begin of its stride, s: what names a stride everywhere. */
  readonly strideStartS: number;
  readonly timeS: number;
  /** Number of the measured frame that shows it, in `timeS` of the result. */
  readonly frame: number;
  /** The angle it is read from, on that frame, with the sign of the number; null for what is no angle. */
  readonly angleDeg: number | null;
}

/** The pelvis drops most in this first part of the stride, as in measureBackView.ts. */
const DROP_WITHIN = 0.4;

/**
 * The moment in every stride that counts.
 * @param side the leg; null for a number of the whole body, which every stride of either leg shows
 * @returns in the order of time; strides in which the moment cannot be found are left out
 */
export function momentsOf(result: TrialResult, where: Where, side: Side | null): readonly Moment[] {
  const used = result.strides.filter((s) => s.excluded === null && (side === null || s.side === side));
  return used.flatMap((stride) => momentIn(result, where, stride) ?? []).sort((a, b) => a.timeS - b.timeS);
}

function momentIn(result: TrialResult, where: Where, stride: Stride): Moment | null {
  const timeS = where.kind === 'instant' ? instantS(where.at, stride, result) : turnS(result, where, stride);
  if (timeS === null || result.timeS.length === 0) return null;
  const frame = nearestFrame(result.timeS, timeS);
  const deg = where.kind === 'peak' ? angleOf(result, where.channel, stride.side)?.[frame] : undefined;
  const turned = where.kind === 'peak' ? countedSign(where.channel, stride.side) : 1;
  const angleDeg = deg !== undefined && Number.isFinite(deg) ? turned * deg : null;
  return { side: stride.side, strideStartS: stride.startS, timeS, frame, angleDeg };
}

function instantS(at: Instant, { startS, toeOffS, endS }: Stride, { gait, capture }: TrialResult): number | null {
  const midShare = MID_STANCE[gait === 'walk' ? 'walk' : 'run'];
  switch (at) {
    case 'contact':
      return startS;
    case 'end':
      return endS;
    case 'toeOff':
      return toeOffS;
    case 'midSwing':
      return toeOffS === null ? null : (toeOffS + endS) / 2;
    case 'dropEnd':
      return startS + DROP_WITHIN * (endS - startS);
    case 'midStance':
      if (capture.view === 'posterior' || toeOffS === null) return startS + midShare * (endS - startS);
      return (startS + toeOffS) / 2;
  }
}

/** The frame at which an angle, or the height of the hips, turns in its part of the stride. */
function turnS(result: TrialResult, where: Exclude<Where, { kind: 'instant' }>, stride: Stride): number | null {
  const isPeak = where.kind === 'peak';
  const until = isPeak ? ((result.gait === 'walk' ? where.walkTo : undefined) ?? where.to) : 'toeOff';
  const fromS = instantS(isPeak ? where.from : 'contact', stride, result);
  const toS = instantS(until, stride, result);
  if (fromS === null || toS === null) return null;
  const read = isPeak ? angleOf(result, where.channel, stride.side) : null;
  const sign = isPeak ? where.sign * countedSign(where.channel, stride.side) : 1;
  let best: number | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = firstFrameAt(result.timeS, fromS); i < result.timeS.length && result.timeS[i]! <= toS; i++) {
    const value = sign * (isPeak ? (read?.[i] ?? Number.NaN) : hipsDownPx(result, i));
    if (value > highest) [highest, best] = [value, i];
  }
  return best === null ? null : result.timeS[best]!;
}

/** The pelvis is drawn right side up: while the left leg stands, its drop is the other way round. */
const countedSign = (channel: ChannelId, side: Side): 1 | -1 =>
  channel === 'pelvicObliquity' && side === 'left' ? -1 : 1;

/** How far down in the picture the middle of the hips is, px. */
function hipsDownPx({ clean }: TrialResult, frame: number): number {
  const [left, right] = SIDES.map((side) => clean.points[LEG_LANDMARKS[side].hip]?.y[frame] ?? Number.NaN);
  return (left! + right!) / 2;
}

function angleOf(result: TrialResult, channel: ChannelId, side: Side): Float64Array | undefined {
  return result.angles.find((one) => one.id === channel && (one.side === side || one.side === null))?.deg;
}

/** Number of the frame nearest to a time. @param timeS at least one */
export function nearestFrame(timeS: Float64Array, atS: number): number {
  const after = Math.min(firstFrameAt(timeS, atS), timeS.length - 1);
  const before = Math.max(0, after - 1);
  return Math.abs(timeS[before]! - atS) <= Math.abs(timeS[after]! - atS) ? before : after;
}
