import { describe, expect, it } from 'vitest';
import {
  displayUnit,
  fill,
  formatMargin,
  formatNumber,
  formatValue,
  MARGIN_SIGMAS,
} from '../../../core/report/formatNumber.ts';

const MINUS = '\u2212';

describe('formatNumber', () => {
  it('writes a true minus sign, and none before a zero that is left after rounding', () => {
    expect(formatNumber(-13.46, 1)).toBe(`${MINUS}13.5`);
    expect(formatNumber(-0.04, 1)).toBe('0.0');
    expect(formatNumber(0, 0)).toBe('0');
  });

  it("takes the language's decimal mark", () => {
    expect(formatNumber(2.25, 2, ',')).toBe('2,25');
  });
});

describe('how values are shown', () => {
  const ms = displayUnit('contactTime', 's');
  const deg = displayUnit('kneeFlexionAtContact', 'deg');

  it('times are milliseconds, oscillations centimetres, strides metres, shares per cent', () => {
    expect(formatValue(0.2631, ms, 'table')).toBe('263');
    expect(formatValue(0.0931, displayUnit('verticalOscillation', 'm'), 'table')).toBe('9.3');
    expect(formatValue(2.2498, displayUnit('strideLength', 'm'), 'table')).toBe('2.25');
    expect(formatValue(0.3527, displayUnit('dutyFactor', '1'), 'table')).toBe('35.3');
  });

  it('a table has a decimal of a degree, a sentence has none', () => {
    expect(formatValue(14.24, deg, 'table')).toBe('14.2');
    expect(formatValue(14.24, deg, 'plain')).toBe('14');
  });

  it('what is missing has no number: not 0, not NaN', () => {
    expect(formatValue(null, deg, 'table')).toBeNull();
    expect(formatValue(Number.NaN, deg, 'table')).toBeNull();
    expect(formatMargin(null, deg, 'table')).toBeNull();
    expect(formatMargin(Number.POSITIVE_INFINITY, deg, 'table')).toBeNull();
  });

  it('the margin is the 95 % one of a normal distribution', () => {
    expect(MARGIN_SIGMAS).toBe(1.96);
    expect(formatMargin(2.5, deg, 'table')).toBe('4.9');
    expect(formatMargin(0.004, ms, 'table')).toBe('8');
  });

  it('a margin is never shown as 0', () => {
    expect(formatMargin(0.001, deg, 'table')).toBe('0.1');
    expect(formatMargin(0, ms, 'plain')).toBe('1');
  });
});

describe('fill', () => {
  it('leaves a place without a value visible', () => {
    expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}');
  });
});
