// The whole film as a strip, with the part that is shown large below as a frame that can be pulled along.
import { memo, type PointerEvent, useRef } from 'react';
import { SIDES, type TrialResult } from '../../core/types.ts';
import type { FilmPlayer } from '../player/filmPlayer.ts';
import { TRIAL_TEXT } from '../text/trialText.ts';
import { Cursor } from './Cursor.tsx';
import { nearestFrame, stancesOf } from './phases.ts';
import type { RepetitionLane } from './RepetitionLanes.tsx';
import { Span } from './Span.tsx';
import css from './Timeline.module.css';
import type { TimeWindow } from './timeWindow.ts';
import { pointedS } from './useScrub.ts';
import type { TimelineView } from './useTimeWindow.ts';

export interface OverviewProps {
  readonly player: FilmPlayer;
  readonly timeS: Float64Array;
  readonly view: TimelineView;
  readonly result: TrialResult | null;
  readonly repetitions: readonly RepetitionLane[] | null;
}

export function Overview({ player, timeS, view, result, repetitions }: OverviewProps) {
  const { whole, window, show } = view;
  /** Distance from the frame's beginning to where it was taken hold of, s; null = the strip itself was pressed. */
  const heldRef = useRef<number | null>(null);
  const follow = (event: PointerEvent<HTMLElement>): void => {
    const atS = pointedS(event, event.currentTarget, whole);
    if (heldRef.current === null) player.seekFrame(nearestFrame(timeS, atS));
    else show({ fromS: atS - heldRef.current, toS: atS - heldRef.current + window.toS - window.fromS });
  };
  return (
    <div
      className={css.overview}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const onFrame = (event.target as HTMLElement).dataset.frame !== undefined;
        heldRef.current = onFrame ? pointedS(event, event.currentTarget, whole) - window.fromS : null;
        follow(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
      }}
    >
      {repetitions?.map(({ leg, movements }) => (
        <div key={leg} className={`${css.thin} ${css[leg] ?? ''}`}>
          {movements.map(({ startS, endS, kind }) => (
            <Span
              key={startS}
              window={whole}
              span={{ fromS: startS, toS: endS }}
              className={kind === 'full' ? css.thinStance : css.thinExcluded}
            />
          ))}
        </div>
      ))}
      {result && <Stances result={result} whole={whole} />}
      <div
        data-frame=""
        className={css.shown}
        title={TRIAL_TEXT.timeline.window}
        style={{
          left: `${(100 * (window.fromS - whole.fromS)) / Math.max(1e-9, whole.toS - whole.fromS)}%`,
          width: `${(100 * (window.toS - window.fromS)) / Math.max(1e-9, whole.toS - whole.fromS)}%`,
        }}
      />
      <Cursor player={player} window={whole} timeS={timeS} />
    </div>
  );
}

const Stances = memo(function Stances(props: { readonly result: TrialResult; readonly whole: TimeWindow }) {
  const { result, whole } = props;
  return SIDES.map((side) => (
    <div key={side} className={`${css.thin} ${css[side]}`}>
      {stancesOf(result.events, side).map((stance) => (
        <Span key={stance.fromS} window={whole} span={stance} className={css.thinStance} />
      ))}
      {result.strides
        .filter((stride) => stride.side === side && stride.excluded !== null)
        .map(({ startS, endS }) => (
          <Span key={startS} window={whole} span={{ fromS: startS, toS: endS }} className={css.thinExcluded} />
        ))}
    </div>
  ));
});
