// How the camera of a side view stands: turned away from square, or leaning.

import type { CutStride } from '../strides/cutStrides.ts';
import type { AnalyzeOptions, CleanPose, SagittalBody } from '../types.ts';
import { deckSlope } from './cameraRoll.ts';
import { cameraYaw } from './cameraYaw.ts';

export interface Camera {
  /** 0 or more, degrees; null when it cannot be told. */
  readonly yawDeg: number | null;
  /** Positive when the camera leans clockwise, degrees; null when it cannot be told. */
  readonly rollDeg: number | null;
}

/** Past this yaw the deck is drawn sloping by the yaw itself (cameraRoll.ts), degrees. */
const SQUARE_DEG = 5;

/** Less roll than this is within the error of the deck line (0.2° on 30 clean stances, 1° on few noisy ones) and left alone, degrees. */
const LEAST_ROLL_DEG = 1;

/**
 * Yaw from shoulders and hips, roll from the deck. The roll is only told when the incline is known: a camera that leans and a belt
 * that climbs look the same.
 * @param body sagittal tracks with no roll taken out
 */
export function findCamera(
  clean: CleanPose,
  body: SagittalBody,
  strides: readonly CutStride[],
  staturePx: number,
  facing: 1 | -1 | null,
  { inclinePct }: Pick<AnalyzeOptions, 'inclinePct'>,
): Camera {
  const yawDeg = cameraYaw(clean, staturePx);
  const slopeDeg = deckSlope(body, strides);
  if (inclinePct === null || slopeDeg === null || yawDeg === null || yawDeg > SQUARE_DEG)
    return { yawDeg, rollDeg: null };
  const climbDeg = (Math.atan(inclinePct / 100) * 180) / Math.PI;
  const leanDeg = (facing ?? 1) * (slopeDeg - climbDeg);
  return { yawDeg, rollDeg: Math.abs(leanDeg) < LEAST_ROLL_DEG ? 0 : leanDeg };
}
