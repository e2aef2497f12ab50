// The player of a film as hooks: one controller per film, and its state as React reads it.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { FilmPlayer, type PlayerState } from './filmPlayer.ts';

/** A player for a film; give the component a `key` so that another film gets another player. @param timeS FilmView.timeS */
export function useFilmPlayer(timeS: Float64Array): FilmPlayer {
  const [player] = useState(() => new FilmPlayer(timeS));
  useEffect(() => () => player.pause(), [player]);
  return player;
}

/** One part of the player's state; the component is drawn again only when that part changes. */
export function usePlayerState<T>(player: FilmPlayer, read: (state: PlayerState) => T): T {
  return useSyncExternalStore(player.subscribe, () => read(player.state));
}
