// The body as it moves against the ground it steps on: the belt made level, and a walker's own travel taken out.

import type { LegSeries, PointSeries, SagittalBody } from '../types.ts';

/** Slopes up to this are within the error of measuring them, degrees. */
const SLOPE_ERROR_DEG = 1;

/**
 * Turn the body so that the belt runs level; of the slope only what is beyond its error is taken out.
 * @param slopeDeg how steeply the belt climbs in the running direction
 */
export function levelBody(body: SagittalBody, slopeDeg: number): SagittalBody {
  if (!(Math.abs(slopeDeg) > SLOPE_ERROR_DEG)) return body;
  const turn = ((slopeDeg - Math.sign(slopeDeg) * SLOPE_ERROR_DEG) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return mapPoints(body, ({ x, y }) => ({
    x: x.map((value, i) => value * cos + y[i]! * sin),
    y: y.map((value, i) => value * cos - x[i]! * sin),
  }));
}

/**
 * Take a steady travel through the picture out of every point, so that a foot standing on the ground moves backward as on a belt.
 * @param travelPx [frames] how far the body has come
 */
export function withoutTravel(body: SagittalBody, travelPx: Float64Array): SagittalBody {
  return mapPoints(body, ({ x, y }) => ({ x: x.map((value, i) => value - travelPx[i]!), y }));
}

function mapPoints(body: SagittalBody, change: (point: PointSeries) => PointSeries): SagittalBody {
  const leg = (series: LegSeries): LegSeries => ({
    hip: change(series.hip),
    knee: change(series.knee),
    ankle: change(series.ankle),
    heel: change(series.heel),
    toe: change(series.toe),
  });
  return {
    timeS: body.timeS,
    left: leg(body.left),
    right: leg(body.right),
    midHip: change(body.midHip),
    midShoulder: change(body.midShoulder),
  };
}

/**
 * How far the body has come across the picture: its hips' steady travel, straight between the middles of whole strides.
 * @param strideS stride time
 * @returns [frames] px; null when the body stays where it is, as on a treadmill
 */
export function findTravel(
  timeS: Float64Array,
  hipX: Float64Array,
  strideS: number,
  legPx: number,
): Float64Array | null {
  const { slope, start } = straightLine(timeS, hipX);
  // A runner drifts along the belt by a leg length in ten seconds at most; a slow walker walks half of one every second.
  if (!(Math.abs(slope) > 0.4 * legPx)) return null;
  const smooth = strideMean(timeS, hipX, strideS);
  return timeS.map((t, i) => (Number.isNaN(smooth[i]!) ? start + slope * t : smooth[i]!));
}

function straightLine(timeS: Float64Array, values: Float64Array): { slope: number; start: number } {
  let n = 0;
  let st = 0;
  let sv = 0;
  let stt = 0;
  let stv = 0;
  for (let i = 0; i < timeS.length; i++) {
    const [t, v] = [timeS[i]!, values[i]!];
    if (Number.isNaN(v)) continue;
    n++;
    st += t;
    sv += v;
    stt += t * t;
    stv += t * v;
  }
  const slope = (n * stv - st * sv) / (n * stt - st * st);
  return { slope, start: (sv - slope * st) / n };
}

/** Straight line through one stride around each frame, where a whole stride is there; its value at the frame. */
function strideMean(timeS: Float64Array, values: Float64Array, strideS: number): Float64Array {
  const n = values.length;
  const out = new Float64Array(n).fill(Number.NaN);
  const [first, last] = [timeS[0]! + strideS / 2, timeS[n - 1]! - strideS / 2];
  if (last < first) return out;
  let from = 0;
  let to = 0;
  for (let i = 0; i < n; i++) {
    const middle = Math.min(last, Math.max(first, timeS[i]!));
    while (timeS[from]! < middle - strideS / 2) from++;
    while (to < n && timeS[to]! <= middle + strideS / 2) to++;
    const line = straightLine(timeS.subarray(from, to), values.subarray(from, to));
    out[i] = line.start + line.slope * timeS[i]!;
  }
  return out;
}
