// Which strides are left out of the averages, by rule and with the reason said.

import { median } from '../signal/robust.ts';
import { type ChannelId, type Edit, SIDES, type Side } from '../types.ts';
import type { CutStride } from './cutStrides.ts';
import { missingShare, type StrideCurves } from './strideCurves.ts';

/** A stride with more of an angle missing than this says too little about it (measurement.md §3.4). */
const MAX_MISSING = 0.1;

/** Distance from the median curve, in robust standard deviations, past which a stride is not one of the others (§3.4). */
const MAX_DISTANCE_SD = 3;

/**
 * Least spread that the distances of a leg's strides are taken to have, degrees. Ours: healthy strides scatter by 1.3–2° (§3.4),
 * and a very regular runner's tenth of a degree must not make outliers of ordinary strides.
 */
const LEAST_SPREAD_DEG = 1;

/** Fewer strides than this have no usual shape to be far from. Ours: the median of four can be two pairs. */
const LEAST_FOR_OUTLIERS = 5;

/** A stride the clinician clicked is the one whose contact is nearest, within this, s. Ours: half the shortest stride. */
const CLICK_REACH_S = 0.25;

const LEG_ANGLES: readonly ChannelId[] = ['thigh', 'kneeFlexion', 'shank', 'foot', 'ankle', 'pelvicObliquity'];

/**
 * Mark strides to be left out: those the clinician excluded, those with an angle hidden, and those unlike the leg's others.
 * An angle that is hidden in most strides of a leg is that angle's trouble and excludes no stride.
 * @returns the same strides in the same order, `excluded` filled in
 */
export function excludeStrides(curves: readonly StrideCurves[], edits: readonly Edit[]): StrideCurves[] {
  const byHand = strideEdits(curves, edits);
  const asked = curves.map((one) => (byHand.has(one.stride) ? exclude(one, 'left out by hand') : one));
  const seen = markEach(asked, hiddenAngle);
  return markEach(seen, oddShape);
}

function strideEdits(curves: readonly StrideCurves[], edits: readonly Edit[]): Set<CutStride> {
  const chosen = new Set<CutStride>();
  for (const edit of edits) {
    if (edit.kind !== 'stride-excluded') continue;
    const own = curves.map((one) => one.stride).filter((stride) => stride.side === edit.side);
    const off = (stride: CutStride) => Math.abs(stride.startS - edit.timeS);
    const nearest = own.reduce<CutStride | null>((best, s) => (best === null || off(s) < off(best) ? s : best), null);
    if (nearest !== null && off(nearest) <= CLICK_REACH_S) chosen.add(nearest);
  }
  return chosen;
}

type Rule = (used: readonly StrideCurves[]) => (one: StrideCurves) => string | null;

/** Apply a rule to each leg's strides that are still used. */
function markEach(curves: readonly StrideCurves[], rule: Rule): StrideCurves[] {
  const reasonFor = Object.fromEntries(SIDES.map((side) => [side, rule(usedOf(curves, side))])) as Record<
    Side,
    ReturnType<Rule>
  >;
  return curves.map((one) => {
    const reason = one.stride.excluded === null ? reasonFor[one.stride.side](one) : null;
    return reason === null ? one : exclude(one, reason);
  });
}

const hiddenAngle: Rule = (used) => {
  const known = LEG_ANGLES.filter((id) => 2 * used.filter((one) => isSeen(one, id)).length >= used.length);
  return (one) => {
    const hidden = known.find((id) => !isSeen(one, id));
    return hidden === undefined ? null : `the ${WORDS[hidden]} was hidden for part of the stride`;
  };
};

const oddShape: Rule = (used) => {
  if (used.length < LEAST_FOR_OUTLIERS) return () => null;
  const limits = LEG_ANGLES.map((id) => {
    const middle = medianCurve(used, id);
    const far = used.map((one) => distance(one, id, middle)).filter(Number.isFinite);
    const usual = median(far);
    const spread = 1.4826 * median(far.map((deg) => Math.abs(deg - usual)));
    return { id, middle, limitDeg: usual + MAX_DISTANCE_SD * Math.max(spread, LEAST_SPREAD_DEG) };
  });
  return (one) => {
    const odd = limits.find(({ id, middle, limitDeg }) => distance(one, id, middle) > limitDeg);
    return odd === undefined ? null : `the ${WORDS[odd.id]} moved unlike this leg's other strides`;
  };
};

const WORDS: Record<ChannelId, string> = {
  trunkLean: 'trunk',
  thigh: 'thigh',
  hipFlexion: 'hip',
  kneeFlexion: 'knee',
  ankle: 'ankle',
  foot: 'foot',
  shank: 'shank',
  pelvicObliquity: 'pelvis',
};

function isSeen(one: StrideCurves, id: ChannelId): boolean {
  return missingShare(one.deg.get(id)) <= MAX_MISSING;
}

/** Every fourth point tells the shape of a stride. */
const SHAPE_STEP = 4;

/** The median stride, on every fourth point. */
function medianCurve(used: readonly StrideCurves[], id: ChannelId): Float64Array {
  const degs = used.map((one) => one.deg.get(id)).filter((deg) => deg !== undefined);
  const points = Math.ceil((degs[0]?.length ?? 0) / SHAPE_STEP);
  return Float64Array.from({ length: points }, (_, k) => median(degs.map((deg) => deg[k * SHAPE_STEP]!)));
}

/** Root mean square distance from a median stride over the points both have, degrees; NaN when they share none. */
function distance(one: StrideCurves, id: ChannelId, middle: Float64Array): number {
  const deg = one.deg.get(id);
  let sum = 0;
  let n = 0;
  for (let k = 0; k < middle.length; k++) {
    const off = (deg?.[k * SHAPE_STEP] ?? Number.NaN) - middle[k]!;
    if (Number.isNaN(off)) continue;
    sum += off * off;
    n++;
  }
  return Math.sqrt(sum / n);
}

function exclude(one: StrideCurves, reason: string): StrideCurves {
  return { ...one, stride: { ...one.stride, excluded: reason } };
}

/** The strides of one leg that count. */
export function usedOf(curves: readonly StrideCurves[], side: Side): StrideCurves[] {
  return curves.filter((one) => one.stride.side === side && one.stride.excluded === null);
}
