// Two panels with a bar between them that can be pulled, or moved with the arrow keys.
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import css from './Split.module.css';

export interface SplitProps {
  /** Beside one another, or one above the other. */
  readonly direction: 'across' | 'down';
  /** Of the first panel to begin with, 0–1. */
  readonly share: number;
  /** Of the bar. */
  readonly label: string;
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** No room for two: one below the other, each as high as it likes. */
  readonly stacked?: boolean;
}

/** Neither panel gets smaller than this share. */
const LEAST = 0.2;
/** One press of an arrow key. */
const STEP = 0.02;

export function Split({ direction, share: firstShare, label, first, second, stacked = false }: SplitProps) {
  const [share, setShare] = useState(firstShare);
  const boxRef = useRef<HTMLDivElement>(null);
  const across = direction === 'across';
  const set = (asked: number): void => setShare(Math.max(LEAST, Math.min(1 - LEAST, asked)));
  const pull = (event: PointerEvent<HTMLElement>): void => {
    const box = boxRef.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    set(across ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height);
  };
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -STEP, ArrowUp: -STEP, ArrowRight: STEP, ArrowDown: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    set(share + by);
  };
  if (stacked)
    return (
      <div className={css.stacked}>
        {first}
        {second}
      </div>
    );
  const tracks = `minmax(0, ${share}fr) auto minmax(0, ${1 - share}fr)`;
  return (
    <div
      ref={boxRef}
      className={css.split}
      style={across ? { gridTemplateColumns: tracks } : { gridTemplateRows: tracks }}
    >
      <div className={css.panel}>{first}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be pulled */}
      <div
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation={across ? 'vertical' : 'horizontal'}
        aria-valuenow={Math.round(100 * share)}
        aria-valuemin={100 * LEAST}
        aria-valuemax={100 * (1 - LEAST)}
        className={`${css.bar} ${across ? css.across : css.down}`}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={pull}
        onKeyDown={press}
      />
      <div className={css.panel}>{second}</div>
    </div>
  );
}
