// How wrong a number can be beyond what its strides show: landmarks, camera and events that err the same way every time.
//
// Every error is split in two. `shared` is what both legs, and another film of the same person, would repeat; it spoils the
// value but not a difference. `own` is peculiar to this leg in this film; it spoils differences too.

import type { ChannelId, ParameterId } from '../types.ts';

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
const CONTACT_S: Bias = { shared: 0.006, own: 0.002 };

/** Toe-off: −6…+9 ms on markers; it depends on the height at which a shoe counts as lifted, which is alike for both legs. */
const TOE_OFF_S: Bias = { shared: 0.01, own: 0.002 };

/**
 * From an oblique camera the near foot seems to land early and the far one late, or the other way round, by this much per degree of
 * yaw, s. Ours: ± 11 ms between the legs of a rendered runner at 10°.
 */
const EVENT_PER_YAW_S = 0.0007;

/**
 * One stride's own reading of its contact and toe-off at 10 mm of landmark noise, s (measurement.md §1.2). Events are carried over from the
 * mean of all strides, so this does not show in their scatter; on the mean of n strides it is √n smaller.
 */
const CONTACT_READING_S = 0.004;
const TOE_OFF_READING_S = 0.01;

/**
 * Error of the mean instant of contact, s.
 * @param strides how many contacts the mean is over
 */
export function contactBias(depth: Depth, camera: CameraKnown, strides: number): Bias {
  return combine(atDepth(withYaw(CONTACT_S, camera), depth), overStrides(CONTACT_READING_S, strides));
}

/** Error of the mean instant of toe-off, s. */
export function toeOffBias(depth: Depth, camera: CameraKnown, strides: number): Bias {
  return combine(atDepth(withYaw(TOE_OFF_S, camera), depth), overStrides(TOE_OFF_READING_S, strides));
}

function overStrides(readingS: number, strides: number): Bias {
  return { shared: 0, own: readingS / Math.sqrt(Math.max(1, strides)) };
}

function withYaw(bias: Bias, { yawDeg }: CameraKnown): Bias {
  return combine(bias, { shared: 0, own: EVENT_PER_YAW_S * (yawDeg ?? 0) });
}

/** What landmarks put wrong in one variable: alike for both legs, and peculiar to the near and to the far leg. */
interface LandmarkBias {
  readonly shared: number;
  readonly near: number;
  readonly far: number;
}

const landmarks = (shared: number, near: number, far: number): LandmarkBias => ({ shared, near, far });

/**
 * Landmark bias of each variable, in its own unit: the heavy network's result minus that of the true landmarks on nine rendered films
 * (three people, two shoes, running and walking; the table is in test/accuracy/README.md), split so that near leg, far leg and their
 * difference all come out. The largest are real habits of the network: in swing it bends the knee 6–9° too little, at push-off it
 * points the foot 9° too little, and in stance it bends the near knee more than the far one.
 */
const LANDMARKS: Partial<Readonly<Record<ParameterId, LandmarkBias>>> = {
  footAngleAtContact: landmarks(2.8, 1.4, 1.6),
  shankAngleAtContact: landmarks(1, 1.4, 1.5),
  overstride: landmarks(1.4, 1.2, 1.5),
  kneeFlexionAtContact: landmarks(2.1, 1.2, 3.4),
  kneeFlexionPeakStance: landmarks(1, 4.6, 4.6),
  kneeFlexionPeakSwing: landmarks(7.5, 2, 3.5),
  ankleAtContact: landmarks(3.4, 2.4, 2.6),
  ankleDorsiflexionPeak: landmarks(1.4, 2, 2.3),
  anklePlantarflexionPeak: landmarks(9.3, 1.8, 2.6),
  thighAtContact: landmarks(1.1, 0.9, 2.7),
  thighExtensionPeak: landmarks(1.6, 0.9, 2.4),
  thighFlexionPeak: landmarks(1, 1.3, 1.6),
  hipFlexionPeak: landmarks(3, 1.2, 1.4),
  trunkLean: landmarks(1.5, 0.5, 0.5),
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

/**
 * An oblique camera also sees part of how far each leg leans inwards, some 10° in stance, and of how far each foot points outwards: with
 * opposite sign on the two legs. Degrees of angle error per degree of yaw: the sine of 1° times 10°.
 */
const OWN_PER_YAW_DEG = 0.17;

/** Yaw that is taken when it could not be estimated, and the least that can be told from none, degrees. */
const UNKNOWN_YAW_DEG = 5;
const LEAST_YAW_DEG = 2;

/** Camera roll that is left when it was not measured, degrees: a phone on a tripod. It cancels in the knee and in the foot. */
const ROLL_DEG = 1.5;
const FEELS_ROLL: ReadonlySet<ChannelId> = new Set(['thigh', 'shank', 'ankle', 'trunkLean']);

/**
 * Error of a variable read from landmarks, in its unit. Yaw and roll are alike for both legs and for every film from that tripod.
 * @param id the variable
 * @param channel the angle it is read from, which says how it feels the camera
 */
export function landmarkBias(id: ParameterId, channel: ChannelId, depth: Depth, camera: CameraKnown): Bias {
  const known = LANDMARKS[id] ?? landmarks(0, 0, 0);
  const yawDeg = Math.max(camera.yawDeg ?? UNKNOWN_YAW_DEG, LEAST_YAW_DEG);
  const roll = FEELS_ROLL.has(channel) && !camera.rollKnown ? ROLL_DEG : 0;
  const shared = Math.hypot(known.shared, PER_YAW_DEG[channel] * yawDeg, roll);
  return { shared, own: Math.hypot(known[depth], OWN_PER_YAW_DEG * yawDeg) };
}
