// The landmarks as points in metres in OpenSim's axes: X forward, Y up, Z to the runner's right, the floor at Y = 0.
//
// Source: OpenSim's ground frame (Y up; its models run along +X with +Z to the right). Works: one camera gives one plane, so from
// the side Z is 0 and from behind X is 0 for every point; both legs lie in that plane. Fails: as depth, which was never measured;
// the network's own guess of it is left out on purpose.

import { GaitError } from '../errors.ts';
import { LANDMARK_NAMES, type LandmarkName, LEG_LANDMARKS } from '../landmarks.ts';
import { median, quantile } from '../signal/robust.ts';
import { type PointSeries, SIDES, type TrialResult } from '../types.ts';

/** One point over time, m; NaN where it was not seen. [frames] each */
export interface MarkerTrack {
  readonly name: LandmarkName;
  readonly xM: Float64Array;
  readonly yM: Float64Array;
  readonly zM: Float64Array;
}

/** All points of a film that were seen at least once. */
export interface MarkerTracks {
  /** World time of every source frame, s. [frames] */
  readonly timeS: Float64Array;
  /** Frames per second of the world. */
  readonly rateHz: number;
  readonly markers: readonly MarkerTrack[];
}

/** A result with as much of it as these files need. */
export type TrackSource = Pick<TrialResult, 'clean' | 'capture' | 'timeS'>;

/** The floor is where the lowest points of the feet mostly are: their lowest twentieth, so that one bad frame does not lift it. */
const FLOOR_QUANTILE = 0.05;

/**
 * Moves the cleaned landmarks into metres: X = 0 where the hips are on average, Y = 0 under the feet. The belt is not added: the
 * runner stays in place, as on the treadmill.
 * @throws GaitError `not-exportable` when the scale of the film is not known, or nobody was seen
 */
export function markerTracks({ clean, capture, timeS }: TrackSource): MarkerTracks {
  const { metresPerPixel, facing, view } = capture;
  if (metresPerPixel === null)
    throw new GaitError(
      'not-exportable',
      'Points in metres need the scale of the film; enter the belt speed or the height of the runner, and measure again.',
    );
  const level = LANDMARK_NAMES.map((_, landmark) => levelled(clean.points[landmark]!, capture.rollDeg ?? 0));
  const seen = level.map((point) => point.x.some(Number.isFinite));
  if (timeS.length < 2 || !seen.some(Boolean)) throw nobodySeen();
  const hips = [LEG_LANDMARKS.left.hip, LEG_LANDMARKS.right.hip].flatMap((landmark) => [...level[landmark]!.x]);
  const hipX = Number.isFinite(median(hips)) ? median(hips) : median(level.flatMap((point) => [...point.x]));
  const floorY = floorOf(level);
  const forward = (point: PointSeries) => point.x.map((x) => (facing ?? 1) * (x - hipX) * metresPerPixel);
  const up = (point: PointSeries) => point.y.map((y) => (y - floorY) * metresPerPixel);
  const markers = LANDMARK_NAMES.flatMap((name, landmark): MarkerTrack[] => {
    if (!seen[landmark]) return [];
    const point = level[landmark]!;
    const flat = point.x.map((x) => (Number.isFinite(x) ? 0 : Number.NaN));
    const along = forward(point);
    const behind = view === 'posterior';
    return [{ name, xM: behind ? flat : along, yM: up(point), zM: behind ? along : flat }];
  });
  return { timeS, rateHz: rateOf(timeS), markers };
}

/** The error for a film in which nobody was found. */
export function nobodySeen(): GaitError {
  return new GaitError('not-exportable', 'Nobody was seen in this film, so there is nothing to write; film it again.');
}

/** Picture coordinates with y up and the camera's lean taken out; x as in the picture. */
function levelled(point: PointSeries, rollDeg: number): PointSeries {
  const roll = (rollDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(roll), Math.sin(roll)];
  return {
    x: point.x.map((x, i) => x * cos - point.y[i]! * sin),
    y: point.x.map((x, i) => -(x * sin + point.y[i]! * cos)),
  };
}

function floorOf(level: readonly PointSeries[]): number {
  const feet = SIDES.flatMap((side) => [LEG_LANDMARKS[side].heel, LEG_LANDMARKS[side].toe]);
  const lowest = quantile(
    feet.flatMap((landmark) => [...level[landmark]!.y]),
    FLOOR_QUANTILE,
  );
  return Number.isFinite(lowest)
    ? lowest
    : quantile(
        level.flatMap((point) => [...point.y]),
        FLOOR_QUANTILE,
      );
}

/** Frames per second: as many median steps as fit into the time, so that neither a dropped frame nor rounded timestamps count. */
function rateOf(timeS: Float64Array): number {
  const stepsS = timeS.subarray(1).map((t, i) => t - timeS[i]!);
  const usualS = median(stepsS);
  const frames = stepsS.reduce((sum, stepS) => sum + Math.max(1, Math.round(stepS / usualS)), 0);
  return frames / (timeS.at(-1)! - timeS[0]!);
}
