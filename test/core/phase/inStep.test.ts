// Two legs in step are at contact together, at toe-off together and half-way together, whatever their speeds.
import { describe, expect, it } from 'vitest';
import { inStep, paceOfB, phaseGap, placeOfA, placeOfB, timesAt } from '../../../core/phase/inStep.ts';
import { legStrides } from '../../../core/phase/legPhase.ts';
import type { Side, Stride } from '../../../core/types.ts';

/** Steady strides. */
function walk(side: Side, fromS: number, strideS: number, stanceShare: number | null, count: number): Stride[] {
  return Array.from({ length: count }, (_, i) => {
    const startS = fromS + i * strideS;
    const toeOffS = stanceShare === null ? null : startS + stanceShare * strideS;
    return { side, startS, toeOffS, endS: startS + strideS, excluded: null };
  });
}

const slow = legStrides(walk('left', 0.5, 0.8, 0.4, 6), 'left');
const fast = legStrides(walk('right', 2, 0.6, 0.3, 9), 'right');
const pair = inStep(slow, fast);

describe('two legs in step', () => {
  it('share one toe-off, in the middle of theirs, and as many strides as both have', () => {
    expect(pair.toeOffAt).toBeCloseTo(0.35, 12);
    expect(pair.strides).toBe(6);
  });

  it('meet at every contact and every toe-off', () => {
    for (let i = 0; i < 6; i++) {
      expect(timesAt(pair, i)!.aS).toBeCloseTo(0.5 + 0.8 * i, 9);
      expect(timesAt(pair, i)!.bS).toBeCloseTo(2 + 0.6 * i, 9);
      expect(timesAt(pair, i + 0.35)!.aS).toBeCloseTo(0.5 + 0.8 * (i + 0.4), 9);
      expect(timesAt(pair, i + 0.35)!.bS).toBeCloseTo(2 + 0.6 * (i + 0.3), 9);
    }
  });

  it('read the same place off either film', () => {
    for (let place = 0.05; place < 6; place += 0.11) {
      const { aS, bS } = timesAt(pair, place)!;
      expect(placeOfA(pair, aS)).toBeCloseTo(place, 9);
      expect(placeOfB(pair, bS)).toBeCloseTo(place, 9);
    }
    expect(placeOfB(pair, 2 + 0.6 * 7.5)).toBeNull(); // a stride the other leg does not have
  });

  it('advance alike when the second runs at its pace', () => {
    expect(paceOfB(pair, 1.1)).toBeCloseTo((0.3 * 0.6) / (0.4 * 0.8), 6);
    expect(paceOfB(pair, 1.7)).toBeCloseTo((0.7 * 0.6) / (0.6 * 0.8), 6);
    expect(paceOfB(pair, 6)).toBeCloseTo((0.7 * 0.6) / (0.6 * 0.8), 6);
  });

  it('go by time alone when one of them has no toe-off', () => {
    const blind = inStep(slow, legStrides(walk('right', 2, 0.6, null, 9), 'right'));
    expect(blind.toeOffAt).toBeNull();
    expect(timesAt(blind, 0.5)).toEqual({ aS: 0.9, bS: 2.3 });
  });

  it('have no time without strides', () => {
    const empty = inStep(slow, legStrides([], 'right'));
    expect(timesAt(empty, 0)).toBeNull();
    expect(placeOfA(empty, 1)).toBeNull();
    expect(paceOfB(empty, 0)).toBe(1);
  });
});

describe('the gap between two places', () => {
  it('goes the short way round and does not count whole strides', () => {
    expect(phaseGap(0.95, 1.05)).toBeCloseTo(0.1, 12);
    expect(phaseGap(0.05, 0.95)).toBeCloseTo(-0.1, 12);
    expect(phaseGap(3.2, 0.3)).toBeCloseTo(0.1, 12);
    expect(phaseGap(0.9, 2.05)).toBeCloseTo(0.15, 12);
  });
});
