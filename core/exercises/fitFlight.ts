// The flight of a foot as a parabola: where it meets the floor is when it left and landed.

import { median } from '../signal/robust.ts';

/** Points lower than this share of the flight's height are left out: near the floor the shoe bends and rolls. */
const USED_SHARE = 0.25;

/** So many times their usual distance from the parabola, points are no part of it. */
const STRAY_SIGMAS = 3;

/**
 * The foot is above a third of its height for 0.8 of a flight, so that a flight is no longer than 1.25 times as long as that and a picture;
 * a parabola that is was drawn through points of something else.
 */
const LONGEST_SHARE = 1.25;

/** Fewer points fit anything. */
const LEAST_POINTS = 4;

/** The stretch of frames a flight lies in, inclusive. */
interface FlightFrames {
  readonly fromFrame: number;
  readonly peakFrame: number;
  readonly toFrame: number;
}

/**
 * Lay a parabola through the upper part of a flight.
 * Source: a body in the air moves on a parabola; least squares. Points are taken before the low-pass, which would round the ends.
 * @param heightPx [frames] up +, NaN where missing
 * @returns lift-off and landing, s; null when there are too few points or they make no arch
 */
export function fitFlight(
  timeS: Float64Array,
  heightPx: Float64Array,
  { fromFrame, peakFrame, toFrame }: FlightFrames,
  floorPx: number,
): readonly [number, number] | null {
  const topPx = heightPx[peakFrame]! - floorPx;
  const [centreS, used] = [timeS[peakFrame]!, [] as (readonly [number, number])[]];
  // Out from the peak to both sides, so that a neighbour's flight is never taken in.
  for (const step of [1, -1])
    for (let i = step > 0 ? peakFrame : peakFrame - 1; i >= Math.max(0, fromFrame - 1) && i <= toFrame + 1; i += step) {
      const px = heightPx[i] ?? Number.NaN;
      if (Number.isNaN(px)) continue;
      if (px - floorPx < USED_SHARE * topPx) break;
      used.push([timeS[i]! - centreS, px - floorPx]);
    }
  const seen = withoutStrays(used);
  if (seen.length < LEAST_POINTS) return null;
  const [a, b, c] = parabola(seen);
  const root = b * b - 4 * a * c;
  if (!(a < 0) || !(root > 0)) return null;
  const [half, middle] = [Math.sqrt(root) / (-2 * a), -b / (2 * a)];
  const upS = timeS[toFrame]! - timeS[fromFrame]!;
  if (2 * half > LONGEST_SHARE * upS + upS / (toFrame - fromFrame)) return null;
  return [centreS + middle - half, centreS + middle + half];
}

type Points = readonly (readonly [number, number])[];

/** Points that lie clearly off the parabola of all are another foot's, or between the two. */
function withoutStrays(points: Points): Points {
  if (points.length <= LEAST_POINTS) return points;
  const [a, b, c] = parabola(points);
  const off = points.map(([t, y]) => Math.abs(a * t * t + b * t + c - y));
  const usual = 1.4826 * median(off);
  return points.filter((_, i) => off[i]! <= STRAY_SIGMAS * usual);
}

/** Least squares for y = a·t² + b·t + c, by the normal equations about the points' own mean time. */
function parabola(points: Points): readonly [number, number, number] {
  const n = points.length;
  const mean = points.reduce((sum, [t]) => sum + t, 0) / n;
  let [s2, s3, s4, y0, y1, y2] = [0, 0, 0, 0, 0, 0];
  for (const [t, y] of points) {
    const u = t - mean;
    s2 += u * u;
    s3 += u ** 3;
    s4 += u ** 4;
    y0 += y;
    y1 += y * u;
    y2 += y * u * u;
  }
  // With Σu = 0 the three equations are: a·s2 + c·n = y0, a·s3 + b·s2 = y1, a·s4 + b·s3 + c·s2 = y2.
  const a = (y2 - (s3 * y1) / s2 - (s2 * y0) / n) / (s4 - (s3 * s3) / s2 - (s2 * s2) / n);
  const b = (y1 - a * s3) / s2;
  const c = (y0 - a * s2) / n;
  return [a, b - 2 * a * mean, a * mean * mean - b * mean + c];
}
