// The table of measures: one row per variable, left, right and their difference, with a letter where a value is weak or missing.

import type { Asymmetry, Parameter, ParameterId, Side } from '../types.ts';
import {
  type DisplayUnit,
  displayUnit,
  fill,
  formatMargin,
  formatNumber,
  formatValue,
  opening,
} from './formatNumber.ts';
import type { ReportText } from './reportText.ts';

/** One value as it is printed. */
export interface Cell {
  /** The value without unit, or the words for `not measurable`; empty when the variable has no such side. */
  readonly text: string;
  /** What follows ±, without unit; null when there is no value. */
  readonly margin: string | null;
  readonly quality: Parameter['quality'] | 'none';
  /** Letter of the reason below the table; null when the value is good. */
  readonly letter: string | null;
}

export type Verdict = Asymmetry['verdict'];

/** One line of the table. */
export interface ParameterRow {
  readonly id: ParameterId;
  readonly label: string;
  readonly unit: string;
  readonly left: Cell;
  readonly right: Cell;
  /** For variables of the whole body; null for those of a leg. */
  readonly whole: Cell | null;
  /** right − left with its sign, without unit; null when not comparable or not a leg's. */
  readonly difference: string | null;
  readonly verdict: { readonly kind: Verdict; readonly text: string } | null;
}

export type RowGroupId = 'rhythm' | 'contact' | 'stance' | 'swing' | 'body';

/** The rows under one heading. */
export interface RowGroup {
  readonly id: RowGroupId;
  readonly title: string;
  readonly rows: readonly ParameterRow[];
}

/** Why values are weak or missing: one letter per reason, with the measures it concerns. */
export interface Reason {
  readonly letter: string;
  readonly measures: string;
  readonly reason: string;
  readonly quality: 'caution' | 'not-measurable';
}

/** More names than this say less than their number; the letters in the table tell which they are. */
const MOST_NAMES = 5;
/** More reasons than this do not fit on the page. */
const MOST_REASONS = 14;

/** Order of reading: how often and how long, then along the stride, then the trunk. */
const GROUPS: readonly (readonly [RowGroupId, readonly ParameterId[]])[] = [
  [
    'rhythm',
    [
      'cadence',
      'contactTime',
      'flightTime',
      'dutyFactor',
      'stancePct',
      'doubleSupportPct',
      'stepTime',
      'strideTime',
      'stepLength',
      'strideLength',
      'stepWidth',
      'beltSpeedEstimate',
    ],
  ],
  [
    'contact',
    [
      'strikePattern',
      'footAngleAtContact',
      'shankAngleAtContact',
      'overstride',
      'kneeFlexionAtContact',
      'ankleAtContact',
      'thighAtContact',
    ],
  ],
  [
    'stance',
    [
      'kneeFlexionPeakStance',
      'ankleDorsiflexionPeak',
      'thighExtensionPeak',
      'anklePlantarflexionPeak',
      'pelvicDrop',
      'crossover',
      'kneeSeparation',
      'lateralTrunkLean',
    ],
  ],
  ['swing', ['kneeFlexionPeakSwing', 'thighFlexionPeak', 'hipFlexionPeak']],
  ['body', ['trunkLean', 'verticalOscillation']],
];

/** Every variable in the order of reading. What the belt did is not the runner's. */
export const PARAMETER_ORDER: readonly ParameterId[] = GROUPS.flatMap(([, ids]) => ids).filter(
  (id) => id !== 'beltSpeedEstimate',
);

/**
 * The measures as they stand in the table.
 * @returns groups without rows are left out; both lists are empty when nothing was measured
 */
export function parameterRows(
  parameters: readonly Parameter[],
  asymmetry: readonly Asymmetry[],
  text: ReportText,
): { readonly groups: readonly RowGroup[]; readonly reasons: readonly Reason[] } {
  const letters = reasonLetters(parameters, text);
  const cell = (parameter: Parameter | undefined) => parameterCell(parameter, letters, text);
  const row = (id: ParameterId): ParameterRow | null => {
    const own = parameters.filter((p) => p.id === id);
    const first = own[0];
    if (first === undefined) return null;
    const unit = displayUnit(id, first.unit);
    const of = (side: Side | null) => own.find((p) => p.side === side);
    const whole = of(null);
    const sided = of('left') !== undefined || of('right') !== undefined;
    return {
      id,
      label: text.parameters[id].label,
      unit: id === 'strikePattern' ? '' : unit.name,
      left: cell(of('left')),
      right: cell(of('right')),
      whole: whole === undefined ? null : cell(whole),
      ...(sided ? comparison(id, asymmetry, unit, text) : { difference: null, verdict: null }),
    };
  };
  const groups = GROUPS.map(([id, ids]) => ({
    id,
    title: text.table.groups[id],
    rows: ids.map(row).filter((r) => r !== null),
  })).filter((group) => group.rows.length > 0);
  return { groups, reasons: reasonsByLetter(parameters, letters, text) };
}

/** One value as it is printed, with the letter of its reason. */
export function parameterCell(
  parameter: Parameter | undefined,
  letters: ReadonlyMap<string, string>,
  text: ReportText,
): Cell {
  if (parameter === undefined) return { text: '', margin: null, quality: 'none', letter: null };
  const letter = parameter.quality === 'good' ? null : (letters.get(reasonOf(parameter, text)) ?? null);
  const unit = displayUnit(parameter.id, parameter.unit);
  const value = formatValue(parameter.value, unit, 'table', text.decimalMark);
  if (value === null || parameter.quality === 'not-measurable')
    return { text: text.notMeasurable, margin: null, quality: 'not-measurable', letter };
  if (parameter.id === 'strikePattern')
    return { text: strikeWords(parameter, text), margin: null, quality: parameter.quality, letter };
  return {
    text: value,
    margin: formatMargin(parameter.sigma, unit, 'table', text.decimalMark),
    quality: parameter.quality,
    letter,
  };
}

/** The strike pattern with the share of strides that showed it, e.g. `rearfoot 94 %`. */
function strikeWords(parameter: Parameter, text: ReportText): string {
  const label = parameter.label ?? 'uncertain';
  const share = parameter.shares?.[label];
  return share === undefined ? text.strike[label] : `${text.strike[label]} ${formatNumber(100 * share, 0)}\u00a0%`;
}

function comparison(
  id: ParameterId,
  asymmetry: readonly Asymmetry[],
  unit: DisplayUnit,
  text: ReportText,
): Pick<ParameterRow, 'difference' | 'verdict'> {
  const found = asymmetry.find((a) => a.id === id);
  if (found === undefined || found.verdict === 'not-measurable' || found.difference === null)
    return { difference: null, verdict: { kind: 'not-measurable', text: text.verdict['not-measurable'] } };
  if (id === 'strikePattern')
    return { difference: null, verdict: { kind: found.verdict, text: text.strikeVerdict[found.verdict] } };
  const size = formatValue(found.difference, unit, 'table', text.decimalMark);
  const threshold = formatValue(found.threshold, unit, 'table', text.decimalMark);
  const words =
    threshold === null ? text.verdictShort[found.verdict] : fill(text.verdict[found.verdict], { threshold });
  return {
    difference: size !== null && found.difference > 0 && /[1-9]/.test(size) ? `+${size}` : size,
    verdict: { kind: found.verdict, text: words },
  };
}

const reasonOf = (parameter: Parameter, text: ReportText): string => parameter.reason ?? text.reasons.unknown;

/** Letters a, b, … in the order in which the reasons first appear, the missing ones first. */
export function reasonLetters(parameters: readonly Parameter[], text: ReportText): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const quality of ['not-measurable', 'caution'] as const)
    for (const parameter of parameters)
      if (parameter.quality === quality && !letters.has(reasonOf(parameter, text)))
        letters.set(reasonOf(parameter, text), letterOf(letters.size));
  return letters;
}

/** 0 → a, 25 → z, 26 → aa. */
function letterOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** The list below the table: what each letter stands for. */
export function reasonsByLetter(
  parameters: readonly Parameter[],
  letters: ReadonlyMap<string, string>,
  text: ReportText,
): readonly Reason[] {
  const listed = [...letters].slice(0, MOST_REASONS).map(([reason, letter]): Reason => {
    const own = parameters.filter((p) => p.quality !== 'good' && reasonOf(p, text) === reason);
    const quality = own.some((p) => p.quality === 'not-measurable') ? 'not-measurable' : 'caution';
    return { letter, reason, quality, measures: opening(measuresWithSides(own, text)) };
  });
  if (letters.size <= MOST_REASONS) return listed;
  const rest = fill(text.reasons.many, { count: letters.size - MOST_REASONS });
  return [...listed, { letter: '\u2026', measures: opening(rest), reason: text.reasons.further, quality: 'caution' }];
}

/** `Time on the ground (left), Cadence`: both sides of a variable are named once, without sides. */
function measuresWithSides(own: readonly Parameter[], text: ReportText): string {
  const ids = [...new Set(own.map((p) => p.id))];
  if (ids.length > MOST_NAMES) return fill(text.reasons.many, { count: own.length });
  return ids
    .map((id) => {
      const sides = own.filter((p) => p.id === id && p.side !== null).map((p) => p.side as Side);
      const name = text.parameters[id].plain;
      return sides.length === 1 && sides[0] !== undefined ? `${name} (${text.sideInSentence[sides[0]]})` : name;
    })
    .join(', ');
}
