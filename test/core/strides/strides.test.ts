// Strides cut from contacts, laid on 0–100 %, and left out by rule with the reason said.
import { describe, expect, it } from 'vitest';
import { cutStrides, plainStride } from '../../../core/strides/cutStrides.ts';
import { ensemble, meanAndSd } from '../../../core/strides/ensemble.ts';
import { excludeStrides, usedOf } from '../../../core/strides/excludeStrides.ts';
import { firstFrameAt } from '../../../core/strides/frameAt.ts';
import { missingShare, strideCurves } from '../../../core/strides/strideCurves.ts';
import type { AngleChannel, EventKind, GaitEvent, Side } from '../../../core/types.ts';
import { clock } from '../../support/stickBody.ts';

const event = (kind: EventKind, side: Side, timeS: number): GaitEvent => ({
  kind,
  side,
  timeS,
  sigmaS: 0,
  source: 'detected',
});
const contact = (side: Side, timeS: number) => event('initial-contact', side, timeS);
const toeOff = (side: Side, timeS: number) => event('toe-off', side, timeS);

/** A regular run: strides of 0.7 s, left first, contact 0.25 s. */
function run(strides: number): GaitEvent[] {
  return Array.from({ length: strides + 1 }, (_, k) => k * 0.7).flatMap((t) => [
    contact('left', t + 0.1),
    toeOff('left', t + 0.35),
    contact('right', t + 0.45),
    toeOff('right', t + 0.7),
  ]);
}

describe('cutting', () => {
  it('makes one stride from each contact to the next of the same leg, with what the other leg did', () => {
    const strides = cutStrides(run(2));
    expect(strides.map((s) => s.side)).toEqual(['left', 'right', 'left', 'right']);
    const first = strides[0]!;
    expect(first.startS).toBeCloseTo(0.1, 12);
    expect(first.toeOffS).toBeCloseTo(0.35, 12);
    expect(first.otherContactS).toBeCloseTo(0.45, 12);
    expect(first.endS).toBeCloseTo(0.8, 12);
    expect(plainStride(first)).toEqual({
      side: 'left',
      startS: first.startS,
      toeOffS: first.toeOffS,
      endS: first.endS,
      excluded: null,
    });
  });

  it('does not depend on the order of the events', () => {
    expect(cutStrides([...run(4)].reverse())).toEqual(cutStrides(run(4)));
  });

  it('says when a contact was missed instead of inventing it', () => {
    const events = run(6).filter(
      (e) => !(e.kind === 'initial-contact' && e.side === 'left' && Math.abs(e.timeS - 2.2) < 0.01),
    );
    const odd = cutStrides(events).filter((s) => s.excluded !== null);
    expect(odd).toHaveLength(1);
    expect(odd[0]!.excluded).toBe('a contact in between was not seen');
  });

  it('leaves out a stumble that lasted 20 % longer', () => {
    const events = [0, 0.7, 1.4, 2.24, 2.94, 3.64].map((t) => contact('right', t));
    expect(cutStrides(events).map((s) => s.excluded)).toEqual([
      null,
      null,
      "lasted 20 % longer than this leg's usual stride",
      null,
      null,
    ]);
  });

  it('keeps a toe-off or a contact of the other leg that was not seen as null', () => {
    const [stride] = cutStrides([contact('left', 0), contact('left', 0.7)]);
    expect(stride).toMatchObject({ toeOffS: null, otherContactS: null, otherToeOffS: null });
  });

  it('finds the end of the first double support of a walk', () => {
    const [stride] = cutStrides([
      contact('left', 0),
      toeOff('right', 0.13),
      contact('right', 0.55),
      toeOff('left', 0.68),
      contact('left', 1.1),
    ]);
    expect(stride!.otherToeOffS).toBe(0.13);
  });

  it('of nothing is nothing', () => {
    expect(cutStrides([])).toEqual([]);
    expect(cutStrides([contact('left', 1)])).toEqual([]);
  });
});

/** Angles that repeat exactly with the stride: a known sine for every leg angle. */
function channelsOf(
  timeS: Float64Array,
  edit: (deg: Float64Array, id: string) => void = () => undefined,
): AngleChannel[] {
  const legs = (['left', 'right'] as const).flatMap((side) =>
    (['thigh', 'kneeFlexion', 'shank', 'foot', 'ankle'] as const).map((id, k) => {
      const deg = timeS.map((t) => 20 * Math.sin((2 * Math.PI * (t - 0.1)) / 0.7 + k));
      if (side === 'left') edit(deg, id);
      return { id, side, deg };
    }),
  );
  return [{ id: 'trunkLean', side: null, deg: timeS.map(() => 6) }, ...legs];
}

describe('0–100 %', () => {
  // A 1.4 Hz sine through 30 samples a second: the spline is 0.02° off between samples.
  it('starts at the sub-frame contact at any frame rate', () => {
    for (const rateHz of [30, 47, 120]) {
      const timeS = clock(Math.round(9 * rateHz), rateHz);
      const [one] = strideCurves(timeS, channelsOf(timeS), cutStrides(run(10)).slice(2));
      for (const p of [0, 13, 50, 99, 100]) {
        expect(one!.deg.get('thigh')![p], `${rateHz} Hz, ${p} %`).toBeCloseTo(
          20 * Math.sin((2 * Math.PI * p) / 100),
          1,
        );
      }
    }
  });

  it('gives each leg its own angles and both the trunk', () => {
    const timeS = clock(540, 60);
    const curves = strideCurves(timeS, channelsOf(timeS), cutStrides(run(10)));
    expect([...curves[0]!.deg.keys()]).toEqual(['trunkLean', 'thigh', 'kneeFlexion', 'shank', 'foot', 'ankle']);
  });

  it('does not bridge a gap', () => {
    const timeS = clock(540, 60);
    const gappy = channelsOf(timeS, (deg) => deg.fill(Number.NaN, 60, 70));
    const curves = strideCurves(timeS, gappy, cutStrides(run(10)));
    expect(missingShare(curves[2]!.deg.get('thigh'))).toBeGreaterThan(0.2);
    expect(missingShare(undefined)).toBe(1);
  });
});

describe('the mean stride', () => {
  const timeS = clock(540, 60);

  it('is the mean of the strides that count, with their scatter and toe-off', () => {
    const curves = excludeStrides(strideCurves(timeS, channelsOf(timeS), cutStrides(run(10))), []);
    const [left, right] = ensemble(curves, ['thigh']);
    expect([left!.side, right!.side, left!.n]).toEqual(['left', 'right', 10]);
    expect(left!.meanDeg).toHaveLength(101);
    expect(left!.meanDeg[25]).toBeCloseTo(20, 1);
    expect(left!.sdDeg[25]).toBeLessThan(0.05);
    expect(left!.toeOffPct).toBeCloseTo((100 * 0.25) / 0.7, 6);
  });

  it('of an angle that was never seen is not listed', () => {
    const curves = strideCurves(timeS, channelsOf(timeS), cutStrides(run(10)));
    expect(ensemble(curves, ['pelvicObliquity'])).toEqual([]);
  });

  it('mean and SD leave out what is missing and say when they cannot be told', () => {
    expect(meanAndSd([1, Number.NaN, 3])).toEqual({ mean: 2, sd: Math.SQRT2, n: 2 });
    expect(meanAndSd([5])).toEqual({ mean: 5, sd: null, n: 1 });
    expect(meanAndSd([Number.NaN])).toEqual({ mean: null, sd: null, n: 0 });
  });
});

describe('leaving out', () => {
  const timeS = clock(540, 60);
  const reasons = (channels: AngleChannel[], edits: Parameters<typeof excludeStrides>[1] = []) =>
    excludeStrides(strideCurves(timeS, channels, cutStrides(run(10))), edits)
      .filter((one) => one.stride.side === 'left')
      .map((one) => one.stride.excluded);

  it('spares regular strides', () => {
    expect(reasons(channelsOf(timeS)).every((reason) => reason === null)).toBe(true);
  });

  it('takes out a stride with a hidden knee, and only that', () => {
    const found = reasons(channelsOf(timeS, (deg, id) => id === 'kneeFlexion' && deg.fill(Number.NaN, 60, 70)));
    expect(found.filter((reason) => reason !== null)).toEqual(['the knee was hidden for part of the stride']);
  });

  it('does not take out every stride when an angle is hidden in most of them', () => {
    expect(
      reasons(channelsOf(timeS, (deg, id) => id === 'foot' && deg.fill(Number.NaN, 0, 500))).every((r) => r === null),
    ).toBe(true);
  });

  it('takes out a stride that is unlike the others', () => {
    const found = reasons(
      channelsOf(
        timeS,
        (deg, id) =>
          id === 'thigh' &&
          deg.subarray(90, 130).forEach((v, i, d) => {
            d[i] = v + 15;
          }),
      ),
    );
    expect(found.filter((reason) => reason !== null)).toEqual([
      'the thigh moved unlike this leg’s other strides'.replace('’', "'"),
    ]);
  });

  it('takes out what the clinician clicked: the nearest stride of that leg, none when there is none near', () => {
    const click = (timeS: number) => [{ kind: 'stride-excluded', side: 'left', timeS } as const];
    expect(reasons(channelsOf(timeS), click(1.53))[2]).toBe('left out by hand');
    expect(reasons(channelsOf(timeS), click(1.53)).filter((r) => r !== null)).toHaveLength(1);
    expect(reasons(channelsOf(timeS), click(60)).every((r) => r === null)).toBe(true);
  });

  it('usedOf lists what is left', () => {
    const curves = excludeStrides(strideCurves(timeS, channelsOf(timeS), cutStrides(run(10))), [
      { kind: 'stride-excluded', side: 'right', timeS: 0.45 },
    ]);
    expect(usedOf(curves, 'right')).toHaveLength(9);
    expect(usedOf(curves, 'left')).toHaveLength(10);
  });
});

it('a frame is found by its time', () => {
  const timeS = clock(10, 10);
  expect([-1, 0, 0.05, 0.9, 5].map((t) => firstFrameAt(timeS, t))).toEqual([0, 0, 1, 9, 10]);
  expect(firstFrameAt(new Float64Array(0), 1)).toBe(0);
});
