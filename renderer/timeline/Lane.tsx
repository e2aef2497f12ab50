// One leg on the timeline: on the ground or in the air, contacts and toe-offs, strides left out, windows put back.
import { fill, formatNumber } from '../../core/report/formatNumber.ts';
import type { GaitEvent, Side, TrialResult } from '../../core/types.ts';
import type { FilmPlayer } from '../player/filmPlayer.ts';
import { TRIAL_TEXT } from '../text/trialText.ts';
import { EventMark } from './EventMark.tsx';
import { stancesOf } from './phases.ts';
import { Span } from './Span.tsx';
import css from './Timeline.module.css';
import type { TimeWindow } from './timeWindow.ts';

/** What can be done to events. Frames are those of the film. */
export interface EventEditing {
  /** Dragged to a frame; not kept yet. `from` is the event as it was when the drag began. */
  readonly drag: (from: GaitEvent, frame: number) => void;
  /** The drag is over: keep it. */
  readonly drop: () => void;
  /** Some frames on or back; kept after a moment. */
  readonly nudge: (event: GaitEvent, by: number) => void;
  readonly remove: (event: GaitEvent) => void;
}

export interface LaneProps {
  readonly side: Side;
  readonly result: TrialResult;
  readonly window: TimeWindow;
  readonly player: FilmPlayer;
  readonly editing: EventEditing | null;
}

const text = TRIAL_TEXT.timeline;

export function Lane({ side, result, window, player, editing }: LaneProps) {
  const { events, strides, legs, timeS } = result;
  const own = events.filter((event) => event.side === side);
  return (
    <div className={`${css.lane} ${css[side]}`}>
      {stancesOf(events, side).map((stance) => (
        <Span key={stance.fromS} window={window} span={stance} className={css.stance} />
      ))}
      {strides
        .filter((stride) => stride.side === side && stride.excluded !== null)
        .map(({ startS, endS, excluded }) => (
          <Span
            key={startS}
            window={window}
            span={{ fromS: startS, toS: endS }}
            className={css.excluded}
            title={fill(text.excluded, {
              side: TRIAL_TEXT.Sides[side],
              from: formatNumber(startS, 2),
              to: formatNumber(endS, 2),
              reason: excluded ?? '',
            })}
          />
        ))}
      {legs.repaired.map(({ fromFrame, toFrame }) => (
        <Span
          key={fromFrame}
          window={window}
          span={{ fromS: timeS[fromFrame] ?? 0, toS: timeS[Math.min(timeS.length - 1, toFrame + 1)] ?? 0 }}
          className={css.repaired}
          title={text.repaired}
        />
      ))}
      {own.map((event, i) => (
        <EventMark
          // biome-ignore lint/suspicious/noArrayIndexKey: an event that is dragged stays the same button while its time changes
          key={`${event.kind} ${i}`}
          event={event}
          timeS={timeS}
          window={window}
          player={player}
          editing={editing}
        />
      ))}
    </div>
  );
}
