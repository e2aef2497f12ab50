// Frames in which the network could not decide between the legs and drew points somewhere between them.

import { median, quantile } from '../signal/robust.ts';
import { JOINT_COUNT, LEG_SIZE, type LegTrack } from './legTracks.ts';

/** Knee, ankle, heel and toe take part; hips lie on each other in every side view. */
const FREE_JOINTS = JOINT_COUNT - 1;

/** A frame is unclear when its joints lie this many standard deviations from where both neighbours would put them … */
const LIMIT_SD = 3;

/** … and at least so far, in shanks (root mean square over both legs' joints). */
const LEAST_OFF = 0.12;

/** Rounds of taking the worst frames out and looking at what is left: one for every frame of the longest run of them. */
const ROUNDS = 3;

/**
 * Find the frames whose legs fit their neighbours under no labelling at all.
 * Source: ours. A heat-map network that hesitates between two legs answers with a point between them.
 * Works: one to three such frames in a row. Real turns of a foot recur every stride, so the scale is taken from the 95th
 * percentile too. Fails: longer runs look like a track.
 * @param kept frame numbers to look at, increasing
 * @returns [kept] 1 where unclear
 */
export function findUnclear(
  timeS: Float64Array,
  left: LegTrack,
  right: LegTrack,
  kept: Int32Array,
  shankPx: number,
): Uint8Array {
  const unclear = new Uint8Array(kept.length);
  const off = new Float64Array(kept.length);
  for (let round = 0; round < ROUNDS; round++) {
    const clear = indices(unclear);
    off.fill(Number.NaN);
    for (let c = 1; c < clear.length - 1; c++) {
      const [before, here, after] = [clear[c - 1]!, clear[c]!, clear[c + 1]!];
      off[here] = distanceOff(timeS, left, right, kept[before]!, kept[here]!, kept[after]!);
    }
    const limit = Math.max(LEAST_OFF * shankPx, LIMIT_SD * Math.max(1.4826 * median(off), quantile(off, 0.95) / 1.96));
    let any = false;
    for (let c = 1; c < clear.length - 1; c++) {
      const own = off[clear[c]!]!;
      if (!(own > limit) || off[clear[c - 1]!]! > own || off[clear[c + 1]!]! > own) continue;
      unclear[clear[c]!] = 1;
      any = true;
    }
    if (!any) break;
  }
  return unclear;
}

function indices(unclear: Uint8Array): number[] {
  const clear: number[] = [];
  for (let k = 0; k < unclear.length; k++) if (!unclear[k]) clear.push(k);
  return clear;
}

/** Root mean square distance of the joints from the straight line between the neighbours, labelled as suits best, px. */
function distanceOff(
  timeS: Float64Array,
  left: LegTrack,
  right: LegTrack,
  before: number,
  here: number,
  after: number,
): number {
  const u = (timeS[here]! - timeS[before]!) / (timeS[after]! - timeS[before]!);
  let best = Number.NaN;
  for (let labels = 0; labels < 4; labels++) {
    const [a0, a1] = labels & 1 ? [right, left] : [left, right];
    const [b0, b1] = labels & 2 ? [right, left] : [left, right];
    let sum = 0;
    let count = 0;
    for (let c = 0; c < 2 * FREE_JOINTS; c++) {
      const [p, q, r] = [before * LEG_SIZE + c, here * LEG_SIZE + c, after * LEG_SIZE + c];
      const offLeft = left[q]! - (1 - u) * a0[p]! - u * b0[r]!;
      const offRight = right[q]! - (1 - u) * a1[p]! - u * b1[r]!;
      if (!Number.isNaN(offLeft)) {
        sum += offLeft * offLeft;
        count++;
      }
      if (!Number.isNaN(offRight)) {
        sum += offRight * offRight;
        count++;
      }
    }
    // Two coordinates make one joint.
    const off = Math.sqrt((2 * sum) / count);
    if (!(off >= best)) best = off;
  }
  return best;
}
