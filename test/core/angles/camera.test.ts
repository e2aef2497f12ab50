// Yaw and roll of the camera, from rendered runners whose camera is known.
import { describe, expect, it } from 'vitest';
import { cameraYaw } from '../../../core/angles/cameraYaw.ts';
import { chooseView } from '../../../core/angles/chooseView.ts';
import { findCamera } from '../../../core/angles/findCamera.ts';
import { findEvents } from '../../../core/events/findEvents.ts';
import { toSagittal } from '../../../core/events/toSagittal.ts';
import { bodySize } from '../../../core/parameters/bodySize.ts';
import { cleanPose } from '../../../core/signal/cleanPose.ts';
import { cutStrides } from '../../../core/strides/cutStrides.ts';
import type { RawPose } from '../../../core/types.ts';
import { type Clip, loadTruth, truthPose } from '../../support/rendered.ts';
import { clock, stillPose } from '../../support/stickBody.ts';

function cameraOf(clip: Clip, change: (pose: RawPose) => RawPose = (pose) => pose, inclinePct: number | null = 0) {
  const truth = loadTruth(clip);
  const { clean } = cleanPose(change(truthPose(truth)), { slowMotion: 1, gait: 'auto' });
  const facing = truth.view === 'right' ? 1 : -1;
  const body = toSagittal(clean, { facing, rollDeg: 0 });
  const { staturePx } = bodySize(body);
  const found = findEvents(body, { gait: 'auto' });
  return findCamera(clean, body, cutStrides(found.events), staturePx, found.beltSlopeDeg, facing, { inclinePct });
}

/** The whole picture turned anticlockwise about its middle, as a camera that leans clockwise draws it. */
function rolled(pose: RawPose, deg: number): RawPose {
  const [cos, sin] = [Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)];
  const [cx, cy] = [pose.widthPx / 2, pose.heightPx / 2];
  const xPx = pose.xPx.map((x, i) => cx + (x - cx) * cos + (pose.yPx[i]! - cy) * sin);
  const yPx = pose.yPx.map((y, i) => cy + (y - cy) * cos - (pose.xPx[i]! - cx) * sin);
  return { ...pose, xPx, yPx };
}

describe('yaw', () => {
  // True joints: what is left is the unknown breadth of the person.
  it('of a camera turned by 10° is seen to within 2°', () => {
    expect(Math.abs(cameraOf('dev06_run_yaw10_30').yawDeg! - 10)).toBeLessThan(2);
  });

  it.each(['demo_before_left60', 'dev01_run_before_right60', 'dev02_run_after_right60', 'dev04_walk_right60'] as const)(
    'of a square camera is seen as less than 2° (%s)',
    (clip) => expect(cameraOf(clip).yawDeg).toBeLessThan(2),
  );

  it('cannot be told without shoulders and hips', () => {
    expect(cameraYaw(stillPose(clock(10, 60), { 27: [1, 1] }), 500)).toBeNull();
    expect(
      cameraYaw(stillPose(clock(10, 60), { 11: [0, 0], 12: [0, 0], 23: [0, 0], 24: [0, 0] }), Number.NaN),
    ).toBeNull();
  });
});

describe('roll', () => {
  it('of a level camera on a level belt is 0', () => {
    expect(cameraOf('demo_before_left60').rollDeg).toBe(0);
    expect(cameraOf('demo_before_right60').rollDeg).toBe(0);
  });

  // 1.2°: the foot rolls a little as the weight moves forwards over it.
  it.each([-4, 4])('of %d° is found from the deck, whichever way the runner faces', (deg) => {
    for (const clip of ['demo_before_left60', 'demo_before_right60'] as const) {
      expect(Math.abs(cameraOf(clip, (pose) => rolled(pose, deg)).rollDeg! - deg), clip).toBeLessThan(1.2);
    }
  });

  it('is not mistaken for the incline of the belt', () => {
    // A belt that climbs forwards by 5 % looks like a camera that leans by 2.9° for a runner who faces right.
    expect(cameraOf('demo_before_right60', (pose) => rolled(pose, 2.86), 5).rollDeg).toBe(0);
    expect(cameraOf('demo_before_right60', (pose) => rolled(pose, 2.86), null).rollDeg).toBeNull();
  });

  it('is left alone when the camera is oblique: the deck then slopes by perspective', () => {
    expect(cameraOf('dev06_run_yaw10_30').rollDeg).toBeNull();
  });
});

describe('the view', () => {
  const cleanOf = (clip: Clip) => cleanPose(truthPose(loadTruth(clip)), { slowMotion: 1, gait: 'auto' }).clean;

  it('is read from the picture', () => {
    expect(chooseView(cleanOf('demo_before_left60'), 'auto')).toEqual({ view: 'left', facing: -1 });
    expect(chooseView(cleanOf('dev04_walk_right60'), 'auto')).toEqual({ view: 'right', facing: 1 });
    expect(chooseView(cleanOf('dev05_run_post60_dropL'), 'auto')).toEqual({ view: 'posterior', facing: null });
  });

  it('is what the clinician says, but the direction is always the picture’s', () => {
    expect(chooseView(cleanOf('demo_before_left60'), 'right')).toEqual({ view: 'right', facing: -1 });
    expect(chooseView(cleanOf('demo_before_left60'), 'posterior')).toEqual({ view: 'posterior', facing: null });
    expect(chooseView(stillPose(clock(20, 60), {}), 'left')).toEqual({ view: 'left', facing: -1 });
  });
});
