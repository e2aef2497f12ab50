// Whether a typed belt speed or incline can be kept; nothing typed always can.
import type { AppSettings } from '../../../core/records/appSettings.ts';
import { readNumber, readSpeed } from '../../../core/records/beltSpeed.ts';

/** The limits that the library has, m/s and %. */
const FASTEST_MS = 15;
const STEEPEST_PCT = 50;

/** A belt speed in the clinic's unit. */
export function isSpeed(typed: string, unit: AppSettings['speedUnit']): boolean {
  return typed.trim() === '' || (readSpeed(typed, unit) ?? Number.POSITIVE_INFINITY) <= FASTEST_MS;
}

/** An incline in per cent. */
export function isIncline(typed: string): boolean {
  return typed.trim() === '' || Math.abs(readNumber(typed) ?? Number.POSITIVE_INFINITY) <= STEEPEST_PCT;
}
