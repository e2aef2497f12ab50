// Contacts and toe-offs of both legs, the belt under them, and whether this is a run or a walk.

import { frameClock } from '../signal/evenTime.ts';
import { findPeriod } from '../signal/period.ts';
import { median } from '../signal/robust.ts';
import { fitSpline, resample } from '../signal/spline.ts';
import { type Gait, type GaitEvent, type SagittalBody, SIDES, type Side } from '../types.ts';
import { findAnchors } from './anchors.ts';
import { beltSpeed } from './belt.ts';
import { findLanding, findLift, findPushEnd } from './contact.ts';
import { type FootSignals, footSignals, lengths } from './footSignals.ts';

export interface EventOptions {
  readonly gait: 'auto' | 'run' | 'walk';
  /** The same body before the low-pass (from `cleanPose().raw`), for folding many strides into one; without it the smooth one is used. */
  readonly raw?: SagittalBody;
  /** Landmark noise, px per axis; null when not known. */
  readonly noisePx?: number | null;
}

/** A stride or event that was seen but not believed. */
export interface Rejection {
  readonly timeS: number;
  readonly side: Side;
  readonly reason: string;
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
  /** Belt speed under each foot, px/s; null when it was not seen on a belt. */
  readonly beltPxPerS: Readonly<Record<Side, number | null>>;
  /** Median stride time, s; null when nothing repeats. */
  readonly strideTimeS: number | null;
  readonly rejected: readonly Rejection[];
  /** Mean contact time from all strides folded into one; null when too few or their phases are clustered. */
  readonly foldedContactS: Readonly<Record<Side, FoldedContact | null>>;
}

/** Stride times looked for, s: a sprint to a very slow walk. */
const SHORTEST_STRIDE_S = 0.4;
const LONGEST_STRIDE_S = 1.8;

/** Standard errors of one event as measured on markers with force plates; a network's landmarks add to them. */
const CONTACT_SIGMA_S = 0.006;
const TOE_OFF_SIGMA_S = 0.012;

/**
 * Find every contact and toe-off.
 * @param body smooth sagittal tracks of a side view
 * @returns no events, gait `standing`, when the legs do not swing
 */
export function findEvents(body: SagittalBody, options: EventOptions): FoundEvents {
  const legPx = legLength(body);
  const feet = { left: feetOf(body, 'left'), right: feetOf(body, 'right') };
  const strideS = strideTime(body, feet);
  if (strideS === null || !(legPx > 0)) return nothing('standing');
  const anchors = {
    left: findAnchors(feet.left.reachCurve, strideS, legPx),
    right: findAnchors(feet.right.reachCurve, strideS, legPx),
  };
  if (anchors.left.length + anchors.right.length < 2) return nothing('standing');
  const belt = {
    left: beltSpeed(feet.left, anchors.left, strideS),
    right: beltSpeed(feet.right, anchors.right, strideS),
  };
  const rejected: Rejection[] = [];
  const kind = options.gait === 'auto' ? guessGait(feet, anchors, belt, strideS) : options.gait;
  const events: GaitEvent[] = [];
  for (const side of SIDES) {
    const speed = belt[side];
    if (speed !== null) events.push(...legEvents(feet[side], side, anchors[side], speed, strideS, kind, rejected));
  }
  events.sort((a, b) => a.timeS - b.timeS);
  return {
    gait: kind,
    events,
    beltPxPerS: belt,
    strideTimeS: strideS,
    rejected,
    foldedContactS: { left: null, right: null },
  };
}

function nothing(gait: Gait): FoundEvents {
  const none = { left: null, right: null };
  return { gait, events: [], beltPxPerS: none, strideTimeS: null, rejected: [], foldedContactS: none };
}

function feetOf(body: SagittalBody, side: Side): FootSignals {
  return footSignals(body, body[side], median(lengths(body[side].heel, body[side].toe)));
}

/** Hip to knee to ankle, px, median over both legs. */
function legLength(body: SagittalBody): number {
  const all: number[] = [];
  for (const side of SIDES) {
    const { hip, knee, ankle } = body[side];
    all.push(median(lengths(hip, knee)) + median(lengths(knee, ankle)));
  }
  return median(all);
}

function strideTime(body: SagittalBody, feet: Record<Side, FootSignals>): number | null {
  const clock = frameClock(body.timeS);
  const periods: number[] = [];
  for (const side of SIDES) {
    const reach = clock.isEven ? feet[side].reach : resample(fitSpline(body.timeS, feet[side].reach), clock.evenS);
    const found = findPeriod(reach, clock.rateHz, SHORTEST_STRIDE_S, LONGEST_STRIDE_S);
    if (found !== null) periods.push(found.periodS);
  }
  return periods.length > 0 ? Math.min(...periods) : null;
}

/** A run when feet are on the belt for less than half of the stride. */
function guessGait(
  feet: Record<Side, FootSignals>,
  anchors: Record<Side, readonly number[]>,
  belt: Record<Side, number | null>,
  strideS: number,
): 'run' | 'walk' {
  const shares: number[] = [];
  for (const side of SIDES) {
    const speed = belt[side];
    if (speed === null) continue;
    for (const anchor of anchors[side]) {
      const contact = findLanding(feet[side], anchor, speed, 'walk');
      if (contact === null) continue;
      const lift = findLift(feet[side], contact, 0.35 * strideS, contact + 0.9 * strideS);
      if (lift !== null) shares.push((lift - contact) / strideS);
    }
  }
  return median(shares) > 0.5 ? 'walk' : 'run';
}

function legEvents(
  foot: FootSignals,
  side: Side,
  anchors: readonly number[],
  beltPxPerS: number,
  strideS: number,
  gait: 'run' | 'walk',
  rejected: Rejection[],
): GaitEvent[] {
  const events: GaitEvent[] = [];
  for (const [k, anchor] of anchors.entries()) {
    const contactS = findLanding(foot, anchor, beltPxPerS, gait);
    if (contactS === null) {
      rejected.push({ timeS: anchor, side, reason: 'The foot was not seen landing on the belt.' });
      continue;
    }
    events.push({ kind: 'initial-contact', side, timeS: contactS, sigmaS: CONTACT_SIGMA_S, source: 'detected' });
    const next = anchors[k + 1] ?? anchor + strideS;
    const toeOffS =
      gait === 'walk'
        ? findPushEnd(foot, contactS, Math.min(next, anchor + 1.2 * strideS), beltPxPerS)
        : runningLift(foot, contactS);
    if (toeOffS === null) rejected.push({ timeS: contactS, side, reason: 'The toe was not seen leaving the belt.' });
    else events.push({ kind: 'toe-off', side, timeS: toeOffS, sigmaS: TOE_OFF_SIGMA_S, source: 'detected' });
  }
  return events;
}

/** Twice: first with a usual contact time, then with its own. */
function runningLift(foot: FootSignals, contactS: number): number | null {
  const first = findLift(foot, contactS, 0.28, contactS + 0.5);
  return first === null ? null : (findLift(foot, contactS, first - contactS, contactS + 0.5) ?? first);
}
