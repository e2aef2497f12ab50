// Reading, grading, scaling and classifying: the small rules, each on numbers worked out by hand.
import { describe, expect, it } from 'vitest';
import { bodySize } from '../../../core/parameters/bodySize.ts';
import { combine, contactBias, landmarkBias, times } from '../../../core/parameters/errorModel.ts';
import { grade, type Measurement } from '../../../core/parameters/grade.ts';
import { atContact, meanOver, peakIn, rateAtContact, toeOffPct } from '../../../core/parameters/readings.ts';
import { findScale } from '../../../core/parameters/scale.ts';
import { classifyStrike, strikePattern, strikeThresholds } from '../../../core/parameters/strike.ts';
import { gradeIn } from '../../../core/parameters/trial.ts';
import type { StrideCurves } from '../../../core/strides/strideCurves.ts';
import { clock, stickBody } from '../../support/stickBody.ts';

const stride = {
  side: 'left',
  startS: 0,
  toeOffS: 0.28,
  endS: 0.7,
  otherContactS: 0.35,
  otherToeOffS: null,
  excluded: null,
} as const;
const curve = (deg: (p: number) => number): StrideCurves => ({
  stride,
  deg: new Map([['kneeFlexion', Float64Array.from({ length: 101 }, (_, p) => deg(p))]]),
});

describe('reading a curve', () => {
  it('at contact, and how fast it changes there', () => {
    const line = curve((p) => 10 + 2 * p);
    expect(atContact(line, 'kneeFlexion')).toBe(10);
    expect(rateAtContact(line, 'kneeFlexion')).toBeCloseTo(200 / 0.7, 9);
    expect(atContact(line, 'foot')).toBeNaN();
    expect(rateAtContact(line, 'foot')).toBeNaN();
  });

  it('at its peak, between two points by a parabola', () => {
    const hill = curve((p) => 90 - 0.1 * (p - 70.4) ** 2);
    expect(peakIn(hill, 'kneeFlexion', { fromPct: 40, toPct: 100 }, 1)).toBeCloseTo(90, 9);
    expect(
      peakIn(
        curve((p) => (p - 30.3) ** 2 - 5),
        'kneeFlexion',
        { fromPct: 0, toPct: 100 },
        -1,
      ),
    ).toBeCloseTo(-5, 9);
  });

  it('at the end of a part when it is still rising there', () => {
    expect(
      peakIn(
        curve((p) => p),
        'kneeFlexion',
        { fromPct: 0, toPct: 40 },
        1,
      ),
    ).toBe(40);
  });

  it('gives nothing when part of it is hidden or the part is not known', () => {
    expect(
      peakIn(
        curve((p) => (p === 20 ? Number.NaN : p)),
        'kneeFlexion',
        { fromPct: 0, toPct: 40 },
        1,
      ),
    ).toBeNaN();
    expect(
      peakIn(
        curve((p) => p),
        'kneeFlexion',
        null,
        1,
      ),
    ).toBeNaN();
    expect(
      meanOver(
        curve((p) => (p === 20 ? Number.NaN : p)),
        'kneeFlexion',
      ),
    ).toBeNaN();
  });

  it('means over the stride, toe-off in per cent', () => {
    expect(
      meanOver(
        curve((p) => p),
        'kneeFlexion',
      ),
    ).toBe(50);
    expect(toeOffPct(curve(() => 0))).toBeCloseTo(40, 9);
    expect(toeOffPct({ ...curve(() => 0), stride: { ...stride, toeOffS: null } })).toBeNull();
  });
});

describe('grading', () => {
  const measured = (values: number[], more: Partial<Measurement> = {}): Measurement => ({
    id: 'kneeFlexionAtContact',
    side: 'left',
    values,
    bias: { shared: 3, own: 4 },
    ...more,
  });
  const ten = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12];

  it('ten strides are good; value, scatter and error add up', () => {
    const p = grade(measured(ten));
    expect(p).toMatchObject({ value: 11, n: 10, quality: 'good', reason: null, unit: 'deg' });
    expect(p.sd).toBeCloseTo(Math.sqrt(10 / 9), 9);
    expect(p.sigma).toBeCloseTo(Math.hypot(p.sd! / Math.sqrt(10), 3, 4), 9);
    expect(p.sigmaRepeat).toBeCloseTo(Math.hypot(p.sd! / Math.sqrt(10), 4), 9);
  });

  it('five to nine deserve caution, fewer are not given', () => {
    expect(grade(measured(ten.slice(0, 9))).quality).toBe('caution');
    expect(grade(measured(ten.slice(0, 5))).reason).toContain('5 strides only');
    const four = grade(measured(ten.slice(0, 4)));
    expect(four).toMatchObject({ value: null, sd: null, sigma: null, n: 4, quality: 'not-measurable' });
    expect(four.reason).toBe('Only 4 strides; at least 5 are needed.');
  });

  it('a variable of the whole body counts the strides of both legs, and needs twice as many to be good', () => {
    const five = ten.slice(0, 5);
    expect(grade(measured(five, { id: 'cadence', side: null }))).toMatchObject({ value: 10.8, quality: 'caution' });
    expect(grade(measured(five.slice(1), { id: 'cadence', side: null })).value).toBeNull();
    expect(grade(measured(ten, { id: 'cadence', side: null })).quality).toBe('caution');
    expect(grade(measured([...ten, ...ten], { id: 'cadence', side: null })).quality).toBe('good');
  });

  it('strides in which it could not be read do not count', () => {
    expect(grade(measured([...ten, Number.NaN])).n).toBe(10);
    expect(grade(measured(Array(12).fill(Number.NaN))).reason).toBe('No stride shows it; at least 5 are needed.');
  });

  it('what cannot be measured says why, and caution is passed on', () => {
    expect(grade(measured(ten, { impossible: 'No scale.' }))).toMatchObject({ value: null, reason: 'No scale.' });
    expect(grade(measured(ten, { caution: 'Far leg.' }))).toMatchObject({
      value: 11,
      quality: 'caution',
      reason: 'Far leg.',
    });
  });

  it('a better mean than that of the strides is taken with its own error', () => {
    const p = grade(measured(ten, { better: { value: 11.4, sigma: 0.5 }, bias: { shared: 0, own: 0 } }));
    expect([p.value, p.sigma]).toEqual([11.4, 0.5]);
  });

  it('the median when asked for', () => {
    expect(grade(measured([...ten, 500], { middle: 'median' })).value).toBe(12);
  });

  it('nothing is given of a clip that is neither a run nor a walk', () => {
    expect(gradeIn({ gait: 'mixed' }, measured(ten)).reason).toContain('mixes');
    expect(gradeIn({ gait: 'standing' }, measured(ten)).value).toBeNull();
    expect(gradeIn({ gait: 'walk' }, measured(ten)).value).toBe(11);
  });
});

describe('the error model', () => {
  const square = { yawDeg: 0, rollKnown: true };

  it('the far leg is worse than the near one, a turned camera worse than a square one', () => {
    const ankle = (depth: 'near' | 'far', camera = square) => landmarkBias('ankleAtContact', 'ankle', depth, camera);
    expect(ankle('far').own).toBeGreaterThan(ankle('near').own);
    expect(ankle('near', { ...square, yawDeg: 10 }).shared).toBeGreaterThan(ankle('near').shared);
    expect(contactBias('near', square, 5).own).toBeGreaterThan(contactBias('near', square, 20).own);
    expect(contactBias('far', square, 10).own).toBeGreaterThan(contactBias('near', square, 10).own);
    expect(contactBias('near', { ...square, yawDeg: 10 }, 10).own).toBeGreaterThan(
      2 * contactBias('near', square, 10).own,
    );
  });

  it('roll that was not measured counts for segments and cancels in the knee', () => {
    const shank = (rollKnown: boolean) =>
      landmarkBias('shankAngleAtContact', 'shank', 'near', { yawDeg: 0, rollKnown });
    const knee = (rollKnown: boolean) =>
      landmarkBias('kneeFlexionPeakSwing', 'kneeFlexion', 'near', { yawDeg: 0, rollKnown });
    expect(shank(false).shared).toBeGreaterThan(shank(true).shared);
    expect(knee(false)).toEqual(knee(true));
  });

  it('independent errors add as squares', () => {
    expect(combine({ shared: 3, own: 0 }, { shared: 4, own: 2 })).toEqual({ shared: 5, own: 2 });
    expect(times({ shared: 1, own: 2 }, -3)).toEqual({ shared: 3, own: 6 });
  });
});

describe('scale', () => {
  const size = { legPx: { left: 300, right: 300 }, staturePx: 600 };

  it('comes from the belt when its speed is known', () => {
    const scale = findScale({ speedMs: 3, heightM: null }, { left: 990, right: 1010 }, size);
    expect(scale).toMatchObject({ source: 'belt', beltMs: 3, seenBeltMs: null });
    expect(scale.metresPerPixel).toBeCloseTo(0.003, 12);
    expect(scale.impliedHeightM).toBeCloseTo(1.8, 12);
  });

  it('otherwise from the height, which then shows the belt speed', () => {
    const scale = findScale({ speedMs: null, heightM: 1.8 }, { left: null, right: 1000 }, size);
    expect(scale).toMatchObject({ source: 'height', impliedHeightM: null });
    expect(scale.metresPerPixel).toBeCloseTo(0.003, 12);
    expect(scale.beltMs).toBeCloseTo(3, 12);
  });

  it('is none when neither is known, or the floor does not move', () => {
    expect(findScale({ speedMs: null, heightM: null }, { left: 1000, right: 1000 }, size)).toMatchObject({
      source: 'none',
      metresPerPixel: null,
      beltMs: null,
    });
    expect(findScale({ speedMs: 3, heightM: null }, { left: 20, right: 30 }, size)).toMatchObject({
      source: 'none',
      beltMs: 3,
    });
    expect(findScale({ speedMs: 3, heightM: 1.8 }, { left: null, right: null }, size).source).toBe('height');
  });

  it('body size does not need an upright posture', () => {
    const upright = bodySize(
      stickBody(clock(5, 60), () => ({
        left: { thigh: 0, shank: 0, foot: 0 },
        right: { thigh: 0, shank: 0, foot: 0 },
        trunkLean: 0,
      })),
    );
    const running = bodySize(
      stickBody(clock(5, 60), () => ({
        left: { thigh: 40, shank: -70, foot: 0 },
        right: { thigh: -20, shank: -40, foot: 0 },
        trunkLean: 9,
      })),
    );
    expect(running.staturePx).toBeCloseTo(upright.staturePx, 9);
    expect(upright.legPx.left).toBeCloseTo(198 * 1.079, 9);
    expect(upright.staturePx).toBeCloseTo((198 + 120) / 0.765, 9);
  });
});

describe('strike pattern', () => {
  const graded = grade({ id: 'strikePattern', side: 'left', values: Array(10).fill(12), bias: { shared: 1, own: 1 } });

  it('the thresholds belong to the reference', () => {
    expect(strikeThresholds('standing', 'run')).toEqual({ rearfootAbove: 8, forefootBelow: 2 });
    expect(strikeThresholds('mid-stance', 'run')).toEqual({ rearfootAbove: 11, forefootBelow: 5 });
    expect(strikeThresholds('mid-stance', 'walk')).toEqual({ rearfootAbove: 8, forefootBelow: 2 });
  });

  it.each([
    [14, 'rearfoot'],
    [8.5, 'uncertain'],
    [5, 'midfoot'],
    [2.5, 'uncertain'],
    [-4, 'forefoot'],
  ] as const)('a foot at %d° from standing is %s', (deg, label) => {
    expect(classifyStrike(deg, strikeThresholds('standing', 'run'))).toBe(label);
  });

  it('the same foot is not called by the threshold of the other reference', () => {
    expect(classifyStrike(10, strikeThresholds('standing', 'run'))).toBe('rearfoot');
    expect(classifyStrike(10, strikeThresholds('mid-stance', 'run'))).toBe('uncertain');
  });

  it('is a label with shares, and uncertain when no class has half of the strides', () => {
    const standing = { footReference: 'standing', gait: 'run' } as const;
    const clear = strikePattern(graded, [12, 13, 12, 9, Number.NaN], standing);
    expect(clear.label).toBe('rearfoot');
    expect(clear.shares).toEqual({ rearfoot: 0.75, midfoot: 0, forefoot: 0, uncertain: 0.25 });
    const torn = strikePattern({ ...graded, value: 5 }, [12, 12, 0, 0, 5], standing);
    expect(torn.label).toBe('uncertain');
  });

  it('has no label without a value', () => {
    const none = grade({ id: 'strikePattern', side: 'left', values: [], bias: { shared: 1, own: 1 } });
    expect(strikePattern(none, [], { footReference: 'none', gait: 'run' }).label).toBeUndefined();
  });
});
