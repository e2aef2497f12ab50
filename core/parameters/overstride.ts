// How far ahead of the hip the ankle is at contact, as a share of the leg.

import { median } from '../signal/robust.ts';
import { fitSpline, valueAt } from '../signal/spline.ts';
import type { Side } from '../types.ts';
import { combine, contactBias, landmarkBias, times } from './errorModel.ts';
import type { Measurement } from './grade.ts';
import { obliqueCaution } from './legAngles.ts';
import { depthOf, legCaution, stridesOf, type Trial } from './trial.ts';

/** Distance ankle ahead of hip at contact in % of leg length. Source: measurement.md §2. Works and fails as the thigh does. */
export function overstride(trial: Trial, side: Side): Measurement {
  const { hip, ankle } = trial.body[side];
  const legPx = trial.legPx[side];
  const reach = fitSpline(
    trial.body.timeS,
    ankle.x.map((x, i) => (100 * (x - hip.x[i]!)) / legPx),
  );
  const contacts = stridesOf(trial, side).map((one) => one.stride.startS);
  const depth = depthOf(trial, side);
  const speed = median(contacts.map((timeS) => (valueAt(reach, timeS + 0.01) - valueAt(reach, timeS)) / 0.01));
  return {
    id: 'overstride',
    side,
    values: contacts.map((timeS) => valueAt(reach, timeS)),
    bias: combine(
      landmarkBias('overstride', 'thigh', depth, trial.camera),
      times(contactBias(depth, trial.camera, contacts.length), Number.isFinite(speed) ? speed : 0),
    ),
    caution: legCaution(trial, side) ?? obliqueCaution(trial),
  };
}
