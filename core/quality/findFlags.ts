// Every weakness of a trial in one list: what the pose engine noticed and what the measurement shows.

import type { Scale } from '../parameters/scale.ts';
import type { CutStride } from '../strides/cutStrides.ts';
import {
  type AnalyzeOptions,
  type Capture,
  type Gait,
  type LegReport,
  type QualityFlag,
  type RawPose,
  type SagittalBody,
  SIDES,
  type Side,
} from '../types.ts';
import { frameRateFlag, obliqueFlag, unstableFlag, variableRateFlag } from './filmFlags.ts';
import { fewStridesFlag, gaitFlag, scaleFlag, slowMotionFlag, speedFlag } from './gaitFlags.ts';
import { farLegFlag, feetCutOffFlag, legsRepairedFlag, personLostFlag } from './runnerFlags.ts';

export interface Findings {
  readonly pose: RawPose;
  readonly settings: AnalyzeOptions;
  readonly rateHz: number;
  readonly timeS: Float64Array;
  readonly legs: LegReport;
  readonly capture: Capture;
  readonly gait: Gait;
  readonly strideTimeS: number | null;
  readonly strides: readonly CutStride[];
  readonly scale: Scale;
  /** For what only a side view shows; null from behind. */
  readonly side: { readonly body: SagittalBody; readonly legPx: number } | null;
}

const WORST_FIRST = { stop: 0, caution: 1, info: 2 } as const;

/** All flags, the gravest first; one per code, the engine's own before ours. */
export function findFlags(found: Findings): QualityFlag[] {
  const { pose, capture, gait, legs, scale } = found;
  const isGait = gait === 'run' || gait === 'walk';
  const own: (QualityFlag | null)[] = [
    personLostFlag(pose),
    gaitFlag(gait),
    isGait ? fewStridesFlag(usedPerLeg(found.strides)) : null,
    slowMotionFlag(gait, found.strideTimeS),
    speedFlag(scale, found.settings),
    frameRateFlag(found.rateHz),
    feetCutOffFlag(pose),
    obliqueFlag(capture.yawDeg),
    found.side === null ? null : unstableFlag(found.side.body, found.strides, found.side.legPx),
    farLegFlag(legs, capture.view, pose.timeS.length),
    variableRateFlag(found.timeS),
    legsRepairedFlag(legs),
    scaleFlag(scale),
  ];
  const seen = new Set<string>();
  const all = [...pose.flags, ...own.filter((flag) => flag !== null)].filter((flag) => {
    const isNew = !seen.has(flag.code);
    seen.add(flag.code);
    return isNew;
  });
  return all.sort((a, b) => WORST_FIRST[a.severity] - WORST_FIRST[b.severity]);
}

function usedPerLeg(strides: readonly CutStride[]): Record<Side, number> {
  const count = (side: Side) => strides.filter((one) => one.side === side && one.excluded === null).length;
  return Object.fromEntries(SIDES.map((side) => [side, count(side)])) as Record<Side, number>;
}
