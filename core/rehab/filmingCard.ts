// What to film at a baseline and at a check-in, as a card to lay beside the treadmill.

import type { CaptureSettings, Clip, Session } from '../records/records.ts';
import type { View } from '../types.ts';
import type { SessionPurpose } from './baseline.ts';

/** One film to be taken. */
export interface FilmToTake {
  readonly view: View;
  readonly gait: 'walk' | 'run';
  /** Belt speed, m/s; null = the runner's own easy speed, to be written down. */
  readonly speedMs: number | null;
  readonly inclinePct: number;
  readonly seconds: number;
  readonly condition: NonNullable<Clip['condition']>;
  /** Stand still on the stopped belt first, s; 0 = not needed. */
  readonly standS: number;
}

export interface FilmingCard {
  readonly purpose: SessionPurpose;
  readonly films: readonly FilmToTake[];
  /** Shoes as at the baseline; '' = any, to be written down. */
  readonly footwear: string;
  /** True when speed, slope and shoes are those of an earlier visit, so that the two compare. */
  readonly isLikeBaseline: boolean;
  /** Easy running before the first film, min. */
  readonly warmUpMin: number;
  /** All films with standing and turning the camera, min; the warm-up comes on top. */
  readonly minutes: number;
}

/** measurement.md §3.4: 20–30 s give at least 10 strides of each leg. */
const FILM_S = 25;
/** Ours: what quiet standing needs, twice over. */
const STAND_S = 2;
/** measurement.md §3.4: familiarise for 3–6 min. */
const WARM_UP_MIN = 4;
/** Ours: carrying a tripod to the other side. */
const MOVE_CAMERA_S = 45;

/** What of a clip an earlier visit tells. */
export type FilmedClip = Pick<Clip, 'view' | 'condition' | 'exercise'> & {
  readonly capture: Pick<CaptureSettings, 'gait' | 'speedMs' | 'inclinePct'>;
};

/** The visit that is to be repeated. */
export interface EarlierVisit extends Pick<Session, 'footwear' | 'speedMs' | 'inclinePct'> {
  readonly clips: readonly FilmedClip[];
}

const VIEWS: readonly View[] = ['left', 'right', 'posterior'];

/**
 * The card for a visit. A baseline films both sides and from behind; a later visit repeats what the baseline had, at its speed and slope and
 * in its shoes, since nothing else compares; a runner who may not run yet is filmed walking.
 * @param baseline the visit to be repeated; null = none
 * @param mayRun false in the first days of a strain, or when walking hurts
 */
export function filmingCard(purpose: SessionPurpose, baseline: EarlierVisit | null, mayRun = true): FilmingCard {
  const films = baseline === null ? freshFilms(mayRun) : repeatedFilms(baseline, mayRun);
  const seconds = films.reduce((sum, film) => sum + film.seconds + film.standS + MOVE_CAMERA_S, 0);
  return {
    purpose,
    films,
    footwear: baseline?.footwear.trim() ?? '',
    isLikeBaseline: baseline !== null,
    warmUpMin: mayRun ? WARM_UP_MIN : 0,
    minutes: Math.ceil(seconds / 60),
  };
}

function freshFilms(mayRun: boolean): readonly FilmToTake[] {
  return VIEWS.map((view) => filmOf(view, mayRun ? 'run' : 'walk', null, null));
}

/** Every view that the baseline has, once, fresh before tired; where it has none, as at a baseline. */
function repeatedFilms({ clips, speedMs, inclinePct }: EarlierVisit, mayRun: boolean): readonly FilmToTake[] {
  if (!mayRun) return VIEWS.map((view) => filmOf(view, 'walk', null, 0));
  const known = clips.filter(
    ({ view, exercise, capture }) => view !== 'auto' && exercise == null && capture.gait !== 'walk',
  );
  const films = (['fresh', 'tired'] as const).flatMap((condition) =>
    VIEWS.flatMap((view): FilmToTake[] => {
      const clip = known.find((one) => one.view === view && (one.condition ?? 'fresh') === condition);
      if (clip === undefined) return [];
      const film = filmOf(view, 'run', clip.capture.speedMs ?? speedMs, clip.capture.inclinePct ?? inclinePct);
      return [{ ...film, condition }];
    }),
  );
  return films.length > 0 ? films : VIEWS.map((view) => filmOf(view, 'run', speedMs, inclinePct));
}

function filmOf(view: View, gait: FilmToTake['gait'], speedMs: number | null, inclinePct: number | null): FilmToTake {
  const standS = view === 'posterior' ? 0 : STAND_S;
  return { view, gait, speedMs, inclinePct: inclinePct ?? 0, seconds: FILM_S, condition: 'fresh', standS };
}
