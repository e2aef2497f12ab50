// The runner seen as a figure on graph paper: x forward, y up, camera roll taken out.

import { LANDMARK, LEG_LANDMARKS } from '../landmarks.ts';
import type { CleanPose, LegSeries, PointSeries, SagittalBody, Side } from '../types.ts';

export interface SagittalOptions {
  /** +1 when the runner faces image right, −1 image left; null (from behind) is treated as +1. */
  readonly facing: 1 | -1 | null;
  /** How far the camera leans clockwise, degrees: a level belt then seems to climb to the right of the picture. 0 when not known. */
  readonly rollDeg: number;
}

/** Turn picture coordinates into the sagittal frame. Lengths stay in px. */
export function toSagittal(clean: CleanPose, options: SagittalOptions): SagittalBody {
  const facing = options.facing ?? 1;
  const roll = (options.rollDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(roll), Math.sin(roll)];
  const point = (landmark: number): PointSeries => {
    const { x: u, y: v } = clean.points[landmark]!;
    const x = new Float64Array(u.length);
    const y = new Float64Array(u.length);
    for (let i = 0; i < u.length; i++) {
      // A camera that leans clockwise draws the world turned anticlockwise: turn the picture back clockwise (v points down).
      x[i] = facing * (u[i]! * cos - v[i]! * sin);
      y[i] = -(u[i]! * sin + v[i]! * cos);
    }
    return { x, y };
  };
  const leg = (side: Side): LegSeries => ({
    hip: point(LEG_LANDMARKS[side].hip),
    knee: point(LEG_LANDMARKS[side].knee),
    ankle: point(LEG_LANDMARKS[side].ankle),
    heel: point(LEG_LANDMARKS[side].heel),
    toe: point(LEG_LANDMARKS[side].toe),
  });
  const left = leg('left');
  const right = leg('right');
  return {
    timeS: clean.timeS,
    left,
    right,
    midHip: middle(left.hip, right.hip),
    midShoulder: middle(point(LANDMARK.leftShoulder), point(LANDMARK.rightShoulder)),
  };
}

function middle(a: PointSeries, b: PointSeries): PointSeries {
  return { x: a.x.map((x, i) => (x + b.x[i]!) / 2), y: a.y.map((y, i) => (y + b.y[i]!) / 2) };
}
