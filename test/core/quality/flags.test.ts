// Each weakness raises its own flag, a good film raises none, and every message says how to film it better.
import { describe, expect, it } from 'vitest';
import { findScale } from '../../../core/parameters/scale.ts';
import { frameRateFlag, obliqueFlag, unstableFlag, variableRateFlag } from '../../../core/quality/filmFlags.ts';
import { fewStridesFlag, gaitFlag, scaleFlag, slowMotionFlag, speedFlag } from '../../../core/quality/gaitFlags.ts';
import { farLegFlag, feetCutOffFlag, legsRepairedFlag, personLostFlag } from '../../../core/quality/runnerFlags.ts';
import type { CutStride } from '../../../core/strides/cutStrides.ts';
import type { LegReport, RawPose } from '../../../core/types.ts';
import { clock, stickBody } from '../../support/stickBody.ts';

const legs = (more: Partial<LegReport> = {}): LegReport => ({
  seenShare: { left: 1, right: 1 },
  repaired: [],
  collapsedFrames: 0,
  ...more,
});

function pose(frames: number, at: (frame: number) => [number, number]): RawPose {
  const xPx = new Float32Array(frames * 33);
  const yPx = new Float32Array(frames * 33);
  for (let i = 0; i < frames * 33; i++) [xPx[i], yPx[i]] = at(Math.floor(i / 33));
  return {
    widthPx: 1280,
    heightPx: 720,
    timeS: clock(frames, 60),
    xPx,
    yPx,
    score: xPx.map(() => 1),
    worldM: null,
    flags: [],
  };
}

describe('the film', () => {
  it('below 50 frames/s is slow, below 24 too slow', () => {
    expect(frameRateFlag(60)).toBeNull();
    expect(frameRateFlag(30)?.severity).toBe('caution');
    expect(frameRateFlag(20)?.severity).toBe('stop');
    expect(frameRateFlag(30)?.message).toContain('60 frames per second');
    expect(frameRateFlag(Number.NaN)).toBeNull();
  });

  it('with uneven frames says so, with rounded timestamps does not', () => {
    const rounded = Float64Array.from({ length: 300 }, (_, i) => Math.round((1000 * i) / 30) / 1000);
    expect(variableRateFlag(rounded)).toBeNull();
    const gappy = Float64Array.from({ length: 300 }, (_, i) => (i + Math.floor(i / 10)) / 30);
    expect(variableRateFlag(gappy)?.code).toBe('variable-rate');
    expect(variableRateFlag(new Float64Array(0))).toBeNull();
  });

  it('from an oblique camera: 5° warns, 10° refuses comparison', () => {
    expect(obliqueFlag(4)).toBeNull();
    expect(obliqueFlag(null)).toBeNull();
    expect(obliqueFlag(7)?.message).toContain('read 1–3° wrong');
    expect(obliqueFlag(14)?.message).toContain('not compared with healthy runners');
  });

  it('from a moving camera: the floor wanders', () => {
    const timeS = clock(600, 60);
    const strides = Array.from(
      { length: 12 },
      (_, k): CutStride => ({
        side: k % 2 ? 'left' : 'right',
        startS: 0.7 * k,
        toeOffS: null,
        endS: 0.7 * k + 0.7,
        otherContactS: null,
        otherToeOffS: null,
        excluded: null,
      }),
    );
    const straight = { thigh: 0, shank: 0, foot: 0 };
    const steady = stickBody(timeS, () => ({ left: straight, right: straight, trunkLean: 0 }));
    expect(unstableFlag(steady, strides, 200)).toBeNull();
    const sway = (i: number) => 12 * Math.sin(0.9 * timeS[i]!);
    const toe = (y: Float64Array) => ({ x: steady.left.toe.x, y: y.map((v, i) => v + sway(i)) });
    const moving = {
      ...steady,
      left: { ...steady.left, toe: toe(steady.left.toe.y) },
      right: { ...steady.right, toe: toe(steady.right.toe.y) },
    };
    expect(unstableFlag(moving, strides, 200)?.code).toBe('unstable-camera');
    expect(unstableFlag(moving, strides.slice(0, 4), 200)).toBeNull();
  });
});

describe('the runner', () => {
  it('with feet at the edge is cut off', () => {
    expect(feetCutOffFlag(pose(100, () => [600, 400]))).toBeNull();
    expect(feetCutOffFlag(pose(100, (i) => [600, i < 10 ? 719 : 400]))?.severity).toBe('caution');
    expect(feetCutOffFlag(pose(100, (i) => [600, i < 60 ? 730 : 400]))?.severity).toBe('stop');
  });

  it('who is not found is lost', () => {
    expect(personLostFlag(pose(100, () => [600, 400]))).toBeNull();
    expect(personLostFlag(pose(100, (i) => [i < 10 ? Number.NaN : 600, 400]))?.severity).toBe('caution');
    expect(personLostFlag(pose(100, () => [Number.NaN, Number.NaN]))?.severity).toBe('stop');
    expect(personLostFlag(pose(0, () => [0, 0]))?.severity).toBe('stop');
  });

  it('whose far leg was hidden, by side', () => {
    expect(farLegFlag(legs(), 'left', 100)).toBeNull();
    expect(farLegFlag(legs({ seenShare: { left: 1, right: 0.7 } }), 'left', 100)?.message).toContain('right leg');
    expect(farLegFlag(legs({ seenShare: { left: 1, right: 0.7 } }), 'right', 100)).toBeNull();
    expect(farLegFlag(legs({ collapsedFrames: 20 }), 'right', 100)?.code).toBe('far-leg-hidden');
    expect(farLegFlag(legs({ seenShare: { left: 1, right: 0.7 } }), 'posterior', 100)).toBeNull();
  });

  it('whose legs were exchanged back is told, with how often', () => {
    expect(legsRepairedFlag(legs())).toBeNull();
    const flag = legsRepairedFlag(
      legs({
        repaired: [
          { fromFrame: 3, toFrame: 5 },
          { fromFrame: 9, toFrame: 9 },
        ],
      }),
    );
    expect(flag?.message).toContain('2 places (4 frames)');
  });
});

describe('the gait', () => {
  it('of fewer than ten strides warns, of fewer than five stops', () => {
    expect(fewStridesFlag({ left: 10, right: 12 })).toBeNull();
    expect(fewStridesFlag({ left: 12, right: 7 })).toMatchObject({ severity: 'caution' });
    expect(fewStridesFlag({ left: 1, right: 7 })?.message).toContain('Only 1 stride of the left leg');
    expect(fewStridesFlag({ left: 1, right: 7 })?.severity).toBe('stop');
  });

  it('that is mixed or none stops', () => {
    expect(gaitFlag('run')).toBeNull();
    expect(gaitFlag('mixed')?.code).toBe('mixed-gait');
    expect(gaitFlag('standing')?.code).toBe('standing');
  });

  it('with a cadence nobody has was slowed down', () => {
    expect(slowMotionFlag('run', 0.75)).toBeNull();
    expect(slowMotionFlag('run', 1.5)?.code).toBe('slow-motion-unknown');
    expect(slowMotionFlag('walk', 1.1)).toBeNull();
    expect(slowMotionFlag('standing', null)).toBeNull();
  });
});

describe('speed, belt and height', () => {
  const size = { legPx: { left: 300, right: 300 }, staturePx: 600 };
  const flagFor = (speedMs: number | null, heightM: number | null) =>
    speedFlag(findScale({ speedMs, heightM }, { left: 1000, right: 1000 }, size), { speedMs, heightM });

  it('that agree raise nothing', () => {
    expect(flagFor(3, 1.8)).toBeNull();
    expect(flagFor(3, null)).toBeNull();
    expect(flagFor(null, 1.8)).toBeNull();
  });

  it('a speed typed in km/h is caught with or without the height', () => {
    expect(flagFor(10.8, 1.8)?.code).toBe('speed-mismatch');
    expect(flagFor(10.8, null)?.message).toContain('6.48 m tall');
  });

  it('a frame rate that is wrong by half is caught without the height, by 15 % with it', () => {
    expect(flagFor(1.5, null)?.code).toBe('speed-mismatch');
    expect(flagFor(3 * 1.15, 1.8)?.code).toBe('speed-mismatch');
    expect(flagFor(3 * 1.08, 1.8)).toBeNull();
  });

  it('without any of them lengths are said to be missing', () => {
    const none = findScale({ speedMs: null, heightM: null }, { left: 1000, right: 1000 }, size);
    expect(scaleFlag(none)?.code).toBe('scale-unknown');
    expect(scaleFlag(findScale({ speedMs: 3, heightM: null }, { left: null, right: null }, size))).toBeNull();
  });
});
