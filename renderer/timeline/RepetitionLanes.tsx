// The repetitions of a filmed exercise on the timeline, a lane for each leg: counted, not far enough, and those that are nobody's.
import type { ExerciseResult, Movement, SupportLeg } from '../../core/exercises/exerciseTypes.ts';
import { fill, formatNumber } from '../../core/report/formatNumber.ts';
import type { FilmPlayer } from '../player/filmPlayer.ts';
import { EXERCISE_SCREEN_TEXT } from '../text/exerciseScreenText.ts';
import { nearestFrame } from './phases.ts';
import css from './RepetitionLanes.module.css';
import { shareOf, type TimeWindow } from './timeWindow.ts';

const text = EXERCISE_SCREEN_TEXT;

type LaneLeg = SupportLeg | 'nobody';

/** One lane: whose it is, and its movements with what each is called. */
export interface RepetitionLane {
  readonly leg: LaneLeg;
  readonly movements: readonly (Movement & { readonly kind: 'full' | 'partial' | 'unclear'; readonly name: string })[];
}

/** A lane for each leg that did something, and one for what no leg could be said to have done. */
export function repetitionLanes({ repetitions, unclearAt }: ExerciseResult): readonly RepetitionLane[] {
  const times = ({ startS, endS }: Movement) => ({ from: formatNumber(startS, 1), to: formatNumber(endS, 1) });
  const legs = (['left', 'right', 'both'] as const).map((leg): RepetitionLane => {
    let n = 0;
    const own = repetitions.filter((one) => one.leg === leg);
    const movements = own.map((one) => {
      const kind = one.isFull ? ('full' as const) : ('partial' as const);
      if (one.isFull) n++;
      return { ...one, kind, name: fill(text.repetition[kind], { leg: text.of[leg], n, ...times(one) }) };
    });
    return { leg, movements };
  });
  const unclear = unclearAt.map((one) => ({
    ...one,
    kind: 'unclear' as const,
    name: fill(text.repetition.unclear, times(one)),
  }));
  return [...legs, { leg: 'nobody' as const, movements: unclear }].filter(({ movements }) => movements.length > 0);
}

/** The names left of the lanes. */
export function RepetitionNames({ lanes }: { readonly lanes: readonly RepetitionLane[] }) {
  return lanes.map(({ leg }) => (
    <div key={leg} className={`${css.name} ${css[leg]}`}>
      {text.of[leg]}
    </div>
  ));
}

export interface RepetitionLanesProps {
  readonly lanes: readonly RepetitionLane[];
  readonly window: TimeWindow;
  /** World time of every frame, s. */
  readonly timeS: Float64Array;
  readonly player: FilmPlayer;
}

/** Every movement is a button that leads to its highest or deepest moment. */
export function RepetitionLanes({ lanes, window, timeS, player }: RepetitionLanesProps) {
  return lanes.map(({ leg, movements }) => (
    <div key={leg} className={`${css.lane} ${css[leg]}`}>
      {movements.map(({ startS, peakS, endS, kind, name }) => {
        const [from, to] = [shareOf(window, startS), shareOf(window, endS)];
        if (to < 0 || from > 1) return null;
        return (
          <button
            key={startS}
            type="button"
            className={css.movement}
            data-kind={kind}
            style={{ left: `${100 * from}%`, width: `${100 * (to - from)}%` }}
            aria-label={name}
            title={name}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => {
              player.pause();
              player.seekFrame(nearestFrame(timeS, peakS));
            }}
          />
        );
      })}
    </div>
  ));
}
