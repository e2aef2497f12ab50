// A healthy band is shown where one is honest; everywhere else the reason is.
import { describe, expect, it } from 'vitest';
import { NORM_SOURCES } from '../../../core/norms/bands.ts';
import { normFor } from '../../../core/norms/normFor.ts';

describe('bands', () => {
  it('at the speed of the source are the published mean and SD', () => {
    const { band } = normFor('kneeFlexionPeakSwing', 2.5, 'run');
    expect(band).toMatchObject({ mean: 91.83, sd: 8.79 });
    // The published 5th and 95th percentiles are 78.0 and 107.4: near normal.
    expect(band!.low).toBeCloseTo(78, -0.5);
    expect(band!.high).toBeCloseTo(107.4, -0.5);
  });

  it('move with speed and widen by a fifth', () => {
    const { band } = normFor('kneeFlexionPeakSwing', 3.5, 'run');
    expect(band!.mean).toBeCloseTo(91.83 + 13.3, 6);
    expect(band!.sd).toBeCloseTo(1.2 * 8.79, 6);
  });

  it('run on a line between speeds', () => {
    expect(normFor('cadence', 3, 'run').band!.mean).toBeCloseTo(166.5, 9);
    expect(normFor('stancePct', 1.24, 'walk').band!.mean).toBeCloseTo(60.3, 9);
    expect(normFor('cadence', 0.5, 'walk').band!.mean).toBe(78);
  });

  it('end where the source ends', () => {
    expect(normFor('kneeFlexionPeakSwing', 5, 'run')).toEqual({ band: null, why: 'The band holds from 2 to 4.5 m/s.' });
    expect(normFor('shankAngleAtContact', 3.5, 'run').band).toBeNull();
    expect(normFor('kneeFlexionPeakSwing', null, 'run').why).toContain('not known');
  });

  it('of foot and ankle belong to the flat foot they are counted from', () => {
    expect(normFor('footAngleAtContact', 2.5, 'run', { footReference: 'standing' }).band!.mean).toBe(10.48);
    expect(normFor('footAngleAtContact', 2.5, 'run', { footReference: 'mid-stance' }).band!.mean).toBe(13.3);
    expect(normFor('ankleDorsiflexionPeak', 2.5, 'run', { footReference: 'standing' }).band).not.toBeNull();
    expect(normFor('ankleDorsiflexionPeak', 2.5, 'run', { footReference: 'mid-stance' }).why).toContain(
      'quiet standing',
    );
  });

  it('are refused past 10° of yaw for angles, not for cadence, and on a slope for both', () => {
    expect(normFor('kneeFlexionPeakSwing', 2.5, 'run', { yawDeg: 12 }).why).toContain('turned');
    expect(normFor('cadence', 2.5, 'run', { yawDeg: 12 }).band).not.toBeNull();
    expect(normFor('cadence', 2.5, 'run', { inclinePct: 6 }).band).toBeNull();
  });

  it('never set a 3-D hip behind a 2-D one, nor a force threshold behind ours', () => {
    expect(normFor('hipFlexionPeak', 2.5, 'run').why).toContain('3-D');
    expect(normFor('dutyFactor', 2.5, 'run').why).toContain('threshold');
    expect(normFor('overstride', 2.5, 'run').why).toContain('No published band');
    expect(normFor('kneeFlexionPeakSwing', 2.5, 'mixed').band).toBeNull();
  });

  it('all name population and source, and lie inside their own speeds', () => {
    for (const source of NORM_SOURCES) {
      expect(source.population.length, source.id).toBeGreaterThan(10);
      expect(source.source.length, source.id).toBeGreaterThan(10);
      expect(source.fromMs).toBeLessThan(source.toMs);
      for (const point of source.points) expect(point.sd, source.id).toBeGreaterThan(0);
    }
  });
});
