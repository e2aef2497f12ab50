// Putting left and right legs back where the network exchanged them, and taking out the leg it drew twice.

import { LEG_LANDMARKS } from '../landmarks.ts';
import { type LegReport, type PointSeries, SIDES } from '../types.ts';
import { findCollapsed, shankLength } from './collapse.ts';
import { findLabelPath } from './labelPath.ts';
import { JOINT_COUNT, LEG_JOINTS, LEG_SIZE, type LegTrack, legTrack } from './legTracks.ts';
import { findSpotPath } from './spotPath.ts';
import { findUnclear } from './unclear.ts';

export interface RepairedLegs {
  /** The 33 series with the legs put back; a leg that was only drawn on the other one is NaN. */
  readonly points: readonly PointSeries[];
  readonly repaired: LegReport['repaired'];
  readonly collapsedFrames: number;
  /** [frames] 1 where left and right were exchanged. */
  readonly swapped: Uint8Array;
  /** Length of the shank, px; NaN when never seen. */
  readonly shankPx: number;
}

/** A collapsed frame is given to the leg whose track runs nearest, judged from kept frames no further away than this, s. */
const NEAREST_TRACK_S = 0.15;

/**
 * Find and undo exchanged legs, and mark the missing leg where both were drawn on one.
 * Source: ours: collapse gate, hesitant frames out, then the path of least surprise (see the files of each).
 * Works: 30 % exchanged and 5 % collapsed frames leave at most 0.4 % wrong in a runner's and a walker's markers at 24–120 fps; of 62
 * exchanged frames that the heavy network drew in 3,726 of rendered films, 6 are left, all with points between the legs.
 * Fails: when more than half of the frames are exchanged.
 * @param timeS [frames] s
 * @param points the 33 landmarks as the network drew them, px
 * @param isOnTheSpot an exercise, in which feet stay where they are; see findSpotPath
 */
export function repairLegs(timeS: Float64Array, points: readonly PointSeries[], isOnTheSpot = false): RepairedLegs {
  const frames = timeS.length;
  const left = legTrack(points, 'left', frames);
  const right = legTrack(points, 'right', frames);
  const shankPx = shankLength(left, right);
  const collapsed = findCollapsed(left, right, shankPx);
  const looked = keptFrames(left, right, collapsed);
  const unclear = findUnclear(timeS, left, right, looked, shankPx);
  const kept = looked.filter((_, k) => !unclear[k]);
  const swappedKept = isOnTheSpot ? findSpotPath(left, right, kept, shankPx) : findLabelPath(timeS, left, right, kept);
  const swapped = new Uint8Array(frames);
  for (let k = 0; k < kept.length; k++) {
    if (!swappedKept[k]) continue;
    swapped[kept[k]!] = 1;
    exchange(left, right, kept[k]!);
  }
  separate(timeS, left, right, kept, collapsed);
  for (let k = 0; k < looked.length; k++) {
    if (unclear[k] && settle(timeS, left, right, kept, looked[k]!, shankPx)) swapped[looked[k]!] = 1;
  }
  return {
    points: withLegs(points, left, right),
    shankPx,
    repaired: windows(swapped, collapsed),
    collapsedFrames: collapsed.reduce((sum, one) => sum + one, 0),
    swapped,
  };
}

/** Frames with something of both legs, not collapsed. */
function keptFrames(left: LegTrack, right: LegTrack, collapsed: Uint8Array): Int32Array {
  const kept = new Int32Array(collapsed.length);
  let n = 0;
  for (let i = 0; i < collapsed.length; i++) {
    if (!collapsed[i] && (isSeen(left, i) || isSeen(right, i))) kept[n++] = i;
  }
  return kept.subarray(0, n);
}

/** Knee or ankle is there. */
function isSeen(leg: LegTrack, frame: number): boolean {
  return !Number.isNaN(leg[frame * LEG_SIZE]!) || !Number.isNaN(leg[frame * LEG_SIZE + 2]!);
}

function exchange(left: LegTrack, right: LegTrack, frame: number): void {
  for (let at = frame * LEG_SIZE; at < (frame + 1) * LEG_SIZE; at++) {
    const keep = left[at]!;
    left[at] = right[at]!;
    right[at] = keep;
  }
}

/** In collapsed frames leave the drawn leg to the side whose track passes there and make the other missing (hips stay). */
function separate(timeS: Float64Array, left: LegTrack, right: LegTrack, kept: Int32Array, collapsed: Uint8Array): void {
  const owner = new Int8Array(collapsed.length);
  let votes = 0;
  for (let i = 0, k = 0; i < collapsed.length; i++) {
    while (k < kept.length && kept[k]! < i) k++;
    if (!collapsed[i] || k === 0 || k === kept.length) continue;
    const [before, after] = [kept[k - 1]!, kept[k]!];
    if (timeS[after]! - timeS[before]! > 2 * NEAREST_TRACK_S) continue;
    const u = (timeS[i]! - timeS[before]!) / (timeS[after]! - timeS[before]!);
    owner[i] =
      distanceTo(left, left, right, i, before, after, u) <= distanceTo(right, left, right, i, before, after, u)
        ? 1
        : -1;
    votes += owner[i]!;
  }
  for (let i = 0; i < collapsed.length; i++) {
    if (!collapsed[i]) continue;
    const missing = (owner[i] || (votes >= 0 ? 1 : -1)) === 1 ? right : left;
    missing.fill(Number.NaN, i * LEG_SIZE, (i + 1) * LEG_SIZE - 2);
  }
}

/** How far the drawn leg (the mean of both drawings) lies from a straight line along one leg's track. */
function distanceTo(
  track: LegTrack,
  left: LegTrack,
  right: LegTrack,
  frame: number,
  before: number,
  after: number,
  u: number,
): number {
  let sum = 0;
  for (let c = 0; c < LEG_SIZE - 2; c++) {
    const drawn = (left[frame * LEG_SIZE + c]! + right[frame * LEG_SIZE + c]!) / 2;
    const expected = (1 - u) * track[before * LEG_SIZE + c]! + u * track[after * LEG_SIZE + c]!;
    const off = drawn - expected;
    if (!Number.isNaN(off)) sum += off * off;
  }
  return sum;
}

/** A joint of an unclear frame stays when it lies this near to its leg's track, in shanks. */
const NEAR_TRACK = 0.15;

/**
 * Settle an unclear frame between its neighbours: label it as suits best and leave out the joints that fit neither leg.
 * @returns whether the legs were exchanged
 */
function settle(
  timeS: Float64Array,
  left: LegTrack,
  right: LegTrack,
  kept: Int32Array,
  frame: number,
  shankPx: number,
): boolean {
  const k = kept.findIndex((other) => other > frame);
  if (k < 1) return false;
  const [before, after] = [kept[k - 1]!, kept[k]!];
  const u = (timeS[frame]! - timeS[before]!) / (timeS[after]! - timeS[before]!);
  const off = (drawn: LegTrack, track: LegTrack, joint: number): number => {
    const [p, q, r] = [before, frame, after].map((f) => f * LEG_SIZE + 2 * joint) as [number, number, number];
    return Math.hypot(
      drawn[q]! - (1 - u) * track[p]! - u * track[r]!,
      drawn[q + 1]! - (1 - u) * track[p + 1]! - u * track[r + 1]!,
    );
  };
  let same = 0;
  let crossed = 0;
  for (let j = 0; j < JOINT_COUNT - 1; j++) {
    const [kept2, swapped2] = [off(left, left, j) + off(right, right, j), off(left, right, j) + off(right, left, j)];
    if (Number.isNaN(kept2 + swapped2)) continue;
    same += kept2;
    crossed += swapped2;
  }
  if (crossed < same) exchange(left, right, frame);
  for (const track of [left, right]) {
    for (let j = 0; j < JOINT_COUNT - 1; j++) {
      if (off(track, track, j) <= NEAR_TRACK * shankPx) continue;
      track[frame * LEG_SIZE + 2 * j] = Number.NaN;
      track[frame * LEG_SIZE + 2 * j + 1] = Number.NaN;
    }
  }
  return crossed < same;
}

/** Runs of exchanged frames; collapsed frames inside a run do not break it. */
function windows(swapped: Uint8Array, collapsed: Uint8Array): { fromFrame: number; toFrame: number }[] {
  const found: { fromFrame: number; toFrame: number }[] = [];
  let open = false;
  for (let i = 0; i < swapped.length; i++) {
    if (swapped[i]) {
      if (open) found[found.length - 1]!.toFrame = i;
      else found.push({ fromFrame: i, toFrame: i });
      open = true;
    } else if (!collapsed[i]) open = false;
  }
  return found;
}

function withLegs(points: readonly PointSeries[], left: LegTrack, right: LegTrack): PointSeries[] {
  const out = [...points];
  for (const side of SIDES) {
    const track = side === 'left' ? left : right;
    for (let j = 0; j < JOINT_COUNT; j++) {
      const frames = track.length / LEG_SIZE;
      const x = new Float64Array(frames);
      const y = new Float64Array(frames);
      for (let i = 0; i < frames; i++) {
        x[i] = track[i * LEG_SIZE + 2 * j]!;
        y[i] = track[i * LEG_SIZE + 2 * j + 1]!;
      }
      out[LEG_LANDMARKS[side][LEG_JOINTS[j]!]] = { x, y };
    }
  }
  return out;
}
