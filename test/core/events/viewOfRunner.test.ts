import { describe, expect, it } from 'vitest';
import { findFacing } from '../../../core/events/findFacing.ts';
import { toSagittal } from '../../../core/events/toSagittal.ts';
import { LANDMARK } from '../../../core/landmarks.ts';
import { cleanPose } from '../../../core/signal/cleanPose.ts';
import type { CleanPose, RawPose } from '../../../core/types.ts';
import { recordedLandmarks } from '../../support/recordedLandmarks.ts';
import { type Clip, loadTruth, truthPose } from '../../support/rendered.ts';

function clean(pose: RawPose): CleanPose {
  return cleanPose(pose, { slowMotion: 1, gait: 'auto' }).clean;
}

describe('where a runner was filmed from', () => {
  it.each<[Clip, 1 | -1, 'left' | 'right']>([
    ['demo_before_left60', -1, 'left'],
    ['demo_before_right60', 1, 'right'],
    ['dev03_run_left120_kneeL', -1, 'left'],
    ['dev04_walk_right60', 1, 'right'],
    ['dev06_run_yaw10_30', 1, 'right'],
  ])('%s: the direction and the near leg are read from the picture', (clip, facing, nearSide) => {
    expect(findFacing(clean(truthPose(loadTruth(clip))))).toEqual({ facing, nearSide, posteriorLikely: false });
  });

  it('is from behind when the feet do not sweep and the hips stand apart', () => {
    const seen = findFacing(clean(truthPose(loadTruth('dev05_run_post60_dropL'))));
    expect(seen).toEqual({ facing: null, nearSide: null, posteriorLikely: true });
  });

  it('is the same in the network’s own landmarks', () => {
    expect(findFacing(clean(recordedLandmarks('demo_before_left60'))).facing).toBe(-1);
    expect(findFacing(clean(recordedLandmarks('dev04_walk_right60'))).facing).toBe(1);
  });
});

describe('the sagittal frame', () => {
  const one = (x: number, y: number): CleanPose => ({
    timeS: Float64Array.of(0),
    points: Array.from({ length: 33 }, (_, landmark) => ({
      x: Float64Array.of(landmark === LANDMARK.leftHip || landmark === LANDMARK.rightHip ? 100 : x),
      y: Float64Array.of(landmark === LANDMARK.leftHip || landmark === LANDMARK.rightHip ? 200 : y),
    })),
  });
  const ahead = (body: ReturnType<typeof toSagittal>): [number, number] => [
    body.left.knee.x[0]! - body.midHip.x[0]!,
    body.left.knee.y[0]! - body.midHip.y[0]!,
  ];

  it('has x forward and y up, whichever way the runner faces', () => {
    expect(ahead(toSagittal(one(130, 240), { facing: 1, rollDeg: 0 }))).toEqual([30, -40]);
    expect(ahead(toSagittal(one(70, 240), { facing: -1, rollDeg: 0 }))).toEqual([30, -40]);
  });

  it('takes a clockwise camera roll out: a line that climbs to the right becomes level', () => {
    const roll = 3;
    const climb = 50 * Math.tan((roll * Math.PI) / 180);
    const [x, y] = ahead(toSagittal(one(150, 200 - climb), { facing: 1, rollDeg: roll }));
    expect(y).toBeCloseTo(0, 9);
    expect(x).toBeCloseTo(50 / Math.cos((roll * Math.PI) / 180), 9);
    const left = ahead(toSagittal(one(50, 200 + climb), { facing: -1, rollDeg: roll }));
    expect(left[1]).toBeCloseTo(0, 9);
  });

  it('keeps what is missing missing', () => {
    const body = toSagittal(one(Number.NaN, Number.NaN), { facing: 1, rollDeg: 0 });
    expect(Number.isNaN(body.left.toe.x[0]!)).toBe(true);
    expect(Number.isNaN(body.midShoulder.x[0]!)).toBe(true);
    expect(body.midHip.x[0]).toBe(100);
  });
});
