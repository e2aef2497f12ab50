// What a flat foot is taken from: quiet standing, otherwise mid-stance.
import { describe, expect, it } from 'vitest';
import { findFootReference } from '../../../core/angles/footReference.ts';
import { findQuietStanding } from '../../../core/angles/quietStanding.ts';
import { toSagittal } from '../../../core/events/toSagittal.ts';
import { cleanPose } from '../../../core/signal/cleanPose.ts';
import { cutStrides } from '../../../core/strides/cutStrides.ts';
import { loadTruth, truthEvents, truthPose } from '../../support/rendered.ts';
import { clock, stickBody, stillPose } from '../../support/stickBody.ts';

const LEGS = { 23: [100, 100], 24: [100, 100], 25: [105, 200], 26: [98, 200], 27: [100, 298], 28: [95, 298] } as const;

describe('quiet standing', () => {
  it('is found when ankles and knees stay where they are', () => {
    expect(findQuietStanding(stillPose(clock(120, 60), LEGS))).toEqual({ fromFrame: 0, toFrame: 119 });
  });

  it('ends before the first step', () => {
    const pose = stillPose(clock(240, 60), LEGS);
    for (let i = 120; i < 240; i++) pose.points[27]!.x[i] = 100 + 3 * (i - 119);
    const found = findQuietStanding(pose);
    // The ankle leaves its 4 % at frame 122; 0.2 s before that the weight begins to shift.
    expect(found?.toFrame).toBeGreaterThan(100);
    expect(found?.toFrame).toBeLessThan(118);
  });

  it('is not a pause of half a second, nor a running clip, nor an empty one', () => {
    const brief = stillPose(clock(240, 60), LEGS);
    for (let i = 30; i < 240; i++) brief.points[28]!.x[i] = 95 + 5 * (i - 29);
    expect(findQuietStanding(brief)).toBeNull();
    const { clean } = cleanPose(truthPose(loadTruth('dev01_run_before_right60')), { slowMotion: 1, gait: 'auto' });
    expect(findQuietStanding(clean)).toBeNull();
    expect(findQuietStanding(stillPose(clock(0, 60), {}))).toBeNull();
    expect(findQuietStanding(stillPose(clock(100, 60), {}))).toBeNull();
  });
});

describe('the flat foot', () => {
  it('is what it was in quiet standing when there is any', () => {
    const body = stickBody(clock(60, 60), () => ({
      left: { thigh: 0, shank: 0, foot: -4 },
      right: { thigh: 0, shank: 0, foot: 3 },
      trunkLean: 0,
    }));
    const reference = findFootReference(body, [], { fromFrame: 0, toFrame: 40 });
    expect(reference.source).toBe('standing');
    expect(reference.flatDeg.left).toBeCloseTo(-4, 9);
    expect(reference.flatDeg.right).toBeCloseTo(3, 9);
  });

  it('is none when no foot was ever on the belt', () => {
    const body = stickBody(clock(60, 60), () => ({
      left: { thigh: 0, shank: 0, foot: 0 },
      right: { thigh: 0, shank: 0, foot: 0 },
      trunkLean: 0,
    }));
    expect(findFootReference(body, [], null)).toEqual({
      source: 'none',
      flatDeg: { left: Number.NaN, right: Number.NaN },
    });
  });

  // The camera looks down on the near foot, so each leg's flat foot is drawn 1.3° off, the one up and the other down: their mean is
  // the true one. 0.3° is the filter's.
  it.each([
    'dev01_run_before_right60',
    'dev02_run_after_right60',
    'dev03_run_left120_kneeL',
    'dev04_walk_right60',
  ] as const)('at mid-stance is the true one (%s)', (clip) => {
    const truth = loadTruth(clip);
    const { clean } = cleanPose(truthPose(truth), { slowMotion: 1, gait: 'auto' });
    const body = toSagittal(clean, { facing: truth.view === 'right' ? 1 : -1, rollDeg: 0 });
    const { source, flatDeg } = findFootReference(body, cutStrides(truthEvents(truth)), null);
    expect(source).toBe('mid-stance');
    expect(Math.abs((flatDeg.left + flatDeg.right) / 2 - truth.footFlatAngle_deg)).toBeLessThan(0.3);
  });
});
