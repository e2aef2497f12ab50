// A rendered clip measured from its true landmarks, and ways in which a result can be poorer: what reports and files are tried on.

import { analyze } from '../../core/analyze.ts';
import type { AppInfo, PoseInfo, VideoInfo } from '../../core/report/provenance.ts';
import type { Parameter, QualityCode, RawPose, TrialResult } from '../../core/types.ts';
import { noisy } from './changedPose.ts';
import { type Clip, loadTruth, truthPose } from './rendered.ts';

export interface Sample {
  readonly raw: RawPose;
  readonly result: TrialResult;
  readonly video: VideoInfo;
  readonly pose: PoseInfo;
  readonly app: AppInfo;
}

/** About what the pose network's points scatter by on these clips, px. */
const NOISE_PX = 1;

/** Measured with the belt speed known; the same clip always gives the same result. */
export function sampleTrial(clip: Clip = 'demo_before_left60'): Sample {
  const truth = loadTruth(clip);
  const raw = noisy(truthPose(truth), NOISE_PX, 1);
  const frames = raw.timeS.length;
  return {
    raw,
    result: analyze(raw, { speedMs: truth.speed_mps }),
    video: {
      file: `${clip}.mp4`,
      sha256: '0f1e2d3c4b5a69788796a5b4c3d2e1f0'.repeat(2),
      widthPx: truth.width,
      heightPx: truth.height,
      rotationDeg: 0,
      frames,
      durationS: frames / truth.fps,
      rateHz: truth.fps,
      variableRate: false,
      slowMotion: 1,
    },
    pose: {
      model: 'blazepose-heavy',
      modelSha256: '59e42d71bcd44cbdbabc419f0ff76686595fd265419566bd4009ef703ea8e1fe',
      engine: 'onnxruntime-node 1.30.0 cpu',
      framesSeen: frames,
    },
    app: { version: '0.1.0', analysisVersion: '1.0.0' },
  };
}

const lost = (p: Parameter, reason: string): Parameter => ({
  id: p.id,
  side: p.side,
  unit: p.unit,
  value: null,
  sd: null,
  n: 0,
  sigma: null,
  quality: 'not-measurable',
  reason,
});

const incomparable = (result: TrialResult): TrialResult['asymmetry'] =>
  result.asymmetry.map((a) => ({ ...a, difference: null, threshold: null, verdict: 'not-measurable' }));

/** Nobody was seen, yet every variable is listed. */
export function withNothingMeasured(result: TrialResult): TrialResult {
  const blank = (series: Float64Array) => series.map(() => Number.NaN);
  return {
    ...result,
    events: [],
    strides: [],
    parameters: result.parameters.map((p) => lost(p, 'Only 2 strides were seen; 5 are needed.')),
    asymmetry: incomparable(result).map((a) => ({ ...a, left: null, right: null })),
    curves: result.curves.map((curve) => ({
      ...curve,
      n: 0,
      meanDeg: curve.meanDeg.map(() => null),
      sdDeg: curve.sdDeg.map(() => null),
      toeOffPct: null,
    })),
    clean: { ...result.clean, points: result.clean.points.map((p) => ({ x: blank(p.x), y: blank(p.y) })) },
    angles: result.angles.map((channel) => ({ ...channel, deg: blank(channel.deg) })),
  };
}

/** Lists of every kind are empty. */
export function withoutAnything(result: TrialResult): TrialResult {
  const empty = { events: [], strides: [], parameters: [], asymmetry: [], curves: [], angles: [], quality: [] };
  return { ...withNothingMeasured(result), ...empty, gait: 'standing' };
}

/** The right leg was never measured. */
export function withLeftLegOnly(result: TrialResult): TrialResult {
  return {
    ...result,
    events: result.events.filter((event) => event.side === 'left'),
    strides: result.strides.filter((stride) => stride.side === 'left'),
    parameters: result.parameters.map((p) => (p.side === 'right' ? lost(p, 'The right leg was hidden.') : p)),
    asymmetry: incomparable(result).map((a) => ({ ...a, right: null })),
    curves: result.curves.filter((curve) => curve.side === 'left'),
  };
}

const WEAKNESSES: readonly QualityCode[] = [
  'low-frame-rate',
  'motion-blur',
  'oblique-camera',
  'feet-cut-off',
  'far-leg-hidden',
  'second-person',
  'too-few-strides',
  'speed-mismatch',
  'unstable-camera',
  'dark',
];

/** Every value has a long reason of its own and the film every weakness: the fullest pages there can be. */
export function withEveryReason(result: TrialResult): TrialResult {
  const sentence = 'a sentence that goes on for a while, says what was weak about this value and what could be done.';
  const message =
    'A long message that says what the weakness is, what it does to these numbers and how to film it better.';
  return {
    ...result,
    parameters: result.parameters.map((p, i) => lost(p, `Reason ${i + 1} is ${sentence}`)),
    quality: WEAKNESSES.map((code, i) => ({ code, severity: i === 0 ? 'stop' : 'caution', message })),
  };
}
