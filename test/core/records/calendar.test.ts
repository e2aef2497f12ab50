// Days since onset and ages.
import { describe, expect, it } from 'vitest';
import { ageYears, daysBetween } from '../../../core/records/calendar.ts';

describe('days between dates', () => {
  it('count over months, leap years and changes of the clock', () => {
    expect(daysBetween('2026-01-05', '2026-01-05')).toBe(0);
    expect(daysBetween('2026-01-05', '2026-03-02')).toBe(56);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
  it('are negative for a day before', () => expect(daysBetween('2026-01-05', '2026-01-01')).toBe(-4));
});

describe('an age', () => {
  it('changes on the birthday', () => {
    expect(ageYears('1991-06-15', '2026-06-14')).toBe(34);
    expect(ageYears('1991-06-15', '2026-06-15')).toBe(35);
    expect(ageYears('2000-02-29', '2026-02-28')).toBe(25);
    expect(ageYears('2000-02-29', '2026-03-01')).toBe(26);
  });
  it('is not known before birth', () => expect(ageYears('2027-01-01', '2026-06-15')).toBeNull());
});
