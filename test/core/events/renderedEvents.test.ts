import { describe, expect, it } from 'vitest';
import { compareEvents, readTrial } from '../../support/readTrial.ts';
import { recordedLandmarks } from '../../support/recordedLandmarks.ts';
import { type Clip, loadTruth, truthEvents, truthPose } from '../../support/rendered.ts';

// A rendered foot is locked to the belt from its first touch, which in some motions comes after it has slowed down and in some before: the rule,
// measured on force plates, is −13 to +9 ms away from that.
const CONTACT_MS = 14;
const TOE_OFF_MS = 10;

describe('the true landmarks of rendered runners and a walker', () => {
  it.each<[Clip, 'run' | 'walk']>([
    ['dev01_run_before_right60', 'run'],
    ['dev02_run_after_right60', 'run'],
    ['dev03_run_left120_kneeL', 'run'],
    ['dev04_walk_right60', 'walk'],
    ['dev06_run_yaw10_30', 'run'],
    ['demo_before_left60', 'run'],
    ['demo_before_right60', 'run'],
  ])('give every contact and toe-off of %s, none twice, and its gait', (clip, gait) => {
    const truth = loadTruth(clip);
    for (const noisePx of [0, 2]) {
      const pose = truthPose(truth, { noisePx });
      const { found } = readTrial(pose);
      const span = [0, pose.timeS[pose.timeS.length - 1]!] as const;
      const contacts = compareEvents(found.events, truthEvents(truth), 'initial-contact', span);
      const toeOffs = compareEvents(found.events, truthEvents(truth), 'toe-off', span);
      expect(found.gait).toBe(gait);
      expect(contacts.maeMs).toBeLessThan(CONTACT_MS);
      expect(toeOffs.maeMs).toBeLessThan(TOE_OFF_MS);
      expect([contacts.missed, contacts.extra, toeOffs.missed, toeOffs.extra]).toEqual([0, 0, 0, 0]);
    }
  });

  it('give the belt speed in the plane of each foot within 2.5 %', () => {
    for (const clip of ['dev01_run_before_right60', 'demo_before_left60', 'dev04_walk_right60'] as const) {
      const truth = loadTruth(clip);
      const { found } = readTrial(truthPose(truth, { noisePx: 1 }));
      for (const [side, s] of [
        ['left', 'l'],
        ['right', 'r'],
      ] as const) {
        expect(Math.abs(found.beltPxPerS[side]! / trueFootSpeed(truth, s) - 1)).toBeLessThan(0.025);
      }
    }
  });

  it('show the injured runner’s shorter contact, and none in a sound runner', () => {
    const injured = readTrial(truthPose(loadTruth('demo_before_left60'), { noisePx: 2 })).found.foldedContactS;
    expect(injured.left!.value - injured.right!.value).toBeGreaterThan(0.015);
    expect(injured.left!.value - injured.right!.value).toBeLessThan(0.028);
    const sound = readTrial(truthPose(loadTruth('dev01_run_before_right60'), { noisePx: 2 })).found.foldedContactS;
    expect(Math.abs(sound.left!.value - sound.right!.value)).toBeLessThan(0.008);
  });
});

describe('the landmarks that the network drew on rendered clips', () => {
  it('of a runner give every contact within 10 ms and every toe-off within 6', () => {
    const pose = recordedLandmarks('demo_before_left60');
    const truth = truthEvents(loadTruth('demo_before_left60'));
    const { found } = readTrial(pose);
    const contacts = compareEvents(found.events, truth, 'initial-contact', [0, 12]);
    const toeOffs = compareEvents(found.events, truth, 'toe-off', [0, 12]);
    expect(contacts.maeMs).toBeLessThan(10);
    expect(toeOffs.maeMs).toBeLessThan(6);
    expect([contacts.missed, contacts.extra, toeOffs.missed, toeOffs.extra]).toEqual([0, 0, 0, 0]);
    const { left, right } = found.foldedContactS;
    expect(left!.value - right!.value).toBeGreaterThan(0.015);
  });

  it('of a walker filmed for four strides give every contact within 10 ms and the toe-offs within 15', () => {
    const pose = recordedLandmarks('dev04_walk_right60');
    const truth = truthEvents(loadTruth('dev04_walk_right60'));
    const { found } = readTrial(pose);
    const contacts = compareEvents(found.events, truth, 'initial-contact', [0, 4.5]);
    const toeOffs = compareEvents(found.events, truth, 'toe-off', [0, 4.5]);
    expect(found.gait).toBe('walk');
    expect(contacts.maeMs).toBeLessThan(10);
    expect(toeOffs.maeMs).toBeLessThan(15);
    expect([contacts.missed, contacts.extra, toeOffs.extra]).toEqual([0, 0, 0]);
    expect(toeOffs.missed).toBe(0);
  });
});

/** Speed of the toe in the picture while the foot stands flat, px/s. */
function trueFootSpeed(truth: ReturnType<typeof loadTruth>, side: 'l' | 'r'): number {
  const from = truth.gait === 'walk' ? 0.16 : 0.06;
  const speeds = truth.events
    .filter((event) => event.side === side && event.type === 'IC')
    .flatMap((event) => {
      const flat = truth.frames.filter((frame) => frame.t > event.t + from && frame.t < event.t + from + 0.08);
      const [first, last] = [flat[0], flat[flat.length - 1]];
      if (!first || !last || flat.length < 3) return [];
      return Math.abs(last.px[`toe_${side}`]![0] - first.px[`toe_${side}`]![0]) / (last.t - first.t);
    })
    .sort((a, b) => a - b);
  return speeds[speeds.length >> 1]!;
}
