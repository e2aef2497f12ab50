// Contacts and toe-offs of both legs, the belt under them, and whether this is a run or a walk.

import { fitSpline } from '../signal/spline.ts';
import { type Gait, type GaitEvent, type SagittalBody, SIDES, type Side } from '../types.ts';
import { findAnchors } from './anchors.ts';
import { type Belt, findBelt } from './belt.ts';
import { findStrideTime, footReach, legLength } from './bodyMeasures.ts';
import { agreedGait, guessGait } from './gaitType.ts';
import { curvesOf, type LegCurves } from './legCurves.ts';
import { findTravel, levelBody, withoutTravel } from './levelBody.ts';
import { keepPlausible, type Rejection, type Stance } from './plausible.ts';
import { LEVEL_SIGMA_S, type ReadLeg, readLeg } from './readLeg.ts';

export interface EventOptions {
  readonly gait: 'auto' | 'run' | 'walk';
  /** The same body before the low-pass (from `cleanPose().raw`): many strides are laid over each other in it, which a filter would blur. */
  readonly raw?: SagittalBody;
  /** Typical landmark noise, px per axis; not known when left out. */
  readonly noisePx?: number;
}

export interface FoldedContact {
  /** Mean contact time, s. */
  readonly value: number;
  /** Its standard error, s. */
  readonly sigma: number;
}

export interface FoundEvents {
  readonly gait: Gait;
  /** In order of time. */
  readonly events: readonly GaitEvent[];
  /** Belt speed under each foot, px/s (over ground: walking speed); null when it was not seen. */
  readonly beltPxPerS: Readonly<Record<Side, number | null>>;
  /** How steeply the belt climbs in the running direction, degrees: incline and camera roll together, about ±0.7; null when not seen. */
  readonly beltSlopeDeg: number | null;
  /** False when the body travels through the picture: there is no belt. */
  readonly onTreadmill: boolean;
  /** Median stride time, s; null when nothing repeats. */
  readonly strideTimeS: number | null;
  readonly rejected: readonly Rejection[];
  /** Mean contact time from all strides laid over each other; null with fewer than four, or when the film is in step with them. */
  readonly foldedContactS: Readonly<Record<Side, FoldedContact | null>>;
}

interface Leg {
  readonly side: Side;
  readonly curves: LegCurves;
  readonly anchors: readonly number[];
  readonly belt: Belt | null;
}

/**
 * Find every contact and toe-off.
 * @param body smooth sagittal tracks of a side view
 * @returns no events and gait `standing` when the legs do not swing
 */
export function findEvents(body: SagittalBody, options: EventOptions): FoundEvents {
  const legPx = legLength(body);
  const strideS = findStrideTime(body);
  if (strideS === null || !(legPx > 0)) return NOTHING;
  const travel = findTravel(body.timeS, body.midHip.x, strideS, legPx);
  const ground = (seen: SagittalBody): SagittalBody => (travel === null ? seen : withoutTravel(seen, travel));
  const onGround = SIDES.map((side) => legOf(ground(body), side, strideS, legPx));
  if (onGround.every((leg) => leg.anchors.length < 2 || leg.belt === null)) return NOTHING;
  const slopeDeg = meanOf(onGround.map((leg) => leg.belt?.slopeDeg ?? Number.NaN));
  const level = (seen: SagittalBody): SagittalBody => levelBody(ground(seen), slopeDeg);
  const levelled = level(body);
  const legs =
    levelled === body
      ? onGround
      : onGround.map((leg) => ({ ...leg, curves: curvesOf(body.timeS, levelled[leg.side]) }));
  const swinging = legs.flatMap(({ curves, anchors, belt }) =>
    belt === null ? [] : [{ curves, anchors, beltPxPerS: belt.speedPxPerS }],
  );
  const gait = options.gait === 'auto' ? guessGait(swinging, strideS, legPx) : options.gait;
  const raw = options.raw ? level(options.raw) : null;
  const read = legs.map((leg) => {
    if (leg.belt === null) return UNREAD;
    const sight = {
      ...leg,
      timeS: body.timeS,
      raw: raw === null ? null : raw[leg.side],
      noisePx: options.noisePx ?? 0,
    };
    return readLeg(sight, { legPx, strideS, gait, beltPxPerS: leg.belt.speedPxPerS });
  });
  const stances = read.flatMap((leg) => leg.stances).sort((a, b) => a.contact.timeS - b.contact.timeS);
  const { kept, rejected } = keepPlausible(stances, strideS, gait);
  const agreed = agreedGait(
    kept,
    legs.map((leg) => leg.anchors),
    strideS,
    gait,
  );
  return {
    // What the clinician says stands, unless the strides are of two kinds.
    gait: options.gait === 'auto' || agreed === 'mixed' ? agreed : options.gait,
    events: kept
      .flatMap(({ contact, toeOff }) => (toeOff === null ? [contact] : [contact, toeOff]))
      .concat(read.flatMap((leg) => leg.alone))
      .sort((a, b) => a.timeS - b.timeS),
    beltPxPerS: { left: legs[0]!.belt?.speedPxPerS ?? null, right: legs[1]!.belt?.speedPxPerS ?? null },
    beltSlopeDeg: Number.isNaN(slopeDeg) ? null : slopeDeg,
    onTreadmill: travel === null,
    strideTimeS: strideS,
    rejected: onceEach([...read.flatMap((leg) => leg.rejected), ...rejected], strideS),
    foldedContactS: {
      left: foldedContact(kept, 'left', read[0]!.isFolded),
      right: foldedContact(kept, 'right', read[1]!.isFolded),
    },
  };
}

const UNREAD: ReadLeg = { stances: [], alone: [], rejected: [], isFolded: false };

const NOTHING: FoundEvents = {
  gait: 'standing',
  events: [],
  beltPxPerS: { left: null, right: null },
  beltSlopeDeg: null,
  onTreadmill: true,
  strideTimeS: null,
  rejected: [],
  foldedContactS: { left: null, right: null },
};

function legOf(body: SagittalBody, side: Side, strideS: number, legPx: number): Leg {
  const curves = curvesOf(body.timeS, body[side]);
  const anchors = findAnchors(fitSpline(body.timeS, footReach(body, side)), strideS, legPx);
  return { side, curves, anchors, belt: findBelt(body.timeS, curves, anchors, strideS) };
}

/** In order of time, without a second reason for the same foot within a third of a stride. */
function onceEach(rejected: readonly Rejection[], strideS: number): Rejection[] {
  const kept: Rejection[] = [];
  for (const one of rejected) {
    const isSaid = kept.some((k) => k.side === one.side && Math.abs(k.timeS - one.timeS) < strideS / 3);
    if (!isSaid) kept.push(one);
  }
  return kept.sort((a, b) => a.timeS - b.timeS);
}

function foldedContact(stances: readonly Stance[], side: Side, isFolded: boolean): FoldedContact | null {
  const own = stances.filter((stance) => stance.side === side && stance.toeOff !== null);
  if (!isFolded || own.length === 0) return null;
  const lengths = own.map((stance) => stance.toeOff!.timeS - stance.contact.timeS);
  const value = meanOf(lengths);
  const spread = Math.sqrt(meanOf(lengths.map((length) => (length - value) ** 2)) / lengths.length);
  return {
    value,
    sigma: Math.hypot(LEVEL_SIGMA_S['initial-contact'], LEVEL_SIGMA_S['toe-off'], spread),
  };
}

function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
