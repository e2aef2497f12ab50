// One drawing on the stage: an angle with its degrees, a line, an arrow, or words.
import type { Drawing } from '../../../core/records/records.ts';
import { drawnAngleDeg } from '../../../core/report/drawnAngle.ts';
import { formatNumber } from '../../../core/report/formatNumber.ts';
import type { PicturePoint } from '../../../core/report/skeletonLines.ts';
import { type PictureFrame, type StagePoint, toStage } from '../../player/pictureFrame.ts';
import css from './DrawingLayer.module.css';

export interface DrawingShapeProps extends Pick<Drawing, 'kind' | 'text' | 'colour'> {
  readonly points: readonly PicturePoint[];
  readonly picture: PictureFrame;
}

const ARC_PX = 26;
const HEAD_PX = 13;

export function DrawingShape({ kind, text, colour, points, picture }: DrawingShapeProps) {
  const at = points.map((point) => toStage(picture, point));
  const path = at.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const deg = kind === 'angle' ? drawnAngleDeg(points) : null;
  return (
    <g className={css.shape} style={{ color: colour }}>
      {kind !== 'text' && <Stroke d={path} />}
      {kind === 'arrow' && at.length === 2 && <Stroke d={head(at[0]!, at[1]!)} />}
      {kind === 'angle' && at.length === 3 && <Stroke d={arc(at as [StagePoint, StagePoint, StagePoint])} />}
      {deg !== null && (
        <Words at={beside(at as [StagePoint, StagePoint, StagePoint])} text={`${formatNumber(deg, 0)}°`} />
      )}
      {kind === 'text' && at[0] && <Words at={at[0]} text={text} />}
    </g>
  );
}

/** A dark edge, so that every colour is seen on every film. */
function Stroke({ d }: { readonly d: string }) {
  return (
    <>
      <path d={d} className={css.edge} />
      <path d={d} className={css.line} />
    </>
  );
}

function Words({ at, text }: { readonly at: StagePoint; readonly text: string }) {
  return (
    <text x={at.x} y={at.y} className={css.words}>
      {text}
    </text>
  );
}

function head(from: StagePoint, to: StagePoint): string {
  const along = Math.atan2(to.y - from.y, to.x - from.x);
  const wing = (turn: number) =>
    `${to.x - HEAD_PX * Math.cos(along + turn)} ${to.y - HEAD_PX * Math.sin(along + turn)}`;
  return `M${wing(0.45)}L${to.x} ${to.y}L${wing(-0.45)}`;
}

type Three = readonly [StagePoint, StagePoint, StagePoint];

function arc([from, corner, to]: Three): string {
  const edge = (end: StagePoint): StagePoint => {
    const length = Math.max(1e-6, Math.hypot(end.x - corner.x, end.y - corner.y));
    return {
      x: corner.x + (ARC_PX * (end.x - corner.x)) / length,
      y: corner.y + (ARC_PX * (end.y - corner.y)) / length,
    };
  };
  const [start, end] = [edge(from), edge(to)];
  const turn = (start.x - corner.x) * (end.y - corner.y) - (start.y - corner.y) * (end.x - corner.x);
  return `M${start.x} ${start.y}A${ARC_PX} ${ARC_PX} 0 0 ${turn > 0 ? 1 : 0} ${end.x} ${end.y}`;
}

/** In the opening of the angle, beyond its arc. */
function beside([from, corner, to]: Three): StagePoint {
  const unit = (end: StagePoint): StagePoint => {
    const length = Math.max(1e-6, Math.hypot(end.x - corner.x, end.y - corner.y));
    return { x: (end.x - corner.x) / length, y: (end.y - corner.y) / length };
  };
  const [a, b] = [unit(from), unit(to)];
  const middle = { x: a.x + b.x, y: a.y + b.y };
  const length = Math.hypot(middle.x, middle.y) || 1;
  return {
    x: corner.x + (1.7 * ARC_PX * middle.x) / length,
    y: corner.y + (1.7 * ARC_PX * middle.y) / length,
  };
}
