// What belongs to no leg: cadence, trunk lean, how far the body bobs, and how fast the belt seems to run.

import { fitSpline, valueAt } from '../signal/spline.ts';
import { durationS } from '../strides/cutStrides.ts';
import { meanAndSd } from '../strides/ensemble.ts';
import type { StrideCurves } from '../strides/strideCurves.ts';
import { SIDES } from '../types.ts';
import { landmarkBias, NO_BIAS, times } from './errorModel.ts';
import type { Measurement } from './grade.ts';
import { obliqueCaution } from './legAngles.ts';
import { meanOver } from './readings.ts';
import { stridesOf, type Trial } from './trial.ts';

/** Steps per minute: two steps a stride, so that a leg that was hidden is not needed. Source: measurement.md §4. */
export function cadence(trial: Trial): Measurement {
  return {
    id: 'cadence',
    side: null,
    values: bothLegs(trial).map((one) => 120 / durationS(one.stride)),
    bias: NO_BIAS,
  };
}

/** Mean lean of the trunk over whole strides, degrees forward. */
export function trunkLean(trial: Trial): Measurement {
  return {
    id: 'trunkLean',
    side: null,
    values: bothLegs(trial).map((one) => meanOver(one, 'trunkLean')),
    bias: landmarkBias('trunkLean', 'trunkLean', 'near', trial.camera),
    caution: obliqueCaution(trial),
  };
}

/** Points looked at between two contacts: at 30 frames/s the frames alone miss 2 % of the height. */
const POINTS_PER_STEP = 40;

/** A network's mid-hip bobs 12 % less than the true one in running and a third more in walking (eight rendered films), shares. */
const HIP_ERROR = { run: 0.12, walk: 0.33 } as const;

/**
 * Vertical oscillation: highest minus lowest mid-hip within each step; the median over steps, in metres. The mid-hip follows the body's
 * centre: 95.2 mm against 97.9 from force, 94.7 against 92.2 (measurement.md §2).
 * Works: with a scale. Fails: a hand-held camera (its own bobbing is added).
 */
export function verticalOscillation(trial: Trial): Measurement {
  const scale = trial.scale.metresPerPixel;
  const height = fitSpline(trial.body.timeS, trial.body.midHip.y);
  const values = bothLegs(trial).map(({ stride }) => {
    if (stride.otherContactS === null) return Number.NaN;
    const stepS = (stride.otherContactS - stride.startS) / POINTS_PER_STEP;
    const heights = Array.from({ length: POINTS_PER_STEP + 1 }, (_, i) => valueAt(height, stride.startS + i * stepS));
    return (scale ?? 1) * (Math.max(...heights) - Math.min(...heights));
  });
  const share = Math.hypot(trial.scale.sigmaShare, HIP_ERROR[trial.gait === 'walk' ? 'walk' : 'run']);
  const bias = times({ shared: share, own: trial.scale.sigmaShare / 2 }, meanAndSd(values).mean ?? 0);
  const impossible = scale === null ? 'Heights in metres need the belt speed or the height of the runner.' : null;
  return { id: 'verticalOscillation', side: null, values, bias, middle: 'median', impossible };
}

/** Belt speed as the runner's height shows it: a check on the typed one, m/s. Source: measurement.md §0. */
export function beltSpeedEstimate(trial: Trial): Measurement {
  const seen = trial.scale.seenBeltMs;
  const values = bothLegs(trial).map(() => seen ?? Number.NaN);
  const impossible = seen === null ? 'Seeing the belt speed needs the height of the runner.' : null;
  return {
    id: 'beltSpeedEstimate',
    side: null,
    values,
    bias: { shared: 0.045 * (seen ?? 0), own: 0.02 * (seen ?? 0) },
    impossible,
  };
}

/** Strides of both legs that count. */
function bothLegs(trial: Trial): StrideCurves[] {
  return SIDES.flatMap((side) => stridesOf(trial, side));
}
