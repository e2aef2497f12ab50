import { describe, expect, it } from 'vitest';
import { LANDMARK_COUNT } from '../../../core/landmarks.ts';
import { cleanPose } from '../../../core/signal/cleanPose.ts';
import { cutoffHz } from '../../../core/signal/cutoffs.ts';
import type { RawPose } from '../../../core/types.ts';
import { seeded } from '../../support/mocap.ts';
import { loadTruth, truthPose } from '../../support/rendered.ts';
import { SYNTHETIC_RUN, SYNTHETIC_WALK, syntheticTrial } from '../../support/syntheticRunner.ts';

const OPTIONS = { slowMotion: 1, gait: 'auto' } as const;

function rmsToTruth(
  options: { readonly noisePx: number },
  landmark: number,
): { readonly raw: number; readonly clean: number } {
  const truth = loadTruth('demo_before_left60');
  const exact = truthPose(truth);
  const { raw, clean } = cleanPose(truthPose(truth, options), OPTIONS);
  const rms = (x: Float64Array): number =>
    Math.sqrt(x.reduce((sum, v, i) => sum + (v - exact.xPx[i * LANDMARK_COUNT + landmark]!) ** 2, 0) / x.length);
  return { raw: rms(raw.points[landmark]!.x), clean: rms(clean.points[landmark]!.x) };
}

describe('cleaning a pose', () => {
  it('takes noise away and leaves the movement', () => {
    for (const landmark of [23, 25, 27, 31]) {
      const noisy = rmsToTruth({ noisePx: 4 }, landmark);
      expect(noisy.clean).toBeLessThan(0.75 * noisy.raw);
      // Without noise the filter rounds a foot that moves at 8 m/s by a centimetre, a hip by a millimetre or so.
      expect(rmsToTruth({ noisePx: 0 }, landmark).clean).toBeLessThan(2.5);
    }
  });

  it('says how large the noise is', () => {
    for (const noisePx of [1, 3, 6]) {
      const found = cleanPose(truthPose(loadTruth('demo_before_left60'), { noisePx }), OPTIONS).noisePx;
      for (const landmark of [11, 23, 25]) {
        expect(found[landmark]! / noisePx).toBeGreaterThan(0.8);
        expect(found[landmark]! / noisePx).toBeLessThan(1.3);
      }
      expect(found[20]).toBeNaN();
    }
  });

  it('gives world times: a film in slow motion is as fast as it was', () => {
    const { pose } = syntheticTrial(SYNTHETIC_RUN, 30, 8);
    const { clean, rateHz } = cleanPose(pose, { ...OPTIONS, slowMotion: 8 });
    expect(rateHz).toBeCloseTo(240, 6);
    expect(clean.timeS[clean.timeS.length - 1]).toBeCloseTo(1, 9);
  });

  it('is the same on frames that come unevenly, but for what the missing ones would have told', () => {
    const { pose } = syntheticTrial(SYNTHETIC_WALK, 120, 8);
    const random = seeded(2);
    const frames = [...pose.timeS.keys()].filter((i) => i % 2 === 0 || random() < 0.5);
    const pick = (values: Float32Array): Float32Array =>
      Float32Array.from(frames.flatMap((i) => [...values.subarray(i * LANDMARK_COUNT, (i + 1) * LANDMARK_COUNT)]));
    const uneven: RawPose = {
      ...pose,
      timeS: Float64Array.from(frames, (i) => pose.timeS[i]!),
      xPx: pick(pose.xPx),
      yPx: pick(pose.yPx),
      score: pick(pose.score),
    };
    const whole = cleanPose(pose, OPTIONS).clean.points[27]!;
    const part = cleanPose(uneven, OPTIONS).clean.points[27]!;
    for (const [k, i] of frames.entries()) {
      if (i > 60 && i < 900) expect(Math.abs(part.x[k]! - whole.x[i]!)).toBeLessThan(3);
    }
  });

  it('uses hidden points, which are mostly right, but none that the network has hardly seen', () => {
    const { pose } = syntheticTrial(SYNTHETIC_RUN, 60, 4);
    const score = pose.score.slice();
    score[100 * LANDMARK_COUNT + 27] = 0.2;
    score[110 * LANDMARK_COUNT + 27] = 0.01;
    const { raw, clean } = cleanPose({ ...pose, score }, OPTIONS);
    expect(raw.points[27]!.x[100]).not.toBeNaN();
    expect(raw.points[27]!.x[110]).toBeNaN();
    expect(clean.points[27]!.x[110]).not.toBeNaN();
  });

  it('smooths by how fast the legs swing: a runner’s feet least, a walker most, never past a quarter of the frame rate', () => {
    expect(cutoffHz(27, 0.72, 60)).toBeGreaterThan(10);
    expect(cutoffHz(23, 0.72, 60)).toBe(8);
    expect(cutoffHz(23, 1.1, 60)).toBe(6);
    expect(cutoffHz(31, 0.72, 30)).toBeCloseTo(8.1, 6);
    expect(cutoffHz(31, 0.72, 24)).toBeLessThan(7);
    expect(cutoffHz(31, null, 60)).toBeGreaterThan(8);
  });
});
