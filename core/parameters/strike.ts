// How the foot meets the belt: the share of strides on the heel, the whole foot and the forefoot.

import type { Capture, Gait, Parameter, StrikeLabel } from '../types.ts';
import type { Trial } from './trial.ts';

/**
 * Foot angle above which a strike is called rearfoot and below which forefoot, degrees from standing flat. Source:
 * measurement.md §1.4: Altman & Davis 2012 (8.0, −1.6), Mo 2023 (7.4, −0.8), and 56 legs labelled by strike index, where forefoot
 * strikers reach +2.9.
 */
const REARFOOT_ABOVE = 8;
const FOREFOOT_BELOW = 2;

/** A running foot in mid-stance is this much more toe-down than standing (footReference.ts), so thresholds move up. */
const MID_STANCE_SHIFT = 3;

/**
 * Within this of a threshold one stride is not classified, degrees. Foot pitch falls by 240°/s at contact (§1.4): 6 ms, the error of
 * one contact, are 1.5°.
 */
const DOUBT = 1.5;

/** A runner has a pattern when at least half of the strides show it. Ours. */
const MAJORITY = 0.5;

interface Thresholds {
  readonly rearfootAbove: number;
  readonly forefootBelow: number;
}

/** The thresholds that belong to a flat-foot reference. */
export function strikeThresholds(reference: Capture['footReference'], gait: Gait): Thresholds {
  const shift = reference === 'mid-stance' && gait !== 'walk' ? MID_STANCE_SHIFT : 0;
  return { rearfootAbove: REARFOOT_ABOVE + shift, forefootBelow: FOREFOOT_BELOW + shift };
}

/** What one stride's foot angle at contact says. */
export function classifyStrike(footDeg: number, { rearfootAbove, forefootBelow }: Thresholds): StrikeLabel {
  if (footDeg > rearfootAbove + DOUBT) return 'rearfoot';
  if (footDeg < forefootBelow - DOUBT) return 'forefoot';
  return footDeg > forefootBelow + DOUBT && footDeg < rearfootAbove - DOUBT ? 'midfoot' : 'uncertain';
}

/**
 * The strike pattern of one leg: mean foot angle, label and shares.
 * Works: as a tendency over ten strides or more. Fails: from one stride; people agree on it only at κ 0.4–1.0. It is not a fault.
 * @param graded the mean foot angle at contact, graded as `strikePattern`
 * @param footDeg foot angle at contact of every stride, NaN where missing
 * @returns label `uncertain` when no class has half of the strides or the mean lies in another; no label without a value
 */
export function strikePattern(
  graded: Parameter,
  footDeg: readonly number[],
  { footReference, gait }: Pick<Trial, 'footReference' | 'gait'>,
): Parameter {
  if (graded.value === null) return graded;
  const thresholds = strikeThresholds(footReference, gait);
  const shares: Record<StrikeLabel, number> = { rearfoot: 0, midfoot: 0, forefoot: 0, uncertain: 0 };
  const values = footDeg.filter(Number.isFinite);
  for (const deg of values) shares[classifyStrike(deg, thresholds)] += 1 / values.length;
  const ofMean = classifyStrike(graded.value, thresholds);
  return { ...graded, label: shares[ofMean] >= MAJORITY ? ofMean : 'uncertain', shares };
}
