// Days and years between dates of the calendar, as `YYYY-MM-DD`.

const DAY_MS = 86_400_000;

/**
 * Whole days from one date to another.
 * @returns 0 on the same day; negative when `to` is earlier
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/**
 * Age in whole years on a day; somebody born on 29 February is a year older from 1 March.
 * @returns null for a date of birth after that day
 */
export function ageYears(birthDate: string, on: string): number | null {
  const [birthYear, onYear] = [Number(birthDate.slice(0, 4)), Number(on.slice(0, 4))];
  const age = onYear - birthYear - (on.slice(5) < birthDate.slice(5) ? 1 : 0);
  return age < 0 ? null : age;
}

/** The date so many days later. @param days negative = earlier */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
