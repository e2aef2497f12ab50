// The same film shot differently gives the same numbers; what is known of the runner decides which.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../core/analyze.ts';
import type { Side, TrialResult } from '../../core/types.ts';
import { find, trial, value } from '../support/analysed.ts';
import { exchanged, framesOf, heldBefore, mirrored, retimed, scaled, shifted } from '../support/changedPose.ts';

describe('the result does not depend on how the film was made', () => {
  const { pose, truth, result } = trial('demo_before_left60');
  const options = { speedMs: truth.speed_mps, inclinePct: 0 };

  /** Largest change of any value, as a share of its standard error; and the same variables measured. */
  function change(other: TrialResult, sideOf: (side: Side | null) => Side | null = (side) => side, timesM = 1): number {
    let worst = 0;
    for (const p of result.parameters) {
      const q = find(other, p.id, sideOf(p.side));
      expect(q.value === null, `${p.id} ${p.side}`).toBe(p.value === null);
      if (p.value === null) continue;
      worst = Math.max(worst, Math.abs(q.value! - p.value * (p.unit === 'm' ? timesM : 1)) / p.sigma!);
    }
    return worst;
  }
  const flip = (side: Side | null) => (side === null ? null : side === 'left' ? 'right' : 'left');

  // Pixels are stored as 32-bit floats: a thousandth of a standard error.
  it('mirrored, left and right are exchanged and nothing else', () => {
    const other = analyze(mirrored(pose), options);
    expect(other.capture).toMatchObject({ view: 'right', facing: 1 });
    expect(change(other, flip)).toBeLessThan(0.01);
  });

  it('shifted', () => expect(change(analyze(shifted(pose, 37, -20), options))).toBeLessThan(0.01));
  it('in another resolution', () => expect(change(analyze(scaled(pose, 1.5), options))).toBeLessThan(0.01));
  it('with another start of the clock', () => {
    const other = analyze(retimed(pose, 1, 1234.5), options);
    expect(change(other)).toBeLessThan(0.01);
    expect(other.events[0]!.timeS - result.events[0]!.timeS).toBeCloseTo(1234.5, 5);
  });

  it('in slow motion with the factor given', () => {
    const other = analyze(retimed(pose, 8), { ...options, slowMotion: 8 });
    expect(change(other)).toBeLessThan(0.01);
    expect(other.timeS.at(-1)).toBeCloseTo(result.timeS.at(-1)!, 6);
  });

  it('with left and right exchanged by whoever labelled them, the legs are exchanged', () => {
    const other = analyze(exchanged(pose), options);
    for (const id of ['kneeFlexionPeakSwing', 'contactTime'] as const) {
      expect(value(other, id, 'left')).toBeCloseTo(value(result, id, 'right'), 3);
    }
  });

  // Half the frames: one standard error for contact, which is then a folded mean.
  it('at half the frame rate', () => {
    const other = analyze(
      framesOf(pose, (frame) => frame % 2 === 0),
      options,
    );
    expect(Math.abs(value(other, 'cadence') - value(result, 'cadence'))).toBeLessThan(0.3);
    for (const side of ['left', 'right'] as const) {
      expect(Math.abs(value(other, 'contactTime', side) - value(result, 'contactTime', side))).toBeLessThan(0.015);
      expect(
        Math.abs(value(other, 'kneeFlexionPeakSwing', side) - value(result, 'kneeFlexionPeakSwing', side)),
      ).toBeLessThan(2.5);
    }
    expect(other.quality.map((flag) => flag.code)).toContain('low-frame-rate');
  });

  it('and is the same to the last bit every time', () => {
    expect(analyze(pose, options)).toEqual(result);
  });
});

describe('what is known of the runner', () => {
  const { pose, truth } = trial('demo_before_left60');

  it('without speed or height lengths are missing, angles and times are not', () => {
    const result = analyze(pose);
    expect(result.capture.scaleSource).toBe('none');
    expect(find(result, 'strideLength', 'left')).toMatchObject({ value: null, quality: 'not-measurable' });
    expect(find(result, 'verticalOscillation').value).toBeNull();
    expect(find(result, 'cadence').quality).toBe('good');
    expect(result.quality.map((flag) => flag.code)).toEqual(['scale-unknown']);
  });

  it('the height shows the belt speed to 6 %', () => {
    const result = analyze(pose, { heightM: truth.height_m });
    expect(result.capture.scaleSource).toBe('height');
    expect(Math.abs(value(result, 'beltSpeedEstimate') / truth.speed_mps - 1)).toBeLessThan(0.06);
    expect(Math.abs(value(result, 'strideLength', 'left') / truth.summary.strideLength_m!.l - 1)).toBeLessThan(0.06);
  });

  it.each([
    ['a speed in km/h', { speedMs: 10.8 }],
    ['a slow-motion factor of 2 too much', { speedMs: 3, slowMotion: 0.5 }],
    ['a slow-motion factor forgotten', { speedMs: 3, slowMotion: 2 }],
    ['a speed wrong by 20 % against the height', { speedMs: 3.6, heightM: 1.6631 }],
  ])('%s is caught', (_, options) => {
    const codes = analyze(pose, options).quality.map((flag) => flag.code);
    expect(codes.includes('speed-mismatch') || codes.includes('slow-motion-unknown')).toBe(true);
  });

  it('an oblique camera is told', () => {
    const { result } = trial('dev06_run_yaw10_30');
    expect(result.quality.map((flag) => flag.code)).toContain('oblique-camera');
    expect(find(result, 'kneeFlexionPeakSwing', 'right').quality).toBe('caution');
  });

  it('quiet standing before the run becomes the flat foot', () => {
    const still: [number, number][] = [];
    // Upright, facing left, both feet flat and level.
    for (const [landmark, x, y] of [
      [11, 630, 250],
      [12, 634, 250],
      [23, 632, 360],
      [24, 634, 360],
      [25, 630, 480],
      [26, 632, 480],
      [27, 634, 600],
      [28, 636, 600],
      [29, 650, 630],
      [30, 652, 630],
      [31, 570, 630],
      [32, 572, 630],
    ] as const)
      still[landmark] = [x, y];
    const result = analyze(heldBefore(pose, still, 120), { speedMs: truth.speed_mps });
    expect(result.capture.footReference).toBe('standing');
    expect(result.gait).toBe('run');
    // Mid-stance in this film lies some 3° below a level heel–toe line on the left foot.
    expect(value(result, 'footAngleAtContact', 'left')).toBeLessThan(
      value(trial('demo_before_left60').result, 'footAngleAtContact', 'left'),
    );
  });
});
