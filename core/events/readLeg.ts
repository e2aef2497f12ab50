// All of one leg's events: read stride by stride, then from the mean of all strides where there are enough of them.

import { frameClock } from '../signal/evenTime.ts';
import type { EventKind, GaitEvent, LegSeries, Side } from '../types.ts';
import type { LegCurves } from './legCurves.ts';
import type { Rejection, Stance } from './plausible.ts';
import { type Refined, refineLandings, refineLifts } from './refineEvents.ts';
import { type LegFacts, type RoughStride, readStrides, typicalContact } from './roughEvents.ts';

/**
 * What is left of an event's error when all else is known, s: how far the rules lie from force plates in one person or
 * another, and from stride to stride.
 */
export const LEVEL_SIGMA_S: Readonly<Record<EventKind, number>> = { 'initial-contact': 0.005, 'toe-off': 0.008 };
const STRIDE_SIGMA_S: Readonly<Record<EventKind, number>> = { 'initial-contact': 0.003, 'toe-off': 0.004 };

/** Error of one stride's own reading for noise of one leg length, s: 4 and 10 ms at 10 mm. */
const NOISE_SIGMA_S: Readonly<Record<EventKind, number>> = { 'initial-contact': 0.35, 'toe-off': 0.9 };

/** Noise of a network is alike from frame to frame, so that its scatter shows only part of it. */
const ALIKE = 2;

/** The foot must have been seen at most so long before and after its event, s or frames, whichever is longer. */
const WITNESS_S = 0.075;
const WITNESS_FRAMES = 1.6;

/** Error of an event in a blind spot, as a share of its length. */
const HIDDEN_SHARE = 0.25;

export interface LegSight {
  readonly side: Side;
  readonly timeS: Float64Array;
  readonly curves: LegCurves;
  /** Unfiltered points with their gaps; null when not given. */
  readonly raw: LegSeries | null;
  /** When the foot was furthest ahead, s. */
  readonly anchors: readonly number[];
  /** px per axis; 0 when not known. */
  readonly noisePx: number;
}

export interface ReadLeg {
  readonly stances: readonly Stance[];
  /** The toe-off of a stance whose contact was before the film. */
  readonly alone: readonly GaitEvent[];
  readonly rejected: readonly Rejection[];
  /** Both kinds of events were read from the mean of all strides. */
  readonly isFolded: boolean;
}

/** Read one leg. An event that no frame near it shows is left out with its reason. */
export function readLeg(sight: LegSight, facts: LegFacts): ReadLeg {
  const { side, timeS, curves, raw } = sight;
  const strides = readStrides(curves, sight.anchors, facts, timeS[0]!);
  const contactTimeS = typicalContact(strides, facts);
  const begun = raw === null ? [] : begunBefore(timeS[0]!, strides, contactTimeS, facts.strideS);
  const landings = raw && refineLandings(timeS, raw, curves, strides, facts);
  const lifts = raw && refineLifts(timeS, raw, curves, [...strides, ...begun], contactTimeS, facts);
  const hiddenAround = blindSpots(timeS, raw);
  const eventAt = (kind: EventKind, ownS: number, k: number): GaitEvent | null => {
    const refined = kind === 'toe-off' ? lifts : landings;
    const found = placeEvent(kind, ownS, refined, k, sight.noisePx / facts.legPx);
    const hiddenS = hiddenAround(found.timeS);
    if (Number.isNaN(hiddenS)) return null;
    const sigmaS = Math.hypot(found.sigmaS, HIDDEN_SHARE * hiddenS);
    return { kind, side, timeS: found.timeS, sigmaS, source: 'detected' };
  };
  const stances: Stance[] = [];
  const rejected: Rejection[] = [];
  for (const [k, stride] of strides.entries()) {
    const contact = eventAt('initial-contact', stride.contactS, k);
    if (contact === null) {
      rejected.push({ timeS: stride.anchorS, side, reason: 'The foot was not seen landing.' });
      continue;
    }
    const toeOff = eventAt('toe-off', stride.toeOffS, k);
    if (toeOff === null) {
      rejected.push({ timeS: contact.timeS, side, reason: 'The foot was not seen leaving the ground.' });
    }
    stances.push({ side, contact, toeOff });
  }
  const alone = begun.flatMap((_, b) => eventAt('toe-off', Number.NaN, strides.length + b) ?? []);
  return { stances, alone, rejected, isFolded: landings !== null && lifts !== null };
}

/** The stance in which the film, or what was seen of this leg, begins: its contact was not seen, its toe-off may have been. */
function begunBefore(
  startS: number,
  strides: readonly RoughStride[],
  contactTimeS: number,
  strideS: number,
): RoughStride[] {
  const contactS = (strides[0]?.contactS ?? Number.NaN) - strideS;
  return contactS + contactTimeS > startS ? [{ anchorS: Number.NaN, contactS, toeOffS: Number.NaN }] : [];
}

/** An event from the mean stride where there is one, else from the stride's own reading; NaN when it has none. */
function placeEvent(
  kind: EventKind,
  ownS: number,
  refined: Refined | null,
  k: number,
  noiseShare: number,
): { readonly timeS: number; readonly sigmaS: number } {
  const level = LEVEL_SIGMA_S[kind];
  const stride = STRIDE_SIGMA_S[kind];
  if (refined === null) return { timeS: ownS, sigmaS: Math.hypot(level, stride, NOISE_SIGMA_S[kind] * noiseShare) };
  const { timeS, scatterS } = refined.placed[k]!;
  return { timeS, sigmaS: Math.hypot(level, refined.levelSigmaS, stride, ALIKE * scatterS) };
}

/**
 * How long the foot was hidden around a time, beyond the usual frame interval.
 * @returns s; NaN when it was hidden for too long to know of the event
 */
function blindSpots(timeS: Float64Array, raw: LegSeries | null): (t: number) => number {
  if (raw === null) return (t) => (Number.isNaN(t) ? t : 0);
  const frameS = 1 / frameClock(timeS).rateHz;
  const withinS = Math.max(WITNESS_S, WITNESS_FRAMES * frameS);
  const seenS = timeS.filter(
    (_, i) => !Number.isNaN(raw.ankle.x[i]!) && !(Number.isNaN(raw.heel.x[i]!) && Number.isNaN(raw.toe.x[i]!)),
  );
  return (t) => {
    let after = 0;
    let end = seenS.length;
    while (after < end) {
      const middle = (after + end) >> 1;
      if (seenS[middle]! < t) after = middle + 1;
      else end = middle;
    }
    const [before, next] = [seenS[after - 1]!, seenS[after]!];
    return t - before <= withinS && next - t <= withinS ? Math.max(0, next - before - 1.5 * frameS) : Number.NaN;
  };
}
