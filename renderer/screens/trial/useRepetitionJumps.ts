// Jumps that an exercise gives: to the next repetition, and one of them over and over.
import { useMemo } from 'react';
import type { FilmPlayer } from '../../player/filmPlayer.ts';
import { nearestFrame } from '../../timeline/phases.ts';
import type { RepetitionLane } from '../../timeline/RepetitionLanes.tsx';
import type { FilmJumps } from './useFilmJumps.ts';

/** @param lanes null = no exercise @returns null while there is no repetition */
export function useRepetitionJumps(
  player: FilmPlayer,
  timeS: Float64Array,
  lanes: readonly RepetitionLane[] | null,
): FilmJumps | null {
  return useMemo(() => {
    const all = (lanes ?? []).flatMap(({ movements }) => movements).toSorted((a, b) => a.peakS - b.peakS);
    if (all.length === 0) return null;
    const frames = all.map(({ peakS }) => nearestFrame(timeS, peakS));
    return {
      toEvent: (direction) => {
        player.pause();
        const now = player.aimedFrame;
        const next = direction > 0 ? frames.find((frame) => frame > now) : frames.findLast((frame) => frame < now);
        if (next !== undefined) player.seekFrame(next);
      },
      loop: (on) => {
        const nowS = timeS[player.aimedFrame] ?? 0;
        const nearest = all.toSorted((a, b) => Math.abs(a.peakS - nowS) - Math.abs(b.peakS - nowS))[0]!;
        const loop = { from: nearestFrame(timeS, nearest.startS), to: nearestFrame(timeS, nearest.endS) };
        player.setLoop(on ? loop : null);
      },
    };
  }, [player, timeS, lanes]);
}
