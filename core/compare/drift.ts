// From fresh to tired within one run: how far a number moves over the clips, and whether that is more than error.

import type { Parameter, ParameterId, Side, Unit } from '../types.ts';
import { BOUND_SIGMAS, differenceOf } from './asymmetry.ts';
import type { ComparedFilm } from './comparedFilm.ts';
import { SAME_DAY_FACTOR } from './compareResults.ts';
import { BETWEEN_DAYS, limitFor } from './thresholds.ts';

/** A clip and when in the run it was filmed. */
export interface TimedFilm extends ComparedFilm {
  /** Since the start of the run, minutes; the number of the clip where nobody noted it. */
  readonly atMin: number;
}

/** One number over the clips. */
export interface Drift {
  readonly id: ParameterId;
  /** Null for the whole body and for the difference of the legs. */
  readonly side: Side | null;
  /** True for right − left. */
  readonly isAsymmetry: boolean;
  readonly unit: Unit;
  readonly points: readonly { readonly atMin: number; readonly value: number; readonly sigma: number }[];
  /** Along the fitted line, per minute; null with fewer than two clips at different times. */
  readonly slopePerMin: number | null;
  /** Standard error of the slope; null when there is none. */
  readonly slopeSigma: number | null;
  /** Last − first along the line, with the difference that would count as one. */
  readonly change: number | null;
  readonly threshold: number | null;
  readonly verdict: 'changed' | 'within-error' | 'not-measurable';
}

/** What tires first (measurement.md §7): longer contact, lower cadence, more lean, a softer knee. */
const DRIFT_IDS = [
  'contactTime',
  'cadence',
  'trunkLean',
  'kneeFlexionAtContact',
  'kneeFlexionPeakStance',
] as const satisfies readonly ParameterId[];

/**
 * Fits a line through each number of the clips of one run.
 * Source: weighted least squares; the weights are 1/σ² of what clips do not share. Works: same view and speed in all clips (compare the
 * first with the last by compareVisits for what differs). Fails: with two clips a line says no more than their difference, and a number
 * that rises and falls again shows none.
 * @param films clips of one run and view, in any order
 * @param ids what to follow; left out = what tires first
 */
export function driftOver(films: readonly TimedFilm[], ids: readonly ParameterId[] = DRIFT_IDS): readonly Drift[] {
  const clips = [...films].sort((a, b) => a.atMin - b.atMin);
  return ids.flatMap((id) => {
    const series = ([null, 'left', 'right'] as const).flatMap((side) => {
      const own = clips.map(({ result, atMin }) => ({
        atMin,
        parameter: result.parameters.find((p) => p.id === id && p.side === side),
      }));
      const unit = own.find(({ parameter }) => parameter)?.parameter?.unit;
      if (unit === undefined) return [];
      return [fitted({ id, side, isAsymmetry: false, unit }, own.flatMap(readPoint))];
    });
    return [...series, ...asymmetryDrift(clips, id)];
  });
}

type Point = Drift['points'][number];

function readPoint({ atMin, parameter }: { atMin: number; parameter: Parameter | undefined }): readonly Point[] {
  if (parameter?.value == null) return [];
  return [{ atMin, value: parameter.value, sigma: parameter.sigmaRepeat ?? parameter.sigma ?? 0 }];
}

function asymmetryDrift(clips: readonly TimedFilm[], id: ParameterId): readonly Drift[] {
  const pairs = clips.flatMap(({ result, atMin }) => {
    const of = (side: Side) => result.parameters.find((p) => p.id === id && p.side === side);
    const [left, right] = [of('left'), of('right')];
    return left === undefined || right === undefined ? [] : [{ atMin, left, right }];
  });
  const unit = pairs[0]?.left.unit;
  if (unit === undefined) return [];
  const points = pairs.flatMap(({ atMin, left, right }): readonly Point[] => {
    const { difference } = differenceOf(left, right);
    const sigma = Math.hypot(left.sigmaRepeat ?? left.sigma ?? 0, right.sigmaRepeat ?? right.sigma ?? 0);
    return difference === null ? [] : [{ atMin, value: difference, sigma }];
  });
  return [fitted({ id, side: null, isAsymmetry: true, unit }, points)];
}

function fitted(base: Pick<Drift, 'id' | 'side' | 'isAsymmetry' | 'unit'>, points: readonly Point[]): Drift {
  const none = { slopePerMin: null, slopeSigma: null, change: null, threshold: null } as const;
  const line = lineThrough(points);
  if (line === null) return { ...base, points, ...none, verdict: 'not-measurable' };
  const spanMin = points.at(-1)!.atMin - points[0]!.atMin;
  const change = line.slope * spanMin;
  // A difference of the legs has no published change between days: its error alone judges it.
  const limit = base.isAsymmetry ? undefined : BETWEEN_DAYS[base.id];
  const published = SAME_DAY_FACTOR * limitFor(limit, points[0]!.value, points.at(-1)!.value);
  const threshold = Math.max(BOUND_SIGMAS * line.sigma * spanMin, published);
  return {
    ...base,
    points,
    slopePerMin: line.slope,
    slopeSigma: line.sigma,
    change,
    threshold,
    verdict: Math.abs(change) > threshold ? 'changed' : 'within-error',
  };
}

/** Least error taken for a point, so that one without any does not outweigh all others, share of the usual. */
const LEAST_SHARE = 0.1;

/** Weighted least squares. @returns null with fewer than two times */
function lineThrough(points: readonly Point[]): { readonly slope: number; readonly sigma: number } | null {
  const usual = Math.max(...points.map(({ sigma }) => sigma), 1e-9);
  const weights = points.map(({ sigma }) => Math.max(sigma, LEAST_SHARE * usual) ** -2);
  const sum = (of: (point: Point) => number) => points.reduce((all, point, i) => all + weights[i]! * of(point), 0);
  const all = sum(() => 1);
  const middle = sum(({ atMin }) => atMin) / all;
  const spread = sum(({ atMin }) => (atMin - middle) ** 2);
  if (!(spread > 0)) return null;
  return { slope: sum(({ atMin, value }) => (atMin - middle) * value) / spread, sigma: Math.sqrt(1 / spread) };
}
