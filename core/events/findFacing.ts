// Which way the runner faces, which leg is near the camera, and whether this is a view from behind.

import { LANDMARK, LEG_LANDMARKS } from '../landmarks.ts';
import { median, quantile } from '../signal/robust.ts';
import { type CleanPose, type PointSeries, SIDES, type Side } from '../types.ts';

export interface Facing {
  /** +1 image right, −1 image left; null when it cannot be told (or from behind). */
  readonly facing: 1 | -1 | null;
  /** The leg nearer to the camera; null when it cannot be told. */
  readonly nearSide: Side | null;
  readonly posteriorLikely: boolean;
}

/** In a side view a foot sweeps at least half a leg length fore and aft; seen from behind it moves sideways by far less. */
const LEAST_SWEEP = 0.35;

/**
 * Find out from where the runner was filmed.
 * Source: toes point forward, and a foot on the belt travels backward; the two must agree. A runner who faces image right shows
 * the right side.
 * Works: side views up to some 40° of yaw; views from behind. Fails: standing from behind (no direction is given).
 */
export function findFacing(clean: CleanPose): Facing {
  const points = clean.points;
  const leg = legLength(points);
  let sweep = 0;
  let toes = 0;
  let belt = 0;
  for (const side of SIDES) {
    const { hip, ankle, heel, toe } = LEG_LANDMARKS[side];
    const reach = points[ankle]!.x.map((x, i) => x - points[hip]!.x[i]!);
    sweep = Math.max(sweep, (quantile(reach, 0.95) - quantile(reach, 0.05)) / leg);
    const pointing = median(points[toe]!.x.map((x, i) => x - points[heel]!.x[i]!)) / leg;
    if (Number.isFinite(pointing)) toes += pointing;
    const back = stanceDrift(clean.timeS, points[ankle]!, leg);
    if (Number.isFinite(back)) belt -= back;
  }
  const posteriorLikely = sweep < LEAST_SWEEP && Math.abs(toes) < 0.15 && widthShare(points, leg) > 0.12;
  if (posteriorLikely || !(leg > 0)) return { facing: null, nearSide: null, posteriorLikely };
  // Toes vote with shoe lengths (about ±0.3 for both feet), the belt with leg lengths per second (about ±4): weigh alike.
  const vote = 3 * toes + 0.25 * belt;
  if (Math.abs(vote) < 0.05) return { facing: null, nearSide: null, posteriorLikely };
  const facing = vote > 0 ? 1 : -1;
  return { facing, nearSide: facing === 1 ? 'right' : 'left', posteriorLikely };
}

/** Hip to knee to ankle, px, median over both legs. */
function legLength(points: readonly PointSeries[]): number {
  const lengths = SIDES.map((side) => {
    const { hip, knee, ankle } = LEG_LANDMARKS[side];
    return median(
      points[hip]!.x.map(
        (_, i) => distance(points[hip]!, points[knee]!, i) + distance(points[knee]!, points[ankle]!, i),
      ),
    );
  });
  return median(lengths);
}

function distance(a: PointSeries, b: PointSeries, i: number): number {
  return Math.hypot(a.x[i]! - b.x[i]!, a.y[i]! - b.y[i]!);
}

/** Median sideways speed of the ankle while it is low (a quarter of the time), leg lengths per second. */
function stanceDrift(timeS: Float64Array, ankle: PointSeries, leg: number): number {
  const low = quantile(ankle.y, 0.75);
  const speeds = new Float64Array(timeS.length).fill(Number.NaN);
  for (let i = 1; i < timeS.length - 1; i++) {
    if (ankle.y[i]! > low) speeds[i] = (ankle.x[i + 1]! - ankle.x[i - 1]!) / (timeS[i + 1]! - timeS[i - 1]!);
  }
  return median(speeds) / leg;
}

/** Hips and shoulders side by side, as a share of the leg: about 0.2–0.4 from behind, below 0.1 from the side. */
function widthShare(points: readonly PointSeries[], leg: number): number {
  const width = (a: number, b: number): number =>
    median(points[a]!.x.map((x, i) => Math.abs(x - points[b]!.x[i]!))) / leg;
  const hips = width(LANDMARK.leftHip, LANDMARK.rightHip);
  const shoulders = width(LANDMARK.leftShoulder, LANDMARK.rightShoulder);
  return Number.isFinite(shoulders) ? (hips + shoulders) / 2 : hips;
}
