// The landmarks that can be taken hold of: those that gait is measured from.
import { LANDMARK, LEG_LANDMARKS } from '../../core/landmarks.ts';
import { SIDES, type Side } from '../../core/types.ts';
import type { TRIAL_TEXT } from '../text/trialText.ts';

export type Joint = keyof typeof TRIAL_TEXT.joints;

export interface Handle {
  readonly landmark: number;
  readonly side: Side;
  readonly joint: Joint;
}

const SHOULDER: Readonly<Record<Side, number>> = { left: LANDMARK.leftShoulder, right: LANDMARK.rightShoulder };

/** From the shoulder down, one leg after the other: the order of the Tab key. */
export const HANDLES: readonly Handle[] = SIDES.flatMap((side) => {
  const { hip, knee, ankle, heel, toe } = LEG_LANDMARKS[side];
  const landmarks: Readonly<Record<Joint, number>> = { shoulder: SHOULDER[side], hip, knee, ankle, heel, toe };
  return (Object.keys(landmarks) as Joint[]).map((joint) => ({ landmark: landmarks[joint], side, joint }));
});
