// What a flat foot looks like in this film: the pitch of the heel-to-toe line that foot and ankle angles are counted from.

import { median } from '../signal/robust.ts';
import { type CutStride, durationS } from '../strides/cutStrides.ts';
import { firstFrameAt } from '../strides/frameAt.ts';
import { type Capture, type SagittalBody, SIDES, type Side } from '../types.ts';
import type { FlatFootDeg } from './channels.ts';
import { pitchAngle } from './segments.ts';

/**
 * Part of the contact in which the whole sole lies on the belt: after a heel striker's foot has come down, before the heel lifts.
 * Where the spec's 15–25 % of the stride (measurement.md §1.4) and the data disagree the data wins: over 21 runners at 2.5 m/s the
 * foot is 2.8 ± 1.1° more toe-down than standing here and 5.6 ± 2.1° there, where the heel has begun to lift (mean curve computed
 * from Fukuchi 2017); on rendered runners, exactly flat here and 3.4° off there. In walking both windows are the same.
 */
const FLAT_FROM = 0.25;
const FLAT_TO = 0.4;

/** Contact as a share of the stride when the toe-off was not seen: between fast and slow running. */
const USUAL_CONTACT = 0.36;

export interface FootReference {
  readonly source: Capture['footReference'];
  readonly flatDeg: FlatFootDeg;
}

/**
 * The flat foot of each leg: from quiet standing when the clip begins with it, otherwise from mid-stance, when the foot lies
 * on the belt.
 *
 * Source: measurement.md §1.4. In running, mid-stance is some 3° more toe-down than standing, so the foot then reads that much
 * higher and the strike thresholds move with it; in walking the two agree.
 * Works: one shoe throughout. Fails: a runner who stands on a sloping belt or in high heels (both read as flat).
 * @param standing frames of quiet standing, or null
 * @param strides strides of both legs; those that are left out do not count
 * @returns NaN for a leg that was never seen flat
 */
export function findFootReference(
  body: SagittalBody,
  strides: readonly CutStride[],
  standing: { readonly fromFrame: number; readonly toFrame: number } | null,
): FootReference {
  const pitch = { left: pitchOf(body, 'left'), right: pitchOf(body, 'right') };
  const midStance = bySide((side) =>
    midStancePitch(
      body.timeS,
      pitch[side],
      strides.filter((s) => s.side === side),
    ),
  );
  const stood = bySide((side) => (standing === null ? Number.NaN : standingPitch(pitch[side], standing)));
  const flatDeg = bySide((side) => (Number.isFinite(stood[side]) ? stood[side] : fromOtherLeg(side, stood, midStance)));
  if (SIDES.every((side) => Number.isFinite(flatDeg[side]))) return { source: 'standing', flatDeg };
  const known = SIDES.some((side) => Number.isFinite(midStance[side]));
  return { source: known ? 'mid-stance' : 'none', flatDeg: midStance };
}

function standingPitch(pitch: Float64Array, { fromFrame, toFrame }: { fromFrame: number; toFrame: number }): number {
  return median(pitch.subarray(fromFrame, toFrame + 1));
}

/** A leg hidden behind the other while standing: as far above its own mid-stance as the other leg's standing is. */
function fromOtherLeg(side: Side, stood: FlatFootDeg, midStance: FlatFootDeg): number {
  const other: Side = side === 'left' ? 'right' : 'left';
  return midStance[side] + stood[other] - midStance[other];
}

function pitchOf(body: SagittalBody, side: Side): Float64Array {
  return pitchAngle(body[side].heel, body[side].toe);
}

/** Median over the strides of each stride's median in the flat part. */
function midStancePitch(timeS: Float64Array, pitch: Float64Array, strides: readonly CutStride[]): number {
  const used = strides.filter((stride) => stride.excluded === null);
  return median(
    used.map((stride) => {
      const contactS = (stride.toeOffS ?? stride.startS + USUAL_CONTACT * durationS(stride)) - stride.startS;
      const from = firstFrameAt(timeS, stride.startS + FLAT_FROM * contactS);
      const to = firstFrameAt(timeS, stride.startS + FLAT_TO * contactS);
      return median(pitch.subarray(from, Math.max(to, from + 1)));
    }),
  );
}

function bySide(value: (side: Side) => number): FlatFootDeg {
  return { left: value('left'), right: value('right') };
}
