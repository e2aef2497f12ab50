// The line along which resting toes travel with the belt: the treadmill deck as the picture shows it.

import { type CutStride, durationS } from '../strides/cutStrides.ts';
import { firstFrameAt } from '../strides/frameAt.ts';
import type { PointSeries, SagittalBody } from '../types.ts';

/** Part of the contact in which the toe rests on the belt: after the foot is down, before it begins to lift. */
const REST_FROM = 0.25;
const REST_TO = 0.5;

/** Contact as a share of the stride when the toe-off was not seen. */
const USUAL_CONTACT = 0.36;

/** Fewer stances than this leave about 1° of doubt at 10 mm of noise (rendered runners: 1.1° with 10, 0.2° with 30). */
const LEAST_STANCES = 12;

/** Past this the deck was not what was measured, degrees. Ours: nobody films a patient with a camera that far off. */
const MOST_DEG = 15;

/**
 * The slope of the treadmill deck in the picture: the paths of all resting toes, fitted with one direction.
 *
 * Source: measurement.md §0 (camera roll from the deck line).
 * Works: a camera square to the runner. Fails: an oblique one, from which a level deck is drawn sloping (findCamera.ts).
 * @param body sagittal tracks with no roll taken out
 * @returns degrees, positive when the deck climbs forwards; null with fewer than twelve stances
 */
export function toePathSlope(body: SagittalBody, strides: readonly CutStride[]): number | null {
  let stances = 0;
  let along = 0;
  let rise = 0;
  for (const stride of strides) {
    if (stride.excluded !== null) continue;
    const contactS = stride.toeOffS === null ? USUAL_CONTACT * durationS(stride) : stride.toeOffS - stride.startS;
    const from = stride.startS + REST_FROM * contactS;
    const path = spreadAlong(body.timeS, body[stride.side].toe, from, stride.startS + REST_TO * contactS);
    if (path.along === 0) continue;
    stances++;
    along += path.along;
    rise += path.rise;
  }
  if (stances < LEAST_STANCES) return null;
  const deg = (Math.atan(rise / along) * 180) / Math.PI;
  return Math.abs(deg) <= MOST_DEG ? deg : null;
}

/** Sums of squares Σ(x − x̄)² and Σ(x − x̄)(y − ȳ) of the samples between two times: their ratio is a slope, and they add up. */
function spreadAlong(timeS: Float64Array, { x, y }: PointSeries, fromS: number, toS: number) {
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (let i = firstFrameAt(timeS, fromS); i < timeS.length && timeS[i]! <= toS; i++) {
    if (Number.isNaN(x[i]! + y[i]!)) continue;
    n++;
    sx += x[i]!;
    sy += y[i]!;
    sxx += x[i]! * x[i]!;
    sxy += x[i]! * y[i]!;
  }
  return n < 2 ? { along: 0, rise: 0 } : { along: sxx - (sx * sx) / n, rise: sxy - (sx * sy) / n };
}
