// What cannot be is left out, with its reason; nothing is ever put in.

import { median } from '../signal/robust.ts';
import { type GaitEvent, SIDES, type Side } from '../types.ts';
import type { MovingGait } from './landing.ts';

/** A stride or event that was seen but not believed. */
export interface Rejection {
  readonly timeS: number;
  readonly side: Side;
  readonly reason: string;
}

/** One foot's contact and, where seen, the toe-off that ends it. */
export interface Stance {
  readonly side: Side;
  readonly contact: GaitEvent;
  readonly toeOff: GaitEvent | null;
}

/** Contact times that people have, s. */
const CONTACT_S = { run: [0.1, 0.45], walk: [0.35, 1.4] } as const;

/** A contact time or step time further than this share from the median is a misreading. */
const UNLIKE_CONTACT = 0.3;
const UNLIKE_STEP = 0.25;

/** Two contacts of one foot are at least this share of the stride time apart. */
const LEAST_STRIDE = 0.6;

/** Two contacts of one foot further apart than this many strides are a gap of the whole body, not of the other foot. */
const LONGEST_GAP = 1.5;

/**
 * Keep the stances that can be: one contact per foot and stride, contact times like the others', feet taking turns.
 * @param stances of both legs in order of time
 * @returns kept stances, and everything left out with its reason
 */
export function keepPlausible(
  stances: readonly Stance[],
  strideS: number,
  gait: MovingGait,
): { readonly kept: readonly Stance[]; readonly rejected: readonly Rejection[] } {
  const rejected: Rejection[] = [];
  const single = dropDoubles(stances, strideS, rejected);
  const inTurn = dropMisplaced(single, strideS, rejected);
  const kept = SIDES.flatMap((side) => {
    const own = inTurn.filter((stance) => stance.side === side);
    const usual = median(own.map((stance) => contactTime(stance)));
    return own.map((stance) => dropOddToeOff(stance, usual, gait, rejected));
  });
  kept.sort((a, b) => a.contact.timeS - b.contact.timeS);
  return { kept, rejected: [...rejected, ...noticeGaps(kept, strideS)] };
}

/** Where one foot lands twice with nothing of the other between, say so: feet take turns. */
function noticeGaps(kept: readonly Stance[], strideS: number): Rejection[] {
  const gaps: Rejection[] = [];
  for (let i = 1; i < kept.length; i++) {
    const [before, after] = [kept[i - 1]!, kept[i]!];
    if (before.side !== after.side || after.contact.timeS - before.contact.timeS > LONGEST_GAP * strideS) continue;
    const side: Side = after.side === 'left' ? 'right' : 'left';
    if (!kept.some((stance) => stance.side === side)) continue;
    const timeS = (before.contact.timeS + after.contact.timeS) / 2;
    gaps.push({ timeS, side, reason: `No contact of the ${side} foot was seen between two of the other.` });
  }
  return gaps;
}

function contactTime({ contact, toeOff }: Stance): number {
  return toeOff === null ? Number.NaN : toeOff.timeS - contact.timeS;
}

/** Of two contacts of one foot too close together keep the surer one. */
function dropDoubles(stances: readonly Stance[], strideS: number, rejected: Rejection[]): Stance[] {
  const kept: Stance[] = [];
  for (const stance of stances) {
    const before = kept.map((other) => other.side).lastIndexOf(stance.side);
    if (before < 0 || stance.contact.timeS - kept[before]!.contact.timeS >= LEAST_STRIDE * strideS) {
      kept.push(stance);
      continue;
    }
    const worse = stance.contact.sigmaS < kept[before]!.contact.sigmaS ? kept[before]! : stance;
    rejected.push(reject(worse, 'A second contact of the same foot within one stride.'));
    if (worse !== stance) kept[before] = stance;
  }
  return kept;
}

/** A contact that comes too early or too late between its neighbours of the other foot, compared with the same foot's others. */
function dropMisplaced(stances: readonly Stance[], strideS: number, rejected: Rejection[]): Stance[] {
  const stepBefore = stances.map((stance, i) => {
    const before = stances[i - 1];
    const step = before && before.side !== stance.side ? stance.contact.timeS - before.contact.timeS : Number.NaN;
    return step < strideS ? step : Number.NaN;
  });
  const usual = { left: Number.NaN, right: Number.NaN };
  for (const side of SIDES) usual[side] = median(stepBefore.filter((_, i) => stances[i]!.side === side));
  return stances.filter((stance, i) => {
    const off = Math.abs(stepBefore[i]! - usual[stance.side]) / usual[stance.side];
    const next = stances[i + 1];
    const offNext = next ? Math.abs(stepBefore[i + 1]! - usual[next.side]) / usual[next.side] : Number.NaN;
    // Wrong towards both neighbours: it is this contact. Wrong towards one only: it may be the other.
    if (!(off > UNLIKE_STEP && !(offNext <= UNLIKE_STEP))) return true;
    rejected.push(reject(stance, 'The contact does not fit between the other foot’s contacts.'));
    return false;
  });
}

function dropOddToeOff(stance: Stance, usualS: number, gait: MovingGait, rejected: Rejection[]): Stance {
  const length = contactTime(stance);
  if (Number.isNaN(length)) return stance;
  const [shortest, longest] = CONTACT_S[gait];
  if (length >= shortest && length <= longest && Math.abs(length - usualS) <= UNLIKE_CONTACT * usualS) return stance;
  rejected.push({
    timeS: stance.toeOff!.timeS,
    side: stance.side,
    reason: `A contact of ${Math.round(1000 * length)} ms is unlike the others.`,
  });
  return { ...stance, toeOff: null };
}

function reject(stance: Stance, reason: string): Rejection {
  return { timeS: stance.contact.timeS, side: stance.side, reason };
}
