// Two legs are judged only where that is fair, by the rule that belongs to what differs: the side, or the day.
import { describe, expect, it } from 'vitest';
import { curvePairs } from '../../../core/compare/curvePairs.ts';
import { legPair, type PairedLeg } from '../../../core/compare/legPair.ts';
import { pairNotes } from '../../../core/compare/pairNotes.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import type { Capture, ParameterId, Side } from '../../../core/types.ts';
import { find, trial } from '../../support/analysed.ts';

const fromLeft = trial('demo_before_left60').result;
const fromRight = trial('demo_before_right60').result;
const DAYS = { sameDay: false };

const leg = (of: typeof fromLeft, side: Side, fields: Partial<PairedLeg> = {}): PairedLeg => ({
  clipId: of.capture.view,
  sessionId: 's1',
  result: of,
  side,
  rateHz: 60,
  footwear: '',
  ...fields,
});
const shot = (of: typeof fromLeft, capture: Partial<Capture>) => ({ ...of, capture: { ...of.capture, ...capture } });
const codes = (a: PairedLeg, b: PairedLeg) => pairNotes(a, b).map((note) => note.code);
const row = (pair: ReturnType<typeof legPair>, id: ParameterId) =>
  pair.groups.flatMap((group) => group.rows).find((one) => one.id === id)!;

describe('two sides', () => {
  const near = legPair(leg(fromLeft, 'left'), leg(fromRight, 'right'), DAYS, REPORT_TEXT);

  it('filmed from both sides compare without a word', () => {
    expect(near).toMatchObject({ kind: 'sides', comparable: true, notes: [] });
    expect(row(near, 'kneeFlexionAtContact').verdict!.kind).toBe('within-error');
  });

  it('differ by second − first', () => {
    const difference =
      find(fromRight, 'kneeFlexionPeakSwing', 'right').value! - find(fromLeft, 'kneeFlexionPeakSwing', 'left').value!;
    expect(Number.parseFloat(row(near, 'kneeFlexionPeakSwing').difference!.replace('−', '-'))).toBeCloseTo(
      difference,
      1,
    );
  });

  it('leave out what belongs to the whole body', () => {
    expect(row(near, 'cadence')).toBeUndefined();
  });

  it('of one film say which leg was far', () => {
    const pair = legPair(leg(fromLeft, 'left'), leg(fromLeft, 'right'), DAYS, REPORT_TEXT);
    expect(pair.comparable).toBe(true);
    expect(pair.notes.map((note) => note.code)).toEqual(['one-film']);
    expect(pair.notes[0]!.message).toContain('the right leg is far');
  });

  it('of two visits are not judged', () => {
    const pair = legPair(leg(fromLeft, 'left'), leg(fromRight, 'right', { sessionId: 's2' }), DAYS, REPORT_TEXT);
    expect(pair.comparable).toBe(false);
    expect(pair.notes[0]!.code).toBe('visits-and-sides');
    expect(row(pair, 'kneeFlexionAtContact').verdict!.kind).toBe('not-measurable');
    expect(row(pair, 'kneeFlexionAtContact').left.text).not.toBe(''); // the values are still shown
  });

  it('are not judged when one is far and the other near', () => {
    expect(codes(leg(fromLeft, 'right'), leg(fromRight, 'left'))).toContain('view');
  });
});

describe('two times', () => {
  const later = { clipId: 'later', sessionId: 's2' };

  it('of the same walk compare, and the same film has not changed', () => {
    const pair = legPair(leg(fromLeft, 'left'), leg(fromLeft, 'left', later), DAYS, REPORT_TEXT);
    expect(pair).toMatchObject({ kind: 'times', comparable: true, notes: [] });
    for (const { verdict } of pair.groups.flatMap((group) => group.rows))
      expect(['within-error', 'not-measurable']).toContain(verdict!.kind);
    expect(row(pair, 'cadence').verdict!.text).toContain('same');
    expect(pair.thresholds.get('kneeFlexionAtContact')).toBeGreaterThanOrEqual(5);
  });

  it('are judged by half of that on one day', () => {
    const days = legPair(leg(fromLeft, 'left'), leg(fromLeft, 'left', later), DAYS, REPORT_TEXT);
    const day = legPair(leg(fromLeft, 'left'), leg(fromLeft, 'left', later), { sameDay: true }, REPORT_TEXT);
    expect(day.thresholds.get('thighExtensionPeak')!).toBeLessThan(days.thresholds.get('thighExtensionPeak')!);
  });

  it('say in their own words that something changed', () => {
    const changed = fromLeft.parameters.map((p) =>
      p.id === 'kneeFlexionAtContact' ? { ...p, value: p.value! + 20 } : p,
    );
    const pair = legPair(
      leg(fromLeft, 'left'),
      leg({ ...fromLeft, parameters: changed }, 'left', later),
      DAYS,
      REPORT_TEXT,
    );
    expect(row(pair, 'kneeFlexionAtContact').verdict!.text).toMatch(/^changed \(over \d/);
    expect(row(pair, 'kneeFlexionAtContact').difference).toMatch(/^\+20/);
  });

  it('with another speed, slope, gait or view are not judged, and it is said what that does', () => {
    const against = (fields: Partial<PairedLeg>) =>
      codes(leg(fromLeft, 'left'), leg(fromLeft, 'left', { ...later, ...fields }));
    expect(against({ result: shot(fromLeft, { speedMs: 3.6 }) })).toEqual(['speed']);
    expect(against({ result: shot(fromLeft, { speedMs: null }) })).toEqual(['speed']);
    expect(against({ result: shot(fromLeft, { inclinePct: 4 }) })).toEqual(['incline']);
    expect(against({ result: { ...fromLeft, gait: 'walk' } })).toEqual(['gait']);
    expect(against({ result: shot(fromLeft, { view: 'right' }) })).toEqual(['view']);
    const notes = pairNotes(leg(fromLeft, 'left'), leg(shot(fromLeft, { speedMs: 3.6 }), 'left', later));
    expect(notes.every((note) => note.blocks)).toBe(true);
  });

  it('with another frame rate, other shoes, another camera or another zero are judged, with a word', () => {
    const against = (fields: Partial<PairedLeg>) =>
      pairNotes(leg(fromLeft, 'left'), leg(fromLeft, 'left', { ...later, ...fields }));
    for (const [fields, code] of [
      [{ rateHz: 30 }, 'frame-rate'],
      [{ footwear: 'Carbon racer' }, 'footwear'],
      [{ result: shot(fromLeft, { yawDeg: 9 }) }, 'camera'],
      [{ result: shot(fromLeft, { footReference: 'standing' as const }) }, 'foot-reference'],
    ] as const)
      expect(against(fields)).toMatchObject([{ code, blocks: false }]);
    const zeros = legPair(
      leg(fromLeft, 'left'),
      leg(shot(fromLeft, { footReference: 'standing' }), 'left', later),
      DAYS,
      REPORT_TEXT,
    );
    expect(row(zeros, 'ankleAtContact').verdict!.kind).toBe('not-measurable');
    expect(row(zeros, 'kneeFlexionAtContact').verdict!.kind).toBe('within-error');
  });
});

describe('curves of two legs', () => {
  const pair = legPair(leg(fromLeft, 'left'), leg(fromRight, 'right'), DAYS, REPORT_TEXT);
  const charts = (comparable = true) =>
    curvePairs(
      { curves: fromLeft.curves, side: 'left' },
      { curves: fromRight.curves, side: 'right' },
      { toeOffAt: 0.35, comparable, thresholds: pair.thresholds },
      REPORT_TEXT,
    );

  it('have their toe-offs on one another', () => {
    for (const { panel } of charts()) {
      expect(panel.left!.toeOffPct).toBeCloseTo(35, 9);
      expect(panel.right!.toeOffPct).toBeCloseTo(35, 9);
    }
  });

  it('differ by second − first, with a margin from the strides and the largest threshold of the angle', () => {
    const knee = charts().find((chart) => chart.panel.id === 'kneeFlexion')!;
    expect(knee.differenceDeg[50]).toBeCloseTo(knee.panel.right!.meanDeg[50]! - knee.panel.left!.meanDeg[50]!, 9);
    expect(knee.marginDeg[50]).toBeGreaterThan(0);
    expect(knee.marginDeg[50]).toBeLessThan(knee.panel.left!.sdDeg[50]! * 2);
    const own = ['kneeFlexionAtContact', 'kneeFlexionPeakStance', 'kneeFlexionPeakSwing'] as const;
    expect(knee.sameWithinDeg).toBe(Math.max(...own.map((id) => pair.thresholds.get(id)!)));
    expect(knee.differenceAxis.maxDeg).toBeGreaterThanOrEqual(knee.sameWithinDeg!);
    expect(knee.differenceAxis.minDeg).toBeLessThanOrEqual(-knee.sameWithinDeg!);
  });

  it('have no difference where nothing may be judged, or one leg is missing', () => {
    for (const chart of charts(false)) expect(chart).toMatchObject({ differenceDeg: [], sameWithinDeg: null });
    const [only] = curvePairs(
      { curves: fromLeft.curves, side: 'left' },
      { curves: [], side: 'right' },
      { toeOffAt: null, comparable: true, thresholds: new Map() },
      REPORT_TEXT,
    );
    expect(only!.panel.right).toBeNull();
    expect(only!.differenceDeg).toEqual([]);
  });
});
