// Which variables there are, in which unit, and which view shows them.

import type { ParameterId, Unit } from '../types.ts';

/** The unit of every variable (result-schema.md). */
export const UNITS: Readonly<Record<ParameterId, Unit>> = {
  strideTime: 's',
  stepTime: 's',
  contactTime: 's',
  flightTime: 's',
  dutyFactor: '1',
  strideLength: 'm',
  stepLength: 'm',
  strikePattern: 'deg',
  footAngleAtContact: 'deg',
  shankAngleAtContact: 'deg',
  overstride: '%',
  kneeFlexionAtContact: 'deg',
  kneeFlexionPeakStance: 'deg',
  kneeFlexionPeakSwing: 'deg',
  ankleAtContact: 'deg',
  ankleDorsiflexionPeak: 'deg',
  anklePlantarflexionPeak: 'deg',
  thighAtContact: 'deg',
  thighExtensionPeak: 'deg',
  thighFlexionPeak: 'deg',
  hipFlexionPeak: 'deg',
  cadence: 'steps/min',
  trunkLean: 'deg',
  verticalOscillation: 'm',
  beltSpeedEstimate: 'm/s',
  stancePct: '%',
  doubleSupportPct: '%',
  pelvicDrop: 'deg',
  stepWidth: 'm',
  crossover: '%',
  kneeSeparation: '1',
  lateralTrunkLean: 'deg',
};

const TIMES = ['strideTime', 'stepTime', 'contactTime', 'flightTime', 'dutyFactor'] as const;
const LENGTHS = ['strideLength', 'stepLength'] as const;

/** Variables of one leg in a view from the side, in the order they are listed. */
export const SIDE_VIEW_LEG = [
  ...TIMES,
  ...LENGTHS,
  'strikePattern',
  'footAngleAtContact',
  'shankAngleAtContact',
  'overstride',
  'kneeFlexionAtContact',
  'kneeFlexionPeakStance',
  'kneeFlexionPeakSwing',
  'ankleAtContact',
  'ankleDorsiflexionPeak',
  'anklePlantarflexionPeak',
  'thighAtContact',
  'thighExtensionPeak',
  'thighFlexionPeak',
  'hipFlexionPeak',
] as const satisfies readonly ParameterId[];

/** Variables of the whole body in a view from the side. */
export const SIDE_VIEW_BODY = [
  'cadence',
  'trunkLean',
  'verticalOscillation',
  'beltSpeedEstimate',
] as const satisfies readonly ParameterId[];

/** Variables of one leg that only a walk has, from the side. */
export const WALKING_LEG = ['stancePct'] as const satisfies readonly ParameterId[];

/** Variables of the whole body that only a walk has, from the side. */
export const WALKING_BODY = ['doubleSupportPct'] as const satisfies readonly ParameterId[];
