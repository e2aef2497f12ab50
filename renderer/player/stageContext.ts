// What lies on the stage knows its film: the player, and where the picture is.
import { createContext, useContext } from 'react';
import type { FilmPlayer } from './filmPlayer.ts';
import type { PictureFrame, Size } from './pictureFrame.ts';

export interface Stage {
  readonly player: FilmPlayer;
  readonly picture: PictureFrame;
  /** Of the stage itself, CSS px. */
  readonly size: Size;
  /** What the stage lies in, for pointers and full screen. */
  readonly element: HTMLElement | null;
  /** What plays, e.g. to keep two films in step; what is shown is the player's picture. Null where the film cannot be played. */
  readonly video: HTMLVideoElement | null;
}

export const StageContext = createContext<Stage | null>(null);

/** @throws Error outside a FilmStage */
export function useStage(): Stage {
  const stage = useContext(StageContext);
  if (!stage) throw new Error('useStage is for what lies on a FilmStage');
  return stage;
}
