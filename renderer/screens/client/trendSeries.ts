// A client's measured films as the trend of a few numbers: every visit against the first one.
import type { TrendClip } from '../../../core/api/views.ts';
import { comparedNumbers } from '../../../core/compare/comparedFilm.ts';
import { type Trend, trendOf } from '../../../core/compare/trend.ts';
import type { ParameterId } from '../../../core/types.ts';

/** Those of the five numbers that say most about load: how quick, how long on the ground, how far ahead, how bent, how upright. */
export const FOLLOWED = [
  'cadence',
  'contactTime',
  'overstride',
  'kneeFlexionPeakStance',
  'trunkLean',
] as const satisfies readonly ParameterId[];

export interface ClientTrend {
  readonly dates: readonly string[];
  readonly lines: Trend['lines'];
}

/** @returns no dates when nothing is measured */
export function clientTrend(clips: readonly TrendClip[]): ClientTrend {
  const visits = [...Map.groupBy(clips, ({ sessionId }) => sessionId).values()].map((films) => ({
    label: films[0]!.date,
    films: films.map(comparedNumbers),
  }));
  if (visits.length === 0) return { dates: [], lines: [] };
  return { dates: visits.map(({ label }) => label), lines: trendOf(visits, FOLLOWED).lines };
}
