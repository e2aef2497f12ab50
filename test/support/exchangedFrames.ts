// How many frames have left and right exchanged, judged by the true landmarks.

import { LANDMARK_COUNT, LEG_LANDMARKS } from '../../core/landmarks.ts';
import type { CleanPose, RawPose } from '../../core/types.ts';

const JOINTS = ['knee', 'ankle', 'heel', 'toe'] as const;

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
