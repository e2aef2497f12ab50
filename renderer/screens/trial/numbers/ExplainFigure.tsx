// The body on one frame as a line drawing, with the landmarks of a number ringed.
import { bodyBox, pointAt, skeletonLines } from '../../../../core/report/skeletonLines.ts';
import type { TrialResult } from '../../../../core/types.ts';
import css from './Explain.module.css';

export interface ExplainFigureProps {
  readonly result: TrialResult;
  readonly frame: number;
  readonly landmarks: readonly number[];
}

/** Room around the body, share of its height. */
const ROOM = 0.06;

export function ExplainFigure({ result, frame, landmarks }: ExplainFigureProps) {
  const box = bodyBox(result.clean, frame);
  if (box === null) return null;
  const height = box.bottom - box.top;
  const room = ROOM * height;
  const view = [box.left - room, box.top - room, box.right - box.left + 2 * room, height + 2 * room];
  const points = landmarks.map((landmark) => pointAt(result.clean, landmark, frame)).filter((point) => point !== null);
  return (
    <svg className={css.figure} viewBox={view.map((n) => n.toFixed(0)).join(' ')} aria-hidden="true">
      {skeletonLines(result.clean, frame, result.capture.view).map((line, i) => (
        <polyline
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and no state.
          key={i}
          className={css.bone}
          data-part={line.part}
          data-side={line.side ?? undefined}
          data-far={line.near ? undefined : ''}
          points={line.points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        />
      ))}
      {points.map(({ x, y }) => (
        <circle key={`${x} ${y}`} className={css.ring} cx={x} cy={y} r={height / 45} />
      ))}
    </svg>
  );
}
