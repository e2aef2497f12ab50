// Stride and step lengths: the belt's speed times the time between contacts.

import { durationS } from '../strides/cutStrides.ts';
import { meanAndSd } from '../strides/ensemble.ts';
import type { ParameterId, Side } from '../types.ts';
import { combine, contactBias, times } from './errorModel.ts';
import type { Measurement } from './grade.ts';
import { stepTimes } from './timing.ts';
import { depthOf, otherSide, stridesOf, type Trial } from './trial.ts';

/**
 * Lengths of one leg. Source: measurement.md §4; exact on a treadmill at a steady belt speed. A difference of step lengths is
 * therefore the difference of step times and nothing else.
 */
export function lengths(trial: Trial, side: Side): Measurement[] {
  const strideTimes = stridesOf(trial, side).map((one) => durationS(one.stride));
  const ownS = Math.hypot(
    contactBias(depthOf(trial, side), trial.camera, strideTimes.length).own,
    contactBias(depthOf(trial, otherSide(side)), trial.camera, strideTimes.length).own,
  );
  return [
    fromTimes(trial, 'strideLength', side, strideTimes, 0),
    fromTimes(trial, 'stepLength', side, stepTimes(trial, side), ownS),
  ];
}

function fromTimes(trial: Trial, id: ParameterId, side: Side, timesS: readonly number[], ownS: number): Measurement {
  const { beltMs, beltSigmaShare } = trial.scale;
  if (beltMs === null) {
    const impossible = 'Lengths need the belt speed, or the height of the runner to find it.';
    return { id, side, values: timesS, bias: { shared: 0, own: 0 }, impossible };
  }
  const values = timesS.map((timeS) => beltMs * timeS);
  const mean = meanAndSd(values).mean ?? 0;
  const bias = combine(times({ shared: beltSigmaShare, own: 0 }, mean), times({ shared: 0, own: ownS }, beltMs));
  return { id, side, values, bias };
}
