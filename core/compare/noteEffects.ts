// What each thing that two films do not share does to the numbers: which may not be judged, and which are only less sure.

import type { ParameterId } from '../types.ts';
import { FROM_FLAT_FOOT } from './compareResults.ts';
import type { PairNoteCode } from './pairNotes.ts';

/** Which variables a note touches; `all` = every one. */
export interface NoteEffect {
  /** No difference of these is judged. */
  readonly refuses: 'all' | ReadonlySet<ParameterId>;
  /** These are judged; a change of them may have another cause than the runner. */
  readonly weakens: 'all' | ReadonlySet<ParameterId>;
}

const NONE: ReadonlySet<ParameterId> = new Set();

/** Read off single pictures: contacts and lift-offs. */
const INSTANTS: ReadonlySet<ParameterId> = new Set([
  'contactTime',
  'flightTime',
  'dutyFactor',
  'stancePct',
  'doubleSupportPct',
]);

/** What a shoe's sole, heel and weight change by themselves. */
const OF_THE_SHOE: ReadonlySet<ParameterId> = new Set<ParameterId>([
  ...FROM_FLAT_FOOT,
  'contactTime',
  'flightTime',
  'dutyFactor',
  'cadence',
  'stepTime',
  'strideTime',
  'stepLength',
  'strideLength',
  'kneeFlexionPeakStance',
]);

/**
 * Degrees by which an angle changes for each degree that the camera is turned further.
 * Source: measurement.md §2, the table of camera errors at 5–10°.
 */
const PER_YAW_DEG: Partial<Readonly<Record<ParameterId, number>>> = {
  kneeFlexionAtContact: 0.29,
  kneeFlexionPeakStance: 0.29,
  kneeFlexionPeakSwing: 0.29,
  ankleAtContact: 0.31,
  ankleDorsiflexionPeak: 0.31,
  anklePlantarflexionPeak: 0.31,
  footAngleAtContact: 0.25,
  strikePattern: 0.25,
  shankAngleAtContact: 0.25,
  thighAtContact: 0.06,
  thighExtensionPeak: 0.06,
  thighFlexionPeak: 0.06,
  hipFlexionPeak: 0.1,
  trunkLean: 0.06,
};

const OF_THE_CAMERA: ReadonlySet<ParameterId> = new Set(Object.keys(PER_YAW_DEG) as ParameterId[]);

const refuse = (refuses: NoteEffect['refuses']): NoteEffect => ({ refuses, weakens: NONE });
const weaken = (weakens: NoteEffect['weakens']): NoteEffect => ({ refuses: NONE, weakens });

/** What each note does. */
export const NOTE_EFFECTS: Readonly<Record<PairNoteCode, NoteEffect>> = {
  gait: refuse('all'),
  speed: refuse('all'),
  incline: refuse('all'),
  view: refuse('all'),
  'visits-and-sides': refuse('all'),
  'foot-reference': refuse(FROM_FLAT_FOOT),
  'frame-rate': weaken(INSTANTS),
  footwear: weaken(OF_THE_SHOE),
  camera: weaken(OF_THE_CAMERA),
  scale: weaken(new Set<ParameterId>(['verticalOscillation', 'stepWidth'])),
  network: weaken('all'),
  analysis: weaken('all'),
  'one-film': weaken('all'),
  'same-film': weaken(NONE),
};

/** Whether an effect holds for a variable. */
export function touches(ids: NoteEffect['refuses'], id: ParameterId): boolean {
  return ids === 'all' || ids.has(id);
}

/**
 * By how much two differently turned cameras alone may change a variable, in its unit.
 * @param yawsDeg of both cameras; null = not known, then 0
 */
export function cameraEffect(id: ParameterId, yawsDeg: readonly [number | null, number | null]): number {
  const [one, other] = yawsDeg;
  return one === null || other === null ? 0 : (PER_YAW_DEG[id] ?? 0) * Math.abs(one - other);
}
