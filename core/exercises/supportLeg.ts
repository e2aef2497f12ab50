// Which leg bears the body while something is done.

import { quantile } from '../signal/robust.ts';
import { SIDES, type Side } from '../types.ts';
import { meanAbout, type Stretch } from './bodyRise.ts';
import { type ExerciseBody, slowly } from './exerciseBody.ts';
import type { SupportLeg } from './exerciseTypes.ts';

/** A foot that bears the body keeps its toes within this share of the leg, some 6 cm: sway and noise. Ours. */
const STILL_SHARE = 0.07;

/** A foot held up is higher than the other by at least this, share of the leg: the far foot is drawn some 3 cm higher by itself. Ours. */
const HELD_SHARE = 0.08;

/** A foot seen in fewer of the frames is not seen. */
const SEEN_SHARE = 0.5;

/** The far foot's points wander this much more: measured on rendered films. */
const FAR_FACTOR = 1.3;

/** On a step one foot stays and the other one goes down: by this share of the leg and so many times as far, or nobody can say which one stood. Ours. */
const FREE_SHARE = 0.04;
const FREE_FACTOR = 1.5;

/** Where one foot is clearly held up, the other one bears the body and may wander more: the network's points do. Hops go further. Ours. */
const ALONE_STILL_SHARE = 0.11;

/**
 * The leg that bears the body: where one foot is held up, the other one, if it stays; else the one whose toes stay while the rest moves.
 * @param freeFootGoesDown true on a step, from which the free foot goes below the standing one
 * @returns null when that foot does not stay; both when both do; null also when one foot was not seen: whether
 * legs that are drawn on each other both stand, or one is held behind the other, nobody can say
 */
export function supportLeg(who: ExerciseBody, stretch: Stretch, freeFootGoesDown: boolean): SupportLeg | null {
  const { fromFrame, toFrame } = stretch;
  const travel = (side: Side) => toeTravel(who, side, fromFrame, toFrame) / (isFar(who, side) ? FAR_FACTOR : 1);
  const stays = (side: Side, share: number) => travel(side) < share * who.legPx;
  const seen = SIDES.filter((side) => isSeen(who, side, fromFrame, toFrame));
  if (freeFootGoesDown) {
    const stood = stillerFoot(who, stretch);
    return stood !== null && stays(stood, ALONE_STILL_SHARE) ? stood : null;
  }
  if (seen.length < 2) return null;
  const lower = lowerFoot(who, fromFrame, toFrame);
  if (lower !== null) return stays(lower, ALONE_STILL_SHARE) ? lower : null;
  const still = SIDES.filter((side) => stays(side, STILL_SHARE));
  return still.length === 2 ? 'both' : (still[0] ?? null);
}

/** The foot that is where it was when the other one is furthest from there. @returns null when both are, or neither */
function stillerFoot(who: ExerciseBody, { fromFrame, peakFrame, toFrame }: Stretch): Side | null {
  const { body, legPx } = who;
  const moved = (series: Float64Array) => {
    const at = (frame: number) => meanAbout(who, series, frame);
    return at(peakFrame) - (at(fromFrame) + at(toFrame)) / 2;
  };
  const [left, right] = SIDES.map((side) => Math.hypot(moved(body[side].toe.x), moved(body[side].toe.y)));
  const [stiller, less, more] =
    left! < right! ? (['left', left!, right!] as const) : (['right', right!, left!] as const);
  return more > FREE_SHARE * legPx && more > FREE_FACTOR * less ? stiller : null;
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
function toeTravel({ body, clock }: ExerciseBody, side: Side, fromFrame: number, toFrame: number): number {
  const spread = (values: Float64Array) => {
    const part = slowly(values, body.timeS, clock).subarray(fromFrame, toFrame + 1);
    return quantile(part, 0.95) - quantile(part, 0.05);
  };
  const travel = Math.hypot(spread(body[side].toe.x), spread(body[side].toe.y));
  return Number.isFinite(travel) ? travel : Number.POSITIVE_INFINITY;
}

/** Whether the camera is on the leg's own side. */
export function isFar({ view }: ExerciseBody, leg: SupportLeg): boolean {
  return (view === 'left' && leg === 'right') || (view === 'right' && leg === 'left');
}
