// One leg's events read from the mean of all its strides, and carried over to each stride.

import { median, robustSd } from '../signal/robust.ts';
import type { LegSeries, PointSeries } from '../types.ts';
import { findLanding } from './landing.ts';
import { curvesOfPath, footPoints, type LegCurves, legPoints } from './legCurves.ts';
import { findAnkleRise, findThighTurn } from './liftOff.ts';
import { fitMeanPath, type MeanPath } from './meanPath.ts';
import type { LegFacts, RoughStride } from './roughEvents.ts';

/** Stretch of the mean path around a contact, s: from the foot's turn ahead to well on the belt. */
const LANDING_PATH_S = [-0.12, 0.1] as const;

/** Stretch around a toe-off: from flat stance, as a share of the contact time, to past the thigh's turn, s. */
const LIFT_PATH_FROM = { run: -0.72, walk: -0.87 } as const;
const LIFT_PATH_TO_S = 0.085;

/** Longest hole in a mean path, as a share of the stride time: beyond it the film is in step with the stride. */
const WIDEST_GAP = 0.03;

/** A stride's own reading counts as much as its place on the mean path, unless they are further apart than this, s. */
const OWN_READING_WITHIN_S = 0.015;

/**
 * The mean path's level may differ from the median of the strides' own readings by so much, s. Beyond it one of the two is wrong: the path, when the
 * strides' readings agree among themselves to the second figure.
 */
const LEVEL_WITHIN_S = 0.03;
const AGREED_S = 0.012;

/**
 * A stride whose points lie this many times further from the mean path than usual moved differently, or was badly drawn. Its place counts, but
 * its own reading must bear it out.
 */
const MISFIT = 3;
const BORNE_OUT_S = 0.03;

/** Error of a stride that does not fit the others, s. */
const MISFIT_SIGMA_S = 0.012;

/** One event of one stride; NaN when it was not seen or did not fit. */
export interface Placed {
  readonly timeS: number;
  /** Error from the scatter of the points, s. */
  readonly scatterS: number;
}

/** How sure the level of all of one leg's events is, s: how far two ways of reading the mean stride lie apart. */
export interface Refined {
  readonly placed: readonly Placed[];
  readonly levelSigmaS: number;
}

/**
 * Contacts from the mean landing. Level from the mean path; each stride's deviation half from its place on the path and half
 * from its own reading, whose errors differ.
 * @param raw one leg, unfiltered
 * @returns null with too few strides, or when the film is in step with them
 */
export function refineLandings(
  timeS: Float64Array,
  raw: LegSeries,
  smooth: LegCurves,
  strides: readonly RoughStride[],
  facts: LegFacts,
): Refined | null {
  const path = pathAround(
    timeS,
    footPoints(raw),
    smooth,
    strides.map((stride) => stride.contactS),
    LANDING_PATH_S[0],
    LANDING_PATH_S[1],
    facts.strideS,
  );
  if (path === null) return null;
  const mean = curvesOfPath(path);
  const at = findLanding(mean, -0.07, 0.09, facts.beltPxPerS, facts.legPx, facts.gait);
  if (at === null) return null;
  const own = strides.map((stride) => stride.contactS);
  if (isContradicted(path, own, at)) return null;
  const laid = placeAll(path, own, at);
  const offset = median(laid.map((one, k) => own[k]! - one.timeS));
  const placed = laid.map((one, k) => {
    const apart = own[k]! - offset - one.timeS;
    return Math.abs(apart) < OWN_READING_WITHIN_S ? { ...one, timeS: one.timeS + apart / 2 } : one;
  });
  return { placed, levelSigmaS: 0 };
}

/**
 * Toe-offs from the mean push-off: the level from the ankle's rise, in running averaged with the thigh's turn.
 * @param contacts each stride's contact, s
 * @param contactTimeS this leg's typical contact time
 */
export function refineLifts(
  timeS: Float64Array,
  raw: LegSeries,
  smooth: LegCurves,
  strides: readonly RoughStride[],
  contactTimeS: number,
  facts: LegFacts,
): Refined | null {
  const guesses = strides.map(({ contactS, toeOffS }) =>
    Math.abs(toeOffS - contactS - contactTimeS) < 0.025 ? toeOffS : contactS + contactTimeS,
  );
  const path = pathAround(
    timeS,
    legPoints(raw),
    smooth,
    guesses,
    LIFT_PATH_FROM[facts.gait] * contactTimeS,
    LIFT_PATH_TO_S,
    facts.strideS,
  );
  if (path === null) return null;
  const mean = curvesOfPath(path);
  const rise = findAnkleRise(mean, -contactTimeS, contactTimeS, LIFT_PATH_TO_S, facts.legPx, facts.gait);
  if (rise === null) return null;
  const turn = facts.gait === 'run' ? findThighTurn(mean, -0.06, LIFT_PATH_TO_S) : null;
  const at = turn === null ? rise : (rise + turn) / 2;
  const own = strides.map((stride) => stride.toeOffS);
  return { placed: placeAll(path, own, at), levelSigmaS: turn === null ? 0 : Math.abs(rise - turn) / 2 };
}

function pathAround(
  timeS: Float64Array,
  points: readonly PointSeries[],
  smooth: LegCurves,
  guessesS: readonly number[],
  fromS: number,
  toS: number,
  strideS: number,
): MeanPath | null {
  const known = guessesS.filter((t) => Number.isFinite(t));
  const places = known.map((t) => smooth.ankle.x.at(t));
  const usable = known.filter((_, k) => Number.isFinite(places[k]!));
  const path = fitMeanPath(
    timeS,
    points,
    usable,
    places.filter((x) => Number.isFinite(x)),
    fromS,
    toS,
  );
  if (path === null || path.widestGapS > WIDEST_GAP * strideS) return null;
  // Put the strides back on the list they came from.
  const strides = guessesS.map((t) => {
    const k = usable.indexOf(t);
    return k >= 0 ? path.strides[k]! : { zeroS: Number.NaN, sigmaS: Number.NaN, misfit: Number.NaN };
  });
  return { ...path, strides };
}

/** Whether the strides' own readings agree with each other and not with the mean path. */
function isContradicted(path: MeanPath, ownS: readonly number[], atS: number): boolean {
  const apart = path.strides.map((stride, k) => ownS[k]! - stride.zeroS - atS);
  return Math.abs(median(apart)) > LEVEL_WITHIN_S && robustSd(apart) < AGREED_S;
}

/** Where the mean path puts an event in each stride; a stride unlike the others needs a reading of its own nearby. */
function placeAll(path: MeanPath, ownS: readonly number[], atS: number): Placed[] {
  return path.strides.map(({ zeroS, sigmaS, misfit }, k) => {
    const timeS = zeroS + atS;
    if (misfit < MISFIT) return { timeS, scatterS: sigmaS };
    const isBorneOut = Math.abs(ownS[k]! - timeS) < BORNE_OUT_S;
    return { timeS: isBorneOut ? timeS : Number.NaN, scatterS: Math.max(sigmaS, MISFIT_SIGMA_S) };
  });
}
