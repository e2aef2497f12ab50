// The window of the timeline: follows the film, and goes where the clinician pulls it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FilmPlayer } from '../player/filmPlayer.ts';
import { firstWindow, following, type TimeWindow, within, zoomedAround } from './timeWindow.ts';

export interface TimelineView {
  readonly whole: TimeWindow;
  readonly window: TimeWindow;
  /** Shows another part, as far as there is one. */
  readonly show: (window: TimeWindow) => void;
  /** More or less time around the film's position. */
  readonly zoom: (factor: number) => void;
}

/** @param timeS world time of every frame, s */
export function useTimeWindow(player: FilmPlayer, timeS: Float64Array): TimelineView {
  const [fromS, toS] = [timeS[0] ?? 0, timeS.at(-1) ?? 0];
  const whole = useMemo(() => ({ fromS, toS }), [fromS, toS]);
  const [window, setWindow] = useState(() => firstWindow(whole));
  const timesRef = useRef(timeS);
  timesRef.current = timeS;

  useEffect(() => {
    const follow = (frame: number): void => {
      const now = timesRef.current[frame];
      if (now !== undefined) setWindow((before) => following(before, now, whole));
    };
    follow(player.state.frame);
    return player.onFrame(follow);
  }, [player, whole]);

  const show = useCallback((asked: TimeWindow) => setWindow(within(asked, whole)), [whole]);
  const zoom = useCallback(
    (factor: number) =>
      setWindow((before) => zoomedAround(before, timesRef.current[player.state.frame] ?? 0, factor, whole)),
    [player, whole],
  );
  return useMemo(() => ({ whole, window, show, zoom }), [whole, window, show, zoom]);
}

/** Begins with the whole film where that says more than a few seconds of it: repetitions are slow. */
export function useWholeFilm({ whole, show }: TimelineView, isWanted: boolean): void {
  useEffect(() => {
    if (isWanted) show(whole);
  }, [isWanted, show, whole]);
}
