// Claims about putting left and right legs back where a network exchanged them.

import { LANDMARK_COUNT, LEG_LANDMARKS } from '../../core/landmarks.ts';
import { cleanPose } from '../../core/signal/cleanPose.ts';
import type { CleanPose, RawPose } from '../../core/types.ts';
import { film, runningMarkers, walkingMarkers } from '../support/mocap.ts';
import { atMost, type Section, worst } from './claims.ts';

const JOINTS = ['knee', 'ankle', 'heel', 'toe'] as const;
const SEEDS = [1, 2, 3];

/** Frames whose legs lie nearer to each other's true places than to their own. */
export function exchangedFrames(drawn: CleanPose, truth: RawPose): number {
  let exchanged = 0;
  for (let i = 0; i < truth.timeS.length; i++) {
    let same = 0;
    let crossed = 0;
    for (const joint of JOINTS) {
      const { left, right } = { left: LEG_LANDMARKS.left[joint], right: LEG_LANDMARKS.right[joint] };
      same += distance(drawn, truth, i, left, left) + distance(drawn, truth, i, right, right);
      crossed += distance(drawn, truth, i, left, right) + distance(drawn, truth, i, right, left);
    }
    if (same > crossed) exchanged++;
  }
  return exchanged;
}

/** From a drawn landmark to a true one, px; 0 when nothing was drawn. */
function distance({ points }: CleanPose, truth: RawPose, frame: number, drawn: number, real: number): number {
  const at = frame * LANDMARK_COUNT + real;
  const px = Math.hypot(points[drawn]!.x[frame]! - truth.xPx[at]!, points[drawn]!.y[frame]! - truth.yPx[at]!);
  return Number.isNaN(px) ? 0 : px;
}

/** 30 % of the frames exchanged in bursts, 5 % with both legs on one. */
export function swappedLegs(): Section {
  const residualPct = (recording: ReturnType<typeof runningMarkers>, rateHz: number): number =>
    worst(
      SEEDS.map((seed) => {
        const filmed = film(recording, { rateHz, seed, noiseMm: 10, swapShare: 0.3, collapseShare: 0.05 });
        const { raw } = cleanPose(filmed.pose, { slowMotion: 1, gait: 'auto' });
        return (100 * exchangedFrames(raw, filmed.truth)) / filmed.truth.timeS.length;
      }),
    );
  const claim = (name: string, recording: ReturnType<typeof runningMarkers>, rateHz: number) =>
    atMost(`${name}, ${rateHz} fps, wrong frames left`, 0.5, residualPct(recording, rateHz), { unit: ' %', digits: 2 });
  return {
    title: 'Exchanged legs',
    about:
      'Marker data with 10 mm of noise, 30 % of the frames with left and right exchanged in bursts of 1–6, 5 % with both legs drawn on one. Worst of three draws.',
    claims: [30, 60, 120].flatMap((rateHz) => [
      claim('running', runningMarkers(), rateHz),
      claim('walking', walkingMarkers(), rateHz),
    ]),
  };
}
