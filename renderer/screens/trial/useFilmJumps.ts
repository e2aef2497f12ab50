// Jumps that the runner's steps give: to the next contact or toe-off, and a stride over and over.
import { useMemo, useRef } from 'react';
import type { TrialResult } from '../../../core/types.ts';
import type { FilmPlayer } from '../../player/filmPlayer.ts';
import { nearestFrame, nearestStride, neighbourEvent } from '../../timeline/phases.ts';

export interface FilmJumps {
  /** To the event before or after. */
  readonly toEvent: (direction: 1 | -1) => void;
  /** Repeats the near leg's stride on screen, or the nearest to it; or stops repeating. */
  readonly loop: (on: boolean) => void;
}

/** @returns null while nothing is measured; else the same at every drawing, and what is measured when it is asked counts */
export function useFilmJumps(player: FilmPlayer, result: TrialResult | null): FilmJumps | null {
  const resultRef = useRef(result);
  resultRef.current = result;
  const isMeasured = result !== null;
  return useMemo(() => {
    if (!isMeasured) return null;
    return {
      toEvent: (direction) => {
        if (!resultRef.current) return;
        const { timeS, events } = resultRef.current;
        player.pause();
        const frame = neighbourEvent(events, timeS, player.aimedFrame, direction);
        if (frame !== null) player.seekFrame(frame);
      },
      loop: (on) => {
        if (!resultRef.current) return;
        const { timeS, strides, capture } = resultRef.current;
        const side = capture.view === 'posterior' ? null : capture.view;
        const stride = nearestStride(strides, side, timeS[player.aimedFrame] ?? 0);
        if (!on || !stride) player.setLoop(null);
        else player.setLoop({ from: nearestFrame(timeS, stride.startS), to: nearestFrame(timeS, stride.endS) });
      },
    };
  }, [player, isMeasured]);
}
