// Belt speeds as they are typed and shown.
import { describe, expect, it } from 'vitest';
import { SPEED_UNITS } from '../../../core/records/appSettings.ts';
import { readNumber, readSpeed, speedText } from '../../../core/records/beltSpeed.ts';

describe('a belt speed', () => {
  it('is shown as treadmills do', () => {
    expect(SPEED_UNITS.map((unit) => speedText(3, unit))).toEqual(['10.8', '3.00', '5:33']);
    expect(speedText(1000 / 299.6, 'min/km')).toBe('5:00'); // never 4:60
    expect(speedText(0, 'min/km')).toBe('–');
  });

  it('is read back as it was shown, to half of the last digit', () => {
    for (const unit of SPEED_UNITS)
      for (const speedMs of [1.2, 2.5, 3, 4.17]) {
        const again = readSpeed(speedText(speedMs, unit), unit)!;
        expect(speedText(again, unit)).toBe(speedText(speedMs, unit));
      }
  });

  it('is read with a comma, and nothing else is taken for one', () => {
    expect(readSpeed('10,8', 'km/h')).toBeCloseTo(3, 9);
    expect(readSpeed(' 5:00 ', 'min/km')).toBeCloseTo(1000 / 300, 9);
    expect(readSpeed('5,5', 'min/km')).toBeCloseTo(1000 / 330, 9);
    for (const text of ['', 'fast', '10 km', '-3', '5:70', '1e3']) expect(readSpeed(text, 'km/h')).toBeNull();
    expect(readSpeed('0', 'min/km')).toBeNull();
  });
});

describe('a typed number', () => {
  it('has either decimal mark and either minus', () => {
    expect(['1.5', '1,5', '−2', '-2', '.5', '7.'].map(readNumber)).toEqual([1.5, 1.5, -2, -2, 0.5, 7]);
    expect(['1.5.2', 'x', '', '1,500.2'].map(readNumber)).toEqual([null, null, null, null]);
  });
});
