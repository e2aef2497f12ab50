// Which leg bears the body while something is done.

import { quantile } from '../signal/robust.ts';
import { SIDES, type Side } from '../types.ts';
import type { ExerciseBody } from './exerciseBody.ts';
import type { SupportLeg } from './exerciseTypes.ts';

/** A foot that bears the body keeps its toes within this share of the leg, some 6 cm: sway and noise. Ours. */
const STILL_SHARE = 0.07;

/** A foot held up is higher than the other by at least this, share of the leg: the far foot is drawn some 3 cm higher by itself. Ours. */
const HELD_SHARE = 0.08;

/** A foot seen in fewer of the frames is not seen. */
const SEEN_SHARE = 0.5;

/** Where one foot is clearly held up, the other one bears the body and may wander more: the network's points do. Hops go further. Ours. */
const ALONE_STILL_SHARE = 0.11;

/**
 * The leg that bears the body: where one foot is held up, the other one, if it stays; else the one whose toes stay while the rest moves.
 * @param fromFrame,toFrame inclusive
 * @param freeFootGoesDown true on a step, from which the free foot goes below the standing one
 * @returns null when that foot does not stay; both when both do, and when one foot was not seen: legs drawn on each other are side by side
 */
export function supportLeg(
  who: ExerciseBody,
  fromFrame: number,
  toFrame: number,
  freeFootGoesDown: boolean,
): SupportLeg | null {
  const stays = (side: Side, share: number) => toeTravel(who, side, fromFrame, toFrame) < share * who.legPx;
  const seen = SIDES.filter((side) => isSeen(who, side, fromFrame, toFrame));
  if (seen.length < 2) return seen.some((side) => stays(side, STILL_SHARE)) ? 'both' : null;
  const lower = freeFootGoesDown ? null : lowerFoot(who, fromFrame, toFrame);
  if (lower !== null) return stays(lower, ALONE_STILL_SHARE) ? lower : null;
  const still = SIDES.filter((side) => stays(side, STILL_SHARE));
  return still.length === 2 ? 'both' : (still[0] ?? null);
}

/** The foot that is clearly lower than the other. @returns null when neither is */
function lowerFoot({ body, legPx }: ExerciseBody, fromFrame: number, toFrame: number): Side | null {
  const height = (side: Side) => quantile(body[side].toe.y.subarray(fromFrame, toFrame + 1), 0.5);
  const higher = height('left') - height('right');
  if (Math.abs(higher) < HELD_SHARE * legPx) return null;
  return higher > 0 ? 'right' : 'left';
}

function isSeen({ body }: ExerciseBody, side: Side, fromFrame: number, toFrame: number): boolean {
  const part = body[side].toe.y.subarray(fromFrame, toFrame + 1);
  return part.filter(Number.isFinite).length >= SEEN_SHARE * part.length;
}

/** How far the toes go in a stretch, px; infinite when they were hardly seen. */
function toeTravel({ body }: ExerciseBody, side: Side, fromFrame: number, toFrame: number): number {
  const spread = (values: Float64Array) => {
    const part = values.subarray(fromFrame, toFrame + 1);
    return quantile(part, 0.95) - quantile(part, 0.05);
  };
  const travel = Math.hypot(spread(body[side].toe.x), spread(body[side].toe.y));
  return Number.isFinite(travel) ? travel : Number.POSITIVE_INFINITY;
}

/** Whether the camera is on the leg's own side. */
export function isFar({ view }: ExerciseBody, leg: SupportLeg): boolean {
  return (view === 'left' && leg === 'right') || (view === 'right' && leg === 'left');
}
