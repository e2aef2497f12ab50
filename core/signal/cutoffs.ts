// How smooth each joint's track is made: by how fast the legs swing and how many frames there are.

import { LANDMARK } from '../landmarks.ts';

/**
 * Cut-off in stride frequencies. A runner at 1.3 strides/s gets 8 Hz at the hips and knees and 10.5 Hz at the feet, a walker at
 * 0.9 strides/s 6 and 7 Hz: the values measured on markers (at 6 Hz a runner's knee at contact reads 1.0° and the
 * ankle 1.8° too large, at 8 Hz 0.5° and 0.8°, from 12 Hz 0.3°) and the 6 Hz customary for walking.
 */
const BODY_STRIDES = 6;
const FOOT_STRIDES = 8;

/** Never below: standing and slow walking still have contacts. Never above: landmark noise. */
const LOWEST_HZ = 6;
const HIGHEST_BODY_HZ = 8;
const HIGHEST_FOOT_HZ = 12;

/** Nor above this share of the frame rate: 8 Hz at 30 fps. */
const RATE_SHARE = 0.27;

/** Stride frequency taken when it is not known: between walking and running, strides/s. */
const UNKNOWN_STRIDE_HZ = 1.2;

const FEET: ReadonlySet<number> = new Set([
  LANDMARK.leftAnkle,
  LANDMARK.rightAnkle,
  LANDMARK.leftHeel,
  LANDMARK.rightHeel,
  LANDMARK.leftToe,
  LANDMARK.rightToe,
]);

/**
 * The low-pass cut-off for a landmark.
 * @param landmark number
 * @param strideS stride time in s, null when unknown
 * @param rateHz frames per second
 * @returns Hz
 */
export function cutoffHz(landmark: number, strideS: number | null, rateHz: number): number {
  const strideHz = strideS === null ? UNKNOWN_STRIDE_HZ : 1 / strideS;
  const isFoot = FEET.has(landmark);
  const wanted = (isFoot ? FOOT_STRIDES : BODY_STRIDES) * strideHz;
  const highest = isFoot ? HIGHEST_FOOT_HZ : HIGHEST_BODY_HZ;
  return Math.min(Math.max(wanted, LOWEST_HZ), highest, RATE_SHARE * rateHz);
}
