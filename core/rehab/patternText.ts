// The words of the patterns to look at; a part of REHAB_TEXT.

import type { ParameterId } from '../types.ts';
import type { Complaint } from './patternLinks.ts';
import type { Patterns } from './patterns.ts';

const complaints: Readonly<Record<Complaint, string>> = {
  calfAchilles: 'calf or Achilles tendon',
  hamstring: 'hamstring',
  frontOfKnee: 'front of the knee',
  shin: 'shin',
  hip: 'hip',
};

/** A link in a few words: what is seen in those who hurt. */
const linked: Partial<Readonly<Record<ParameterId, Readonly<Partial<Record<'up' | 'down', string>>>>>> = {
  contactTime: { down: 'less time on the ground' },
  flightTime: { down: 'less time in the air after that leg' },
  ankleDorsiflexionPeak: { down: 'the shin comes less far over the foot' },
  anklePlantarflexionPeak: { up: 'the ankle pushes off less far' },
  ankleAtContact: { up: 'the ankle is more bent at landing' },
  footAngleAtContact: { up: 'lands further back on the foot' },
  verticalOscillation: { down: 'less up and down' },
  kneeFlexionPeakStance: { down: 'the knee yields less under load' },
  kneeFlexionAtContact: { up: 'the knee is more bent at landing', down: 'the knee is straighter at landing' },
  pelvicDrop: { up: 'the pelvis drops more on the other side' },
  trunkLean: { up: 'leans further forward', down: 'leans less forward' },
  thighFlexionPeak: { down: 'the thigh is lifted less' },
  hipFlexionPeak: { down: 'the hip bends less in swing' },
  thighExtensionPeak: { up: 'the thigh goes less far back' },
  stepLength: { up: 'longer steps', down: 'a shorter step' },
  overstride: { up: 'lands further ahead of the hip' },
  cadence: { down: 'fewer steps a minute' },
  lateralTrunkLean: { up: 'leans over the leg that stands' },
};

const nothing: Readonly<Record<NonNullable<Patterns['nothing']>, string>> = {
  'within-error': 'Of what is linked with this complaint, nothing has changed or differs beyond the measurement error.',
  'not-filmed': 'There is nothing to look at: this visit has no measured film.',
  'not-comparable': 'Nothing could be judged: the films cannot be compared, or do not show it.',
};

/** English. */
export const PATTERN_TEXT = {
  title: 'Patterns to look at: {complaint}',
  note: 'Links, not causes: most come from comparing people who hurt with people who do not. They foretell nothing.',
  complaints,
  linked,
  change: '{what}: changed by {difference} since the baseline ({threshold} would be beyond the error)',
  legs: '{what}: {difference} against the other leg ({threshold} would be beyond the error)',
  asLinked: 'the way it is linked with this complaint',
  otherWay: 'the other way than it is linked with this complaint',
  nothing,
  notJudged: 'Not judged: {measures}.',
};
