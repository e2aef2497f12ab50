// How angles, and what is seen from behind, are made.

import type { ParameterId } from '../../types.ts';
import { from, ours } from './literature.ts';
import {
  ANGLE_ERROR,
  BEHIND_ERROR,
  CONTACT,
  FLAT,
  FOOT_ERROR,
  LANDMARK_ERROR,
  MID_STANCE,
  peak,
  type Recipe,
  SEGMENTS,
  SIGNS,
  STEADY,
} from './recipe.ts';

export const FEET_ANGLES: Pick<
  Readonly<Record<ParameterId, Recipe>>,
  'strikePattern' | 'footAngleAtContact' | 'ankleAtContact' | 'ankleDorsiflexionPeak' | 'anklePlantarflexionPeak'
> = {
  strikePattern: {
    what: 'Which part of the foot lands first, as a tendency over all strides. It is a habit, not a fault.',
    formula: 'rearfoot: φ > 8°, forefoot: φ < 2° (standing); + 3° from mid-stance',
    inWords:
      'The foot angle at contact of every stride against two thresholds; within 1.5° of one a stride is not classified.',
    joints: ['heel', 'toe'],
    legs: 'own',
    where: CONTACT,
    error: FOOT_ERROR,
    sources: [
      from('Altman & Davis 2012', 'thresholds 8.0° and −1.6° from standing'),
      from('Mo 2023', 'thresholds 7.4° and −0.8°'),
      FLAT,
    ],
  },
  footAngleAtContact: {
    what: 'How far the toes point up when the foot lands.',
    formula: 'φ = atan2(y_toe − y_heel, x_toe − x_heel) − φ_flat, at IC',
    inWords: 'Slope of the line from heel to toe at initial contact, counted from the flat foot.',
    joints: ['heel', 'toe'],
    legs: 'own',
    where: CONTACT,
    error: `${FOOT_ERROR} The foot turns by 240°/s there: 10 ms are 2.4°.`,
    sources: [from('Altman & Davis 2012', 'the angle of the foot as the sign of the strike'), STEADY, FLAT],
  },
  ankleAtContact: {
    what: 'The bend of the ankle when the foot lands; dorsiflexion is positive.',
    formula: 'α = foot − shank, at IC',
    inWords: 'Foot angle minus shank angle at initial contact; 0 is a flat foot under an upright shin.',
    joints: ['knee', 'ankle', 'heel', 'toe'],
    legs: 'own',
    where: CONTACT,
    error: FOOT_ERROR,
    sources: [SEGMENTS, from('Sports2D', 'the ankle from heel, toe, ankle and knee'), FLAT],
  },
  ankleDorsiflexionPeak: {
    what: 'How far the shin comes over the standing foot.',
    formula: 'α_max = max(foot − shank), IC … TO',
    inWords: 'Highest ankle angle between contact and toe-off of every stride; the mean of them.',
    joints: ['knee', 'ankle', 'heel', 'toe'],
    legs: 'own',
    where: peak('ankle', 1, 'contact', 'toeOff'),
    error: FOOT_ERROR,
    sources: [SEGMENTS, from('Sports2D', 'the ankle from heel, toe, ankle and knee'), STEADY, LANDMARK_ERROR],
  },
  anklePlantarflexionPeak: {
    what: 'How far the foot points down at push-off; plantarflexion is negative.',
    formula: 'α_min = min(foot − shank), mid-stance … mid-swing',
    inWords: 'Lowest ankle angle from the middle of stance to the middle of swing of every stride; the mean of them.',
    joints: ['knee', 'ankle', 'heel', 'toe'],
    legs: 'own',
    where: peak('ankle', -1, 'midStance', 'midSwing'),
    error:
      'The network points the foot some 12° too little at push-off, alike on both legs: compare sides, not tables.',
    sources: [SEGMENTS, from('Sports2D', 'the ankle from heel, toe, ankle and knee'), LANDMARK_ERROR],
  },
};

export const LEGS: Pick<
  Readonly<Record<ParameterId, Recipe>>,
  | 'shankAngleAtContact'
  | 'kneeFlexionAtContact'
  | 'kneeFlexionPeakStance'
  | 'kneeFlexionPeakSwing'
  | 'thighAtContact'
  | 'thighExtensionPeak'
  | 'thighFlexionPeak'
  | 'hipFlexionPeak'
> = {
  shankAngleAtContact: {
    what: 'How far the shin leans back when the foot lands: the ankle ahead of the knee is positive.',
    formula: 'σ = atan2(x_ankle − x_knee, y_knee − y_ankle), at IC',
    inWords: 'Angle of the line from knee to ankle against the vertical at initial contact.',
    joints: ['knee', 'ankle'],
    legs: 'own',
    where: CONTACT,
    error: ANGLE_ERROR,
    sources: [SEGMENTS, STEADY, LANDMARK_ERROR],
  },
  kneeFlexionAtContact: {
    what: 'The bend of the knee when the foot lands; 0 is straight.',
    formula: 'κ = thigh − shank, at IC',
    inWords: 'Thigh angle minus shank angle at initial contact.',
    joints: ['hip', 'knee', 'ankle'],
    legs: 'own',
    where: CONTACT,
    error: ANGLE_ERROR,
    sources: [SEGMENTS, SIGNS, from('Damsted 2015', 'between days it is repeated within 9–14°'), LANDMARK_ERROR],
  },
  kneeFlexionPeakStance: {
    what: 'How far the knee yields under the body’s weight.',
    formula: 'κ_max = max(thigh − shank), IC … TO (walking: first half)',
    inWords:
      'Highest knee angle between contact and toe-off of every stride, in walking in the first half of it; the mean of them.',
    joints: ['hip', 'knee', 'ankle'],
    legs: 'own',
    where: { kind: 'peak', channel: 'kneeFlexion', sign: 1, from: 'contact', to: 'toeOff', walkTo: 'midStance' },
    error: `${ANGLE_ERROR} In stance the network bends the near knee more than the far one.`,
    sources: [SEGMENTS, SIGNS, STEADY, LANDMARK_ERROR],
  },
  kneeFlexionPeakSwing: {
    what: 'How far the heel comes up behind the swinging leg.',
    formula: 'κ_max = max(thigh − shank), TO … next IC',
    inWords: 'Highest knee angle between toe-off and the next contact of every stride; the mean of them.',
    joints: ['hip', 'knee', 'ankle'],
    legs: 'own',
    where: peak('kneeFlexion', 1, 'toeOff', 'end'),
    error: 'The network bends a fast knee 5–9° too little, alike on both legs: compare sides, not tables.',
    sources: [SEGMENTS, SIGNS, LANDMARK_ERROR],
  },
  thighAtContact: {
    what: 'How far ahead the thigh is when the foot lands.',
    formula: 'θ = atan2(x_knee − x_hip, y_hip − y_knee), at IC',
    inWords: 'Angle of the line from hip to knee against the vertical at initial contact.',
    joints: ['hip', 'knee'],
    legs: 'own',
    where: CONTACT,
    error: ANGLE_ERROR,
    sources: [SEGMENTS, SIGNS, LANDMARK_ERROR],
  },
  thighExtensionPeak: {
    what: 'How far the thigh goes back behind the body; behind is negative.',
    formula: 'θ_min = min θ, whole stride',
    inWords: 'Lowest thigh angle against the vertical in every stride; the mean of them.',
    joints: ['hip', 'knee'],
    legs: 'own',
    where: peak('thigh', -1, 'contact', 'end'),
    error: ANGLE_ERROR,
    sources: [SEGMENTS, SIGNS, from('Fukuchi 2017', 'what healthy runners show'), LANDMARK_ERROR],
  },
  thighFlexionPeak: {
    what: 'How far the thigh is lifted forward in swing.',
    formula: 'θ_max = max θ, whole stride',
    inWords: 'Highest thigh angle against the vertical in every stride; the mean of them.',
    joints: ['hip', 'knee'],
    legs: 'own',
    where: peak('thigh', 1, 'contact', 'end'),
    error: ANGLE_ERROR,
    sources: [SEGMENTS, SIGNS, from('Fukuchi 2017', 'what healthy runners show'), LANDMARK_ERROR],
  },
  hipFlexionPeak: {
    what: 'The largest bend between trunk and thigh.',
    formula: 'η_max = max(thigh + trunk lean), whole stride',
    inWords:
      'Highest sum of thigh angle and trunk lean in every stride. It is not the hip of a 3-D laboratory, which is against the pelvis.',
    joints: ['shoulder', 'hip', 'knee'],
    legs: 'own',
    where: peak('hipFlexion', 1, 'contact', 'end'),
    error: ANGLE_ERROR,
    sources: [SEGMENTS, from('Sports2D', 'the hip as thigh against trunk'), LANDMARK_ERROR],
  },
};

export const TRUNK_AND_BACK: Pick<
  Readonly<Record<ParameterId, Recipe>>,
  'trunkLean' | 'pelvicDrop' | 'crossover' | 'kneeSeparation' | 'lateralTrunkLean'
> = {
  trunkLean: {
    what: 'How far the trunk leans forward, on average over the stride.',
    formula: 'λ = mean atan2(x_shoulder − x_hip, y_shoulder − y_hip)',
    inWords: 'Angle of the line from mid-hip to mid-shoulder against the vertical, averaged over whole strides.',
    joints: ['shoulder', 'hip'],
    legs: 'both',
    where: MID_STANCE,
    error: 'The camera’s own tilt counts in full.',
    sources: [
      SEGMENTS,
      from('Bramah 2018', 'forward lean differs between injured and uninjured runners'),
      LANDMARK_ERROR,
    ],
  },
  pelvicDrop: {
    what: 'How far the swinging side of the pelvis sinks while this leg stands.',
    formula: 'δ = max slope(hip_stance → hip_swing), 0–40 % of the stride',
    inWords:
      'Slope of the line through both hips, swing side lower positive: the highest point of the mean stride in its first 40 %.',
    joints: ['hip'],
    legs: 'both',
    where: peak('pelvicObliquity', 1, 'contact', 'dropEnd'),
    error: BEHIND_ERROR,
    sources: [
      from('Bramah 2018', 'the measure and what goes with it'),
      from('Dingenen 2018', 'a change below 2.7° cannot be seen'),
      LANDMARK_ERROR,
    ],
  },
  crossover: {
    what: 'How often this foot lands across the middle of the body.',
    formula: 'C = 100 · n(x_heel past mid-hip) / n',
    inWords: 'Share of steps whose heel stands across the middle of the hips at mid-stance.',
    joints: ['hip', 'heel'],
    legs: 'own',
    where: MID_STANCE,
    error: BEHIND_ERROR,
    sources: [ours('counted at mid-stance against the middle of the hips')],
  },
  kneeSeparation: {
    what: 'How much space is between the knees while this leg stands (knee window).',
    formula: 'K = |x_knee,L − x_knee,R| / |x_hip,L − x_hip,R|, at mid-stance',
    inWords: 'Sideways distance of the knees divided by that of the hips.',
    joints: ['hip', 'knee'],
    legs: 'both',
    where: MID_STANCE,
    error: BEHIND_ERROR,
    sources: [ours('as a share of the hips’ distance, so that no scale is needed')],
  },
  lateralTrunkLean: {
    what: 'How far the trunk leans over the standing leg.',
    formula: 'μ = atan2(x_shoulder − x_hip, y_shoulder − y_hip), toward stance +, at mid-stance',
    inWords: 'Angle of the line from mid-hip to mid-shoulder against the vertical, seen from behind.',
    joints: ['shoulder', 'hip'],
    legs: 'both',
    where: MID_STANCE,
    error: BEHIND_ERROR,
    sources: [from('Dingenen 2018', 'repeated within 1.3–2.3°')],
  },
};
