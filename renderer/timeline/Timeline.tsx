// The film's time: the whole of it above, a part of it large below, with what each leg does, and the place the film is at.
import { memo, type ReactNode } from 'react';
import { fill, formatNumber } from '../../core/report/formatNumber.ts';
import { SIDES, type TrialResult } from '../../core/types.ts';
import type { FilmPlayer } from '../player/filmPlayer.ts';
import { IconButton } from '../player/IconButton.tsx';
import { usePlayerState } from '../player/usePlayer.ts';
import { TRIAL_TEXT } from '../text/trialText.ts';
import { Cursor } from './Cursor.tsx';
import { type EventEditing, Lane } from './Lane.tsx';
import { Overview } from './Overview.tsx';
import { nearestFrame } from './phases.ts';
import { type RepetitionLane, RepetitionLanes, RepetitionNames } from './RepetitionLanes.tsx';
import { Span } from './Span.tsx';
import css from './Timeline.module.css';
import { shareOf, type TimeWindow, ticksOf } from './timeWindow.ts';
import { useScrub } from './useScrub.ts';
import type { TimelineView } from './useTimeWindow.ts';

export interface TimelineProps {
  readonly player: FilmPlayer;
  /** World time of every frame, s. */
  readonly timeS: Float64Array;
  readonly view: TimelineView;
  /** Null while nothing is measured: then there is only the film's time. */
  readonly result: TrialResult | null;
  /** In place of contacts and strides, where the film shows an exercise; null where it shows gait. */
  readonly repetitions: readonly RepetitionLane[] | null;
  /** Events can be moved and removed. */
  readonly editing: EventEditing | null;
  /** A window that was marked, s. */
  readonly marked: TimeWindow | null;
  /** Frames that something is drawn on. */
  readonly drawnFrames: readonly number[];
}

const text = TRIAL_TEXT.timeline;
const ZOOM_STEP = 1.6;
const MOST_TICKS = 6;

export const Timeline = memo(function Timeline({
  player,
  timeS,
  view,
  result: measured,
  repetitions,
  editing,
  marked,
  drawnFrames,
}: TimelineProps) {
  const { window } = view;
  const result = repetitions ? null : measured;
  const scrub = useScrub(window, (atS) => player.seekFrame(nearestFrame(timeS, atS)));
  return (
    <section className={css.timeline} aria-label={text.name}>
      <div className={css.row}>
        <div className={css.name}>{text.overview}</div>
        <Overview player={player} timeS={timeS} view={view} result={result} repetitions={repetitions} />
        <ZoomButtons zoom={view.zoom} />
      </div>
      <div className={css.lanes}>
        <div className={css.names}>
          {repetitions && <RepetitionNames lanes={repetitions} />}
          {result && SIDES.map((side) => <LaneName key={side} side={side} />)}
          <div className={css.rulerName} />
        </div>
        {/* The ruler below is the slider for keyboard and screen reader; the whole area only takes the pointer. */}
        <div className={css.area} {...scrub}>
          {marked && <Span window={window} span={marked} className={css.marked!} />}
          {repetitions && <RepetitionLanes lanes={repetitions} window={window} timeS={timeS} player={player} />}
          {result &&
            SIDES.map((side) => (
              <Lane key={side} side={side} result={result} window={window} player={player} editing={editing} />
            ))}
          <Ruler player={player} timeS={timeS} window={window}>
            {drawnFrames.map((frame) => (
              <span
                key={frame}
                className={css.drawn}
                style={{ left: `${100 * shareOf(window, timeS[frame] ?? 0)}%` }}
                title={fill(text.drawing, { frame: frame + 1 })}
              />
            ))}
          </Ruler>
          <Cursor player={player} window={window} timeS={timeS} />
        </div>
      </div>
      {result && result.events.length === 0 && <p className={css.empty}>{text.empty}</p>}
    </section>
  );
});

const ZoomButtons = memo(function ZoomButtons({ zoom }: Pick<TimelineView, 'zoom'>) {
  return (
    <div className={css.zoom}>
      <IconButton icon="smaller" name={text.wider} onPress={() => zoom(ZOOM_STEP)} />
      <IconButton icon="larger" name={text.closer} onPress={() => zoom(1 / ZOOM_STEP)} />
    </div>
  );
});

function LaneName({ side }: { readonly side: 'left' | 'right' }) {
  return (
    <div className={`${css.laneName} ${css[side]}`}>
      <svg viewBox="0 0 20 4" className={css.sample} aria-hidden="true">
        <path d="M0 2h20" />
      </svg>
      {text.lane[side]}
    </div>
  );
}

/** Times to read, and the slider that says where the film is. */
function Ruler(props: {
  readonly player: FilmPlayer;
  readonly timeS: Float64Array;
  readonly window: TimeWindow;
  readonly children: ReactNode;
}) {
  const { player, timeS, window, children } = props;
  const frame = usePlayerState(player, (state) => state.frame);
  const last = player.clock.frames - 1;
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={text.cursor}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={frame}
      aria-valuetext={fill(TRIAL_TEXT.film.time, { time: formatNumber(timeS[frame] ?? 0, 2) })}
      className={css.ruler}
      onKeyDown={(event) => {
        if (event.key === 'Home') player.seekFrame(0);
        else if (event.key === 'End') player.seekFrame(last);
        else return;
        event.preventDefault();
      }}
    >
      {ticksOf(window, MOST_TICKS).map((tick) => (
        <span key={tick} className={css.tick} style={{ left: `${100 * shareOf(window, tick)}%` }}>
          {formatNumber(tick, tickDigits(window))}
        </span>
      ))}
      {children}
    </div>
  );
}

function tickDigits({ fromS, toS }: TimeWindow): number {
  const lengthS = toS - fromS;
  if (lengthS < 0.6) return 2;
  return lengthS < 8 ? 1 : 0;
}
