// What the clinician drew on this frame, and, while drawing, the pen: clicks or Enter set points, arrow keys move them.
import { type KeyboardEvent, memo, type PointerEvent, useRef, useState } from 'react';
import type { Drawing } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import type { PicturePoint } from '../../../core/report/skeletonLines.ts';
import { fromStage, toStage } from '../../player/pictureFrame.ts';
import { useStage } from '../../player/stageContext.ts';
import { usePlayerState } from '../../player/usePlayer.ts';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import { nearestFrame } from '../../timeline/phases.ts';
import { arrowStep } from './arrowStep.ts';
import css from './DrawingLayer.module.css';
import { DrawingShape } from './DrawingShape.tsx';
import { type Pen, POINTS } from './drawingTool.ts';
import { PenSurface } from './PenSurface.tsx';
import type { Drawings } from './useDrawings.ts';

export interface DrawingLayerProps {
  readonly drawings: Drawings;
  /** World time of every frame, s. */
  readonly worldS: Float64Array;
  /** Null = only look. */
  readonly pen: Pen | null;
}

const text = TRIAL_TEXT.draw;

/** Lies on a FilmStage. */
export const DrawingLayer = memo(function DrawingLayer({ drawings, worldS, pen }: DrawingLayerProps) {
  const { player, picture } = useStage();
  const { frame, playing } = usePlayerState(player, (state) => state);
  const [dragged, setDragged] = useState<{ readonly id: string; readonly points: readonly PicturePoint[] } | null>(
    null,
  );
  const here = drawings.all.filter(({ timeS }) => nearestFrame(worldS, timeS) === frame);
  const pointsOf = (drawing: Drawing): readonly PicturePoint[] =>
    dragged?.id === drawing.id ? dragged.points : drawing.points.map(({ xPx, yPx }) => ({ x: xPx, y: yPx }));
  const keep = (drawing: Drawing, points: readonly PicturePoint[]): void => {
    drawings.change(drawing, { points: points.map(({ x, y }) => ({ xPx: x, yPx: y })) });
  };
  const setPoint = (at: PicturePoint): void => {
    if (!pen || pen.tool === 'select') return;
    const points = [...pen.points, at];
    if (points.length < POINTS[pen.tool]) {
      pen.setPoints(points);
      return;
    }
    pen.setPoints([]);
    if (pen.tool === 'text' && !pen.words.trim()) return;
    drawings.add({
      kind: pen.tool,
      timeS: worldS[frame] ?? 0,
      points: points.map(({ x, y }) => ({ xPx: x, yPx: y })),
      text: pen.tool === 'text' ? pen.words.trim() : '',
      colour: pen.colour,
    });
  };
  const selected = pen && here.find(({ id }) => id === pen.selectedId);
  return (
    <>
      {pen && pen.tool !== 'select' && !playing && <PenSurface pen={pen} onPoint={setPoint} />}
      <svg className={css.layer}>
        <title>{text.layer}</title>
        {here.map((drawing) => (
          <Selectable
            key={drawing.id}
            drawing={drawing}
            points={pointsOf(drawing)}
            frame={frame}
            pen={pen}
            onDrag={(points) => setDragged({ id: drawing.id, points })}
            onDrop={(points) => {
              setDragged(null);
              keep(drawing, points);
            }}
            onRemove={() => drawings.remove(drawing)}
          />
        ))}
        {pen && pen.tool !== 'select' && pen.points.length > 0 && (
          <DrawingShape kind={pen.tool} text="" colour={pen.colour} points={pen.points} picture={picture} />
        )}
      </svg>
      {selected &&
        pointsOf(selected).map((point, i) => (
          <PointHandle
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the drawing
            key={i}
            name={fill(text.point, { n: i + 1, kind: text.kinds[selected.kind].toLowerCase() })}
            at={point}
            onDrag={(to) => setDragged({ id: selected.id, points: replaced(pointsOf(selected), i, to) })}
            onDrop={(to) => {
              setDragged(null);
              keep(selected, replaced(pointsOf(selected), i, to));
            }}
          />
        ))}
    </>
  );
});

function replaced(points: readonly PicturePoint[], place: number, to: PicturePoint): readonly PicturePoint[] {
  return points.map((point, i) => (i === place ? to : point));
}

interface SelectableProps {
  readonly drawing: Drawing;
  readonly points: readonly PicturePoint[];
  readonly frame: number;
  readonly pen: Pen | null;
  readonly onDrag: (points: readonly PicturePoint[]) => void;
  readonly onDrop: (points: readonly PicturePoint[]) => void;
  readonly onRemove: () => void;
}

/** A drawing that can be taken hold of as a whole. */
function Selectable({ drawing, points, frame, pen, onDrag, onDrop, onRemove }: SelectableProps) {
  const { picture } = useStage();
  const heldRef = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const movedTo = (event: PointerEvent): readonly PicturePoint[] => {
    const held = heldRef.current ?? { x: event.clientX, y: event.clientY };
    const [byX, byY] = [(event.clientX - held.x) / picture.scale, (event.clientY - held.y) / picture.scale];
    const own = drawing.points.map(({ xPx, yPx }) => ({ x: xPx, y: yPx }));
    return own.map(({ x, y }) => ({ x: x + (picture.mirrored ? -byX : byX), y: y + byY }));
  };
  const shape = { kind: drawing.kind, text: drawing.text, colour: drawing.colour, points, picture };
  if (!pen) return <DrawingShape {...shape} />;
  const press = (key: KeyboardEvent): void => {
    const by = arrowStep(key);
    if (key.key === 'Delete' || key.key === 'Backspace') onRemove();
    else if (by) onDrop(points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })));
    else return;
    key.preventDefault();
    key.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <button> cannot be a shape in a drawing
    <g
      role="button"
      tabIndex={0}
      aria-label={fill(text.item, { kind: text.kinds[drawing.kind], frame: frame + 1 })}
      aria-pressed={pen.selectedId === drawing.id}
      className={css.selectable}
      data-drawing={drawing.kind}
      data-held={pen.tool === 'select' || undefined}
      onFocus={() => pen.select(drawing.id)}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        heldRef.current = { x: event.clientX, y: event.clientY };
        pen.select(drawing.id);
      }}
      onPointerMove={(event) => heldRef.current && onDrag(movedTo(event))}
      onPointerUp={(event) => {
        const { x, y } = heldRef.current ?? { x: event.clientX, y: event.clientY };
        if (event.clientX !== x || event.clientY !== y) onDrop(movedTo(event));
        heldRef.current = null;
      }}
    >
      <DrawingShape {...shape} />
    </g>
  );
}

interface PointHandleProps {
  readonly name: string;
  readonly at: PicturePoint;
  readonly onDrag: (to: PicturePoint) => void;
  readonly onDrop: (to: PicturePoint) => void;
}

function PointHandle({ name, at, onDrag, onDrop }: PointHandleProps) {
  const { picture, element } = useStage();
  const place = toStage(picture, at);
  const pointed = (event: PointerEvent): PicturePoint => {
    const box = element?.getBoundingClientRect();
    return fromStage(picture, { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) });
  };
  return (
    <button
      type="button"
      className={css.handle}
      style={{ left: place.x, top: place.y }}
      aria-label={name}
      title={name}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && onDrag(pointed(event))}
      onPointerUp={(event) => onDrop(pointed(event))}
      onKeyDown={(key) => {
        const by = arrowStep(key);
        if (!by) return;
        key.preventDefault();
        key.stopPropagation();
        onDrop({ x: at.x + by.x, y: at.y + by.y });
      }}
    />
  );
}
