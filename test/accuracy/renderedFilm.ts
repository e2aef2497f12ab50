// One rendered clip through the whole pipeline, from its video to its result, against its exact truth.

import { analyze } from '../../core/analyze.ts';
import { cleanPose } from '../../core/signal/cleanPose.ts';
import type { Asymmetry, EventKind, RawPose, Side, TrialResult } from '../../core/types.ts';
import { looped } from '../support/analysed.ts';
import { estimatedPose } from '../support/estimatedPose.ts';
import { exchangedFrames } from '../support/exchangedFrames.ts';
import { type Agreement, compareEvents } from '../support/readTrial.ts';
import { type Clip, loadTruth, type Truth, truthAngle, truthEvents, truthPose } from '../support/rendered.ts';
import { type AngleError, angleError } from './angleError.ts';

/** The angles that are compared, as the issue of accuracy lists them, and the shank that knee and ankle share. */
export const COMPARED = ['thigh', 'kneeFlexion', 'shank', 'ankle', 'foot'] as const;

export type LegName = 'near' | 'far';
export const LEGS: readonly LegName[] = ['near', 'far'];

export interface JudgedFilm {
  readonly clip: Clip;
  readonly truth: Truth;
  readonly pose: RawPose;
  readonly result: TrialResult;
  /** Left against right: of the clip, or, with fewer than five strides a leg, of the clip played four times over. */
  readonly asymmetry: readonly Asymmetry[];
  readonly angles: Readonly<Record<LegName, Readonly<Record<(typeof COMPARED)[number], AngleError>>>>;
  readonly trunkLean: AngleError;
  readonly contacts: Agreement;
  readonly toeOffs: Agreement;
  /** Frames with left and right exchanged, as the network drew them and after the repair. */
  readonly exchanged: { readonly drawn: number; readonly left: number; readonly frames: number };
}

/** Look at a side-view clip and judge what was found. */
export async function judgeFilm(clip: Clip): Promise<JudgedFilm> {
  const truth = loadTruth(clip);
  return judge(clip, truth, await estimatedPose(clip));
}

/** The same for landmarks that somebody else found, e.g. the true ones. */
export function judge(clip: Clip, truth: Truth, pose: RawPose): JudgedFilm {
  const options = { speedMs: truth.speed_mps, inclinePct: 0 };
  const result = analyze(pose, options);
  const real = truthPose(truth);
  const lastS = pose.timeS[pose.timeS.length - 1]!;
  const events = (kind: EventKind) => compareEvents(result.events, truthEvents(truth), kind, [0, lastS]);
  const near: Side = truth.view === 'left' ? 'left' : 'right';
  const far: Side = near === 'left' ? 'right' : 'left';
  const { raw } = cleanPose(pose, { slowMotion: 1, gait: 'auto' });
  return {
    clip,
    truth,
    pose,
    result,
    asymmetry: compareLegs(result, () => analyze(looped(pose, truth), options)),
    angles: { near: legAngles(result, truth, near), far: legAngles(result, truth, far) },
    trunkLean: errorOf(result, truth, 'trunkLean', null),
    contacts: events('initial-contact'),
    toeOffs: events('toe-off'),
    exchanged: {
      drawn: exchangedFrames(asDrawn(pose), real),
      left: exchangedFrames(raw, real),
      frames: pose.timeS.length,
    },
  };
}

function compareLegs(result: TrialResult, playedOver: () => TrialResult): readonly Asymmetry[] {
  const isMeasured = result.asymmetry.some((row) => row.verdict !== 'not-measurable');
  return isMeasured ? result.asymmetry : playedOver().asymmetry;
}

function legAngles(result: TrialResult, truth: Truth, side: Side): JudgedFilm['angles'][LegName] {
  const of = (id: (typeof COMPARED)[number]) => errorOf(result, truth, id, side);
  return {
    thigh: of('thigh'),
    kneeFlexion: of('kneeFlexion'),
    shank: of('shank'),
    ankle: of('ankle'),
    foot: of('foot'),
  };
}

/** Frame by frame at the source's own times: the clips' frames are those of the truth. */
function errorOf(
  result: TrialResult,
  truth: Truth,
  id: (typeof COMPARED)[number] | 'trunkLean',
  side: Side | null,
): AngleError {
  const channel = result.angles.find((one) => one.id === id && one.side === side);
  return angleError(channel?.deg ?? [], truthAngle(truth, id, side));
}

/** The raw landmarks in the shape that cleaned ones have. */
function asDrawn(pose: RawPose): ReturnType<typeof cleanPose>['raw'] {
  const landmarks = pose.xPx.length / pose.timeS.length;
  const series = (values: Float32Array, landmark: number) =>
    Float64Array.from(pose.timeS, (_, frame) => values[frame * landmarks + landmark]!);
  const points = Array.from({ length: landmarks }, (_, k) => ({ x: series(pose.xPx, k), y: series(pose.yPx, k) }));
  return { timeS: pose.timeS, points };
}
