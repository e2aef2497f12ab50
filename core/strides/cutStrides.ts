// Events cut into strides: one contact to the next contact of the same leg, with what the other leg did in between.

import { median } from '../signal/robust.ts';
import { type GaitEvent, SIDES, type Side, type Stride } from '../types.ts';

/** A stride with the other leg's events inside it. */
export interface CutStride extends Stride {
  /** The other leg's contact during this stride, s; null when it was not seen or seen twice. */
  readonly otherContactS: number | null;
  /** The other leg's first toe-off after this contact, s: in walking the end of the first double support; null when not seen. */
  readonly otherToeOffS: number | null;
}

/** Longer than this many median strides and a contact in between was missed. Ours: half way between one stride and two. */
const MISSED_CONTACT = 1.5;

/** Strides this much longer or shorter than the median are a stumble or a wrong event (measurement.md §3.4). */
const DURATION_BAND = 0.1;

/**
 * Every stride of both legs, in the order of their contacts. Nothing is invented: where a contact was missed the stride is
 * listed as left out, with the reason.
 * @param events in any order
 * @returns empty when no leg has two contacts
 */
export function cutStrides(events: readonly GaitEvent[]): CutStride[] {
  return SIDES.flatMap((side) => markOddDurations(legStrides(events, side))).sort(
    (a, b) => a.startS - b.startS || (a.side < b.side ? -1 : 1),
  );
}

function legStrides(events: readonly GaitEvent[], side: Side): CutStride[] {
  const other: Side = side === 'left' ? 'right' : 'left';
  const contacts = timesOf(events, 'initial-contact', side);
  const otherContacts = timesOf(events, 'initial-contact', other);
  const toeOffs = timesOf(events, 'toe-off', side);
  const otherToeOffs = timesOf(events, 'toe-off', other);
  return contacts.slice(1).map((endS, i) => {
    const startS = contacts[i]!;
    const inside = (times: readonly number[]) => times.filter((timeS) => timeS > startS && timeS < endS);
    const otherInside = inside(otherContacts);
    return {
      side,
      startS,
      toeOffS: inside(toeOffs)[0] ?? null,
      endS,
      otherContactS: otherInside.length === 1 ? otherInside[0]! : null,
      otherToeOffS: inside(otherToeOffs)[0] ?? null,
      excluded: null,
    };
  });
}

function timesOf(events: readonly GaitEvent[], kind: GaitEvent['kind'], side: Side): number[] {
  const wanted = events.filter((event) => event.kind === kind && event.side === side);
  return wanted.map((event) => event.timeS).sort((a, b) => a - b);
}

function markOddDurations(strides: readonly CutStride[]): CutStride[] {
  const usual = median(strides.map(durationS));
  return strides.map((stride) => ({ ...stride, excluded: oddDuration(durationS(stride) / usual) }));
}

function oddDuration(ratio: number): string | null {
  if (ratio > MISSED_CONTACT) return 'a contact in between was not seen';
  if (Math.abs(ratio - 1) <= DURATION_BAND) return null;
  const pct = Math.round(100 * Math.abs(ratio - 1));
  return `lasted ${pct} % ${ratio > 1 ? 'longer' : 'shorter'} than this leg's usual stride`;
}

/** Contact to next contact, s. */
export function durationS(stride: Stride): number {
  return stride.endS - stride.startS;
}

/** A stride as the result lists it. */
export function plainStride({ side, startS, toeOffS, endS, excluded }: CutStride): Stride {
  return { side, startS, toeOffS, endS, excluded };
}
