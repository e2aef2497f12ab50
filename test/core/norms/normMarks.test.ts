// A healthy band stands on a curve only where its variable is read, and only where a band is honest.
import { describe, expect, it } from 'vitest';
import { axisWithMarks, normMarks } from '../../../core/norms/normMarks.ts';
import { curvePanels } from '../../../core/report/curvePanels.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import { trial } from '../../support/analysed.ts';

const { result } = trial('demo_before_left60');
const at = (capture: Partial<typeof result.capture>) =>
  normMarks({ ...result, capture: { ...result.capture, ...capture } });

describe('bars of healthy bands', () => {
  it('stand where the curve is read: at contact, at the turning points', () => {
    const marks = at({ speedMs: 2.5 });
    const place = (id: string) => marks.find((mark) => mark.id === id)?.atPct;
    const knee = result.curves.filter((curve) => curve.id === 'kneeFlexion');
    expect(place('kneeFlexionAtContact')).toBe(0);
    for (const curve of knee) {
      const highest = curve.meanDeg.indexOf(Math.max(...(curve.meanDeg as number[])));
      expect(Math.abs(place('kneeFlexionPeakSwing')! - highest)).toBeLessThan(4);
    }
    expect(place('kneeFlexionPeakStance')).toBeGreaterThan(8);
    expect(place('kneeFlexionPeakStance')).toBeLessThan(25);
    expect(marks.find((mark) => mark.id === 'thighExtensionPeak')?.channel).toBe('thigh');
  });

  it('carry their band’s people and source', () => {
    for (const { band } of at({ speedMs: 2.5 })) {
      expect(band.low).toBeLessThan(band.high);
      expect(band.source.length).toBeGreaterThan(10);
      expect(band.population.length).toBeGreaterThan(10);
    }
  });

  it('are none of an unknown speed, on a slope, from an oblique camera, or counted from another flat foot', () => {
    expect(at({ speedMs: null })).toEqual([]);
    expect(at({ speedMs: 2.5, inclinePct: 5 })).toEqual([]);
    expect(at({ speedMs: 2.5, yawDeg: 15 })).toEqual([]);
    expect(at({ speedMs: 2.5, footReference: 'mid-stance' }).filter((mark) => mark.channel === 'ankle')).toEqual([]);
    expect(at({ speedMs: 2.5, footReference: 'standing' }).filter((mark) => mark.channel === 'ankle').length).toBe(3);
  });

  it('lie whole on their charts', () => {
    const marks = at({ speedMs: 2.5 });
    for (const panel of curvePanels(result.curves, REPORT_TEXT)) {
      const own = marks.filter((mark) => mark.channel === panel.id);
      const axis = axisWithMarks(panel, own);
      for (const { band } of own) {
        expect(band.low).toBeGreaterThanOrEqual(axis.minDeg);
        expect(band.high).toBeLessThanOrEqual(axis.maxDeg);
      }
      expect(axisWithMarks(panel, [])).toBe(panel);
    }
  });

  it('never stand behind a hip against the trunk', () => {
    expect(at({ speedMs: 2.5 }).filter((mark) => mark.channel === 'hipFlexion')).toEqual([]);
  });

  it('are left out where a curve has no toe-off to find its part by', () => {
    const blind = result.curves.map((curve) => ({ ...curve, toeOffPct: null }));
    const ids = normMarks({ ...result, curves: blind, capture: { ...result.capture, speedMs: 2.5 } }).map((m) => m.id);
    expect(ids).toContain('kneeFlexionAtContact');
    expect(ids).not.toContain('kneeFlexionPeakSwing');
  });
});
