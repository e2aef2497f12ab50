// How every number looks on screen, paper and in sentences: unit, digits, minus sign and the margin after ±.

import type { ParameterId, Unit } from '../types.ts';

/**
 * Standard errors in a 95 % margin of a normal distribution; what stands after every ± in the report is this times `sigma`.
 * Why 95 %: it is what clinicians know from minimal detectable change (MDC95).
 */
export const MARGIN_SIGMAS = 1.96;

/** A unit as people read it: what to multiply by, what to write behind, how many decimals. */
export interface DisplayUnit {
  readonly factor: number;
  /** With its leading space where one belongs (`° ` has none). */
  readonly suffix: string;
  /** For table headings; the suffix without its space. */
  readonly name: string;
  /** Decimals in a table, where the margin stands beside the value. */
  readonly digits: number;
  /** Decimals in a sentence for the runner. */
  readonly plainDigits: number;
}

const display = (factor: number, name: string, digits: number, plainDigits: number): DisplayUnit => ({
  factor,
  suffix: name === '°' || name === '' ? name : `\u00a0${name}`,
  name,
  digits,
  plainDigits,
});

/** Decimals follow what video can resolve: 1 ms, 0.1°, 1 mm of oscillation, 1 cm of stride. */
const BY_UNIT: Readonly<Record<Unit, DisplayUnit>> = {
  s: display(1000, 'ms', 0, 0),
  deg: display(1, '°', 1, 0),
  m: display(1, 'm', 2, 2),
  'm/s': display(1, 'm/s', 2, 1),
  'steps/min': display(1, 'steps/min', 1, 0),
  '%': display(1, '%', 1, 0),
  '1': display(1, '', 2, 2),
};

const CENTIMETRES = display(100, 'cm', 1, 1);

/** Variables that read better in another unit than their group's. */
const BY_ID: Partial<Readonly<Record<ParameterId, DisplayUnit>>> = {
  dutyFactor: display(100, '%', 1, 0),
  kneeSeparation: display(100, '%', 0, 0),
};

/** Lengths of centimetres rather than metres. */
const SHORT_LENGTHS: ReadonlySet<ParameterId> = new Set(['verticalOscillation', 'stepWidth']);

/** How a variable is shown. */
export function displayUnit(id: ParameterId, unit: Unit): DisplayUnit {
  if (unit === 'm' && SHORT_LENGTHS.has(id)) return CENTIMETRES;
  return (unit === '1' ? BY_ID[id] : undefined) ?? BY_UNIT[unit];
}

/**
 * A number with fixed decimals, a true minus sign and the language's decimal mark.
 * @param value any finite number
 * @returns for example `−13.5`; never `−0`
 */
export function formatNumber(value: number, digits: number, decimalMark = '.'): string {
  const fixed = Math.abs(value).toFixed(digits);
  const sign = value < 0 && Number(fixed) !== 0 ? '\u2212' : '';
  return sign + fixed.replace('.', decimalMark);
}

/** A value in its display unit without the unit's name, or null when there is none. */
export function formatValue(
  value: number | null,
  unit: DisplayUnit,
  style: 'table' | 'plain',
  decimalMark = '.',
): string | null {
  if (value === null || !Number.isFinite(value)) return null;
  return formatNumber(value * unit.factor, style === 'table' ? unit.digits : unit.plainDigits, decimalMark);
}

/**
 * The 95 % margin of a value in its display unit, in full: what follows the ± before it is rounded.
 * @param sigma standard error in the stored unit
 * @returns never less than one unit of the last digit shown; null without a sigma
 */
export function marginOf(sigma: number | null, unit: DisplayUnit, style: 'table' | 'plain'): number | null {
  if (sigma === null || !Number.isFinite(sigma)) return null;
  const digits = style === 'table' ? unit.digits : unit.plainDigits;
  return Math.max(MARGIN_SIGMAS * Math.abs(sigma) * unit.factor, 10 ** -digits);
}

/**
 * The 95 % margin of a value in its display unit: what follows the ±.
 * @param sigma standard error in the stored unit
 * @returns never 0: at least one unit of the last digit shown; null without a sigma
 */
export function formatMargin(
  sigma: number | null,
  unit: DisplayUnit,
  style: 'table' | 'plain',
  decimalMark = '.',
): string | null {
  const margin = marginOf(sigma, unit, style);
  return margin === null ? null : formatNumber(margin, style === 'table' ? unit.digits : unit.plainDigits, decimalMark);
}

/** Puts values into the `{places}` of a sentence; a place without a value stays visible, so that a test finds it. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}

/** The first letter large, for a word that opens a line. */
export function opening(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A difference as it is printed: a plus before what is more, nothing before what rounds to 0. @param words null stays null */
export function signWith(difference: number | null, words: string | null): string | null {
  return difference !== null && difference > 0 && words !== null && /[1-9]/.test(words) ? `+${words}` : words;
}
