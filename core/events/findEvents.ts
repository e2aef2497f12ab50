// Contacts and toe-offs of both legs, the belt under them, and whether this is a run or a walk.

import { frameClock } from '../signal/evenTime.ts';
import { findPeriod } from '../signal/period.ts';
import { median } from '../signal/robust.ts';
import { fitSpline, resample } from '../signal/spline.ts';
import { type EventKind, type Gait, type GaitEvent, type SagittalBody, SIDES, type Side } from '../types.ts';
import { findAnchors } from './anchors.ts';
import { type Belt, findBelt } from './belt.ts';
import type { MovingGait } from './landing.ts';
import { curvesOf, type LegCurves } from './legCurves.ts';
import { findTravel, levelBody, withoutTravel } from './levelBody.ts';
import { keepPlausible, type Rejection, type Stance } from './plausible.ts';
import { type Refined, refineLandings, refineLifts } from './refineEvents.ts';
import { contactShares, type LegFacts, type RoughStride, readStrides } from './roughEvents.ts';

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

/** Stride times looked for, s: a sprint to a very slow walk. */
const SHORTEST_STRIDE_S = 0.4;
const LONGEST_STRIDE_S = 1.8;

/** Feet are on the belt for more than this share of the stride in a walk, for less in a run. */
const WALK_SHARE = 0.5;

/** Strides that must agree before the whole clip is called a run or a walk. */
const SAME_GAIT = 0.8;

/**
 * What is left of an event's error when all else is known, s: how far the rules lie from force plates in one person or
 * another, and from stride to stride.
 */
const LEVEL_SIGMA_S = { 'initial-contact': 0.005, 'toe-off': 0.008 } as const;
const STRIDE_SIGMA_S = { 'initial-contact': 0.003, 'toe-off': 0.004 } as const;

/** Error of one stride's own reading for noise of one leg length, s: 4 and 10 ms at 10 mm. */
const NOISE_SIGMA_S = { 'initial-contact': 0.35, 'toe-off': 0.9 } as const;

/** Noise of a network is alike from frame to frame, so that its scatter shows only part of it. */
const ALIKE = 2;

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
  const strideS = strideTime(body);
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
  const kind = options.gait === 'auto' ? guessGait(legs, strideS, legPx) : options.gait;
  const raw = options.raw ? level(options.raw) : null;
  const found = legs.map((leg) => readLeg(leg, raw, { legPx, strideS, gait: kind }, options.noisePx ?? 0));
  const stances = found.flatMap((one) => one.stances).sort((a, b) => a.contact.timeS - b.contact.timeS);
  const { kept, rejected } = keepPlausible(stances, strideS, kind);
  return {
    gait: agreedGait(kept, strideS, kind),
    events: kept
      .flatMap(({ contact, toeOff }) => (toeOff === null ? [contact] : [contact, toeOff]))
      .concat(found.flatMap((one) => one.alone))
      .sort((a, b) => a.timeS - b.timeS),
    beltPxPerS: { left: legs[0]!.belt?.speedPxPerS ?? null, right: legs[1]!.belt?.speedPxPerS ?? null },
    beltSlopeDeg: Number.isNaN(slopeDeg) ? null : slopeDeg,
    onTreadmill: travel === null,
    strideTimeS: strideS,
    rejected: [...found.flatMap((one) => one.rejected), ...rejected].sort((a, b) => a.timeS - b.timeS),
    foldedContactS: {
      left: foldedContact(kept, 'left', found[0]!.isFolded),
      right: foldedContact(kept, 'right', found[1]!.isFolded),
    },
  };
}

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
  const reach = reachOf(body, side);
  const curves = curvesOf(body.timeS, body[side]);
  const anchors = findAnchors(fitSpline(body.timeS, reach), strideS, legPx);
  return { side, curves, anchors, belt: findBelt(body.timeS, curves, anchors, strideS) };
}

/** How far the foot is ahead of the hips, px. [frames] */
function reachOf(body: SagittalBody, side: Side): Float64Array {
  const { heel, toe } = body[side];
  return heel.x.map((x, i) => (x + toe.x[i]!) / 2 - body.midHip.x[i]!);
}

/** Hip to knee to ankle, px, median over both legs. */
function legLength(body: SagittalBody): number {
  return median(
    SIDES.map((side) => {
      const { hip, knee, ankle } = body[side];
      return median(
        hip.x.map(
          (x, i) =>
            Math.hypot(x - knee.x[i]!, hip.y[i]! - knee.y[i]!) +
            Math.hypot(knee.x[i]! - ankle.x[i]!, knee.y[i]! - ankle.y[i]!),
        ),
      );
    }),
  );
}

function strideTime(body: SagittalBody): number | null {
  const clock = frameClock(body.timeS);
  let best: { readonly periodS: number; readonly correlation: number } | null = null;
  for (const side of SIDES) {
    const reach = reachOf(body, side);
    const even = clock.isEven ? reach : resample(fitSpline(body.timeS, reach), clock.evenS);
    const found = findPeriod(even, clock.rateHz, SHORTEST_STRIDE_S, LONGEST_STRIDE_S);
    if (found !== null && (best === null || found.correlation > best.correlation)) best = found;
  }
  return best?.periodS ?? null;
}

function guessGait(legs: readonly Leg[], strideS: number, legPx: number): MovingGait {
  const shares = legs.flatMap(({ curves, anchors, belt }) =>
    belt === null ? [] : contactShares(curves, anchors, { strideS, legPx, beltPxPerS: belt.speedPxPerS }),
  );
  return median(shares) > WALK_SHARE ? 'walk' : 'run';
}

interface FoundLeg {
  readonly stances: readonly Stance[];
  /** The toe-off of a stance whose contact was before the film. */
  readonly alone: readonly GaitEvent[];
  readonly rejected: readonly Rejection[];
  readonly isFolded: boolean;
}

function readLeg(leg: Leg, raw: SagittalBody | null, clip: Omit<LegFacts, 'beltPxPerS'>, noisePx: number): FoundLeg {
  const { side, curves, anchors, belt } = leg;
  if (belt === null) return { stances: [], alone: [], rejected: [], isFolded: false };
  const facts: LegFacts = { ...clip, beltPxPerS: belt.speedPxPerS };
  const strides = readStrides(curves, anchors, facts);
  const contactTimeS = median(strides.map((stride) => stride.toeOffS - stride.contactS));
  const landings = raw && refineLandings(raw.timeS, raw[side], curves, strides, facts);
  const begun = begunBefore(raw ?? null, strides, contactTimeS, clip.strideS);
  const lifts = raw && refineLifts(raw.timeS, raw[side], curves, [...strides, ...begun], contactTimeS, facts);
  const noiseShare = noisePx / clip.legPx;
  const stances: Stance[] = [];
  const rejected: Rejection[] = [];
  for (const [k, stride] of strides.entries()) {
    const contact = eventAt('initial-contact', side, stride.contactS, landings, k, noiseShare);
    if (contact === null) {
      rejected.push({ timeS: stride.anchorS, side, reason: 'The foot was not seen landing.' });
      continue;
    }
    const toeOff = eventAt('toe-off', side, stride.toeOffS, lifts, k, noiseShare);
    if (toeOff === null)
      rejected.push({ timeS: contact.timeS, side, reason: 'The foot was not seen leaving the ground.' });
    stances.push({ side, contact, toeOff });
  }
  const alone = begun.flatMap(
    (_, b) => eventAt('toe-off', side, Number.NaN, lifts, strides.length + b, noiseShare) ?? [],
  );
  return { stances, alone, rejected, isFolded: landings !== null && lifts !== null };
}

/** The stance in which the film begins, if it begins in one: its contact was not filmed, its toe-off was. */
function begunBefore(
  raw: SagittalBody | null,
  strides: readonly RoughStride[],
  contactTimeS: number,
  strideS: number,
): RoughStride[] {
  if (raw === null || strides.length === 0) return [];
  const contactS = strides[0]!.contactS - strideS;
  const startS = raw.timeS[0]!;
  return contactS < startS && contactS + contactTimeS > startS
    ? [{ anchorS: Number.NaN, contactS, toeOffS: Number.NaN }]
    : [];
}

/** An event from the mean stride where there is one, else from the stride's own reading; null when it was not seen. */
function eventAt(
  kind: EventKind,
  side: Side,
  ownS: number,
  refined: Refined | null,
  k: number,
  noiseShare: number,
): GaitEvent | null {
  const level = LEVEL_SIGMA_S[kind];
  const stride = STRIDE_SIGMA_S[kind];
  if (refined !== null) {
    const { timeS, scatterS } = refined.placed[k]!;
    if (Number.isNaN(timeS)) return null;
    const sigmaS = Math.hypot(level, refined.levelSigmaS, stride, ALIKE * scatterS);
    return { kind, side, timeS, sigmaS, source: 'detected' };
  }
  if (Number.isNaN(ownS)) return null;
  const sigmaS = Math.hypot(level, stride, NOISE_SIGMA_S[kind] * noiseShare);
  return { kind, side, timeS: ownS, sigmaS, source: 'detected' };
}

function agreedGait(stances: readonly Stance[], strideS: number, kind: MovingGait): Gait {
  let walking = 0;
  let seen = 0;
  for (const { contact, toeOff } of stances) {
    if (toeOff === null) continue;
    seen++;
    if ((toeOff.timeS - contact.timeS) / strideS > WALK_SHARE) walking++;
  }
  if (seen === 0) return kind;
  if (walking >= SAME_GAIT * seen) return 'walk';
  return walking <= (1 - SAME_GAIT) * seen ? 'run' : 'mixed';
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
