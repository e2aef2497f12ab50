// From a raw pose to its events, as the side view does it, and how far they are from the truth.

import { type FoundEvents, findEvents } from '../../core/events/findEvents.ts';
import { type Facing, findFacing } from '../../core/events/findFacing.ts';
import { toSagittal } from '../../core/events/toSagittal.ts';
import { type CleanResult, cleanPose } from '../../core/signal/cleanPose.ts';
import type { EventKind, GaitEvent, RawPose, SagittalBody, Side } from '../../core/types.ts';

export interface Trial {
  readonly cleaned: CleanResult;
  readonly seen: Facing;
  readonly body: SagittalBody;
  readonly found: FoundEvents;
}

/** Clean a pose and find its events. */
export function readTrial(
  pose: RawPose,
  options: { readonly slowMotion?: number; readonly gait?: 'auto' | 'run' | 'walk' } = {},
): Trial {
  const gait = options.gait ?? 'auto';
  const cleaned = cleanPose(pose, { slowMotion: options.slowMotion ?? 1, gait });
  const seen = findFacing(cleaned.clean);
  const upright = { facing: seen.facing, rollDeg: 0 };
  const body = toSagittal(cleaned.clean, upright);
  const found = findEvents(body, { gait, raw: toSagittal(cleaned.raw, upright) });
  return { cleaned, seen, body, found };
}

interface AnyEvent {
  readonly kind: EventKind;
  readonly side: Side;
  readonly timeS: number;
}

export interface Agreement {
  /** Found minus true, ms, in order of time. */
  readonly errorsMs: readonly number[];
  readonly biasMs: number;
  readonly maeMs: number;
  /** True events without a found one, and found events without a true one, more than edgeS inside the clip. */
  readonly missed: number;
  readonly extra: number;
}

/** A found event belongs to a true one of the same kind and foot when it is nearer than this, s. */
const SAME_EVENT_S = 0.12;

/**
 * Compare found events of one kind with the truth.
 * @param clip first and last time that the truth speaks for, s
 */
export function compareEvents(
  found: readonly GaitEvent[],
  truth: readonly AnyEvent[],
  kind: EventKind,
  clip: readonly [number, number],
  edgeS = 0.1,
): Agreement {
  const wanted = truth.filter((event) => event.kind === kind);
  const got = found.filter((event) => event.kind === kind);
  const isInside = (event: AnyEvent): boolean => event.timeS > clip[0] + edgeS && event.timeS < clip[1] - edgeS;
  const belongs = (a: AnyEvent, b: AnyEvent): boolean =>
    a.side === b.side && Math.abs(a.timeS - b.timeS) < SAME_EVENT_S;
  const errorsMs: number[] = [];
  const used = new Set<AnyEvent>();
  let missed = 0;
  for (const event of wanted) {
    const match = got.find((other) => !used.has(other) && belongs(other, event));
    if (match) {
      used.add(match);
      errorsMs.push(1000 * (match.timeS - event.timeS));
    } else if (isInside(event)) missed++;
  }
  const extra = got.filter((event) => !used.has(event) && isInside(event)).length;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { errorsMs, biasMs: mean(errorsMs), maeMs: mean(errorsMs.map(Math.abs)), missed, extra };
}

/** Steps per minute from each foot's own contacts. */
export function cadenceOf(events: readonly AnyEvent[]): number {
  const strides: number[] = [];
  for (const side of ['left', 'right'] as const) {
    const times = events.filter((e) => e.side === side && e.kind === 'initial-contact').map((e) => e.timeS);
    for (let k = 1; k < times.length; k++) strides.push(times[k]! - times[k - 1]!);
  }
  return 120 / (strides.reduce((sum, one) => sum + one, 0) / strides.length);
}

/** Mean time from contact to toe-off of one leg, s; NaN without a whole one. */
export function meanContactS(events: readonly AnyEvent[], side: Side): number {
  const own = events.filter((event) => event.side === side);
  const lengths = own.flatMap((event, k) =>
    event.kind === 'initial-contact' && own[k + 1]?.kind === 'toe-off' ? own[k + 1]!.timeS - event.timeS : [],
  );
  return lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
}
