// Every visit is held against the baseline, and a run against its own beginning; only what is beyond the error is called a change.
import { describe, expect, it } from 'vitest';
import { TREND_IDS } from '../../../core/api/views.ts';
import { driftOver, type TimedFilm } from '../../../core/compare/drift.ts';
import { trendOf } from '../../../core/compare/trend.ts';
import type { Parameter, ParameterId, Side } from '../../../core/types.ts';
import { comparedFilm, demoTrial } from '../../support/demoTrials.ts';

const before = [
  comparedFilm(await demoTrial('demo_before_left60')),
  comparedFilm(await demoTrial('demo_before_right60')),
];
const after = [comparedFilm(await demoTrial('demo_after_left60')), comparedFilm(await demoTrial('demo_after_right60'))];

describe('the trend', () => {
  const visits = [
    { label: '12 Jan', films: before },
    { label: '2 Feb', films: before },
    { label: '2 Mar', films: after },
  ];
  const { lines, notes } = trendOf(visits, [...TREND_IDS, 'kneeFlexionPeakSwing']);
  const line = (id: ParameterId, side: Side | null) => lines.find((one) => one.id === id && one.side === side)!;

  it('gives each visit its verdict against the baseline', () => {
    const verdicts = (id: ParameterId, side: Side | null) => line(id, side).points.map((point) => point.verdict);
    expect(verdicts('kneeFlexionPeakSwing', 'right')).toEqual(['baseline', 'within-error', 'changed']);
    expect(verdicts('kneeFlexionPeakSwing', 'left')).toEqual(['baseline', 'within-error', 'within-error']);
    expect(verdicts('cadence', null)).toEqual(['baseline', 'within-error', 'changed']);
    expect(verdicts('trunkLean', null)).toEqual(['baseline', 'within-error', 'within-error']);
    expect(notes[0]).toEqual([]);
  });

  it('lays a band round the baseline that a verdict agrees with', () => {
    const { band, points } = line('cadence', null);
    expect(band!.low).toBeCloseTo(points[0]!.value! * 0.97, 6);
    expect(points[1]!.value).toBeGreaterThan(band!.low);
    expect(points[2]!.value).toBeGreaterThan(band!.high);
    for (const point of points.slice(1)) expect(point.difference).toBeCloseTo(point.value! - points[0]!.value!, 9);
  });

  it('shows what cannot be judged without judging it', () => {
    const faster = after.map((film) => ({
      ...film,
      result: { ...film.result, capture: { ...film.result.capture, speedMs: 3.6 } },
    }));
    const trend = trendOf([visits[0]!, { label: 'fast', films: faster }], ['cadence']);
    expect(trend.lines[0]!.points[1]).toMatchObject({ verdict: 'not-measurable', difference: null });
    expect(trend.lines[0]!.points[1]!.value).not.toBeNull();
    expect(trend.notes[1]![0]!.code).toBe('speed');
  });

  it('one visit is a baseline and no more; none is a mistake', () => {
    expect(trendOf([visits[0]!], ['cadence']).lines[0]!.points.map((point) => point.verdict)).toEqual(['baseline']);
    expect(() => trendOf([], ['cadence'])).toThrow(RangeError);
  });
});

describe('fresh to tired', () => {
  const film = before[0]!;
  const with_ = (change: (p: Parameter) => number, atMin: number): TimedFilm => ({
    ...film,
    atMin,
    result: {
      ...film.result,
      parameters: film.result.parameters.map((p) => (p.value === null ? p : { ...p, value: p.value + change(p) })),
    },
  });
  const find = (films: readonly TimedFilm[], id: ParameterId, side: Side | null, isAsymmetry = false) =>
    driftOver(films).find((one) => one.id === id && one.side === side && one.isAsymmetry === isAsymmetry)!;

  it('finds the slope that was put in', () => {
    const films = [0, 10, 20, 30].map((atMin) =>
      with_((p) => (p.id === 'cadence' ? -0.3 * atMin : p.id === 'contactTime' ? 0.001 * atMin : 0), atMin),
    );
    expect(find(films, 'cadence', null)).toMatchObject({ verdict: 'changed' });
    expect(find(films, 'cadence', null).slopePerMin).toBeCloseTo(-0.3, 9);
    expect(find(films, 'contactTime', 'left')).toMatchObject({ verdict: 'changed' });
    expect(find(films, 'contactTime', 'left').change).toBeCloseTo(0.03, 9);
    expect(find(films, 'trunkLean', null)).toMatchObject({ verdict: 'within-error', change: expect.closeTo(0, 9) });
  });

  it('follows the difference of the legs with the error of both', () => {
    const films = [0, 15, 30].map((atMin) =>
      with_((p) => (p.id === 'contactTime' && p.side === 'right' ? 0.002 * atMin : 0), atMin),
    );
    const drift = find(films, 'contactTime', null, true);
    expect(drift).toMatchObject({ verdict: 'changed', change: expect.closeTo(0.06, 9) });
    const { left, right } = { left: find(films, 'contactTime', 'left'), right: find(films, 'contactTime', 'right') };
    expect(drift.points[0]!.sigma).toBeCloseTo(Math.hypot(left.points[0]!.sigma, right.points[0]!.sigma), 12);
  });

  it('is not called while it lies within the error, nor from one clip', () => {
    const films = [0, 30].map((atMin) => with_((p) => (p.id === 'contactTime' ? 0.0001 * atMin : 0), atMin));
    expect(find(films, 'contactTime', 'left').verdict).toBe('within-error');
    expect(find(films.slice(0, 1), 'contactTime', 'left')).toMatchObject({ verdict: 'not-measurable', change: null });
  });

  it('does not depend on the order of the clips', () => {
    const timed = [0, 10, 20].map((atMin) => with_(() => 0.01 * atMin, atMin));
    expect(driftOver([...timed].reverse())).toEqual(driftOver(timed));
  });
});
