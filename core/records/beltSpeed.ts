// Belt speeds as the clinic writes them; stored they are m/s.

import { formatNumber } from '../report/formatNumber.ts';
import type { AppSettings } from './appSettings.ts';

type SpeedUnit = AppSettings['speedUnit'];

/** Decimals of a treadmill's display. */
const DIGITS = { 'km/h': 1, 'm/s': 2 } as const;

/** A belt that runs slower is standing: a pace of it is no pace. m/s */
const STANDING_MS = 0.05;

/**
 * A speed without its unit, e.g. `10.8`, `3.00` or `5:33`.
 * @returns `–` for the pace of a standing belt
 */
export function speedText(speedMs: number, unit: SpeedUnit): string {
  if (unit !== 'min/km') return formatNumber(unit === 'km/h' ? speedMs * 3.6 : speedMs, DIGITS[unit]);
  if (speedMs < STANDING_MS) return '–';
  const paceS = Math.round(1000 / speedMs);
  return `${Math.floor(paceS / 60)}:${String(paceS % 60).padStart(2, '0')}`;
}

/**
 * Reads a speed as it was typed, with a point or a comma.
 * @returns m/s; null when it is no speed
 */
export function readSpeed(text: string, unit: SpeedUnit): number | null {
  if (unit === 'min/km') return readPace(text);
  const value = readNumber(text);
  if (value === null || value < 0) return null;
  return unit === 'km/h' ? value / 3.6 : value;
}

/** `5:33`, or minutes with decimals. */
function readPace(text: string): number | null {
  const [, minutes, seconds] = /^\s*(\d{1,2}):([0-5]\d)\s*$/.exec(text) ?? [];
  const paceMin = minutes === undefined ? readNumber(text) : Number(minutes) + Number(seconds) / 60;
  return paceMin === null || paceMin <= 0 ? null : 1000 / (60 * paceMin);
}

/**
 * Reads a number as it was typed, with a point or a comma and either minus sign.
 * @returns null when it is none
 */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
