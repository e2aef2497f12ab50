// One clip's numbers: its options out of what was said of clip, session and client, and its result with the edits in force.
import { createHash } from 'node:crypto';
import { ANALYSIS_VERSION, analyze } from '../../core/analyze.ts';
import type { PoseView } from '../../core/api/views.ts';
import { GaitError } from '../../core/errors.ts';
import type { ExerciseResult } from '../../core/exercises/exerciseTypes.ts';
import { measureExercise } from '../../core/exercises/measureExercise.ts';
import type { Clip } from '../../core/records/records.ts';
import type { AnalyzeOptions, RawPose, TrialResult } from '../../core/types.ts';
import { filmFlags } from '../jobs/filmFlags.ts';
import type { EditHistory } from '../store/edits.ts';
import type { MeasuredNumbers } from '../store/measuredNumbers.ts';
import type { Library } from '../store/openLibrary.ts';
import type { PoseSummary } from '../store/poses.ts';

/** What the clip was filmed under; what the clip says itself outranks the session. @throws GaitError `record-missing` */
export function optionsOf(rooms: Pick<Library, 'clips' | 'sessions' | 'clients'>, clipId: string): AnalyzeOptions {
  const { sessionId, view, capture } = rooms.clips.get(clipId);
  const session = rooms.sessions.get(sessionId);
  const { heightM, massKg } = rooms.clients.get(session.clientId);
  return {
    view,
    gait: capture.gait,
    slowMotion: capture.slowMotion,
    speedMs: capture.speedMs ?? session.speedMs,
    inclinePct: capture.inclinePct ?? session.inclinePct,
    heightM,
    massKg,
  };
}

/** All that goes into a result of a clip. */
export interface ClipInput {
  readonly seen: PoseSummary;
  readonly options: AnalyzeOptions;
  readonly history: EditHistory;
}

/** Equal for inputs that give the same result. */
export function madeFrom({ seen, options, history }: ClipInput): string {
  const all = JSON.stringify([ANALYSIS_VERSION, seen.id, options, history.edits]);
  return createHash('sha256').update(all).digest('hex');
}

/** What of a result a trend shows. */
export function numbersOf(result: TrialResult, edits: number): MeasuredNumbers {
  const { gait, capture, quality, parameters, timeS } = result;
  const { view, speedMs } = capture;
  const rateHz = timeS.length > 1 ? (timeS.length - 1) / (timeS.at(-1)! - timeS[0]!) : 0;
  return { gait, view, speedMs, edits, capture, rateHz, quality, parameters };
}

/** Measures clips; keeps the pose of the last one, because a clinician corrects one clip many times in a row. */
export class ClipMeasurer {
  readonly #library: Library;
  #last: { readonly poseId: string; readonly pose: RawPose } | null = null;

  constructor(library: Library) {
    this.#library = library;
  }

  /** @returns null while nobody has looked at the clip @throws GaitError `record-missing` */
  input(clipId: string): ClipInput | null {
    const options = optionsOf(this.#library, clipId);
    const seen = this.#library.poses.latestFor(clipId);
    return seen && { seen, options, history: this.#library.edits.history(clipId) };
  }

  result({ seen, options, history }: ClipInput): TrialResult {
    return analyze(this.#read(seen, options), options, history.edits);
  }

  /** @returns null for a clip that shows gait */
  exercise({ exercise }: Clip, { seen, options, history }: ClipInput): ExerciseResult | null {
    if (!exercise) return null;
    const { slowMotion } = options;
    return measureExercise(this.#read(seen, options), { exercise, slowMotion }, history.edits);
  }

  /** From memory of the library when nothing that goes in has changed. */
  numbers(input: ClipInput): MeasuredNumbers {
    const { numbers } = this.#library;
    const { clipId } = input.seen;
    const from = madeFrom(input);
    const known = numbers.get(clipId, from);
    if (known) return known;
    const fresh = numbersOf(this.result(input), input.history.edits.length);
    numbers.keep(clipId, from, fresh);
    return fresh;
  }

  /** @throws GaitError `record-missing` while nobody has looked at the clip */
  pose(clipId: string): PoseView {
    const input = this.input(clipId);
    if (!input) throw new GaitError('record-missing', 'Nobody has been looked for in this clip yet.');
    const { seen, options } = input;
    return { poseId: seen.id, pose: this.#read(seen, options), options };
  }

  /** With what the film itself says against it: that depends on the slow-motion factor, so it is not kept with the pose. */
  #read({ id, clipId }: PoseSummary, { slowMotion }: AnalyzeOptions): RawPose {
    const { poses, filmFacts, clips } = this.#library;
    if (this.#last?.poseId !== id) this.#last = { poseId: id, pose: poses.read(id) };
    const { pose } = this.#last;
    const facts = filmFacts.get(clips.get(clipId).videoSha256);
    return facts ? { ...pose, flags: [...pose.flags, ...filmFlags(facts, slowMotion)] } : pose;
  }
}
