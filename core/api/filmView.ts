// What the screens are told of a film: its frames, what is wrong with it before anybody measured it, and where it plays from.
import type { QualityFlag } from '../types.ts';

export interface FilmView {
  /** Upright, as every landmark is. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Middle frame rate of the file, 1/s. */
  readonly rateHz: number;
  /** On the file's clock, s. */
  readonly durationS: number;
  readonly frames: number;
  readonly variableRate: boolean;
  /** The stored picture lay on its side or upside down and was turned. */
  readonly rotated: boolean;
  readonly codec: string;
  /** Capture rate ÷ file rate as the camera noted it; null when it did not. */
  readonly slowMotionHint: number | null;
  /**
   * Time of every frame on the file's clock, s, the first at 0. [frames] The film for playback keeps exactly these frames and times:
   * show frame n by seeking to the middle between n and n + 1. World time is this ÷ the clip's slow-motion factor.
   */
  readonly timeS: Float64Array;
  /** The capture check: what is wrong with the film before anybody was looked for in it. */
  readonly flags: readonly QualityFlag[];
  /** The film for playback and its picture (about 320 px wide), on the host; ask for them when `playable`, `hasThumbnail`. */
  readonly filmPath: string;
  readonly thumbnailPath: string;
  /** The film for playback is made. News of kind `clip` comes when it is. */
  readonly playable: boolean;
  readonly hasThumbnail: boolean;
  /** The film in the library is gone or is no longer what was taken in; the film for playback may still be there. */
  readonly missing: boolean;
}
