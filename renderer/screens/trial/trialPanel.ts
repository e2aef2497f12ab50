// What every panel of the trial screen is given.
import type { TrialView } from '../../../core/api/views.ts';
import type { TrialResult } from '../../../core/types.ts';
import type { FilmPlayer } from '../../player/filmPlayer.ts';

/** A place on the film that a number came from; the overlay rings its landmarks while it is pointed at. */
export interface FilmMark {
  readonly frame: number;
  /** Landmark numbers. */
  readonly landmarks: readonly number[];
}

export interface TrialPanelProps {
  readonly trial: TrialView;
  /** What is measured now: with the correction that is under way, so it may be newer than `trial.result`. */
  readonly result: TrialResult;
  /** `player.state.frame` is the frame on screen = index into `result.timeS`; `usePlayerState(player, s => s.frame)`. */
  readonly player: FilmPlayer;
  /** A correction is being dragged: numbers may look provisional. */
  readonly provisional: boolean;
  /** Goes to a frame and rings landmarks there; null takes the rings away. */
  readonly onPoint: (mark: FilmMark | null) => void;
}
