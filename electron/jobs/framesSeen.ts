// In how many frames the person was found.
import { LANDMARK_COUNT } from '../../core/landmarks.ts';
import type { RawPose } from '../../core/types.ts';

/** Frames of a pose that have landmarks. */
export function framesSeen({ timeS, xPx }: RawPose): number {
  return timeS.reduce((seen, _, frame) => seen + (Number.isNaN(xPx[frame * LANDMARK_COUNT]) ? 0 : 1), 0);
}
