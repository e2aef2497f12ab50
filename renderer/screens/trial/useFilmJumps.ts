// Jumps that the runner's steps give: to the next contact or toe-off, and a stride over and over.
import { useMemo } from 'react';
import { SIDES, type TrialResult } from '../../../core/types.ts';
import type { FilmPlayer } from '../../player/filmPlayer.ts';
import { nearestFrame, neighbourEvent, strideAt } from '../../timeline/phases.ts';

export interface FilmJumps {
  /** To the event before or after. */
  readonly toEvent: (direction: 1 | -1) => void;
  /** Repeats the stride on screen, the near leg's if it has one; or stops repeating. */
  readonly loop: (on: boolean) => void;
}

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
        const now = timeS[player.aimedFrame] ?? 0;
        const sides = SIDES.toSorted((a) => (a === capture.view ? -1 : 1));
        const stride = sides.map((side) => strideAt(strides, side, now)).find((one) => one !== null);
        if (!on || !stride) player.setLoop(null);
        else player.setLoop({ from: nearestFrame(timeS, stride.startS), to: nearestFrame(timeS, stride.endS) });
      },
    };
  }, [player, result]);
}
