// Rendered clips analysed once and kept, with short cuts to their numbers.

import { analyze } from '../../core/analyze.ts';
import { LANDMARK_COUNT, LEG_LANDMARKS } from '../../core/landmarks.ts';
import type { Parameter, ParameterId, RawPose, Side, TrialResult } from '../../core/types.ts';
import { framesOf } from './changedPose.ts';
import { type Clip, loadTruth, type Truth, truthPose } from './rendered.ts';

interface Analysed {
  readonly truth: Truth;
  readonly pose: RawPose;
  readonly result: TrialResult;
}

const memory = new Map<Clip, Analysed>();

/** A clip's true landmarks analysed with the true belt speed on a level belt. */
export function trial(clip: Clip): Analysed {
  const known = memory.get(clip);
  if (known) return known;
  const truth = loadTruth(clip);
  const pose = truthPose(truth);
  const made = { truth, pose, result: analyze(pose, { speedMs: truth.speed_mps, inclinePct: 0 }) };
  memory.set(clip, made);
  return made;
}

/** One variable of a result. */
export function find(result: TrialResult, id: ParameterId, side: Side | null = null): Parameter {
  const found = result.parameters.find((p) => p.id === id && p.side === side);
  if (!found) throw new Error(`no ${id} ${side}`);
  return found;
}

/** Its value, which must be there. */
export function value(result: TrialResult, id: ParameterId, side: Side | null = null): number {
  const found = find(result, id, side);
  if (found.value === null) throw new Error(`${id} ${side} was not measured: ${found.reason}`);
  return found.value;
}

/** Variables whose legs differ. */
export function differing(result: TrialResult): ParameterId[] {
  return result.asymmetry.filter((row) => row.verdict === 'different').map((row) => row.id);
}

/** A short clip played several times over, cut at contacts of one leg so that the strides join; the runner's slow drift on the belt is taken out. */
export function looped(pose: RawPose, truth: Truth, times = 4): RawPose {
  const contacts = truth.events.filter((event) => event.type === 'IC' && event.side === 'l').map((event) => event.t);
  const from = Math.round(contacts[0]! * truth.fps);
  const to = Math.round(contacts.at(-1)! * truth.fps);
  const part = framesOf(pose, (frame) => frame >= from && frame < to);
  return {
    ...part,
    timeS: Float64Array.from({ length: times * part.timeS.length }, (_, i) => i / truth.fps),
    xPx: repeat(withoutDrift(part.xPx, hipDrift(pose.xPx, from, to)), times),
    yPx: repeat(withoutDrift(part.yPx, hipDrift(pose.yPx, from, to)), times),
    score: repeat(part.score, times),
  };
}

const repeat = (series: Float32Array, times: number) =>
  Float32Array.from({ length: times * series.length }, (_, i) => series[i % series.length]!);

/** How far the left hip moves between two like moments of the stride, px. */
function hipDrift(series: Float32Array, from: number, to: number): number {
  const hip = (frame: number) => series[frame * LANDMARK_COUNT + LEG_LANDMARKS.left.hip]!;
  return hip(to) - hip(from);
}

/** The series with a steady drift removed, so that its end meets its beginning. [frames × 33] */
function withoutDrift(series: Float32Array, driftPx: number): Float32Array {
  const frames = series.length / LANDMARK_COUNT;
  return series.map((value, i) => value - (driftPx * Math.floor(i / LANDMARK_COUNT)) / frames);
}
