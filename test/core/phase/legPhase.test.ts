// The phase of a moment and the moment of a phase are each other's opposite, in every stride, and never made up where none is known.
import { describe, expect, it } from 'vitest';
import { legStrides, nearestStride, phaseOf, strideAt, timeAt } from '../../../core/phase/legPhase.ts';
import type { Stride } from '../../../core/types.ts';
import { trial } from '../../support/analysed.ts';

const stride = (startS: number, toeOffS: number | null, endS: number, excluded: string | null = null): Stride => ({
  side: 'left',
  startS,
  toeOffS,
  endS,
  excluded,
});

/** Two strides of unlike length, a gap where a contact was missed, one more; and a stride of the other leg. */
const STRIDES = [
  stride(1, 1.3, 2),
  stride(2, 2.4, 2.8),
  stride(2.8, 3.1, 4.6),
  stride(4.6, 4.9, 5.5, 'left out by hand'),
  { ...stride(1.5, 1.8, 2.5), side: 'right' as const },
];
const LEG = legStrides(STRIDES, 'left');

describe('the strides of a leg', () => {
  it('are those of that leg in order, without those in which a contact was missed', () => {
    expect(LEG.strides.map((s) => s.startS)).toEqual([1, 2, 4.6]);
    expect(LEG.toeOffShare).toBeCloseTo(1 / 3, 9); // the middle one of 0.3, 0.5 and 0.333
  });

  it('know which of them a moment lies in, an end belonging to the next', () => {
    expect([0.9, 1, 1.99, 2, 2.79, 2.8, 3, 4.6, 5.5, 5.6].map((t) => strideAt(LEG, t))).toEqual([
      null,
      0,
      0,
      1,
      1,
      1,
      null,
      2,
      2,
      null,
    ]);
    expect([0, 3, 4.5, 9].map((t) => nearestStride(LEG, t))).toEqual([0, 1, 2, 2]);
  });

  it('can be none', () => {
    const none = legStrides([], 'right');
    expect(phaseOf(none, 1, 0.4)).toBeNull();
    expect(timeAt(none, 0, 0.4)).toBeNull();
    expect(nearestStride(none, 1)).toBeNull();
    expect(none.toeOffShare).toBeNull();
  });
});

describe('the phase of a moment', () => {
  it('has every toe-off at the same place, and runs evenly between the events', () => {
    expect(phaseOf(LEG, 1.3, 0.4)).toBeCloseTo(0.4, 12);
    expect(phaseOf(LEG, 2.4, 0.4)).toBeCloseTo(1.4, 12);
    expect(phaseOf(LEG, 2.2, 0.4)).toBeCloseTo(1.2, 12);
    expect(phaseOf(LEG, 2.6, 0.4)).toBeCloseTo(1.7, 12);
  });

  it('by time alone is the per cent of the mean curves', () => {
    expect(phaseOf(LEG, 1.3, null)).toBeCloseTo(0.3, 12);
    expect(phaseOf(LEG, 2.4, null)).toBeCloseTo(1.5, 12);
  });

  it('is not told before the first contact, after the last and where a contact was missed', () => {
    expect([0.5, 3.5, 6].map((t) => phaseOf(LEG, t, 0.4))).toEqual([null, null, null]);
  });

  it('takes the leg’s usual toe-off where a stride has none of its own', () => {
    const leg = legStrides([stride(0, 0.3, 1), stride(1, null, 2), stride(2, 2.3, 3)], 'left');
    expect(phaseOf(leg, 1.3, 0.5)).toBeCloseTo(1.5, 12);
  });

  it('is undone by the time of a phase', () => {
    for (const toeOffAt of [0.35, null])
      for (let place = 0.01; place < 3; place += 0.07)
        expect(phaseOf(LEG, timeAt(LEG, place, toeOffAt)!, toeOffAt)).toBeCloseTo(place, 9);
  });

  it('only grows with time', () => {
    let before = Number.NEGATIVE_INFINITY;
    for (let timeS = 1; timeS < 2.8; timeS += 0.01) {
      const place = phaseOf(LEG, timeS, 0.4)!;
      expect(place).toBeGreaterThan(before);
      before = place;
    }
  });
});

describe('the time of a phase', () => {
  it('stops at the first contact and at the last', () => {
    expect(timeAt(LEG, -2, 0.4)).toBe(1);
    expect(timeAt(LEG, 9, 0.4)).toBe(5.5);
    expect(timeAt(LEG, Number.NaN, 0.4)).toBeNull();
  });

  it('of a rendered runner puts every contact and toe-off where the analysis found them', () => {
    const { result } = trial('demo_before_left60');
    for (const side of ['left', 'right'] as const) {
      const leg = legStrides(result.strides, side);
      expect(leg.strides.length).toBeGreaterThan(5);
      leg.strides.forEach((one, i) => {
        expect(timeAt(leg, i, 0.37)).toBeCloseTo(one.startS, 9);
        if (one.toeOffS !== null) expect(timeAt(leg, i + 0.37, 0.37)).toBeCloseTo(one.toeOffS, 9);
      });
    }
  });
});
