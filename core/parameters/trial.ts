// What the measuring functions need to know of one trial, gathered once.

import type { FoldedContact } from '../events/findEvents.ts';
import { usedOf } from '../strides/excludeStrides.ts';
import type { StrideCurves } from '../strides/strideCurves.ts';
import type { Capture, Gait, Parameter, SagittalBody, Side, View } from '../types.ts';
import type { CameraKnown, Depth } from './errorModel.ts';
import { grade, type Measurement } from './grade.ts';
import type { Scale } from './scale.ts';

export interface Trial {
  readonly gait: Gait;
  readonly view: View;
  readonly rateHz: number;
  readonly body: SagittalBody;
  /** Every stride with its angles, those left out included. */
  readonly curves: readonly StrideCurves[];
  readonly scale: Scale;
  /** Hip to sole, px; NaN when never seen. */
  readonly legPx: Readonly<Record<Side, number>>;
  readonly camera: CameraKnown;
  readonly footReference: Capture['footReference'];
  readonly foldedContactS: Readonly<Record<Side, FoldedContact | null>>;
  /** Legs whose contacts or toe-offs the clinician edited: their strides are believed before the fold. */
  readonly editedLegs: ReadonlySet<Side>;
  /** Share of frames in which each leg was really seen, 0–1. */
  readonly seenShare: Readonly<Record<Side, number>>;
}

/** The strides of one leg that count. */
export function stridesOf(trial: Trial, side: Side): readonly StrideCurves[] {
  return usedOf(trial.curves, side);
}

/** The other leg. */
export function otherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left';
}

/** Near the camera or behind the other leg; from behind both are near. */
export function depthOf(trial: Trial, side: Side): Depth {
  return trial.view === 'posterior' || trial.view === side ? 'near' : 'far';
}

/** Below this share of frames a leg was hidden often enough to say so. Ours: one frame in ten. */
const OFTEN_SEEN = 0.9;

/** Why anything of this leg deserves caution; null when the leg was well seen. */
export function legCaution(trial: Trial, side: Side): string | null {
  if (trial.seenShare[side] >= OFTEN_SEEN) return null;
  return `The ${side} leg was seen in only ${Math.round(100 * trial.seenShare[side])} % of the frames.`;
}

/** Why the finer things of a leg (contact, foot, ankle) deserve caution. */
export function farCaution(trial: Trial, side: Side): string | null {
  const hidden = legCaution(trial, side);
  if (hidden !== null || depthOf(trial, side) === 'near') return hidden;
  return `The ${side} leg is the far one, partly hidden by the other; film from the ${side} as well.`;
}

/** Grade a variable of this trial: nothing is given of a clip that is neither a run nor a walk. */
export function gradeIn({ gait }: Pick<Trial, 'gait'>, measured: Measurement): Parameter {
  const refusal = REFUSAL[gait];
  return grade(refusal === null ? measured : { ...measured, impossible: refusal });
}

const REFUSAL: Readonly<Record<Gait, string | null>> = {
  run: null,
  walk: null,
  mixed: 'The clip mixes walking and running.',
  standing: 'No stepping was found in the clip.',
};
