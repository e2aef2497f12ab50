// Which of a film's frames a result is about, and how frames and times of both belong together.

import type { TrialResult } from '../../../core/types.ts';
import type { VideoProbe } from '../../video/probe.ts';

/** A film with what was measured in it. */
export interface MeasuredFilm {
  readonly probe: VideoProbe;
  readonly result: TrialResult;
  /** Capture rate ÷ file rate that the result was made with; needed where only part of the film was measured. */
  readonly slowMotion?: number | undefined;
}

/** The first of the film's frames that the result is about, and how many there are: all of them, or those from its first time on. */
export function measuredPart({ probe, result, slowMotion = 1 }: MeasuredFilm): {
  readonly first: number;
  readonly frames: number;
} {
  const frames = result.timeS.length;
  if (frames >= probe.frames) return { first: 0, frames: probe.frames };
  const startS = (result.timeS[0] ?? 0) * slowMotion;
  // Half a frame early, because times of the world and of the film differ by rounding.
  const first = probe.timeS.findIndex((t) => t > startS - 0.5 / probe.rateHz);
  return { first: Math.max(0, Math.min(first, probe.frames - frames)), frames };
}

/** When a frame gives way to the next, s of the film. */
export function endOf({ timeS, rateHz }: VideoProbe, frame: number): number {
  return timeS[frame + 1] ?? (timeS[frame] ?? 0) + 1 / rateHz;
}
