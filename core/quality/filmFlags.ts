// What is weak about the film itself: too few frames, uneven frames, a turned or moving camera.

import { median, quantile, robustSd } from '../signal/robust.ts';
import { type CutStride, durationS } from '../strides/cutStrides.ts';
import { firstFrameAt } from '../strides/frameAt.ts';
import { type QualityFlag, type SagittalBody, SIDES } from '../types.ts';

/** Below 50 frames/s single toe-offs are off by 13–39 ms, below 24 contacts are too (measurement.md §1.2). */
const FEW_FRAMES_HZ = 50;
const TOO_FEW_FRAMES_HZ = 24;

/** The frame rate of the world, after the slow-motion factor. */
export function frameRateFlag(rateHz: number): QualityFlag | null {
  if (!(rateHz < FEW_FRAMES_HZ)) return null;
  const rate = Math.round(rateHz);
  const severity = rateHz < TOO_FEW_FRAMES_HZ ? 'stop' : 'caution';
  return {
    code: 'low-frame-rate',
    severity,
    message:
      `The film has ${rate} frames per second. Contact and flight times are only known as means over all strides, and fast ` +
      `movements are flattened by 1–2°. Set the camera to 60 frames per second or more (slow motion at 120 or 240 is best).`,
  };
}

/** Intervals that differ by more than this share from the usual one. Ours: beyond the rounding of timestamps. */
const UNEVEN_SHARE = 0.2;

/** Such intervals in more than this share of the frames make a film uneven. Ours. */
const UNEVEN_FRAMES = 0.01;

/** Frames that do not come evenly: measured by their own timestamps, but steps may be blurred. */
export function variableRateFlag(timeS: Float64Array): QualityFlag | null {
  const steps = Array.from({ length: Math.max(0, timeS.length - 1) }, (_, i) => timeS[i + 1]! - timeS[i]!);
  const usual = median(steps);
  const uneven = steps.filter((step) => Math.abs(step - usual) > UNEVEN_SHARE * usual).length;
  if (!(uneven > UNEVEN_FRAMES * steps.length) || uneven < 2) return null;
  return {
    code: 'variable-rate',
    severity: 'info',
    message:
      `The frames do not come evenly (${uneven} of ${steps.length} intervals). Every frame's own time was used, so times hold, but ` +
      `where frames are missing a movement is guessed. Film in good light with a fixed frame rate.`,
  };
}

/** Yaw past which angles deserve caution, and past which they are not compared with anybody (measurement.md §2). */
const TURNED_DEG = 5;
export const REFUSE_NORMS_DEG = 10;

/** A side view that is not square to the runner. */
export function obliqueFlag(yawDeg: number | null): QualityFlag | null {
  if (yawDeg === null || yawDeg <= TURNED_DEG) return null;
  const isRefused = yawDeg > REFUSE_NORMS_DEG;
  const effect = isRefused ? 'Angles are not compared with healthy runners' : 'Knee and ankle read 1–3° wrong';
  return {
    code: 'oblique-camera',
    severity: 'caution',
    message:
      `The camera is turned by about ${Math.round(yawDeg)}° from square to the runner. ${effect}; times and left–right ` +
      `differences hold better. Put the camera at hip height, level with the middle of the belt and at least 3 m away.`,
  };
}

/** The belt under a standing foot stays where it is; a drift of this share of the leg between strides is the camera's. Ours. */
const STEADY_SHARE = 0.02;

/** Fewer stances of both legs than this do not tell a camera from a runner. Ours. */
const LEAST_STANCES = 6;

/**
 * A camera that moves: the height in the picture at which the feet stand wanders together for both legs.
 * Works: side views on a belt. Fails: a camera that only moves along the belt.
 */
export function unstableFlag(body: SagittalBody, strides: readonly CutStride[], legPx: number): QualityFlag | null {
  const offsets = SIDES.flatMap((side) => {
    const floors = strides.filter((stride) => stride.side === side).map((stride) => floorUnder(body, stride));
    const usual = median(floors);
    return floors.map((floor) => (floor - usual) / legPx).filter(Number.isFinite);
  });
  if (offsets.length < LEAST_STANCES) return null;
  const wander = Math.max(robustSd(offsets), (quantile(offsets, 0.95) - quantile(offsets, 0.05)) / 4);
  if (!(wander > STEADY_SHARE)) return null;
  return {
    code: 'unstable-camera',
    severity: 'caution',
    message:
      `The floor moves in the picture by about ${Math.round(100 * wander)} % of a leg. Heights and belt speed are unsure and all angles ` +
      `scatter more. Use a tripod, or lean the phone on something that does not shake with the treadmill.`,
  };
}

/** Height of the toe while the foot lies on the belt, px; NaN when hidden. */
function floorUnder(body: SagittalBody, stride: CutStride): number {
  const at = (share: number) => firstFrameAt(body.timeS, stride.startS + share * durationS(stride));
  return median(body[stride.side].toe.y.subarray(at(0.09), Math.max(at(0.09) + 1, at(0.16))));
}
