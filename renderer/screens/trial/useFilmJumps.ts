// Jumps that the runner's steps give: to the next contact or toe-off, and a stride over and over.
import { useMemo } from 'react';
import type { TrialResult } from '../../../core/types.ts';
import type { FilmPlayer } from '../../player/filmPlayer.ts';
import { nearestFrame, nearestStride, neighbourEvent } from '../../timeline/phases.ts';

export interface FilmJumps {
  /** To the event before or after. */
  readonly toEvent: (direction: 1 | -1) => void;
  /** Repeats the near leg's stride on screen, or the nearest to it; or stops repeating. */
  readonly loop: (on: boolean) => void;
}

/** @returns null while nothing is measured */
export function useFilmJumps(player: FilmPlayer, result: TrialResult | null): FilmJumps | null {
  return useMemo(() => {
    if (!result) return null;
    const { timeS, events, strides, capture } = result;
    return {
      toEvent: (direction) => {
        player.pause();
        const frame = neighbourEvent(events, timeS, player.aimedFrame, direction);
        if (frame !== null) player.seekFrame(frame);
      },
      loop: (on) => {
        const side = capture.view === 'posterior' ? null : capture.view;
        const stride = nearestStride(strides, side, timeS[player.aimedFrame] ?? 0);
        if (!on || !stride) player.setLoop(null);
        else player.setLoop({ from: nearestFrame(timeS, stride.startS), to: nearestFrame(timeS, stride.endS) });
      },
    };
  }, [player, result]);
}
