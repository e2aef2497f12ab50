// How wrong a number can be beyond what its strides show: landmarks, camera and events that err the same way every time.
//
// Every error is split in two. `shared` is what both legs, and another film of the same person, would repeat; it spoils the
// value but not a difference. `own` is peculiar to this leg in this film; it spoils differences too.

import type { ChannelId } from '../types.ts';

/** Standard errors that averaging over strides does not remove, in the variable's unit. */
export interface Bias {
  readonly shared: number;
  readonly own: number;
}

export const NO_BIAS: Bias = { shared: 0, own: 0 };

/** Errors of independent origin added up. */
export function combine(...biases: readonly Bias[]): Bias {
  return { shared: Math.hypot(...biases.map((b) => b.shared)), own: Math.hypot(...biases.map((b) => b.own)) };
}

/** An error as a multiple of another: the effect of a time error on an angle, of a scale error on a length. */
export function times(bias: Bias, factor: number): Bias {
  return { shared: Math.abs(factor) * bias.shared, own: Math.abs(factor) * bias.own };
}

/** The far leg is partly hidden: its landmarks and events err this much more (Young 2023 found the same with BlazePose). */
const FAR_FACTOR = 1.6;

/** Either the leg near the camera or the one behind it. */
export type Depth = 'near' | 'far';

function atDepth(bias: Bias, depth: Depth): Bias {
  return depth === 'far' ? times(bias, FAR_FACTOR) : bias;
}

/** What is known of the camera when angles are judged. */
export interface CameraKnown {
  readonly yawDeg: number | null;
  readonly rollKnown: boolean;
}

/** Contact: within 3 ms ± 5 of the force plate on markers (measurement.md §1.2); 10–14 ms of a phone's BlazePose (Young 2023). */
const CONTACT_S: Bias = { shared: 0.006, own: 0.003 };

/** Toe-off: −6…+9 ms on markers; it depends on the height at which a shoe counts as lifted, which is alike for both legs. */
const TOE_OFF_S: Bias = { shared: 0.01, own: 0.003 };

/**
 * From an oblique camera the near foot seems to land early and the far one late, or the other way round, by this much per degree of
 * yaw, s. Ours: ± 11 ms between the legs of a rendered runner at 10°.
 */
const EVENT_PER_YAW_S = 0.0007;

/** Error of the mean instant of contact, s. */
export function contactBias(depth: Depth, camera: CameraKnown): Bias {
  return atDepth(withYaw(CONTACT_S, camera), depth);
}

/** Error of the mean instant of toe-off, s. */
export function toeOffBias(depth: Depth, camera: CameraKnown): Bias {
  return atDepth(withYaw(TOE_OFF_S, camera), depth);
}

function withYaw(bias: Bias, { yawDeg }: CameraKnown): Bias {
  return combine(bias, { shared: 0, own: EVENT_PER_YAW_S * (yawDeg ?? 0) });
}

/**
 * Landmark bias as an angle, near leg, degrees. A network's hip sits 0–40 mm too far forward and its knee and ankle 15–20 mm high
 * (rendered clips, first tries): 10–15 mm across a 40 cm thigh is 2°. OpenPose is 5–8° RMSE from 3-D in running (Van Hooren
 * 2023), most of it shared by both legs.
 */
const LANDMARK_DEG: Readonly<Record<ChannelId, Bias>> = {
  thigh: { shared: 2, own: 1 },
  shank: { shared: 1, own: 0.8 },
  kneeFlexion: { shared: 2.2, own: 1.2 },
  foot: { shared: 1.5, own: 1.2 },
  ankle: { shared: 2, own: 1.4 },
  trunkLean: { shared: 1.5, own: 0.5 },
  hipFlexion: { shared: 2.5, own: 1.1 },
  pelvicObliquity: { shared: 1, own: 1 },
};

/** Degrees of angle error per degree of camera yaw (measurement.md §2, the table of camera errors at 5–10°). */
const PER_YAW_DEG: Readonly<Record<ChannelId, number>> = {
  thigh: 0.06,
  shank: 0.25,
  kneeFlexion: 0.29,
  foot: 0.25,
  ankle: 0.31,
  trunkLean: 0.06,
  hipFlexion: 0.1,
  pelvicObliquity: 0,
};

/** Yaw that is taken when it could not be estimated, and the least that can be told from none, degrees. */
const UNKNOWN_YAW_DEG = 5;
const LEAST_YAW_DEG = 2;

/** Camera roll that is left when it was not measured, degrees: a phone on a tripod. It cancels in the knee and in the foot. */
const ROLL_DEG = 1;
const FEELS_ROLL: ReadonlySet<ChannelId> = new Set(['thigh', 'shank', 'ankle', 'trunkLean']);

/** Error of an angle from landmarks and camera, degrees. Yaw and roll are alike for both legs and for every film from that tripod. */
export function angleBias(id: ChannelId, depth: Depth, camera: CameraKnown): Bias {
  const yawDeg = Math.max(camera.yawDeg ?? UNKNOWN_YAW_DEG, LEAST_YAW_DEG);
  const yaw: Bias = { shared: PER_YAW_DEG[id] * yawDeg, own: 0 };
  const roll: Bias = { shared: FEELS_ROLL.has(id) && !camera.rollKnown ? ROLL_DEG : 0, own: 0 };
  return combine(atDepth(LANDMARK_DEG[id], depth), yaw, roll);
}
