import { describe, expect, it } from 'vitest';
import { LEG_LANDMARKS } from '../../../core/landmarks.ts';
import { type CleanResult, cleanPose } from '../../../core/signal/cleanPose.ts';
import type { RawPose } from '../../../core/types.ts';
import { exchangedFrames } from '../../support/exchangedFrames.ts';
import { type Filmed, film, MOCAP_ABSENT, runningMarkers, walkingMarkers } from '../../support/mocap.ts';
import { recordedLandmarks } from '../../support/recordedLandmarks.ts';
import { type Clip, loadTruth, truthPose } from '../../support/rendered.ts';
import { SYNTHETIC_RUN, syntheticTrial } from '../../support/syntheticRunner.ts';

const why = MOCAP_ABSENT === null ? '' : ` (skipped: ${MOCAP_ABSENT})`;

function clean(pose: RawPose): CleanResult {
  return cleanPose(pose, { slowMotion: 1, gait: 'auto' });
}

/** Share of frames with left and right exchanged. */
function wrongShare({ raw }: CleanResult, truth: RawPose): number {
  return exchangedFrames(raw, truth) / truth.timeS.length;
}

describe.skipIf(MOCAP_ABSENT !== null)(`legs exchanged on purpose in real marker data${why}`, () => {
  it.each([24, 30, 60, 120])(
    'are put back at %d fps, running and walking, when three frames in ten are exchanged and one in twenty collapsed',
    (rateHz) => {
      for (const recording of [runningMarkers(), walkingMarkers()]) {
        for (const seed of [1, 2, 3]) {
          for (const noise of [
            { noiseMm: 10, noiseMemory: 0 },
            { noiseMm: 15, noiseMemory: 0 },
            { noiseMm: 10, noiseMemory: 0.9 },
          ]) {
            const filmed = film(recording, { rateHz, seed, swapShare: 0.3, collapseShare: 0.05, ...noise });
            const cleaned = clean(filmed.pose);
            expect(wrongShare(cleaned, filmed.truth)).toBeLessThanOrEqual(0.005);
            // Drifting noise can set the two drawings of one leg so far apart that the other leg's track is as near.
            expect(foundCollapses(cleaned, filmed)).toBeGreaterThan(noise.noiseMemory ? 0.85 : 0.97);
          }
        }
      }
    },
  );

  it('are left alone when nothing was exchanged: no window, no collapse, no frame lost', () => {
    for (const recording of [runningMarkers(), walkingMarkers()]) {
      for (const rateHz of [24, 30, 60, 120]) {
        const { legs, raw } = clean(film(recording, { rateHz }).pose);
        expect(legs).toEqual({ seenShare: { left: 1, right: 1 }, repaired: [], collapsedFrames: 0 });
        for (const joint of ['knee', 'ankle', 'heel', 'toe'] as const)
          expect(raw.points[LEG_LANDMARKS.left[joint]]!.x.some(Number.isNaN)).toBe(false);
      }
    }
  });
});

function foundCollapses({ raw }: CleanResult, { collapsed }: Filmed): number {
  let found = 0;
  let all = 0;
  for (let i = 0; i < collapsed.length; i++) {
    if (!collapsed[i]) continue;
    all++;
    const missing = [LEG_LANDMARKS.left.ankle, LEG_LANDMARKS.right.ankle].filter((a) =>
      Number.isNaN(raw.points[a]!.x[i]!),
    );
    if (missing.length === 1) found++;
  }
  return all > 0 ? found / all : 1;
}

describe('legs as the network drew them', () => {
  it.each<['demo_before_left60' | 'dev04_walk_right60', number]>([
    ['demo_before_left60', 0.004],
    // Four strides of a walker in which ten frames show points between the legs.
    ['dev04_walk_right60', 0.016],
  ])('in %s are wrong in at most %d of the frames after the repair', (clip, limit) => {
    const cleaned = clean(recordedLandmarks(clip));
    expect(wrongShare(cleaned, truthPose(loadTruth(clip)))).toBeLessThanOrEqual(limit);
  });

  it('are never exchanged silently: every window is listed, and none is long', () => {
    const { legs } = clean(recordedLandmarks('demo_before_left60'));
    expect(legs.repaired.length).toBeGreaterThan(4);
    for (const { fromFrame, toFrame } of legs.repaired) expect(toFrame - fromFrame).toBeLessThan(6);
  });

  it.each<Clip>(['demo_before_left60', 'dev04_walk_right60', 'dev05_run_post60_dropL'])(
    'are left alone where they are true (%s)',
    (clip) => {
      const { legs } = clean(truthPose(loadTruth(clip), { noisePx: 2 }));
      expect(legs.repaired).toEqual([]);
      expect(legs.collapsedFrames).toBe(0);
    },
  );
});

describe('what the clinician says of the legs', () => {
  const { pose } = syntheticTrial(SYNTHETIC_RUN, 60, 4);

  it('is done to what he saw: the repaired legs are exchanged in that window and nowhere else', () => {
    const edit = { kind: 'legs-swapped', fromFrame: 60, toFrame: 90 } as const;
    const edited = cleanPose(pose, { slowMotion: 1, gait: 'auto' }, [edit]);
    const before = clean(pose);
    const ankle = LEG_LANDMARKS.left.ankle;
    expect(edited.raw.points[ankle]!.x[75]).toBe(before.raw.points[ankle + 1]!.x[75]);
    expect(edited.raw.points[ankle]!.x[30]).toBe(before.raw.points[ankle]!.x[30]);
    expect(edited.legs).toEqual(before.legs);
  });

  it('stays: a point that was moved is where it was put, however far it jumped', () => {
    const moved = { kind: 'landmark-moved', frame: 100, landmark: 27, xPx: 40, yPx: 50 } as const;
    const { raw } = cleanPose(pose, { slowMotion: 1, gait: 'auto' }, [moved]);
    expect([raw.points[27]!.x[100], raw.points[27]!.y[100]]).toEqual([40, 50]);
  });
});
