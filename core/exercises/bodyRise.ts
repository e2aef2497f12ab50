// Whether the body goes up with the foot: a heel or toes that rise alone are noise of the landmarks, or a foot that is shaken.

import type { ExerciseBody } from './exerciseBody.ts';

/** Time about a moment that the body's height is taken over, s. */
const ABOUT_S = 0.1;

/** The foot's lowest moment is looked for so long before and after a stretch, s. */
const NEARBY_S = 1;

/** A stretch that a signal of the foot is up, frames inclusive. */
interface Stretch {
  readonly fromFrame: number;
  readonly peakFrame: number;
  readonly toFrame: number;
}

/**
 * How far hips and shoulders come up from the foot's lowest moments before and after a stretch to its peak.
 * @param signal [frames] of the foot, larger = higher
 * @returns px; NaN when they were not seen
 */
export function bodyRise(who: ExerciseBody, signal: Float64Array, { fromFrame, peakFrame, toFrame }: Stretch): number {
  const before = lowest(who, signal, fromFrame, -1);
  const after = lowest(who, signal, toFrame, 1);
  return heightAbout(who, peakFrame) - (heightAbout(who, before) + heightAbout(who, after)) / 2;
}

function lowest({ body: { timeS } }: ExerciseBody, signal: Float64Array, start: number, step: 1 | -1): number {
  let best = start;
  for (let i = start; i >= 0 && i < timeS.length && Math.abs(timeS[i]! - timeS[start]!) <= NEARBY_S; i += step)
    if (signal[i]! < signal[best]!) best = i;
  return best;
}

/** Mean height of hips and shoulders, or of the hips alone where the shoulders are out of the picture. */
function heightAbout({ body }: ExerciseBody, frame: number): number {
  const { timeS, midHip, midShoulder } = body;
  const atS = timeS[frame]!;
  let [sum, n] = [0, 0];
  for (let i = 0; i < timeS.length; i++) {
    if (Math.abs(timeS[i]! - atS) > ABOUT_S || Number.isNaN(midHip.y[i]!)) continue;
    sum += Number.isNaN(midShoulder.y[i]!) ? midHip.y[i]! : (midHip.y[i]! + midShoulder.y[i]!) / 2;
    n++;
  }
  return n > 0 ? sum / n : Number.NaN;
}
