// What is weak about the gait that was found: too short, mixed, no gait at all, or a speed that cannot be.

import { ENOUGH_STRIDES, LEAST_STRIDES } from '../parameters/grade.ts';
import type { Scale } from '../parameters/scale.ts';
import type { AnalyzeOptions, Gait, QualityFlag, Side } from '../types.ts';

/** Strides that count on the worse leg. */
export function fewStridesFlag(used: Readonly<Record<Side, number>>): QualityFlag | null {
  const side: Side = used.left <= used.right ? 'left' : 'right';
  const n = used[side];
  if (n >= ENOUGH_STRIDES) return null;
  const effect = n < LEAST_STRIDES ? 'Its numbers are not given' : 'Its means are less steady';
  return {
    code: 'too-few-strides',
    severity: n < LEAST_STRIDES ? 'stop' : 'caution',
    message:
      `Only ${n} stride${n === 1 ? '' : 's'} of the ${side} leg could be used; ${ENOUGH_STRIDES} are needed. ${effect}. ` +
      `Film 20–30 s at a steady speed, with the whole runner in the picture.`,
  };
}

/** A clip that is neither a run nor a walk. */
export function gaitFlag(gait: Gait): QualityFlag | null {
  if (gait === 'mixed') {
    return {
      code: 'mixed-gait',
      severity: 'stop',
      message:
        'The clip mixes walking and running. Means over both would describe neither, so none are given. ' +
        'Cut the clip to one gait at one speed, or say which gait to measure.',
    };
  }
  if (gait !== 'standing') return null;
  return {
    code: 'standing',
    severity: 'stop',
    message:
      'No stepping was found. Nothing about gait can be measured. Film at least ten strides of running or walking, feet in the picture.',
  };
}

/** Adults' heights, with room, m. A typed speed that makes a runner smaller or larger than this is wrong, or the film's clock is. */
const SMALLEST_M = 1.3;
const TALLEST_M = 2.2;

/** How far belt and height may disagree: 2.5 σ of both errors (2.5 % and 4 %), a share. */
const AGREE_SHARE = 0.12;

/**
 * The three-way check: typed belt speed, the belt in the picture, and the size of the runner.
 * Source: measurement.md §0. It catches a wrong speed, a wrong slow-motion factor and a wrong frame rate, which it cannot tell apart.
 * Works: treadmill, side view. Fails: when two of the three are wrong alike.
 */
export function speedFlag(scale: Scale, options: Pick<AnalyzeOptions, 'speedMs' | 'heightM'>): QualityFlag | null {
  const { impliedHeightM } = scale;
  if (impliedHeightM === null || options.speedMs === null) return null;
  const wrong =
    options.heightM === null ? impossibleHeight(impliedHeightM) : disagreement(impliedHeightM, options.heightM);
  if (wrong === null) return null;
  return {
    code: 'speed-mismatch',
    severity: 'caution',
    message:
      `${wrong} at the belt speed of ${options.speedMs.toFixed(2)} m/s. Lengths and times may be wrong by as much. ` +
      `Check the belt speed (m/s, not km/h), the slow-motion factor and the frame rate of the film.`,
  };
}

function impossibleHeight(heightM: number): string | null {
  return heightM >= SMALLEST_M && heightM <= TALLEST_M ? null : `The runner would be ${heightM.toFixed(2)} m tall`;
}

function disagreement(seenM: number, typedM: number): string | null {
  if (Math.abs(seenM / typedM - 1) <= AGREE_SHARE) return null;
  return `The runner would be ${seenM.toFixed(2)} m tall instead of ${typedM.toFixed(2)} m`;
}

/** Steps per minute that people reach, with room: from a very slow walk, and from a slow jog, to a sprint. */
const STEPS_PER_MIN: Readonly<Record<'run' | 'walk', readonly [number, number]>> = { run: [120, 260], walk: [50, 170] };

/** A cadence nobody has: the film was slowed down and nobody said so. */
export function slowMotionFlag(gait: Gait, strideTimeS: number | null): QualityFlag | null {
  if (strideTimeS === null || (gait !== 'run' && gait !== 'walk')) return null;
  const cadence = 120 / strideTimeS;
  const [lowest, highest] = STEPS_PER_MIN[gait];
  if (cadence >= lowest && cadence <= highest) return null;
  return {
    code: 'slow-motion-unknown',
    severity: 'stop',
    message:
      `The film shows ${Math.round(cadence)} steps per minute, which is no ${gait === 'run' ? 'run' : 'walk'}. All times and speeds are ` +
      `scaled wrongly. Enter the slow-motion factor: the frame rate it was filmed at divided by the rate it plays at.`,
  };
}

/** Lengths need something known. */
export function scaleFlag(scale: Scale): QualityFlag | null {
  if (scale.metresPerPixel !== null || scale.beltMs !== null) return null;
  return {
    code: 'scale-unknown',
    severity: 'info',
    message:
      'Neither the belt speed nor the height of the runner is known. Angles, times and cadence are measured; lengths in metres are not. ' +
      'Enter the belt speed shown on the treadmill.',
  };
}
