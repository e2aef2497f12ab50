// How large a difference must be before it is called one: healthy people's left–right differences, and changes between days.

import type { ParameterId } from '../types.ts';

/** A limit in the variable's own unit, or as a share of its value. */
export interface Limit {
  readonly kind: 'absolute' | 'share';
  readonly value: number;
  readonly source: string;
}

const absolute = (value: number, source: string): Limit => ({ kind: 'absolute', value, source });
const share = (value: number, source: string): Limit => ({ kind: 'share', value, source });

/**
 * 95th percentile of |left − right| in healthy runners at 2.5 m/s. Of the two laboratories the first (21 runners): the second's larger
 * figures (24 runners) hold its two marker set-ups as well.
 */
const RUNNERS =
  'measurement.md §4: 95th percentile of 21 healthy runners at 2.5 m/s (computed from Fukuchi 2017, provisional)';
const FORCE = 'measurement.md §4: two healthy runners on a force plate differ by 1.0 and 2.7 % in contact time';
const OURS = 'ours: no published spread; a tenth of what is seen as a limp';

/** Healthy left–right differences. A variable without an entry is judged by its measurement error alone. */
export const HEALTHY_LEFT_RIGHT: Partial<Readonly<Record<ParameterId, Limit>>> = {
  kneeFlexionAtContact: absolute(5, RUNNERS),
  kneeFlexionPeakStance: absolute(4.41, RUNNERS),
  kneeFlexionPeakSwing: absolute(7.34, RUNNERS),
  ankleAtContact: absolute(6.3, RUNNERS),
  ankleDorsiflexionPeak: absolute(3.85, RUNNERS),
  anklePlantarflexionPeak: absolute(12.94, RUNNERS),
  thighExtensionPeak: absolute(2.55, RUNNERS),
  thighFlexionPeak: absolute(4.19, RUNNERS),
  thighAtContact: absolute(4.19, `${RUNNERS}; that of peak thigh flexion`),
  hipFlexionPeak: absolute(4.19, `${RUNNERS}; that of peak thigh flexion`),
  footAngleAtContact: absolute(5.17, RUNNERS),
  strikePattern: absolute(5.17, RUNNERS),
  shankAngleAtContact: absolute(2.24, RUNNERS),
  contactTime: share(0.035, FORCE),
  dutyFactor: share(0.035, FORCE),
  flightTime: absolute(0.01, OURS),
  stancePct: absolute(1.5, OURS),
  stepTime: share(0.03, OURS),
  stepLength: share(0.03, OURS),
  pelvicDrop: absolute(2.75, 'Dingenen 2018: smallest detectable difference of pelvic drop 2.7–2.8°'),
  lateralTrunkLean: absolute(2.3, 'Dingenen 2018: smallest detectable difference 1.3–2.3°'),
};

const RULE = 'measurement.md §4, product rule from Damsted 2015, Dingenen 2018 and the interlaboratory scatter';

/** Smallest change between two days that is called one; on the same day with the same set-up half of it. */
export const BETWEEN_DAYS: Partial<Readonly<Record<ParameterId, Limit>>> = {
  kneeFlexionAtContact: absolute(5, RULE),
  kneeFlexionPeakStance: absolute(5, RULE),
  kneeFlexionPeakSwing: absolute(5, RULE),
  ankleAtContact: absolute(5, RULE),
  ankleDorsiflexionPeak: absolute(5, RULE),
  anklePlantarflexionPeak: absolute(5, RULE),
  thighAtContact: absolute(5, RULE),
  thighExtensionPeak: absolute(5, RULE),
  thighFlexionPeak: absolute(5, RULE),
  hipFlexionPeak: absolute(5, RULE),
  footAngleAtContact: absolute(3, RULE),
  strikePattern: absolute(3, RULE),
  shankAngleAtContact: absolute(3, RULE),
  pelvicDrop: absolute(3, RULE),
  lateralTrunkLean: absolute(3, RULE),
  trunkLean: absolute(3, RULE),
  cadence: share(0.03, RULE),
  strideTime: share(0.03, RULE),
  stepTime: share(0.03, RULE),
  strideLength: share(0.03, RULE),
  stepLength: share(0.03, RULE),
  contactTime: absolute(0.015, RULE),
  flightTime: absolute(0.015, RULE),
  dutyFactor: absolute(0.02, `${RULE}: 15 ms of a 0.75 s stride`),
  stancePct: absolute(2, `${RULE}: 15 ms of a 0.75 s stride`),
  doubleSupportPct: absolute(2, `${RULE}: 15 ms of a 0.75 s stride`),
  verticalOscillation: absolute(0.008, 'ours: a tenth of a usual 80 mm'),
};

/** A limit in the unit of the values it is applied to. */
export function limitFor(limit: Limit | undefined, a: number, b: number): number {
  if (limit === undefined) return 0;
  return limit.kind === 'absolute' ? limit.value : (limit.value * (Math.abs(a) + Math.abs(b))) / 2;
}
