// A plausible result of a rendered clip, put together from its truth: what the report and the files are tried on.

import type { VideoInfo } from '../../core/report/provenance.ts';
import type {
  AngleChannel,
  Asymmetry,
  ChannelId,
  CleanPose,
  Curve,
  Parameter,
  ParameterId,
  RawPose,
  Side,
  Stride,
  TrialResult,
  Unit,
} from '../../core/types.ts';
import { SIDES } from '../../core/types.ts';
import { type Clip, loadTruth, type Truth, truthAngle, truthEvents, truthPose } from './rendered.ts';

export interface Sample {
  readonly raw: RawPose;
  readonly result: TrialResult;
  readonly video: VideoInfo;
}

export const SAMPLE_POSE = {
  model: 'blazepose-heavy',
  modelSha256: '59e42d71bcd44cbdbabc419f0ff76686595fd265419566bd4009ef703ea8e1fe',
  engine: 'onnxruntime-node 1.30.0 cpu',
  framesSeen: 720,
};
export const SAMPLE_APP = { version: '0.1.0', analysisVersion: '1' };

/** The truth of a clip as a result: events, strides, angles and curves are true, errors are what measurement.md expects. */
export function sampleTrial(clip: Clip = 'demo_before_left60'): Sample {
  const truth = loadTruth(clip);
  const raw = truthPose(truth, { noisePx: 0.5 });
  const timeS = raw.timeS;
  const strides = stridesOf(truth);
  const angles = anglesOf(truth);
  const view = truth.view === 'post' ? 'posterior' : truth.view;
  const parameters = [...legParameters(truth, strides, angles, timeS), ...bodyParameters(truth, view)];
  const result: TrialResult = {
    gait: truth.gait,
    capture: {
      view,
      facing: view === 'posterior' ? null : view === 'left' ? -1 : 1,
      speedMs: truth.speed_mps,
      inclinePct: 0,
      heightM: null,
      massKg: null,
      metresPerPixel: truth.metresPerPixel,
      scaleSource: 'belt',
      yawDeg: truth.camera.yawDeg,
      rollDeg: truth.camera.rollDeg,
      footReference: 'mid-stance',
    },
    events: truthEvents(truth),
    strides,
    parameters,
    curves: view === 'posterior' ? [] : angles.flatMap((channel) => curvesOf(channel, strides, timeS)),
    asymmetry: asymmetryOf(parameters),
    quality: [
      {
        code: 'far-leg-hidden',
        severity: 'caution',
        message:
          'The leg away from the camera was hidden at times, so its ankle and contact time are less sure; film the other side in a second clip.',
      },
      {
        code: 'legs-repaired',
        severity: 'info',
        message: 'Left and right legs were exchanged back in 2 short windows (14 pictures).',
      },
    ],
    legs: {
      seenShare: { left: 1, right: 0.94 },
      repaired: [{ fromFrame: 101, toFrame: 109 }],
      collapsedFrames: 3,
    },
    clean: cleanOf(raw),
    timeS,
    angles,
  };
  const video: VideoInfo = {
    file: `${clip}.mp4`,
    sha256: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0',
    widthPx: truth.width,
    heightPx: truth.height,
    rotationDeg: 0,
    frames: timeS.length,
    durationS: timeS.length / truth.fps,
    rateHz: truth.fps,
    variableRate: false,
    slowMotion: 1,
  };
  return { raw, result, video };
}

function cleanOf(raw: RawPose): CleanPose {
  const count = 33;
  const points = Array.from({ length: count }, (_, landmark) => ({
    x: Float64Array.from(raw.timeS, (_t, i) => raw.xPx[i * count + landmark]!),
    y: Float64Array.from(raw.timeS, (_t, i) => raw.yPx[i * count + landmark]!),
  }));
  return { timeS: raw.timeS, points };
}

function stridesOf(truth: Truth): Stride[] {
  const events = truthEvents(truth);
  return SIDES.flatMap((side) => {
    const own = events.filter((event) => event.side === side);
    const contacts = own.filter((event) => event.kind === 'initial-contact').map((event) => event.timeS);
    return contacts.slice(0, -1).map((startS, i) => {
      const endS = contacts[i + 1]!;
      const toeOff = own.find((e) => e.kind === 'toe-off' && e.timeS > startS && e.timeS < endS);
      const excluded = i === 3 && side === 'right' ? 'longer than the others by more than 10 %' : null;
      return { side, startS, endS, toeOffS: toeOff?.timeS ?? null, excluded };
    });
  });
}

function anglesOf(truth: Truth): AngleChannel[] {
  const ids = ['thigh', 'hipFlexion', 'kneeFlexion', 'ankle', 'foot', 'shank'] as const;
  const sided = ids.flatMap((id) => SIDES.map((side) => ({ id, side, deg: truthAngle(truth, id, side, 'image') })));
  return [{ id: 'trunkLean', side: null, deg: truthAngle(truth, 'trunkLean', null, 'image') }, ...sided];
}

function curvesOf(channel: AngleChannel, strides: readonly Stride[], timeS: Float64Array): Curve[] {
  const sides = channel.side === null ? SIDES : [channel.side];
  return sides.map((side) => {
    const used = strides.filter((stride) => stride.side === side && stride.excluded === null);
    const at = Array.from({ length: 101 }, (_, percent) =>
      used.map((s) => readAt(channel.deg, timeS, s.startS + ((s.endS - s.startS) * percent) / 100)),
    );
    const toeOffs = used.flatMap((s) =>
      s.toeOffS === null ? [] : [(100 * (s.toeOffS - s.startS)) / (s.endS - s.startS)],
    );
    return {
      id: channel.id,
      side,
      n: used.length,
      meanDeg: at.map(mean),
      sdDeg: at.map(sd),
      toeOffPct: toeOffs.length > 0 ? mean(toeOffs) : null,
    };
  });
}

type Reader = (stride: Stride, angle: (id: ChannelId, atS: number) => number) => number;

const PEAK_STEPS = 60;
const peak = (id: ChannelId, part: 'stance' | 'swing', pick: (...values: number[]) => number): Reader => {
  return (s, angle) => {
    const toeOff = s.toeOffS ?? s.endS;
    const [from, to] = part === 'stance' ? [s.startS, toeOff] : [toeOff, s.endS];
    return pick(...Array.from({ length: PEAK_STEPS }, (_, i) => angle(id, from + ((to - from) * i) / PEAK_STEPS)));
  };
};
const atContact =
  (id: ChannelId): Reader =>
  (s, angle) =>
    angle(id, s.startS);

const READERS: readonly (readonly [ParameterId, Unit, number, number, Reader])[] = [
  ['strideTime', 's', 0.003, 0.02, (s) => s.endS - s.startS],
  ['contactTime', 's', 0.004, 0.015, (s) => (s.toeOffS ?? Number.NaN) - s.startS],
  ['dutyFactor', '1', 0.006, 0.03, (s) => ((s.toeOffS ?? Number.NaN) - s.startS) / (s.endS - s.startS)],
  ['footAngleAtContact', 'deg', 1.8, 5.4, atContact('foot')],
  ['shankAngleAtContact', 'deg', 1.2, 4.4, atContact('shank')],
  ['kneeFlexionAtContact', 'deg', 2.5, 5.6, atContact('kneeFlexion')],
  ['ankleAtContact', 'deg', 2.3, 6.3, atContact('ankle')],
  ['thighAtContact', 'deg', 1.3, 4.1, atContact('thigh')],
  ['kneeFlexionPeakStance', 'deg', 2, 5.4, peak('kneeFlexion', 'stance', Math.max)],
  ['kneeFlexionPeakSwing', 'deg', 2.2, 9.7, peak('kneeFlexion', 'swing', Math.max)],
  ['ankleDorsiflexionPeak', 'deg', 2, 5.6, peak('ankle', 'stance', Math.max)],
  ['anklePlantarflexionPeak', 'deg', 2.6, 8, peak('ankle', 'swing', Math.min)],
  ['thighExtensionPeak', 'deg', 1.2, 4.1, peak('thigh', 'swing', Math.min)],
  ['thighFlexionPeak', 'deg', 1.4, 4.5, peak('thigh', 'swing', Math.max)],
  ['hipFlexionPeak', 'deg', 1.9, 5, peak('hipFlexion', 'swing', Math.max)],
];
const THRESHOLDS = new Map(READERS.map(([id, , , threshold]) => [id, threshold]));

function legParameters(
  truth: Truth,
  strides: readonly Stride[],
  angles: readonly AngleChannel[],
  timeS: Float64Array,
): Parameter[] {
  if (truth.view === 'post') return [];
  return SIDES.flatMap((side) => {
    const used = strides.filter((stride) => stride.side === side && stride.excluded === null);
    const angle = (id: ChannelId, atS: number) =>
      readAt(angles.find((c) => c.id === id && (c.side === side || c.side === null))!.deg, timeS, atS);
    const far = truth.view !== side;
    const measured = READERS.map(([id, unit, sigma, , read]) => {
      const values = used.map((stride) => read(stride, angle));
      const weak = far && id.startsWith('ankle');
      return parameter(id, side, unit, values, far ? sigma * 1.4 : sigma, weak ? FAR_ANKLE : null);
    });
    const foot = measured.find((p) => p.id === 'footAngleAtContact')!;
    const shares = { rearfoot: 0.2, midfoot: 0.67, forefoot: 0, uncertain: 0.13 };
    const strike: Parameter = { ...foot, id: 'strikePattern', label: 'midfoot', shares };
    return [
      ...measured,
      strike,
      missing('strideLength', side, 'm', NO_SPEED),
      missing('stepLength', side, 'm', NO_SPEED),
    ];
  });
}

const FAR_ANKLE = 'The far foot was hidden for part of the stride.';
const NO_SPEED = 'No belt speed was given and no other scale is known.';

function bodyParameters(truth: Truth, view: string): Parameter[] {
  const cadence = parameter(
    'cadence',
    null,
    'steps/min',
    [truth.summary.cadence_spm!.l, truth.summary.cadence_spm!.r],
    0.3,
  );
  if (view === 'posterior')
    return [
      cadence,
      parameter('pelvicDrop', 'left', 'deg', [7.6, 7.1], 1.4, 'Hip points are unsure by 5° in a single picture.'),
      parameter('pelvicDrop', 'right', 'deg', [3.2, 3.4], 1.4, 'Hip points are unsure by 5° in a single picture.'),
      parameter('stepWidth', null, 'm', [0.06, 0.07], 0.012),
      missing('lateralTrunkLean', 'left', 'deg', 'The shoulders were not seen.'),
      missing('lateralTrunkLean', 'right', 'deg', 'The shoulders were not seen.'),
    ];
  return [
    cadence,
    parameter('trunkLean', null, 'deg', [truth.summary.trunkLeanMean, truth.summary.trunkLeanMean + 0.2], 1.1),
    parameter('verticalOscillation', null, 'm', [0.102, 0.101], 0.004),
  ];
}

function parameter(
  id: ParameterId,
  side: Side | null,
  unit: Unit,
  values: readonly number[],
  sigma: number,
  reason: string | null = null,
): Parameter {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return missing(id, side, unit, 'No full stride.');
  const quality = reason === null ? 'good' : 'caution';
  return { id, side, unit, value: mean(known), sd: sd(known), n: known.length, sigma, quality, reason };
}

function missing(id: ParameterId, side: Side | null, unit: Unit, reason: string): Parameter {
  return { id, side, unit, value: null, sd: null, n: 0, sigma: null, quality: 'not-measurable', reason };
}

function asymmetryOf(parameters: readonly Parameter[]): Asymmetry[] {
  const ids = [...new Set(parameters.filter((p) => p.side !== null && p.id !== 'strikePattern').map((p) => p.id))];
  return ids.map((id) => {
    const of = (side: Side) => parameters.find((p) => p.id === id && p.side === side);
    const unit = of('left')!.unit;
    const left = of('left')?.value ?? null;
    const right = of('right')?.value ?? null;
    if (left === null || right === null)
      return { id, left, right, difference: null, unit, threshold: null, verdict: 'not-measurable' };
    const threshold = THRESHOLDS.get(id) ?? 4;
    const difference = right - left;
    const verdict = Math.abs(difference) > threshold ? 'different' : 'within-error';
    return { id, left, right, difference, unit, threshold, verdict };
  });
}

function readAt(series: Float64Array, timeS: Float64Array, atS: number): number {
  const rate = (timeS.length - 1) / (timeS.at(-1)! - timeS[0]!);
  const position = Math.min(Math.max((atS - timeS[0]!) * rate, 0), series.length - 1.001);
  const low = Math.floor(position);
  return series[low]! + (position - low) * (series[low + 1]! - series[low]!);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const sd = (values: readonly number[]): number => {
  const m = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - m) ** 2)) * (values.length / Math.max(1, values.length - 1)));
};
