// Numbers of a runner whose contacts a force plate recorded, filmed as points.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../core/analyze.ts';
import { find, value } from '../../support/analysed.ts';
import { film, MOCAP_ABSENT, runningMarkers } from '../../support/mocap.ts';

/** Truth from force: the README beside the recording. */
const TRUTH = {
  cadence: 156.8,
  contactS: { left: 0.2753, right: 0.2779 },
  flightS: 0.106,
  strideM: 1.913,
  duty: 0.3615,
  bobM: 0.0952,
};

describe.skipIf(MOCAP_ABSENT)(
  `a force-plate runner at 2.5 m/s${MOCAP_ABSENT ? ` (skipped: ${MOCAP_ABSENT})` : ''}`,
  () => {
    it.each([
      [60, 5],
      [60, 10],
      [30, 10],
      [120, 5],
    ])('%d frames/s, %d mm noise: cadence, contact, flight, stride and oscillation', (rateHz, noiseMm) => {
      const { pose } = film(runningMarkers(), { rateHz, noiseMm });
      const result = analyze(pose, { speedMs: 2.5, inclinePct: 0 });
      expect(result.gait).toBe('run');
      expect(Math.abs(value(result, 'cadence') - TRUTH.cadence)).toBeLessThan(0.3);
      for (const side of ['left', 'right'] as const) {
        expect(Math.abs(value(result, 'contactTime', side) - TRUTH.contactS[side])).toBeLessThan(0.01);
        expect(Math.abs(value(result, 'flightTime', side) - TRUTH.flightS)).toBeLessThan(0.012);
        expect(Math.abs(value(result, 'dutyFactor', side) - TRUTH.duty)).toBeLessThan(0.015);
        expect(Math.abs(value(result, 'strideLength', side) / TRUTH.strideM - 1)).toBeLessThan(0.01);
        expect(find(result, 'strideTime', side).quality).toBe('good');
      }
      // 300 px/m in, 2.5 % allowed (measurement.md §0).
      expect(Math.abs(result.capture.metresPerPixel! * 300 - 1)).toBeLessThan(0.025);
      // The scale's 2.5 %, noise on the highest and lowest point of every step.
      expect(Math.abs(value(result, 'verticalOscillation') / TRUTH.bobM - 1)).toBeLessThan(0.08);
      // Lands on the forefoot.
      expect(find(result, 'strikePattern', 'right').label).toBe('forefoot');
    });

    it('differences between the legs stay within their error', () => {
      const { pose } = film(runningMarkers(), { rateHz: 60, noiseMm: 5 });
      const contact = analyze(pose, { speedMs: 2.5 }).asymmetry.find((row) => row.id === 'contactTime')!;
      expect(contact.verdict).toBe('within-error');
    });
  },
);
