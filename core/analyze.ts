// The whole measurement of one trial: from the raw pose to everything that is shown, printed and exported.

import { chooseView } from './angles/chooseView.ts';
import { checkOptions, checkPose } from './checkInput.ts';
import { measureFromBehind } from './measureFromBehind.ts';
import { measureFromSide } from './measureFromSide.ts';
import { nothingSeen } from './nothingSeen.ts';
import { poseCleaner } from './signal/cleanPose.ts';
import type { AnalyzeOptions, Edit, RawPose, TrialResult } from './types.ts';

/** Changes whenever the same pose gives other numbers; saved with every result. */
export const ANALYSIS_VERSION = '1.0.0';

/** Frames below which there is nothing to find. Ours: a filter and a spline need a handful of samples. */
const LEAST_FRAMES = 8;

/**
 * Measure a trial: repair, smooth, find contacts, cut strides, measure, compare left with right, and say how far each number can be
 * trusted. Pure: the same input gives the same result.
 *
 * Weak data never throws: it becomes quality flags and variables that are `not-measurable`, with the reason.
 * @param pose what the pose engine saw
 * @param options left out means the default
 * @param edits the clinician's corrections, applied in order
 * @throws {TypeError | RangeError} options or series that no film can have
 */
export function analyze(
  pose: RawPose,
  options: Partial<AnalyzeOptions> = {},
  edits: readonly Edit[] = [],
): TrialResult {
  return analyzer(pose, options)(edits);
}

/**
 * The same for many rounds of edits on one trial, as when a landmark is dragged: what an edit does not touch is kept from before.
 * @returns gives what {@link analyze} gives; series of different rounds may be the same objects
 * @throws {TypeError | RangeError} options or series that no film can have
 */
export function analyzer(
  pose: RawPose,
  options: Partial<AnalyzeOptions> = {},
): (edits: readonly Edit[]) => TrialResult {
  const settings = checkOptions(options);
  checkPose(pose);
  if (pose.timeS.length < LEAST_FRAMES) return () => nothingSeen(pose, settings);
  const clean = poseCleaner(pose, settings);
  return (edits) => {
    const cleaned = clean(edits);
    const seen = chooseView(cleaned.clean, settings.view);
    const film = { pose, settings, edits, cleaned, seen };
    return seen.view === 'posterior' ? measureFromBehind(film) : measureFromSide(film);
  };
}
