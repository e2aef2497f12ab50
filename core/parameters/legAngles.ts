// Angles of one leg at contact and at their peaks, stride by stride.

import { median } from '../signal/robust.ts';
import type { StrideCurves } from '../strides/strideCurves.ts';
import type { ChannelId, ParameterId, Side } from '../types.ts';
import { combine, contactBias, landmarkBias, times } from './errorModel.ts';
import type { Measurement } from './grade.ts';
import { atContact, type Part, peakIn, rateAtContact, toeOffPct } from './readings.ts';
import { depthOf, farCaution, legCaution, stridesOf, type Trial } from './trial.ts';

/** Where in a stride a variable is read: at contact, or the highest or lowest point of a part. */
type Where = 'contact' | { readonly sign: 1 | -1; readonly part: (one: StrideCurves, trial: Trial) => Part | null };

/** From contact to toe-off. */
const stance = (one: StrideCurves): Part | null => upTo(toeOffPct(one));

/**
 * Running: the whole contact. Walking: its first half, the knee's yield under the body; later in stance it already bends for the
 * swing.
 */
const yielding = (one: StrideCurves, trial: Trial): Part | null =>
  trial.gait === 'walk' ? upTo(scaled(toeOffPct(one), 0.5)) : stance(one);

/** From toe-off to the next contact; from the middle of the stride when the toe-off was not seen. */
const swing = (one: StrideCurves): Part => ({ fromPct: toeOffPct(one) ?? 50, toPct: 100 });

/** From mid-stance into the first half of the swing, where the foot points down most. */
const pushOff = (one: StrideCurves): Part | null => {
  const pct = toeOffPct(one);
  return pct === null ? null : { fromPct: pct / 2, toPct: pct + (100 - pct) / 2 };
};

const whole = (): Part => ({ fromPct: 0, toPct: 100 });

function upTo(toPct: number | null): Part | null {
  return toPct === null ? null : { fromPct: 0, toPct };
}

function scaled(pct: number | null, factor: number): number | null {
  return pct === null ? null : pct * factor;
}

interface Reading {
  readonly id: ParameterId;
  readonly channel: ChannelId;
  readonly where: Where;
}

/** What is read (result-schema.md); definitions and signs: measurement.md §2. */
const READINGS: readonly Reading[] = [
  { id: 'footAngleAtContact', channel: 'foot', where: 'contact' },
  { id: 'shankAngleAtContact', channel: 'shank', where: 'contact' },
  { id: 'kneeFlexionAtContact', channel: 'kneeFlexion', where: 'contact' },
  { id: 'kneeFlexionPeakStance', channel: 'kneeFlexion', where: { sign: 1, part: yielding } },
  { id: 'kneeFlexionPeakSwing', channel: 'kneeFlexion', where: { sign: 1, part: swing } },
  { id: 'ankleAtContact', channel: 'ankle', where: 'contact' },
  { id: 'ankleDorsiflexionPeak', channel: 'ankle', where: { sign: 1, part: stance } },
  { id: 'anklePlantarflexionPeak', channel: 'ankle', where: { sign: -1, part: pushOff } },
  { id: 'thighAtContact', channel: 'thigh', where: 'contact' },
  { id: 'thighExtensionPeak', channel: 'thigh', where: { sign: -1, part: whole } },
  { id: 'thighFlexionPeak', channel: 'thigh', where: { sign: 1, part: whole } },
  { id: 'hipFlexionPeak', channel: 'hipFlexion', where: { sign: 1, part: whole } },
];

const FINE: ReadonlySet<ChannelId> = new Set(['foot', 'ankle']);

/** Yaw past which angles deserve caution (measurement.md §2: 5–10° warn), degrees. */
const SQUARE_DEG = 5;

/** All joint and segment angles of one leg. */
export function legAngles(trial: Trial, side: Side): Measurement[] {
  return READINGS.map((reading) => measure(trial, side, reading));
}

function measure(trial: Trial, side: Side, { id, channel, where }: Reading): Measurement {
  const strides = stridesOf(trial, side);
  const depth = depthOf(trial, side);
  const landmarks = landmarkBias(id, channel, depth, trial.camera);
  const isFine = FINE.has(channel);
  const caution = (isFine ? farCaution(trial, side) : legCaution(trial, side)) ?? obliqueCaution(trial);
  const impossible = isFine && trial.footReference === 'none' ? 'The foot was never seen flat on the belt.' : null;
  if (where !== 'contact') {
    const values = strides.map((one) => peakIn(one, channel, where.part(one, trial), where.sign));
    return { id, side, values, bias: landmarks, caution, impossible };
  }
  const timing = times(contactBias(depth, trial.camera, strides.length), typicalRate(strides, channel));
  const values = strides.map((one) => atContact(one, channel));
  return { id, side, values, bias: combine(landmarks, timing), caution, impossible };
}

/** Usual speed of an angle at contact, degrees per second: what a contact found too late costs. */
function typicalRate(strides: readonly StrideCurves[], channel: ChannelId): number {
  const rate = median(strides.map((one) => rateAtContact(one, channel)));
  return Number.isFinite(rate) ? rate : 0;
}

/** Why angles deserve caution when the camera is not square to the runner. */
export function obliqueCaution({ camera }: Trial): string | null {
  if (camera.yawDeg === null || camera.yawDeg <= SQUARE_DEG) return null;
  return `The camera is turned by about ${Math.round(camera.yawDeg)}°, which flattens angles; film square to the belt.`;
}
