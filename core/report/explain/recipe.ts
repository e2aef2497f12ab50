// What is said of how a number is made, and the words that many numbers share.

import { from, ours, type Source } from './literature.ts';
import type { Where } from './moments.ts';

/** The joints numbers are made of; the toe is the network's foot index. */
export type Joint = 'shoulder' | 'hip' | 'knee' | 'ankle' | 'heel' | 'toe';

/** How one number is made, in words. A translation is another value of RECIPES. */
export interface Recipe {
  /** What it is, for somebody who reads it for the first time. */
  readonly what: string;
  /** The formula in symbols. */
  readonly formula: string;
  /** The same in words. */
  readonly inWords: string;
  readonly joints: readonly Joint[];
  /** Those of both legs, or of the measured one only. */
  readonly legs: 'own' | 'both';
  readonly where: Where;
  /** What makes it wrong beyond the scatter of strides. */
  readonly error: string;
  readonly sources: readonly Source[];
}

export const CONTACT: Where = { kind: 'instant', at: 'contact' };
export const TOE_OFF: Where = { kind: 'instant', at: 'toeOff' };
export const MID_STANCE: Where = { kind: 'instant', at: 'midStance' };

export const FEET: readonly Joint[] = ['hip', 'knee', 'ankle', 'heel', 'toe'];

export const LANDING = from('Zeni 2008', 'the foot’s furthest reach ahead of the pelvis, the anchor of every contact');
export const BELT_RULE = ours(
  'contact is when the foot takes on 0.6 of the belt’s speed (0.55 in walking): −3…+2 ms against a force plate',
);
export const LIFT = from('Fellin 2010', 'toe-off in running shows best in the leg: peak knee extension, within 5 ms');
export const RISE = ours(
  'toe-off is when the ankle has risen by 0.108 of the leg above flat stance: −6…+9 ms on force plates',
);
export const PHONE = from(
  'Young 2023',
  'contact times of the same network from one phone are off by 10–14 ms, the far leg more',
);
export const BELT_LENGTH = ours('on a belt the ground comes to the runner: length is the belt’s speed times the time');
export const SEGMENTS = from(
  'Winter 2009',
  'segment angles in the plane of the picture, joint angles as their differences',
);
export const SIGNS = from('Stenum 2021', 'thigh and knee from 2-D landmarks, with these signs');
export const STEADY = from('Dingenen 2018', 'a mean over 7 steps or more is steady; what changes of it can be seen');
export const LANDMARK_ERROR = ours('how far the network’s landmarks are off, from rendered runners with known truth');
export const FLAT = ours(
  '0 is the foot lying flat: in quiet standing if the clip begins with it, else at 25–40 % of contact',
);

export const TIMING_ERROR =
  'Landing and lift-off are found between frames; what is left is how sharply the film shows them.';
export const ANGLE_ERROR = 'Landmarks the network always draws a little off, a camera that is not square, its tilt.';
export const FOOT_ERROR =
  'The network’s toe lies inside the shoe and moves with it; the camera; which foot position counts as flat.';
export const BEHIND_ERROR = 'From behind a landmark is known to 1–2 cm, which is 5° across the hips.';

export const peak = (
  channel: Extract<Where, { kind: 'peak' }>['channel'],
  sign: 1 | -1,
  start: Extract<Where, { kind: 'peak' }>['from'],
  to: Extract<Where, { kind: 'peak' }>['to'],
): Where => ({ kind: 'peak', channel, sign, from: start, to });
