// What a leg does over time as the timeline shows it: on the ground, in the air, and the strides in between.
import { firstFrameAt } from '../../core/strides/frameAt.ts';
import type { GaitEvent, Side, Stride } from '../../core/types.ts';

/** One time on the ground. */
export interface Stance {
  readonly fromS: number;
  readonly toS: number;
}

/** Each contact of one leg with the toe-off that follows it; a contact without one has no stance. */
export function stancesOf(events: readonly GaitEvent[], side: Side): readonly Stance[] {
  const own = events.filter((event) => event.side === side);
  return own.flatMap((event, i): Stance[] => {
    const next = own[i + 1];
    return event.kind === 'initial-contact' && next?.kind === 'toe-off'
      ? [{ fromS: event.timeS, toS: next.timeS }]
      : [];
  });
}

/** The stride of one leg that a time lies in; null when there is none. */
export function strideAt(strides: readonly Stride[], side: Side, timeS: number): Stride | null {
  return strides.find((stride) => stride.side === side && stride.startS <= timeS && timeS < stride.endS) ?? null;
}

/** The stride that a time lies in, or else the one nearest to it; of one leg where it has any. Null when there is none at all. */
export function nearestStride(strides: readonly Stride[], side: Side | null, timeS: number): Stride | null {
  const own = strides.filter((stride) => stride.side === side);
  const off = ({ startS, endS }: Stride) => Math.max(startS - timeS, timeS - endS, 0);
  return (own.length > 0 ? own : strides).reduce<Stride | null>(
    (best, one) => (best === null || off(one) < off(best) ? one : best),
    null,
  );
}

/** The frame nearest to a time. @param timeS world time of every frame, s */
export function nearestFrame(timeS: Float64Array, atS: number): number {
  const after = Math.min(timeS.length - 1, firstFrameAt(timeS, atS));
  const before = Math.max(0, after - 1);
  return atS - timeS[before]! < timeS[after]! - atS ? before : after;
}

/** The frame of the event nearest before or after a frame; null when there is none. */
export function neighbourEvent(
  events: readonly GaitEvent[],
  timeS: Float64Array,
  frame: number,
  direction: 1 | -1,
): number | null {
  const frames = events.map((event) => nearestFrame(timeS, event.timeS)).sort((a, b) => a - b);
  const found = direction > 0 ? frames.find((at) => at > frame) : frames.findLast((at) => at < frame);
  return found ?? null;
}
