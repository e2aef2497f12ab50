// Weak films, corrections and wrong calls: flags, rows that can be undone, and refusals by name.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../core/analyze.ts';
import { LEG_LANDMARKS } from '../../core/landmarks.ts';
import type { AnalyzeOptions, TrialResult } from '../../core/types.ts';
import { find, trial } from '../support/analysed.ts';
import { framesOf, noisy, shifted, without } from '../support/changedPose.ts';

describe('weak films give flags and refusals, never an error', () => {
  const { pose, truth } = trial('demo_before_left60');
  const options = { speedMs: truth.speed_mps };
  const codes = (result: TrialResult) => result.quality.map((flag) => flag.code);
  const nothing = (result: TrialResult) => result.parameters.every((p) => p.value === null && p.reason !== null);

  it('no frames, three frames', () => {
    for (const frames of [0, 3, 8, 20]) {
      const result = analyze(
        framesOf(pose, (frame) => frame < frames),
        options,
      );
      expect(nothing(result), `${frames} frames`).toBe(true);
      expect(result.quality.some((flag) => flag.severity === 'stop')).toBe(true);
    }
  });

  it('nobody in the picture', () => {
    const result = analyze(
      without(
        pose,
        Array.from({ length: 33 }, (_, k) => k),
      ),
      options,
    );
    expect(result.gait).toBe('standing');
    expect(nothing(result)).toBe(true);
    expect(codes(result)).toEqual(expect.arrayContaining(['person-lost', 'standing']));
  });

  it('somebody who stands', () => {
    const frame = (series: Float32Array) => series.map((_, at) => series[at % 33]!);
    const result = analyze({ ...pose, xPx: frame(pose.xPx), yPx: frame(pose.yPx) }, options);
    expect(result.gait).toBe('standing');
    expect(nothing(result)).toBe(true);
  });

  it('no feet: no contacts are invented', () => {
    const feet = [29, 30, 31, 32];
    const result = analyze(without(pose, feet), options);
    expect(find(result, 'ankleAtContact', 'left').value).toBeNull();
    expect(result.capture.footReference).toBe('none');
  });

  it('no shoulders: the trunk is missing, the legs are measured', () => {
    const result = analyze(without(pose, [11, 12]), options);
    expect(find(result, 'trunkLean').value).toBeNull();
    expect(find(result, 'hipFlexionPeak', 'left').value).toBeNull();
    expect(find(result, 'kneeFlexionPeakSwing', 'left').quality).toBe('good');
    expect(result.capture.yawDeg).toBeNull();
  });

  it('a far leg that is never seen: the near one is measured, the far one refused', () => {
    const right = Object.values(LEG_LANDMARKS.right);
    const result = analyze(without(pose, right), options);
    expect(find(result, 'kneeFlexionPeakSwing', 'right').value).toBeNull();
    expect(result.asymmetry.every((row) => row.verdict === 'not-measurable')).toBe(true);
  });

  it('half a second without a person: those strides are left out, with the reason', () => {
    const all = Array.from({ length: 33 }, (_, k) => k);
    const result = analyze(
      without(pose, all, (frame) => frame >= 300 && frame < 330),
      options,
    );
    expect(codes(result)).toContain('person-lost');
    expect(find(result, 'cadence').value).toBeCloseTo(160, -0.5);
    expect(result.strides.filter((stride) => stride.excluded !== null).length).toBeGreaterThan(0);
  });

  it('a runner half out of the picture', () => {
    const codesOf = codes(analyze(shifted(pose, 0, 80), options));
    expect(codesOf).toContain('feet-cut-off');
  });

  it('random points', () => {
    const noise = noisy(pose, 400, 7);
    expect(() => analyze(noise, options)).not.toThrow();
  });

  it('no number is NaN or infinite anywhere', () => {
    for (const change of [pose, without(pose, [29, 30]), without(pose, [23, 24]), framesOf(pose, (f) => f < 70)]) {
      const result = analyze(change, options);
      for (const p of result.parameters) {
        for (const number of [p.value, p.sd, p.sigma, p.n])
          if (number !== null) expect(Number.isFinite(number), p.id).toBe(true);
        expect(p.quality === 'good').toBe(p.reason === null);
      }
      for (const curve of result.curves)
        for (const deg of curve.meanDeg) if (deg !== null) expect(Number.isFinite(deg)).toBe(true);
      for (const row of result.asymmetry) if (row.threshold !== null) expect(row.threshold).toBeGreaterThan(0);
      const { metresPerPixel, yawDeg, rollDeg } = result.capture;
      for (const number of [metresPerPixel, yawDeg, rollDeg])
        if (number !== null) expect(Number.isFinite(number)).toBe(true);
    }
  });
});

describe('edits', () => {
  const { pose, truth, result } = trial('demo_before_left60');
  const options = { speedMs: truth.speed_mps, inclinePct: 0 };

  it('of a contact change the strides beside it; taking them back changes nothing', () => {
    const event = result.events.find((one) => one.kind === 'initial-contact' && one.side === 'left' && one.timeS > 3)!;
    const moved = {
      kind: 'event-moved',
      event: event.kind,
      side: 'left',
      timeS: event.timeS,
      newTimeS: event.timeS + 0.02,
    } as const;
    const edited = analyze(pose, options, [moved]);
    expect(edited.events.filter((one) => one.source === 'edited')).toHaveLength(1);
    expect(
      edited.strides.filter((s, i) => s.startS !== result.strides[i]!.startS || s.endS !== result.strides[i]!.endS),
    ).toHaveLength(2);
    expect(analyze(pose, options, [])).toEqual(result);
  });

  it('a removed contact costs its strides and invents none', () => {
    const event = result.events.find((one) => one.kind === 'initial-contact' && one.side === 'right' && one.timeS > 3)!;
    const edited = analyze(pose, options, [
      { kind: 'event-removed', event: event.kind, side: 'right', timeS: event.timeS },
    ]);
    expect(edited.strides.filter((s) => s.excluded === 'a contact in between was not seen')).toHaveLength(1);
    expect(find(edited, 'strideTime', 'right').n).toBe(find(result, 'strideTime', 'right').n - 2);
  });

  it('an excluded stride is listed and not counted', () => {
    const stride = result.strides.find((one) => one.side === 'left' && one.startS > 4)!;
    const edited = analyze(pose, options, [{ kind: 'stride-excluded', side: 'left', timeS: stride.startS }]);
    expect(edited.strides.find((one) => one.startS === stride.startS)?.excluded).toBe('left out by hand');
    expect(find(edited, 'cadence').n).toBe(find(result, 'cadence').n - 1);
  });

  it('a dragged landmark moves the angles around it', () => {
    const frame = 300;
    const at = frame * 33 + 25;
    const dragged = {
      kind: 'landmark-moved',
      frame,
      landmark: 25,
      xPx: pose.xPx[at]! + 20,
      yPx: pose.yPx[at]!,
    } as const;
    const edited = analyze(pose, options, [dragged]);
    const knee = (r: TrialResult) =>
      r.angles.find((channel) => channel.id === 'kneeFlexion' && channel.side === 'left')!.deg;
    expect(Math.abs(knee(edited)[frame]! - knee(result)[frame]!)).toBeGreaterThan(2);
    expect(knee(edited)[frame + 60]).toBeCloseTo(knee(result)[frame + 60]!, 2);
  });
});

describe('what a caller gets wrong is refused by name', () => {
  const { pose } = trial('dev04_walk_right60');
  it.each([
    [{ speedMs: -1 }, RangeError, 'speedMs'],
    [{ speedMs: 40 }, RangeError, 'speedMs'],
    [{ speedMs: Number.NaN }, RangeError, 'speedMs'],
    [{ slowMotion: 0 }, RangeError, 'slowMotion'],
    [{ heightM: 180 }, RangeError, 'heightM'],
    [{ view: 'front' }, RangeError, 'view'],
    [{ gait: 7 }, TypeError, 'gait'],
    [{ speedMs: '3' }, TypeError, 'speedMs'],
    [{ slowMotion: null }, TypeError, 'slowMotion'],
  ])('%j', (options, kind, name) => {
    expect(() => analyze(pose, options as Partial<AnalyzeOptions>)).toThrow(kind);
    expect(() => analyze(pose, options as Partial<AnalyzeOptions>)).toThrow(name);
  });

  it('series that do not fit together, and a clock that runs backwards', () => {
    expect(() => analyze({ ...pose, xPx: new Float32Array(3) })).toThrow('xPx');
    expect(() => analyze({ ...pose, widthPx: 0 })).toThrow('widthPx');
    expect(() => analyze({ ...pose, timeS: pose.timeS.map(() => 1) })).toThrow('timeS');
  });

  it('an option left undefined is the default', () => {
    expect(analyze(pose, { speedMs: undefined }).capture.speedMs).toBeNull();
  });
});
