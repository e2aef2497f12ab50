// Counting: how often a signal leaves its rest, goes far enough and comes back.

import { quantile } from '../signal/robust.ts';

export interface CountRule {
  /** Less than this is no repetition, in the signal's unit. */
  readonly least: number;
  /** A full one reaches this share of what the person usually reaches. */
  readonly fullShare: number;
  /** It is over when the signal is back below this share of what the person usually reaches. */
  readonly backShare: number;
  readonly shortestS: number;
  readonly longestS: number;
}

/** One excursion. Frames are inclusive; the first and last are the ones just outside. */
export interface Excursion {
  readonly fromFrame: number;
  readonly peakFrame: number;
  readonly toFrame: number;
  /** Above the rest, in the signal's unit. */
  readonly size: number;
  readonly isFull: boolean;
}

export interface Counted {
  /** Where the signal rests. */
  readonly rest: number;
  /** What the person usually reaches above it; 0 when there was nothing. */
  readonly usual: number;
  readonly excursions: readonly Excursion[];
  /** Whether somewhat lower and somewhat higher limits count the same. */
  readonly isSure: boolean;
}

/** The rest is what a tenth of the frames stay below: in one repetition after the other the bottom is short. */
const REST_QUANTILE = 0.1;

/** An excursion begins at this share of the least repetition … */
const BEGIN_SHARE = 0.5;
/** … and is a partial one, and not noise, from this share on. */
const PARTIAL_SHARE = 0.85;

/**
 * Limits so much lower and higher must count the same, or nobody can rely on the count: at 0.5 foot lengths of a heel raise the network's
 * scatter is a tenth. Ours; tried on figures drawn with the network's errors.
 */
const LIMITS_TRIED = [0.8, 1.2] as const;

/** Longer without the point, s, and nobody knows what happened. */
const LONGEST_GAP_S = 0.5;

/**
 * Count excursions with two thresholds, so that noise at one of them counts once.
 * Works: a rest to which the signal returns. Fails: a person who never comes back down to the rest is counted once.
 * @param signal [frames] larger = further, NaN where missing
 */
export function countRepetitions(timeS: Float64Array, signal: Float64Array, rule: CountRule): Counted {
  const rest = quantile(signal, REST_QUANTILE);
  const found = counted(timeS, signal, rest, rule);
  const full = (excursions: readonly Excursion[]) => excursions.filter(({ isFull }) => isFull).length;
  const isSure = LIMITS_TRIED.every((by) => {
    const tried = { ...rule, least: by * rule.least, fullShare: by * rule.fullShare, backShare: by * rule.backShare };
    return full(counted(timeS, signal, rest, tried).excursions) === full(found.excursions);
  });
  return { rest, ...found, isSure };
}

function counted(timeS: Float64Array, signal: Float64Array, rest: number, rule: CountRule) {
  const first = excursionsOver(timeS, signal, rest, rest + BEGIN_SHARE * rule.least, rule);
  const sizes = first.map(({ size }) => size).filter((size) => size >= rule.least);
  const usual = sizes.length > 0 ? quantile(Float64Array.from(sizes), 0.75) : 0;
  const noticed = ({ size }: Found) => size >= PARTIAL_SHARE * rule.least;
  if (usual === 0) return { usual, excursions: first.filter(noticed).map((one) => ({ ...one, isFull: false })) };
  const back = Math.max(rule.backShare * usual, BEGIN_SHARE * rule.least);
  const full = Math.max(rule.fullShare * usual, rule.least);
  const excursions = excursionsOver(timeS, signal, rest, rest + back, rule);
  return { usual, excursions: excursions.filter(noticed).map((one) => ({ ...one, isFull: one.size >= full })) };
}

type Found = Omit<Excursion, 'isFull'>;

/** Stretches above a level that begin and end below it and last as long as a repetition. */
function excursionsOver(
  timeS: Float64Array,
  signal: Float64Array,
  rest: number,
  level: number,
  { shortestS, longestS }: CountRule,
): readonly Found[] {
  const found: Found[] = [];
  let below = -1;
  let peak = -1;
  let last = -1;
  for (let i = 0; i < signal.length; i++) {
    if (Number.isNaN(signal[i]!)) continue;
    if (last >= 0 && timeS[i]! - timeS[last]! > LONGEST_GAP_S) [below, peak] = [-1, -1];
    last = i;
    if (signal[i]! >= level) {
      if (below >= 0 && (peak < 0 || signal[i]! > signal[peak]!)) peak = i;
      continue;
    }
    const lengthS = peak < 0 ? 0 : timeS[i]! - timeS[below]!;
    if (peak >= 0 && lengthS >= shortestS && lengthS <= longestS)
      found.push({ fromFrame: below, peakFrame: peak, toFrame: i, size: signal[peak]! - rest });
    below = i;
    peak = -1;
  }
  return found;
}
