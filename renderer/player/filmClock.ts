// Which frame of a film belongs to which time of its film for playback, and back.
import { firstFrameAt } from '../../core/strides/frameAt.ts';

/** The frames of a film, or of the part of it that was measured. Times are on the clock of the film for playback, s. */
export interface FilmClock {
  readonly frames: number;
  /** Where to seek so that exactly this frame is shown, s: the middle of its time on screen. At its very beginning every third seek shows its neighbour. */
  seekTimeS(frame: number): number;
  /** The frame that was presented at a time, e.g. the `mediaTime` of requestVideoFrameCallback: the one that begins nearest to it. */
  frameOf(mediaTimeS: number): number;
  /** The frame on screen at a time between beginnings, e.g. a `currentTime`. */
  frameDuring(timeS: number): number;
  /** How long a frame is on screen at normal speed, s. */
  lengthS(frame: number): number;
}

/** Ours, for a film of a single frame, s: any length shows it. */
const ONLY_FRAME_S = 0.04;

/** @param timeS when every frame begins on the film's clock, s: FilmView.timeS or a stretch of it. [frames], at least one */
export function filmClock(timeS: Float64Array): FilmClock {
  const last = timeS.length - 1;
  const within = (frame: number) => Math.max(0, Math.min(last, frame));
  const lengthS = (frame: number): number => {
    const at = within(frame);
    if (last < 1) return ONLY_FRAME_S;
    return at < last ? timeS[at + 1]! - timeS[at]! : timeS[last]! - timeS[last - 1]!;
  };
  const frameDuring = (atS: number): number => {
    const next = firstFrameAt(timeS, atS);
    return within(timeS[next] === atS ? next : next - 1);
  };
  return {
    frames: timeS.length,
    lengthS,
    seekTimeS: (frame) => timeS[within(frame)]! + lengthS(frame) / 2,
    frameDuring,
    frameOf: (mediaTimeS) => {
      const before = frameDuring(mediaTimeS);
      const after = within(before + 1);
      return timeS[after]! - mediaTimeS < mediaTimeS - timeS[before]! ? after : before;
    },
  };
}
