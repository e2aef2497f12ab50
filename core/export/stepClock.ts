// The moments of a comparison film: when each picture is shown, and where both legs' films then are.

import { type InStep, placeOfA, timesAt } from '../phase/inStep.ts';

/** How fast the first film is played; the second keeps in step. */
export const PLAYBACK_SPEEDS = [1, 0.5, 0.25] as const;
export type PlaybackSpeed = (typeof PLAYBACK_SPEEDS)[number];

/** One picture of the film. */
export interface StepMoment {
  /** When it is shown, s from the start. */
  readonly timeS: number;
  /** Whole strides done, and share of the stride: 2.25 is a quarter into the third. */
  readonly place: number;
  /** World times in both films, s. */
  readonly aS: number;
  readonly bS: number;
}

/**
 * All pictures of a comparison, in order. Both films only ever run forwards, so they can be read as streams.
 * Where the first leg has no strides for a while the film jumps to its next one.
 * @param rateHz pictures per second
 * @returns empty when one of the legs has no stride
 */
export function stepMoments(pair: InStep, speed: PlaybackSpeed, rateHz: number): readonly StepMoment[] {
  const stepS = speed / rateHz;
  const moments: StepMoment[] = [];
  for (const [index, stride] of pair.a.strides.slice(0, pair.strides).entries()) {
    // The last picture of a stride that is followed at once by another is that one's first.
    const count = Math.ceil((stride.endS - stride.startS) / stepS - 1e-6);
    for (let i = 0; i < count; i++) {
      const place = Math.max(index, placeOfA(pair, stride.startS + i * stepS) ?? index);
      const times = timesAt(pair, Math.min(place, index + 1));
      if (times !== null) moments.push({ timeS: moments.length / rateHz, place, ...times });
    }
  }
  return moments;
}
