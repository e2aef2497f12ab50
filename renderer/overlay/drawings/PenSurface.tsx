// The sheet that the pen writes on: takes clicks, and with the keyboard a cross that arrow keys move and Enter sets.
import { type PointerEvent, useState } from 'react';
import type { PicturePoint } from '../../../core/report/skeletonLines.ts';
import { fromStage, toStage } from '../../player/pictureFrame.ts';
import { useStage } from '../../player/stageContext.ts';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import { arrowStep } from './arrowStep.ts';
import css from './DrawingLayer.module.css';
import type { Pen } from './drawingTool.ts';

const text = TRIAL_TEXT.draw;

/** Lies on a FilmStage. */
export function PenSurface({ pen, onPoint }: { readonly pen: Pen; readonly onPoint: (at: PicturePoint) => void }) {
  const { picture, element } = useStage();
  const { widthPx, heightPx } = picture.source;
  const [cross, setCross] = useState<PicturePoint>({ x: widthPx / 2, y: heightPx / 2 });
  const [focused, setFocused] = useState(false);
  const at = toStage(picture, cross);
  const pointed = (event: PointerEvent): PicturePoint => {
    const box = element?.getBoundingClientRect();
    return fromStage(picture, { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) });
  };
  return (
    <button
      type="button"
      className={css.surface}
      aria-label={`${text.surface} ${pen.tool === 'select' ? '' : text.hints[pen.tool]}`}
      onFocus={(event) => setFocused(event.currentTarget.matches(':focus-visible'))}
      onBlur={() => setFocused(false)}
      onPointerDown={(event) => {
        event.stopPropagation();
        if (event.button === 0) onPoint(pointed(event));
      }}
      onKeyDown={(key) => {
        const by = arrowStep(key);
        if (by) {
          setFocused(true);
          setCross({ x: cross.x + (picture.mirrored ? -by.x : by.x), y: cross.y + by.y });
        } else if (key.key === 'Enter') onPoint(cross);
        else return;
        key.preventDefault();
        key.stopPropagation();
      }}
    >
      {focused && (
        <svg className={css.cross} style={{ left: at.x, top: at.y }} viewBox="-12 -12 24 24" aria-hidden="true">
          <path d="M-11 0h7M4 0h7M0-11v7M0 4v7" />
        </svg>
      )}
    </button>
  );
}
