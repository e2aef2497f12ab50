// Whether the body goes up with the foot: a heel or toes that rise alone are noise of the landmarks, or a foot that is shaken.

import type { ExerciseBody } from './exerciseBody.ts';

/** Time about a moment that a height is taken over, s. */
const ABOUT_S = 0.1;

/** The foot's lowest moment is looked for so long before and after a stretch, s. */
const NEARBY_S = 1;

/** A stretch that a signal of the foot is up, frames inclusive. */
export interface Stretch {
  readonly fromFrame: number;
  readonly peakFrame: number;
  readonly toFrame: number;
}

/** Shoulders that are out of the picture in more of the frames are left out throughout. */
const SHOULDERS_SEEN = 0.9;

/** Mean height of hips and shoulders, four points and so the quietest signal there is; of the hips alone without shoulders. [frames] px */
export function bodyHeight({ body: { midHip, midShoulder } }: ExerciseBody): Float64Array {
  const seen = midShoulder.y.filter(Number.isFinite).length;
  if (seen < SHOULDERS_SEEN * midShoulder.y.length) return midHip.y;
  return midHip.y.map((y, i) => (y + midShoulder.y[i]!) / 2);
}

/**
 * How far hips and shoulders come up from the foot's lowest moments before and after a stretch to its peak.
 * @param signal [frames] of the foot, larger = higher
 * @returns px; NaN when they were not seen
 */
export function bodyRise(who: ExerciseBody, signal: Float64Array, stretch: Stretch): number {
  return riseOf(who, bodyHeight(who), signal, stretch);
}

/**
 * How far one series comes up to the peak of another one, from that one's lowest moments before and after.
 * @param series [frames] what is asked about
 * @param signal [frames] what the stretch was found in
 */
export function riseOf(who: ExerciseBody, series: Float64Array, signal: Float64Array, stretch: Stretch): number {
  const { fromFrame, peakFrame, toFrame } = stretch;
  const [before, after] = [lowest(who, signal, fromFrame, -1), lowest(who, signal, toFrame, 1)];
  return meanAbout(who, series, peakFrame) - (meanAbout(who, series, before) + meanAbout(who, series, after)) / 2;
}

function lowest({ body: { timeS } }: ExerciseBody, signal: Float64Array, start: number, step: 1 | -1): number {
  let best = start;
  for (let i = start; i >= 0 && i < timeS.length && Math.abs(timeS[i]! - timeS[start]!) <= NEARBY_S; i += step)
    if (signal[i]! < signal[best]!) best = i;
  return best;
}

/** Mean of a series within a tenth of a second of a moment. @returns NaN when it is missing there */
export function meanAbout({ body: { timeS } }: ExerciseBody, series: Float64Array, frame: number): number {
  const atS = timeS[frame]!;
  let [sum, n] = [0, 0];
  for (let i = 0; i < timeS.length; i++) {
    if (Math.abs(timeS[i]! - atS) > ABOUT_S || Number.isNaN(series[i]!)) continue;
    sum += series[i]!;
    n++;
  }
  return n > 0 ? sum / n : Number.NaN;
}
