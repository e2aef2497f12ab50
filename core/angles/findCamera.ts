// How the camera of a side view stands: turned away from square, or leaning.

import type { CutStride } from '../strides/cutStrides.ts';
import type { AnalyzeOptions, CleanPose, SagittalBody } from '../types.ts';
import { cameraYaw } from './cameraYaw.ts';
import { toePathSlope } from './toePath.ts';

export interface Camera {
  /** 0 or more, degrees; null when it cannot be told. */
  readonly yawDeg: number | null;
  /** Positive when the camera leans clockwise, degrees; 0 within the error; null when it cannot be told. */
  readonly rollDeg: number | null;
}

/**
 * Past this yaw the deck is drawn sloping although it is level: at height h and distance d of the camera by about yaw·h/d, 3° for a yaw
 * of 10°.
 */
const SQUARE_DEG = 5;

/**
 * Less lean than this is left alone, degrees. On six rendered films of a level camera the paths of the toes climb by 0.3° with true
 * landmarks and by 1.5 ± 1° with the network's, those of the whole feet fall by 1.4 ± 1° and 1.2 ± 0.4°; their mean is within 1°.
 */
const LEAST_ROLL_DEG = 2;

/**
 * Yaw from shoulders and hips, roll from the slope along which standing feet travel with the belt (measurement.md §0). The roll is only
 * told when the incline is known: a camera that leans and a belt that climbs look the same.
 * @param body sagittal tracks with no roll taken out
 * @param feetSlopeDeg slope of the paths of the whole feet, degrees, positive when the belt climbs forwards; null when not seen
 */
export function findCamera(
  clean: CleanPose,
  body: SagittalBody,
  strides: readonly CutStride[],
  staturePx: number,
  feetSlopeDeg: number | null,
  facing: 1 | -1 | null,
  { inclinePct }: Pick<AnalyzeOptions, 'inclinePct'>,
): Camera {
  const yawDeg = cameraYaw(clean, staturePx);
  const toeSlopeDeg = toePathSlope(body, strides);
  const isTold = inclinePct !== null && yawDeg !== null && yawDeg <= SQUARE_DEG;
  if (!isTold || toeSlopeDeg === null || feetSlopeDeg === null) return { yawDeg, rollDeg: null };
  const climbDeg = (Math.atan(inclinePct / 100) * 180) / Math.PI;
  const leanDeg = (facing ?? 1) * ((toeSlopeDeg + feetSlopeDeg) / 2 - climbDeg);
  return { yawDeg, rollDeg: Math.abs(leanDeg) < LEAST_ROLL_DEG ? 0 : leanDeg };
}
