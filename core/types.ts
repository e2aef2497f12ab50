// The words every room shares: what a filmed trial is before and after it is measured.
//
// Conventions. Time in seconds, of the world as it happened: the file's presentation timestamp of each frame divided by the
// slow-motion factor (only RawPose.timeS is still the file's own clock). Pixels of the upright source frame, x right and y DOWN,
// pixel centres at +0.5. The sagittal frame (SagittalBody) is x forward in the running direction and y UP. Angles in degrees,
// flexion and toe-up positive. Series run over frames (time axis first). Missing is NaN in a series and null for a single
// value, never 0 or -1. Everything is readonly: a function returns new values and never edits what it was given.

export type Side = 'left' | 'right';
export const SIDES = ['left', 'right'] as const satisfies readonly Side[];

/** Which side of the runner faces the camera; `posterior` is from behind. */
export type View = 'left' | 'right' | 'posterior';

export type Gait = 'run' | 'walk' | 'mixed' | 'standing';

/** What the pose engine saw: raw, saved once, never changed. Edits are rows of their own. */
export interface RawPose {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Presentation timestamp of every frame on the file's own clock, s. [frames] */
  readonly timeS: Float64Array;
  /** Landmark positions, px, NaN where no person was found. [frames × 33], frame by frame */
  readonly xPx: Float32Array;
  readonly yPx: Float32Array;
  /** How sure the network is that the point is in the picture and not hidden, 0–1, NaN where no person. [frames × 33] */
  readonly score: Float32Array;
  /** Landmarks in metres around the mid-hip as the network imagines them (x right, y down, z away), or null. [frames × 33 × 3] */
  readonly worldM: Float32Array | null;
  /** Weaknesses the engine noticed while looking, e.g. `second-person`. */
  readonly flags: readonly QualityFlag[];
}

export interface AnalyzeOptions {
  readonly view: 'auto' | View;
  readonly gait: 'auto' | 'run' | 'walk';
  /** Belt speed as set on the treadmill, m/s; null = not known. */
  readonly speedMs: number | null;
  readonly inclinePct: number | null;
  /** Capture rate ÷ file rate: 1 for ordinary films, 8 for a 240 fps film stored at 30. */
  readonly slowMotion: number;
  readonly heightM: number | null;
  readonly massKg: number | null;
}

export const ANALYZE_DEFAULTS: AnalyzeOptions = {
  view: 'auto',
  gait: 'auto',
  speedMs: null,
  inclinePct: null,
  slowMotion: 1,
  heightM: null,
  massKg: null,
};

/** A correction made by the clinician: a row of its own, applied in order; undo is leaving it out. Times in world seconds. */
export type Edit =
  | {
      readonly kind: 'landmark-moved';
      readonly frame: number;
      readonly landmark: number;
      readonly xPx: number;
      readonly yPx: number;
      /** How many frames before and after move along, less and less; left out = none. */
      readonly carryFrames?: number;
    }
  | {
      readonly kind: 'event-moved';
      readonly event: EventKind;
      readonly side: Side;
      readonly timeS: number;
      readonly newTimeS: number;
    }
  | { readonly kind: 'event-added'; readonly event: EventKind; readonly side: Side; readonly timeS: number }
  | { readonly kind: 'event-removed'; readonly event: EventKind; readonly side: Side; readonly timeS: number }
  | { readonly kind: 'legs-swapped'; readonly fromFrame: number; readonly toFrame: number }
  | { readonly kind: 'stride-excluded'; readonly side: Side; readonly timeS: number };

/** One point over time. [frames] each, NaN where missing. */
export interface PointSeries {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface LegSeries {
  readonly hip: PointSeries;
  readonly knee: PointSeries;
  readonly ankle: PointSeries;
  readonly heel: PointSeries;
  /** The network's foot index: the front of the shoe. */
  readonly toe: PointSeries;
}

/** All 33 points after swap repair, outlier rejection, gap fill and low-pass; px, y down, on the source frames' world times. */
export interface CleanPose {
  readonly timeS: Float64Array;
  /** By landmark number. */
  readonly points: readonly PointSeries[];
}

/** The body in the running direction: x forward, y up, px (not metres), camera roll taken out. */
export interface SagittalBody {
  readonly timeS: Float64Array;
  readonly left: LegSeries;
  readonly right: LegSeries;
  readonly midHip: PointSeries;
  /** NaN throughout when the shoulders were never seen. */
  readonly midShoulder: PointSeries;
}

export type EventKind = 'initial-contact' | 'toe-off';

export interface GaitEvent {
  readonly kind: EventKind;
  readonly side: Side;
  readonly timeS: number;
  /** Standard error of timeS, s. */
  readonly sigmaS: number;
  readonly source: 'detected' | 'edited';
}

/** One stride: initial contact to the next initial contact of the same leg. */
export interface Stride {
  readonly side: Side;
  readonly startS: number;
  readonly toeOffS: number | null;
  readonly endS: number;
  /** Null = used; otherwise why it was left out, in the clinic's words. */
  readonly excluded: string | null;
}

/** Every measured variable, as in result-schema.md. */
export type ParameterId =
  | 'strideTime'
  | 'stepTime'
  | 'contactTime'
  | 'flightTime'
  | 'dutyFactor'
  | 'strideLength'
  | 'stepLength'
  | 'strikePattern'
  | 'footAngleAtContact'
  | 'shankAngleAtContact'
  | 'overstride'
  | 'kneeFlexionAtContact'
  | 'kneeFlexionPeakStance'
  | 'kneeFlexionPeakSwing'
  | 'ankleAtContact'
  | 'ankleDorsiflexionPeak'
  | 'anklePlantarflexionPeak'
  | 'thighAtContact'
  | 'thighExtensionPeak'
  | 'thighFlexionPeak'
  | 'hipFlexionPeak'
  | 'cadence'
  | 'trunkLean'
  | 'verticalOscillation'
  | 'beltSpeedEstimate'
  | 'stancePct'
  | 'doubleSupportPct'
  | 'pelvicDrop'
  | 'stepWidth'
  | 'crossover'
  | 'kneeSeparation'
  | 'lateralTrunkLean';

export type Unit = 's' | 'deg' | 'm' | 'm/s' | 'steps/min' | '%' | '1';

export type StrikeLabel = 'rearfoot' | 'midfoot' | 'forefoot' | 'uncertain';

export interface Parameter {
  readonly id: ParameterId;
  /** Null for a variable of the whole body. */
  readonly side: Side | null;
  readonly unit: Unit;
  /** Null when quality is `not-measurable`. */
  readonly value: number | null;
  /** Scatter between strides; null with fewer than two. */
  readonly sd: number | null;
  /** Strides (or steps) it was measured on. */
  readonly n: number;
  /** Our own estimate of the standard error of the value, same unit; null when there is no value. */
  readonly sigma: number | null;
  /** The part of sigma that the other leg, or another film made the same way, does not share: what differences are judged by. */
  readonly sigmaRepeat?: number | null;
  readonly quality: 'good' | 'caution' | 'not-measurable';
  /** Why it is not `good`, one sentence; null when it is. */
  readonly reason: string | null;
  /** strikePattern only. */
  readonly label?: StrikeLabel;
  /** strikePattern only: share of strides in each class, 0–1. */
  readonly shares?: Readonly<Record<StrikeLabel, number>>;
}

export type ChannelId =
  | 'trunkLean'
  | 'thigh'
  | 'hipFlexion'
  | 'kneeFlexion'
  | 'ankle'
  | 'foot'
  | 'shank'
  | 'pelvicObliquity';

/** One angle over the whole clip. [frames] */
export interface AngleChannel {
  readonly id: ChannelId;
  readonly side: Side | null;
  readonly deg: Float64Array;
}

/** The mean stride of one angle: 101 points from contact to the next contact of the same leg. */
export interface Curve {
  readonly id: ChannelId;
  /** For a whole-body channel: the leg whose strides cut it. */
  readonly side: Side;
  readonly n: number;
  readonly meanDeg: readonly (number | null)[];
  readonly sdDeg: readonly (number | null)[];
  readonly toeOffPct: number | null;
}

export interface Asymmetry {
  readonly id: ParameterId;
  readonly left: number | null;
  readonly right: number | null;
  /** right − left. */
  readonly difference: number | null;
  readonly unit: Unit;
  /** How large a difference must be before it is called one; null when not measurable. */
  readonly threshold: number | null;
  readonly verdict: 'different' | 'within-error' | 'not-measurable';
}

export type QualityCode =
  | 'low-frame-rate'
  | 'motion-blur'
  | 'oblique-camera'
  | 'feet-cut-off'
  | 'far-leg-hidden'
  | 'second-person'
  | 'too-few-strides'
  | 'speed-mismatch'
  | 'unstable-camera'
  | 'dark'
  | 'interlaced'
  | 'variable-rate'
  | 'slow-motion-unknown'
  | 'legs-repaired'
  | 'video-truncated'
  | 'person-lost'
  | 'mixed-gait'
  | 'standing'
  | 'scale-unknown';

/** A weakness of the data, never an exception. `message` says what it is, what it does to the numbers and how to film it better. */
export interface QualityFlag {
  readonly code: QualityCode;
  readonly severity: 'info' | 'caution' | 'stop';
  readonly message: string;
}

export interface Capture {
  readonly view: View;
  /** +1 faces image right, −1 image left; null from behind. */
  readonly facing: 1 | -1 | null;
  readonly speedMs: number | null;
  readonly inclinePct: number | null;
  readonly heightM: number | null;
  readonly massKg: number | null;
  readonly metresPerPixel: number | null;
  readonly scaleSource: 'belt' | 'height' | 'none';
  /** How far the camera is turned away from square to the runner; null when it cannot be told. */
  readonly yawDeg: number | null;
  readonly rollDeg: number | null;
  /** What a flat foot is taken from. */
  readonly footReference: 'standing' | 'mid-stance' | 'none';
}

/** How often each leg was really seen, and where left and right were put back. */
export interface LegReport {
  /** Share of frames in which the leg was seen and not rebuilt, 0–1. */
  readonly seenShare: Readonly<Record<Side, number>>;
  /** Windows in which the network's left and right legs were exchanged back, frame numbers inclusive. */
  readonly repaired: readonly { readonly fromFrame: number; readonly toFrame: number }[];
  /** Frames in which both legs were drawn on one leg, so that the far one is missing. */
  readonly collapsedFrames: number;
}

/** Everything core says of one trial: a pure function of the raw pose, the options and the edits. */
export interface TrialResult {
  readonly gait: Gait;
  readonly capture: Capture;
  readonly events: readonly GaitEvent[];
  readonly strides: readonly Stride[];
  readonly parameters: readonly Parameter[];
  readonly curves: readonly Curve[];
  readonly asymmetry: readonly Asymmetry[];
  readonly quality: readonly QualityFlag[];
  readonly legs: LegReport;
  readonly clean: CleanPose;
  /** World time of every source frame, s, and every angle on it. */
  readonly timeS: Float64Array;
  readonly angles: readonly AngleChannel[];
}
