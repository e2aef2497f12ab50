// On the film's corner: what is drawn over it, how large it is shown, full screen.
import { memo } from 'react';
import { TRIAL_TEXT } from '../text/trialText.ts';
import { IconButton, IconToggle } from './IconButton.tsx';
import { type Zoom, zoomedAt } from './pictureFrame.ts';
import css from './StageTools.module.css';
import { type Stage, useStage } from './stageContext.ts';
import { useKeys } from './useKeys.ts';
import type { ZoomControl } from './useZoom.ts';

/** What lies over the film. */
export interface OverlayChoice {
  readonly skeleton: boolean;
  readonly angles: boolean;
  readonly trail: boolean;
}

export const OVERLAY_DEFAULTS: OverlayChoice = { skeleton: true, angles: true, trail: false };

export interface StageToolsProps {
  readonly zoom: ZoomControl;
  readonly overlay: OverlayChoice;
  readonly onOverlay: (overlay: OverlayChoice) => void;
  readonly onFullScreen?: () => void;
}

const text = TRIAL_TEXT.film;
/** One press of larger or smaller. */
const STEP = 1.4;

/** Lies on a FilmStage. */
export const StageTools = memo(function StageTools({ zoom, overlay, onOverlay, onFullScreen }: StageToolsProps) {
  const stage = useStage();
  useKeys({
    '+': () => zoom.set(stepped(stage, STEP)),
    '=': () => zoom.set(stepped(stage, STEP)),
    '-': () => zoom.set(stepped(stage, 1 / STEP)),
    '0': () => zoom.set(null),
    '9': () => zoom.set(stepped(stage, 1 / stage.picture.scale)),
  });
  const turn = (name: keyof OverlayChoice) => (on: boolean) => onOverlay({ ...overlay, [name]: on });
  return (
    <div className={css.tools} onPointerDown={(event) => event.stopPropagation()}>
      <IconToggle icon="skeleton" name={text.skeleton} on={overlay.skeleton} onChange={turn('skeleton')} />
      <IconToggle icon="angle" name={text.angles} on={overlay.angles} onChange={turn('angles')} />
      <IconToggle icon="trail" name={text.trail} on={overlay.trail} onChange={turn('trail')} />
      <span className={css.gap} />
      <IconButton icon="smaller" name={text.smaller} onPress={() => zoom.set(stepped(stage, 1 / STEP))} />
      <IconButton icon="larger" name={text.larger} onPress={() => zoom.set(stepped(stage, STEP))} />
      <IconButton icon="fit" name={text.fit} onPress={() => zoom.set(null)} />
      <IconButton name={text.actual} words="1:1" onPress={() => zoom.set(stepped(stage, 1 / stage.picture.scale))} />
      {onFullScreen && <IconButton icon="fullScreen" name={text.fullScreen} onPress={onFullScreen} />}
    </div>
  );
});

/** Around the middle of the stage. */
function stepped({ picture, size }: Stage, factor: number): Zoom {
  return zoomedAt(picture, size, { x: size.widthPx / 2, y: size.heightPx / 2 }, factor);
}
