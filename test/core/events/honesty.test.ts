import { describe, expect, it } from 'vitest';
import { LANDMARK_COUNT, LEG_LANDMARKS } from '../../../core/landmarks.ts';
import type { RawPose, Side } from '../../../core/types.ts';
import { seeded } from '../../support/mocap.ts';
import { compareEvents, readTrial } from '../../support/readTrial.ts';
import { SYNTHETIC_RUN, SYNTHETIC_WALK, syntheticTrial } from '../../support/syntheticRunner.ts';

function hide(pose: RawPose, side: Side, fromS: number, toS: number): RawPose {
  const xPx = pose.xPx.slice();
  const { knee, ankle, heel, toe } = LEG_LANDMARKS[side];
  pose.timeS.forEach((t, i) => {
    if (t < fromS || t > toS) return;
    for (const landmark of [knee, ankle, heel, toe]) xPx[i * LANDMARK_COUNT + landmark] = Number.NaN;
  });
  return { ...pose, xPx };
}

function noisy(pose: RawPose, px: number): RawPose {
  const random = seeded(7);
  const shake = (values: Float32Array): Float32Array => values.map((v) => v + px * (random() + random() - 1));
  return { ...pose, xPx: shake(pose.xPx), yPx: shake(pose.yPx) };
}

function joined(a: RawPose, b: RawPose, rateHz: number): RawPose {
  const both = (x: Float32Array, y: Float32Array): Float32Array => Float32Array.from([...x, ...y]);
  const timeS = Float64Array.from({ length: a.timeS.length + b.timeS.length }, (_, i) => i / rateHz);
  return { ...a, timeS, xPx: both(a.xPx, b.xPx), yPx: both(a.yPx, b.yPx), score: both(a.score, b.score) };
}

function stillFrames(pose: RawPose, frames: number): RawPose {
  const still = (values: Float32Array): Float32Array => {
    const out = new Float32Array(frames * LANDMARK_COUNT);
    for (let i = 0; i < frames; i++) out.set(values.subarray(0, LANDMARK_COUNT), i * LANDMARK_COUNT);
    return out;
  };
  const timeS = Float64Array.from({ length: frames }, (_, i) => i / 60);
  return { ...pose, timeS, xPx: still(pose.xPx), yPx: still(pose.yPx), score: still(pose.score) };
}

const run = syntheticTrial(SYNTHETIC_RUN, 60, 10);
const walk = syntheticTrial(SYNTHETIC_WALK, 60, 10);

describe('what was not seen', () => {
  it('is missing, not invented: a hidden contact leaves a reason and no event', () => {
    const hidden = run.events.find((e) => e.kind === 'initial-contact' && e.side === 'left' && e.timeS > 4)!;
    const { found } = readTrial(noisy(hide(run.pose, 'left', hidden.timeS - 0.12, hidden.timeS + 0.12), 1));
    const near = found.events.filter((e) => e.side === 'left' && Math.abs(e.timeS - hidden.timeS) < 0.15);
    expect(near.filter((e) => e.kind === 'initial-contact')).toEqual([]);
    expect(found.rejected.some((r) => r.side === 'left' && Math.abs(r.timeS - hidden.timeS) < 0.2)).toBe(true);
    const others = compareEvents(found.events, run.events, 'initial-contact', [0, 10], 0.2);
    expect(others.missed).toBe(1);
    expect(others.maeMs).toBeLessThan(4);
  });

  it('does not spoil the other leg: a leg hidden throughout leaves the other’s events as they are', () => {
    const { found, cleaned } = readTrial(noisy(hide(run.pose, 'left', 0, 10), 1));
    expect(found.events.every((e) => e.side === 'right')).toBe(true);
    const right = run.events.filter((e) => e.side === 'right');
    expect(compareEvents(found.events, right, 'initial-contact', [0, 10], 0.2).missed).toBe(0);
    expect(found.beltPxPerS.left).toBeNull();
    expect(cleaned.legs.seenShare).toEqual({ left: 0, right: 1 });
  });

  it('stays out when the runner leaves the picture for a second and comes back', () => {
    const lost = hide(hide(run.pose, 'left', 4, 5), 'right', 4, 5);
    const { found } = readTrial(noisy(lost, 1));
    expect(found.events.filter((e) => e.timeS > 4.08 && e.timeS < 4.92)).toEqual([]);
    expect(found.events.filter((e) => e.timeS > 5.2 && e.timeS < 9.8).length).toBeGreaterThan(22);
  });
});

describe('the kind of gait', () => {
  it('is standing, with no events, for a person who stands', () => {
    const { found } = readTrial(noisy(stillFrames(run.pose, 300), 3));
    expect(found.gait).toBe('standing');
    expect(found.events).toEqual([]);
    expect(found.strideTimeS).toBeNull();
  });

  it('is a run when standing comes before it, and the standing has no events', () => {
    const { found } = readTrial(noisy(joined(stillFrames(run.pose, 180), run.pose, 60), 1));
    expect(found.gait).toBe('run');
    expect(found.events.filter((e) => e.timeS < 2.9)).toEqual([]);
    expect(found.events.length).toBeGreaterThan(50);
  });

  it('is mixed when a walk turns into a run', () => {
    const { found } = readTrial(noisy(joined(walk.pose, run.pose, 60), 1));
    expect(found.gait).toBe('mixed');
  });

  it('is what the clinician says when it is said', () => {
    expect(readTrial(walk.pose, { gait: 'walk' }).found.gait).toBe('walk');
    expect(readTrial(run.pose, { gait: 'run' }).found.gait).toBe('run');
  });

  it('is standing for pictures without anybody, for a single frame and for none', () => {
    for (const frames of [0, 1, 2, 5]) {
      const { found, seen } = readTrial(stillFrames({ ...run.pose, xPx: run.pose.xPx.map(() => Number.NaN) }, frames));
      expect(found.gait).toBe('standing');
      expect(found.events).toEqual([]);
      expect(seen).toEqual({ facing: null, nearSide: null, posteriorLikely: false });
    }
  });
});

describe('a walk through the picture', () => {
  it('has no belt but the same events: the walker’s own travel is taken out', () => {
    const speed = SYNTHETIC_WALK.beltPxPerS;
    const xPx = walk.pose.xPx.map((x, at) => x + speed * walk.pose.timeS[Math.floor(at / LANDMARK_COUNT)]! - 800);
    const { found } = readTrial(noisy({ ...walk.pose, xPx }, 1));
    expect(found.onTreadmill).toBe(false);
    const contacts = compareEvents(found.events, walk.events, 'initial-contact', [0, 10], 0.6);
    expect([contacts.missed, contacts.extra]).toEqual([0, 0]);
    expect(contacts.maeMs).toBeLessThan(12);
    expect(Math.abs(found.beltPxPerS.right! / speed - 1)).toBeLessThan(0.03);
  });
});

describe('a belt that climbs', () => {
  it('is found in the path of the standing foot, and does not move toe-off by more than its error', () => {
    const level = readTrial(run.pose);
    const turn = (5 * Math.PI) / 180;
    const xPx = run.pose.xPx.map((x, at) => x * Math.cos(turn) + run.pose.yPx[at]! * Math.sin(turn));
    const yPx = run.pose.yPx.map((y, at) => y * Math.cos(turn) - run.pose.xPx[at]! * Math.sin(turn));
    const climbing = readTrial({ ...run.pose, xPx, yPx });
    expect(climbing.found.beltSlopeDeg! - level.found.beltSlopeDeg!).toBeGreaterThan(4.5);
    expect(climbing.found.beltSlopeDeg! - level.found.beltSlopeDeg!).toBeLessThan(5.5);
    const toeOffs = compareEvents(climbing.found.events, level.found.events, 'toe-off', [0, 10], 0.3);
    expect(toeOffs.maeMs).toBeLessThan(12);
    expect(toeOffs.missed).toBe(0);
  });
});
