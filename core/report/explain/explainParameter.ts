// Everything about one number: what it is, how it was made, at which moments of the film, how sure it is, and where that comes from.

import { HEALTHY_LEFT_RIGHT, type Limit } from '../../compare/thresholds.ts';
import { LANDMARK_NAMES, LEG_LANDMARKS } from '../../landmarks.ts';
import { type Norm, normFor } from '../../norms/normFor.ts';
import { median } from '../../signal/robust.ts';
import { type Parameter, type ParameterId, SIDES, type Side, type TrialResult } from '../../types.ts';
import {
  type DisplayUnit,
  displayUnit,
  fill,
  formatMargin,
  formatNumber,
  formatValue,
  MARGIN_SIGMAS,
} from '../formatNumber.ts';
import type { ReportText } from '../reportText.ts';
import { LITERATURE } from './literature.ts';
import { type Moment, momentsOf } from './moments.ts';
import type { Recipe } from './recipe.ts';
import { RECIPES } from './recipes.ts';

/** How a variable is made, whatever its value. */
export interface Explanation extends Omit<Recipe, 'sources'> {
  readonly id: ParameterId;
  readonly title: string;
  /** Whole sentences: who, and what of it is used. */
  readonly sources: readonly { readonly kind: 'published' | 'ours'; readonly who: string; readonly says: string }[];
}

/** How a variable is made: the formula in symbols and in words, its landmarks, its moment, its sources. */
export function explainParameter(id: ParameterId, text: ReportText): Explanation {
  const { sources, ...recipe } = RECIPES[id];
  return {
    ...recipe,
    id,
    title: text.parameters[id].label,
    sources: sources.map(({ literature, says }) => ({
      kind: literature === null ? 'ours' : 'published',
      who: literature === null ? text.explain.ours : LITERATURE[literature],
      says,
    })),
  };
}

/** A part of the standard error, as a 95 % margin in the display unit. */
export interface ErrorPart {
  readonly kind: 'scatter' | 'own' | 'shared';
  readonly margin: string;
  readonly words: string;
}

/** One number of one trial, explained. */
export interface ExplainedNumber {
  readonly explanation: Explanation;
  readonly side: Side | null;
  /** With its unit; null when there is none. */
  readonly value: string | null;
  /** What follows ±, with the unit. */
  readonly margin: string | null;
  readonly quality: Parameter['quality'];
  readonly reason: string | null;
  readonly strides: string;
  /** Standard deviation between strides with its unit; null with fewer than two. */
  readonly sd: string | null;
  /** Parts of the margin that add up in squares; empty without a value. */
  readonly errors: readonly ErrorPart[];
  /** In every stride that was used. */
  readonly moments: readonly Moment[];
  /** The one that stands for the others, in `moments`; null when there is none. */
  readonly typical: Moment | null;
  /** Numbers of the landmarks it is made of, and their names. */
  readonly landmarks: readonly number[];
  readonly landmarkNames: readonly string[];
  readonly norm: Norm;
  /** The band in words, or why there is none. */
  readonly normWords: string;
  /** Left against right: what counts as a difference; null when it is no leg's number. */
  readonly difference: { readonly words: string; readonly source: string } | null;
}

/**
 * Explains one number of a result.
 * @param side the leg; null for a number of the whole body
 * @returns null when the result does not list it
 */
export function explainNumber(
  result: TrialResult,
  id: ParameterId,
  side: Side | null,
  text: ReportText,
): ExplainedNumber | null {
  const found = result.parameters.find((one) => one.id === id && one.side === side);
  if (found === undefined) return null;
  const unit = displayUnit(id, found.unit);
  const explanation = explainParameter(id, text);
  const moments = momentsOf(result, explanation.where, side);
  const landmarks = landmarksOf(explanation, side ?? nearSide(result));
  const norm = normFor(id, result.capture.speedMs, result.gait, result.capture);
  const margin = formatMargin(found.sigma, unit, 'table', text.decimalMark);
  return {
    explanation,
    side,
    value: withUnit(formatValue(found.value, unit, 'table', text.decimalMark), unit),
    margin: found.value === null ? null : withUnit(margin, unit),
    quality: found.quality,
    reason: found.reason,
    strides: fill(found.n === 1 ? text.explain.oneStride : text.explain.strides, { n: found.n }),
    sd: found.sd === null ? null : withUnit(formatValue(found.sd, unit, 'table', text.decimalMark), unit),
    errors: errorParts(found, unit, text),
    moments,
    typical: typicalMoment(moments, result, side ?? nearSide(result)),
    landmarks,
    landmarkNames: landmarks.map((number) => LANDMARK_NAMES[number]!.replaceAll('_', ' ')),
    norm,
    normWords: normWords(norm, unit, text),
    difference: differenceWords(result, id, unit, text),
  };
}

/** The leg whose strides stand for a number of the whole body. */
function nearSide({ capture }: TrialResult): Side {
  return capture.view === 'right' ? 'right' : 'left';
}

/** The mid-shoulder is made of both shoulders, and so is a hip that stands for the mid-hip. */
function landmarksOf({ joints, legs, id }: Explanation, side: Side): readonly number[] {
  const ofTrunk = joints.includes('shoulder');
  return joints.flatMap((joint) => {
    if (joint === 'shoulder') return [11, 12];
    const both = legs === 'both' || (joint === 'hip' && (ofTrunk || id === 'crossover'));
    return (both ? SIDES : [side]).map((one) => LEG_LANDMARKS[one][joint]);
  });
}

/**
 * What the standard error is made of. `sigma` and `sigmaRepeat` of the result fix the shared part and what is left; the scatter of the
 * strides is SD/√n unless the mean was found otherwise (by folding), when it cannot be told apart.
 */
function errorParts(parameter: Parameter, unit: DisplayUnit, text: ReportText): readonly ErrorPart[] {
  const { sigma, sigmaRepeat, sd, n } = parameter;
  if (parameter.value === null || sigma === null) return [];
  const repeat = sigmaRepeat ?? sigma;
  const scatter = sd === null || n < 2 ? 0 : sd / Math.sqrt(n);
  const isFolded = scatter > repeat;
  const parts: readonly (readonly [ErrorPart['kind'], number])[] = [
    ['scatter', isFolded ? repeat : scatter],
    ['own', isFolded ? 0 : rest(repeat, scatter)],
    ['shared', rest(sigma, repeat)],
  ];
  return parts
    .filter(([, size]) => size > LEAST_SHARE * sigma)
    .map(([kind, size]) => ({
      kind,
      margin: withUnit(formatNumber(MARGIN_SIGMAS * size * unit.factor, unit.digits, text.decimalMark), unit) ?? '',
      words: text.explain.error[kind],
    }));
}

/** A part smaller than this share of the whole is rounding. */
const LEAST_SHARE = 0.02;

const rest = (whole: number, part: number): number => Math.sqrt(Math.max(0, whole * whole - part * part));

const withUnit = (value: string | null, unit: DisplayUnit): string | null =>
  value === null ? null : value + unit.suffix;

/** The moment whose angle is nearest to the middle of all; of a time, the stride that lasted as long as most. */
function typicalMoment(moments: readonly Moment[], result: TrialResult, preferred: Side): Moment | null {
  const own = moments.filter((moment) => moment.side === preferred);
  const pool = own.length > 0 ? own : moments;
  const size = ({ angleDeg, side, strideStartS }: Moment): number => {
    const stride = result.strides.find((one) => one.side === side && one.startS === strideStartS);
    return angleDeg ?? (stride ? stride.endS - stride.startS : Number.NaN);
  };
  const middle = median(pool.map(size));
  const off = (moment: Moment): number => Math.abs(size(moment) - middle);
  return pool.reduce<Moment | null>((best, one) => (best === null || off(one) < off(best) ? one : best), null);
}

/** The band of healthy adults with its unit, source and population; or why there is none. */
function normWords(norm: Norm, unit: DisplayUnit, text: ReportText): string {
  if (norm.band === null) return norm.why;
  const number = (value: number) => formatValue(value, unit, 'table', text.decimalMark) ?? '';
  const { low, high, population, source, provisional } = norm.band;
  const words = provisional ? text.explain.provisionalNorm : text.explain.norm;
  return fill(words, { low: number(low), high: number(high), unit: unit.suffix, population, source });
}

function differenceWords(
  result: TrialResult,
  id: ParameterId,
  unit: DisplayUnit,
  text: ReportText,
): ExplainedNumber['difference'] {
  const row = result.asymmetry.find((one) => one.id === id);
  if (row === undefined) return null;
  const source = limitSource(HEALTHY_LEFT_RIGHT[id], text);
  const threshold = formatValue(row.threshold, unit, 'table', text.decimalMark);
  if (threshold === null) return { words: text.explain.noDifference, source };
  return { words: fill(text.explain.difference, { threshold: threshold + unit.suffix }), source };
}

/** The file it is written down in means nothing to a reader. */
function limitSource(limit: Limit | undefined, text: ReportText): string {
  return limit === undefined ? text.explain.errorAlone : limit.source.replace(/^measurement\.md §\d: /, '');
}
