// The moment in every stride at which a foot is furthest ahead of the hips: nothing to measure by, but never missed or doubled.

import { type Spline, valueAt } from '../signal/spline.ts';

/** Two strides of one leg are at least this share of the stride time apart. */
const LEAST_SPACING = 0.6;

/** A swing forward that is smaller than this share of the leg is not a stride. */
const LEAST_PROMINENCE = 0.1;

/**
 * Times at which the foot is furthest ahead, one for every stride.
 * Source: Zeni et al. 2008. As a contact it is some 28 ms early in running and 50 ms in walking, always the same way, at any
 * foot strike; here it only says that there is a contact, and roughly when.
 * Works: running and walking on a belt. Fails: standing and shuffling (nothing is found).
 * @param reach curve of the foot's position ahead of the hips, px
 * @param strideS stride time
 * @param legPx leg length
 */
export function findAnchors(reach: Spline, strideS: number, legPx: number): number[] {
  const { timeS, values } = reach;
  const peaks: { timeS: number; height: number }[] = [];
  for (let i = 1; i < values.length - 1; i++) {
    if (!(values[i]! >= values[i - 1]! && values[i]! > values[i + 1]!)) continue;
    if (prominence(timeS, values, i, strideS) < LEAST_PROMINENCE * legPx) continue;
    const t = topOf(reach, i);
    peaks.push({ timeS: t, height: valueAt(reach, t) });
  }
  return thinOut(peaks, LEAST_SPACING * strideS);
}

/** How far the foot falls back on both sides before it comes as far forward again, within one stride. */
function prominence(timeS: Float64Array, values: Float64Array, peak: number, strideS: number): number {
  const top = values[peak]!;
  const fall = (step: 1 | -1): number => {
    let lowest = top;
    let ended = false;
    for (let i = peak + step; i >= 0 && i < values.length; i += step) {
      if (Math.abs(timeS[i]! - timeS[peak]!) > strideS || values[i]! > top) {
        ended = true;
        break;
      }
      if (values[i]! < lowest) lowest = values[i]!;
    }
    // Where the clip begins or ends within a stride of the peak, that side cannot testify.
    return ended ? top - lowest : Number.POSITIVE_INFINITY;
  };
  return Math.min(fall(-1), fall(1));
}

/** The top between two frames, by halving the step towards the higher side. */
function topOf(curve: Spline, i: number): number {
  let t = curve.timeS[i]!;
  let step = (curve.timeS[i + 1]! - curve.timeS[i - 1]!) / 4;
  for (let k = 0; k < 12; k++) {
    const here = valueAt(curve, t);
    if (valueAt(curve, t + step) > here) t += step;
    else if (valueAt(curve, t - step) > here) t -= step;
    step /= 2;
  }
  return t;
}

/** Of peaks that stand too close together keep the highest. */
function thinOut(peaks: readonly { timeS: number; height: number }[], spacingS: number): number[] {
  const kept: { timeS: number; height: number }[] = [];
  for (const peak of peaks) {
    const last = kept[kept.length - 1];
    if (last === undefined || peak.timeS - last.timeS >= spacingS) kept.push(peak);
    else if (peak.height > last.height) kept[kept.length - 1] = peak;
  }
  return kept.map((peak) => peak.timeS);
}
