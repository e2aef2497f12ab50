// The result of a clip too short to hold anything: every variable refused, the reason said.

import { captureOf } from './capture.ts';
import { LANDMARK_COUNT } from './landmarks.ts';
import type { AnalyzeOptions, CleanPose, RawPose, TrialResult } from './types.ts';

/** A result with no events, no curves and a flag that says why. */
export function nothingSeen(pose: RawPose, settings: AnalyzeOptions): TrialResult {
  const timeS = pose.timeS.map((t) => t / settings.slowMotion);
  const empty = () => new Float64Array(timeS.length).fill(Number.NaN);
  const clean: CleanPose = {
    timeS,
    points: Array.from({ length: LANDMARK_COUNT }, () => ({ x: empty(), y: empty() })),
  };
  const view = settings.view === 'auto' ? 'right' : settings.view;
  return {
    gait: 'standing',
    capture: captureOf(
      settings,
      { view, facing: null },
      { yawDeg: null, rollDeg: null },
      { metresPerPixel: null, source: 'none' },
      'none',
    ),
    events: [],
    strides: [],
    parameters: [],
    curves: [],
    asymmetry: [],
    quality: [
      ...pose.flags,
      {
        code: 'too-few-strides',
        severity: 'stop',
        message: `The clip has ${timeS.length} frames, too few for a single step. Nothing was measured. Film 20–30 s.`,
      },
    ],
    legs: { seenShare: { left: 0, right: 0 }, repaired: [], collapsedFrames: 0 },
    clean,
    timeS,
    angles: [],
  };
}
