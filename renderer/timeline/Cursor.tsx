// The line that stands where the film is; moved in the moment a frame comes on the screen, without drawing the timeline anew.
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { FilmPlayer } from '../player/filmPlayer.ts';
import css from './Timeline.module.css';
import { shareOf, type TimeWindow } from './timeWindow.ts';

export interface CursorProps {
  readonly player: FilmPlayer;
  readonly window: TimeWindow;
  /** World time of every frame, s. */
  readonly timeS: Float64Array;
}

export function Cursor({ player, window, timeS }: CursorProps) {
  const lineRef = useRef<HTMLDivElement>(null);
  const placeRef = useRef((_frame: number): void => {});
  useLayoutEffect(() => {
    placeRef.current = (frame) => {
      const line = lineRef.current;
      const share = shareOf(window, timeS[frame] ?? 0);
      if (!line) return;
      line.style.left = `${100 * share}%`;
      line.style.visibility = share < -0.001 || share > 1.001 ? 'hidden' : 'visible';
    };
    placeRef.current(player.state.frame);
  }, [player, window, timeS]);
  useEffect(() => player.onFrame((frame) => placeRef.current(frame)), [player]);
  return <div ref={lineRef} className={css.cursor} />;
}
