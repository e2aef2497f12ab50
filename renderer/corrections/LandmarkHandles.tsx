// Joints on the picture that can be dragged, or moved with the arrow keys; a magnifier helps to see where they go.
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { fill } from '../../core/report/formatNumber.ts';
import { type PicturePoint, pointAt } from '../../core/report/skeletonLines.ts';
import type { Edit, TrialResult } from '../../core/types.ts';
import { fromStage, type StagePoint, toStage } from '../player/pictureFrame.ts';
import { useStage } from '../player/stageContext.ts';
import { usePlayerState } from '../player/usePlayer.ts';
import { TRIAL_TEXT } from '../text/trialText.ts';
import { HANDLES, type Handle } from './handles.ts';
import css from './LandmarkHandles.module.css';
import { Magnifier } from './Magnifier.tsx';
import type { Corrections } from './useCorrections.ts';

export interface LandmarkHandlesProps {
  readonly result: TrialResult;
  readonly corrections: Corrections;
  /** How many frames on either side a joint takes along. */
  readonly carryFrames: number;
}

type LandmarkMoved = Extract<Edit, { kind: 'landmark-moved' }>;

/** Lies on a FilmStage. */
export function LandmarkHandles({ result, corrections, carryFrames }: LandmarkHandlesProps) {
  const { player, picture, element } = useStage();
  const { frame, playing } = usePlayerState(player, (state) => state);
  /** From the pointer to the middle of the joint that it took hold of. */
  const gripRef = useRef<StagePoint | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  if (playing) return null;

  const { pending, actions } = corrections;
  const moved = pending?.kind === 'landmark-moved' && pending.frame === frame ? pending : null;
  const placeOf = (landmark: number): PicturePoint | null =>
    moved?.landmark === landmark ? { x: moved.xPx, y: moved.yPx } : pointAt(result.clean, landmark, frame);
  const edit = (landmark: number, { x, y }: PicturePoint): LandmarkMoved => {
    const { widthPx, heightPx } = picture.source;
    const [xPx, yPx] = [Math.max(0, Math.min(widthPx, x)), Math.max(0, Math.min(heightPx, y))];
    return { kind: 'landmark-moved', frame, landmark, xPx, yPx, ...(carryFrames > 0 ? { carryFrames } : {}) };
  };
  const pointed = (event: PointerEvent): StagePoint => {
    const box = element?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const grab = (event: PointerEvent<HTMLElement>, at: StagePoint, landmark: number): void => {
    event.stopPropagation();
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const pointer = pointed(event);
    gripRef.current = { x: at.x - pointer.x, y: at.y - pointer.y };
    setDragged(landmark);
  };
  const pull = (event: PointerEvent<HTMLElement>, landmark: number): void => {
    const grip = gripRef.current;
    if (!grip || dragged !== landmark) return;
    const pointer = pointed(event);
    actions.drag(edit(landmark, fromStage(picture, { x: pointer.x + grip.x, y: pointer.y + grip.y })));
  };
  const letGo = (): void => {
    gripRef.current = null;
    setDragged(null);
    actions.drop();
  };
  const press = (key: KeyboardEvent, landmark: number, at: PicturePoint): void => {
    const by = stepOf(key, picture.mirrored);
    if (!by) return;
    key.preventDefault();
    key.stopPropagation();
    actions.nudge(edit(landmark, { x: at.x + by.x, y: at.y + by.y }));
  };

  const held = dragged === null ? null : placeOf(dragged);
  return (
    <>
      {HANDLES.map((handle) => {
        const place = placeOf(handle.landmark);
        if (!place) return null;
        const at = toStage(picture, place);
        return (
          <button
            key={handle.landmark}
            type="button"
            className={css.handle}
            data-side={handle.side}
            data-landmark={handle.landmark}
            data-far={isFar(handle, result) || undefined}
            data-held={dragged === handle.landmark || undefined}
            style={{ left: at.x, top: at.y }}
            aria-label={nameOf(handle)}
            title={nameOf(handle)}
            onPointerDown={(event) => grab(event, at, handle.landmark)}
            onPointerMove={(event) => pull(event, handle.landmark)}
            onPointerUp={letGo}
            onPointerCancel={() => {
              actions.abandon();
              letGo();
            }}
            onKeyDown={(key) => press(key, handle.landmark, place)}
          />
        );
      })}
      {held && <Magnifier at={held} />}
    </>
  );
}

function isFar({ side }: Handle, { capture }: TrialResult): boolean {
  return capture.view !== 'posterior' && capture.view !== side;
}

function nameOf({ side, joint }: Handle): string {
  return fill(TRIAL_TEXT.edit.handle, { side: TRIAL_TEXT.Sides[side], joint: TRIAL_TEXT.joints[joint] });
}

/** One pixel of the film, ten with Shift; null for other keys. */
function stepOf({ key, shiftKey }: KeyboardEvent, mirrored: boolean): PicturePoint | null {
  const px = shiftKey ? 10 : 1;
  const across = mirrored ? -px : px;
  if (key === 'ArrowLeft') return { x: -across, y: 0 };
  if (key === 'ArrowRight') return { x: across, y: 0 };
  if (key === 'ArrowUp') return { x: 0, y: -px };
  if (key === 'ArrowDown') return { x: 0, y: px };
  return null;
}
