// Every word of the report in one place, so that it can be translated; `{places}` are filled in by the model.

import type { ChannelId, Gait, ParameterId, QualityCode, StrikeLabel } from '../types.ts';

/** Of one variable: its name in a table, and within a sentence for the runner (as it stands in the middle of one). */
interface ParameterWords {
  readonly label: string;
  readonly plain: string;
}

const parameters: Readonly<Record<ParameterId, ParameterWords>> = {
  cadence: { label: 'Cadence', plain: 'cadence' },
  contactTime: { label: 'Ground contact time', plain: 'time on the ground' },
  flightTime: { label: 'Flight time', plain: 'time in the air' },
  dutyFactor: { label: 'Duty factor (share of stride on the ground)', plain: 'share of the stride on the ground' },
  stepTime: { label: 'Step time', plain: 'time for a step' },
  strideTime: { label: 'Stride time', plain: 'time for a stride' },
  stepLength: { label: 'Step length (step time × belt speed)', plain: 'step length' },
  strideLength: { label: 'Stride length', plain: 'stride length' },
  stancePct: { label: 'Stance, share of the stride', plain: 'share of the stride on the ground' },
  doubleSupportPct: { label: 'Double support, share of the stride', plain: 'time with both feet down' },
  beltSpeedEstimate: { label: 'Belt speed seen in the film', plain: 'belt speed seen in the film' },
  strikePattern: { label: 'Foot strike', plain: 'foot strike' },
  footAngleAtContact: { label: 'Foot angle (toe up +)', plain: 'foot angle at landing' },
  shankAngleAtContact: { label: 'Shank angle (ankle ahead of knee +)', plain: 'shin angle at landing' },
  overstride: { label: 'Ankle ahead of hip, of leg length', plain: 'landing ahead of the hip' },
  kneeFlexionAtContact: { label: 'Knee flexion', plain: 'knee bend at landing' },
  ankleAtContact: { label: 'Ankle (dorsiflexion +)', plain: 'ankle angle at landing' },
  thighAtContact: { label: 'Thigh (knee ahead of hip +)', plain: 'thigh angle at landing' },
  kneeFlexionPeakStance: { label: 'Knee flexion, peak', plain: 'knee bend under load' },
  ankleDorsiflexionPeak: { label: 'Ankle dorsiflexion, peak', plain: 'ankle bend under load' },
  thighExtensionPeak: { label: 'Thigh extension, peak (behind \u2212)', plain: 'thigh behind the body at push-off' },
  anklePlantarflexionPeak: { label: 'Ankle plantarflexion, peak (\u2212)', plain: 'ankle push-off' },
  kneeFlexionPeakSwing: { label: 'Knee flexion, peak', plain: 'knee bend in swing' },
  thighFlexionPeak: { label: 'Thigh flexion, peak', plain: 'thigh lift in swing' },
  hipFlexionPeak: { label: 'Hip flexion, peak (thigh against trunk)', plain: 'hip bend in swing' },
  trunkLean: { label: 'Trunk lean (forward +)', plain: 'forward lean' },
  verticalOscillation: { label: 'Vertical oscillation', plain: 'up and down' },
  pelvicDrop: { label: 'Pelvic drop (swing side lower +)', plain: 'pelvic drop' },
  lateralTrunkLean: { label: 'Trunk lean to the stance side (+)', plain: 'sideways lean' },
  stepWidth: { label: 'Step width', plain: 'step width' },
  crossover: { label: 'Steps across the midline', plain: 'steps across the midline' },
  kneeSeparation: { label: 'Knee separation, of hip width', plain: 'space between the knees' },
};

const quality: Readonly<Record<QualityCode, { title: string; advice: string | null }>> = {
  'low-frame-rate': { title: 'Low frame rate', advice: 'Set the camera to 60 pictures per second or more.' },
  'motion-blur': { title: 'Motion blur', advice: 'Add light, so that the camera can expose for 1/500 s or less.' },
  'oblique-camera': {
    title: 'Camera not square',
    advice: 'Put the camera at right angles to the treadmill, level with its middle.',
  },
  'feet-cut-off': {
    title: 'Feet out of the picture',
    advice: 'Step back until the whole body stays in the picture, shoes included.',
  },
  'far-leg-hidden': { title: 'Far leg hidden', advice: 'Film a second clip from the other side at the same speed.' },
  'second-person': { title: 'Second person in view', advice: 'Keep other people out of the picture.' },
  'too-few-strides': { title: 'Few strides', advice: 'Film for 20 to 30 seconds without a break.' },
  'speed-mismatch': {
    title: 'Speeds do not agree',
    advice: 'Check the belt speed and the slow-motion setting of the camera.',
  },
  'unstable-camera': { title: 'Camera moved', advice: 'Stand the camera on a tripod between knee and hip height.' },
  dark: { title: 'Dark picture', advice: 'Switch on more light, from the camera\u2019s side.' },
  interlaced: { title: 'Interlaced film', advice: 'Set the camera to a progressive mode (with a p, such as 1080p60).' },
  'variable-rate': { title: 'Uneven frame rate', advice: 'Set the camera to a constant frame rate.' },
  'slow-motion-unknown': { title: 'Slow motion unclear', advice: 'Film in normal speed, or note the capture rate.' },
  'legs-repaired': { title: 'Legs put back', advice: null },
  'video-truncated': { title: 'Film cut short', advice: 'Copy the film again from the camera.' },
  'person-lost': {
    title: 'Person lost at times',
    advice: 'Keep the whole body in the picture, with nothing in front of it.',
  },
  'mixed-gait': { title: 'Walking and running mixed', advice: 'Film walking and running as two clips.' },
  standing: { title: 'Standing', advice: 'Start the film when the stride is steady.' },
  'scale-unknown': { title: 'No scale', advice: 'Note the belt speed, so that lengths can be measured.' },
};

const channels: Readonly<Record<ChannelId, { title: string; up: string }>> = {
  trunkLean: { title: 'Trunk lean', up: 'forward +' },
  thigh: { title: 'Thigh', up: 'ahead of hip +' },
  hipFlexion: { title: 'Hip', up: 'thigh to trunk +' },
  kneeFlexion: { title: 'Knee', up: 'flexion +' },
  ankle: { title: 'Ankle', up: 'dorsiflexion +' },
  foot: { title: 'Foot', up: 'toe up +' },
  shank: { title: 'Shank', up: 'ankle ahead +' },
  pelvicObliquity: { title: 'Pelvis', up: 'obliquity' },
};

const strike: Readonly<Record<StrikeLabel, string>> = {
  rearfoot: 'rearfoot',
  midfoot: 'midfoot',
  forefoot: 'forefoot',
  uncertain: 'uncertain',
};

const gaitTitle: Readonly<Record<Gait, string>> = {
  run: 'How you run',
  walk: 'How you walk',
  mixed: 'How you move',
  standing: 'How you move',
};

/** English. A translation is another value of {@link ReportText}. */
export const REPORT_TEXT = {
  /** BCP 47 tag of the document. */
  language: 'en',
  decimalMark: '.',
  product: 'OpenStride',
  gaitTitle,
  documentTitle: '{title} \u00b7 {file}',
  pageOf: 'Page {page} of {pages}',
  detailTitle: 'Detail for the clinician',
  parameters,
  quality,
  channels,
  strike,
  side: { left: 'Left', right: 'Right', whole: 'Whole body' },
  sideInSentence: { left: 'left', right: 'right' },
  view: { left: 'from the left', right: 'from the right', posterior: 'from behind' },
  none: 'none',
  notMeasurable: 'not measurable',
  notStated: 'not stated',
  lead: {
    filmed: 'Filmed {view} for {duration} s at {rate} pictures per second{speed}{incline}.',
    speed: ', belt at {ms} m/s ({kmh} km/h)',
    incline: ', incline {incline} %',
    level: ', level',
    strides: 'Measured on {left} left and {right} right strides.',
    noStrides: 'No full stride could be measured.',
  },
  headline: { whole: 'mean over the film' },
  verdict: {
    different: 'differs (over {threshold})',
    'within-error': 'same (within {threshold})',
    'not-measurable': 'not comparable',
  },
  strikeVerdict: { different: 'differs', 'within-error': 'same pattern', 'not-measurable': 'not comparable' },
  verdictShort: {
    different: 'left and right differ',
    'within-error': 'left and right the same',
    'not-measurable': 'not comparable',
  },
  more: 'more',
  less: 'less',
  longer: 'longer',
  shorter: 'shorter',
  same: {
    title: 'The same left and right',
    none: 'No measure can be called the same.',
    note: 'Same means: the difference is no larger than the measurement error and what healthy legs show.',
  },
  differs: {
    title: 'Where left and right differ',
    none: 'No difference beyond the measurement error was found.',
    unknown: 'Left and right could not be compared in this film.',
    line: '{measure}: right {right}, left {left}.',
    size: 'That is {difference} {direction} on the right; {threshold} or less would count as the same.',
    further: 'And {count} more on page 2.',
  },
  strikeLine: 'Foot strike: left {left}, right {right}.',
  strikeShare: '{label} ({share}\u00a0% of strides)',
  uncompared: 'Not comparable here: {measures}.',
  uncomparedMany: '{count} measures could not be compared.',
  sureness: {
    title: 'For the next film',
    nothing: 'Nothing could be measured in this film.',
    good: 'The film was good enough for every measure shown.',
    intro: '{count} of {total} measures could not be taken, {caution} are less sure; page 2 says why.',
  },
  keyFrames: {
    title: 'One typical stride',
    note: 'Pictures and joint angles are of single moments of one stride; the numbers above are means of all strides.',
    leg: { left: 'Left leg', right: 'Right leg' },
    far: 'far from the camera',
    phase: { contact: 'Contact', midStance: 'Mid-stance', toeOff: 'Toe-off', midSwing: 'Mid-swing' },
    moment: '{time} s \u00b7 frame {frame}',
    knee: 'knee {angle}\u00b0',
    noStride: 'No full stride of this leg could be measured.',
    noToeOff: 'Toe-off is not measured in this film.',
    noPicture: 'No picture of this moment.',
    alt: '{leg}, {phase}: picture with skeleton at {time} seconds',
  },
  curves: {
    title: 'The mean stride, left against right',
    note: 'From contact (0 %) to the next contact of the same leg (100 %). Upright line: toe-off. Band: \u00b1 1 SD between strides. Angles in degrees.',
    axis: '% of stride',
    strides: 'n {left} left, {right} right',
    missing: { left: 'left not measured', right: 'right not measured', both: 'not measured in this film' },
    none: 'No mean stride could be formed from this film.',
    alt: '{title}: mean angle over one stride. Left: {left}. Right: {right}.',
    range: 'from {min}\u00b0 to {max}\u00b0',
  },
  table: {
    title: 'Measures',
    measure: 'Measure',
    left: 'Left',
    right: 'Right',
    unit: 'Unit',
    difference: 'Right \u2212 left',
    verdict: 'Verdict',
    note: '\u00b1 is the 95 % margin of the value (1.96 \u00d7 its standard error). Differences are taken before rounding. Letters: see below.',
    groups: {
      rhythm: 'Rhythm and distance',
      contact: 'At contact',
      stance: 'In stance',
      swing: 'In swing',
      body: 'Trunk and whole body',
    },
    none: 'Nothing was measured.',
  },
  reasons: {
    title: 'Less sure, and not measured',
    none: 'Every measure shown is of good quality.',
    unknown: 'No reason was recorded.',
    many: '{count} measures',
    further: 'Further reasons stand in result.json.',
  },
  film: {
    title: 'How it was filmed',
    none: 'Nothing to improve was noticed.',
    excluded: 'Strides left out: {count} ({reasons}).',
  },
  methods: {
    title: 'How it was measured',
    paragraphs: [
      'A pose network marks 33 points of the body in every picture. Exchanged legs are put back, short gaps filled, and the paths low-passed (zero-lag Butterworth).',
      'Contact is when the foot takes on the speed of the belt after its furthest reach forward; toe-off when it leaves. Times lie between pictures.',
      'Angles are of the picture plane. Foot angles count from the flat foot ({footReference}). Lengths use {scale}.',
      'Left and right differ only beyond both the measurement error and the difference that healthy legs show. It describes change and asymmetry; it is not a diagnosis.',
    ],
    footReference: {
      standing: 'quiet standing',
      'mid-stance': 'mid-stance of the same film',
      none: 'no reference found',
    },
    scale: { belt: 'the belt speed', height: 'the body height', none: 'no scale: none was known' },
    sourcesTitle: 'Sources',
    sources: [
      'Pose: Bazarevsky 2020 (BlazePose).',
      'Events: Zeni 2008; Fellin 2010.',
      'Filter: Winter 2009.',
      'Strides needed, detectable change: Dingenen 2018; Damsted 2015.',
    ],
  },
  provenance: {
    title: 'So that it can be repeated',
    file: 'Film',
    picture: 'Picture',
    pictureIs: '{width} \u00d7 {height} px, {frames} frames, {rate} Hz{variable}{slowMotion}',
    variable: ', uneven rate',
    slowMotion: ', slowed {factor} times',
    camera: 'Camera',
    cameraIs: 'turned {yaw}, tilted {roll}, scale {scale}',
    millimetres: '{mm} mm per pixel',
    unknown: 'not known',
    seen: 'Seen',
    seenFrames: 'person in {seen} of {frames} frames; left leg {left} %, right leg {right} %',
    program: 'Program',
    programIs: '{product} {version}, analysis {analysisVersion}',
    network: 'Network',
    filmHash: 'Film SHA-256',
    networkHash: 'Network SHA-256',
  },
};

/** The shape of a catalogue, in any language. */
export type ReportText = typeof REPORT_TEXT;
