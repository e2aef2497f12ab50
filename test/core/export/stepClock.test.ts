import { describe, expect, it } from 'vitest';
import { stepMoments } from '../../../core/export/stepClock.ts';
import { inStep } from '../../../core/phase/inStep.ts';
import { legStrides } from '../../../core/phase/legPhase.ts';
import type { Stride } from '../../../core/types.ts';

/** Strides one after another, each with its toe-off at a share of it. */
const strides = (startsS: readonly number[], lift: number): Stride[] =>
  startsS.slice(1).map((endS, i) => {
    const startS = startsS[i]!;
    return { side: 'left', startS, toeOffS: startS + lift * (endS - startS), endS, excluded: null };
  });
const pairOf = (a: readonly Stride[], b: readonly Stride[]) => inStep(legStrides(a, 'left'), legStrides(b, 'left'));
const pair = pairOf(strides([1, 1.7, 2.4, 3.1], 0.4), strides([5, 5.6, 6.2, 6.8, 7.4], 0.3));

describe('the clock of a comparison film', () => {
  it('shows both contacts and both toe-offs together', () => {
    const moments = stepMoments(pair, 1, 300);
    const nearest = (place: number) =>
      moments.reduce((best, one) => (Math.abs(one.place - place) < Math.abs(best.place - place) ? one : best));
    for (const stride of [0, 1, 2]) {
      const [contact, lift] = [nearest(stride), nearest(stride + 0.35)];
      // Within one picture of the film.
      expect(Math.abs(contact.aS - (1 + 0.7 * stride))).toBeLessThan(1 / 300);
      expect(Math.abs(contact.bS - (5 + 0.6 * stride))).toBeLessThan(1 / 300);
      expect(Math.abs(lift.aS - (1 + 0.7 * (stride + 0.4)))).toBeLessThan(1 / 300);
      expect(Math.abs(lift.bS - (5 + 0.6 * (stride + 0.3)))).toBeLessThan(1 / 300);
    }
  });

  it.each([1, 0.5, 0.25] as const)('plays the first film at %s of its speed', (speed) => {
    const moments = stepMoments(pair, speed, 30);
    const last = moments.at(-1)!;
    expect(moments[0]).toMatchObject({ timeS: 0, aS: 1, bS: 5 });
    // Three strides of 0.7 s, the shorter of both films; strides need not end on a picture.
    expect(Math.abs(last.timeS - 2.1 / speed)).toBeLessThan(4 / 30);
    moments.slice(1).forEach((moment, i) => {
      expect(moment.timeS - moments[i]!.timeS).toBeCloseTo(1 / 30, 9);
      expect(moment.aS).toBeGreaterThanOrEqual(moments[i]!.aS);
      expect(moment.bS).toBeGreaterThanOrEqual(moments[i]!.bS);
    });
  });

  it('jumps over a time without strides, and never back', () => {
    const gap = [...strides([1, 1.7, 2.4], 0.4), ...strides([4, 4.7, 5.4], 0.4)];
    const moments = stepMoments(pairOf(gap, pair.b.strides), 1, 60);
    expect(moments.some(({ aS }) => aS > 2.45 && aS < 3.99)).toBe(false);
    expect(moments.at(-1)!.aS).toBeGreaterThan(5.3);
    moments.slice(1).forEach((moment, i) => {
      expect(moment.bS).toBeGreaterThanOrEqual(moments[i]!.bS);
    });
  });

  it('has nothing to show where a leg has no stride', () => {
    expect(stepMoments(pairOf([], pair.b.strides), 1, 30)).toEqual([]);
  });
});
