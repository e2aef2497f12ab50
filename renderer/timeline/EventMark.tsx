// A contact or a toe-off on the timeline: a flag to jump to, and to drag where events can be corrected.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { fill, formatNumber } from '../../core/report/formatNumber.ts';
import type { GaitEvent } from '../../core/types.ts';
import type { FilmPlayer } from '../player/filmPlayer.ts';
import { TRIAL_TEXT } from '../text/trialText.ts';
import type { EventEditing } from './Lane.tsx';
import { nearestFrame } from './phases.ts';
import css from './Timeline.module.css';
import { shareOf, type TimeWindow } from './timeWindow.ts';
import { pointedS } from './useScrub.ts';

export interface EventMarkProps {
  readonly event: GaitEvent;
  /** World time of every frame, s. */
  readonly timeS: Float64Array;
  readonly window: TimeWindow;
  readonly player: FilmPlayer;
  readonly editing: EventEditing | null;
}

/** A little outside the window is still drawn, so that nothing pops up at the edge. */
const MARGIN = 0.02;

export function EventMark({ event, timeS, window, player, editing }: EventMarkProps) {
  const draggedRef = useRef<GaitEvent | null>(null);
  /** The press that is over was a drag: its click is none. */
  const pulledRef = useRef(false);
  const share = shareOf(window, event.timeS);
  if ((share < -MARGIN || share > 1 + MARGIN) && !draggedRef.current) return null;
  const goThere = (): void => {
    player.pause();
    player.seekFrame(nearestFrame(timeS, event.timeS));
  };
  const sigma = (100 * event.sigmaS) / (window.toS - window.fromS);
  return (
    <>
      <span className={css.sigma} style={{ left: `${100 * share - sigma}%`, width: `${2 * sigma}%` }} />
      <button
        type="button"
        className={css.event}
        data-kind={event.kind}
        data-source={event.source}
        data-side={event.side}
        data-time={event.timeS}
        style={{ left: `${100 * share}%`, cursor: editing ? 'ew-resize' : 'pointer' }}
        aria-label={nameOf(event)}
        title={nameOf(event)}
        onClick={() => !pulledRef.current && goThere()}
        onKeyDown={(key) => editing && pressed(key, event, editing)}
        onPointerDown={(pointer) => {
          pointer.stopPropagation();
          if (!editing || pointer.button !== 0) return;
          draggedRef.current = event;
          pulledRef.current = false;
          pointer.currentTarget.setPointerCapture(pointer.pointerId);
        }}
        onPointerMove={(pointer) => {
          if (!draggedRef.current || !editing) return;
          const frame = nearestFrame(timeS, pointedS(pointer, laneOf(pointer), window));
          pulledRef.current = true;
          player.seekFrame(frame);
          editing.drag(draggedRef.current, frame);
        }}
        onPointerUp={() => {
          if (draggedRef.current && pulledRef.current) editing?.drop();
          draggedRef.current = null;
        }}
      >
        <svg viewBox="0 0 20 20" className={css.flag} aria-hidden="true">
          {event.kind === 'initial-contact' ? <path d="M4 2h12l-6 8z" /> : <path d="M4 18h12l-6-8z" />}
        </svg>
      </button>
    </>
  );
}

function laneOf(pointer: PointerEvent<HTMLElement>): HTMLElement {
  return pointer.currentTarget.parentElement ?? pointer.currentTarget;
}

function nameOf({ side, kind, timeS, sigmaS, source }: GaitEvent): string {
  return fill(TRIAL_TEXT.timeline.event, {
    side: TRIAL_TEXT.Sides[side],
    event: TRIAL_TEXT.events[kind],
    time: formatNumber(timeS, 3),
    sigma: formatNumber(1000 * sigmaS, 0),
    source: TRIAL_TEXT.timeline[source],
  });
}

function pressed(key: KeyboardEvent, event: GaitEvent, editing: EventEditing): void {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[key.key];
  if (by !== undefined) editing.nudge(event, by * (key.shiftKey ? 10 : 1));
  else if (key.key === 'Delete' || key.key === 'Backspace') editing.remove(event);
  else return;
  key.preventDefault();
  key.stopPropagation();
}
