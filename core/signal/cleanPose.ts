// From what the network drew to smooth tracks: edits, repaired legs, jumps out, gaps filled, low-pass.

import { LANDMARK, LANDMARK_COUNT, LEG_LANDMARKS } from '../landmarks.ts';
import { type RepairedLegs, repairLegs } from '../legs/repairLegs.ts';
import type { CleanPose, Edit, LegReport, PointSeries, RawPose, Side } from '../types.ts';
import { lowPass } from './butterworth.ts';
import { cutoffHz } from './cutoffs.ts';
import { type FrameClock, frameClock, onEvenClock } from './evenTime.ts';
import { fillGaps } from './fillGaps.ts';
import { rejectJumps } from './hampel.ts';
import { findPeriod } from './period.ts';
import { median } from './robust.ts';

export interface CleanOptions {
  /** Capture rate ÷ file rate. */
  readonly slowMotion: number;
  readonly gait: 'auto' | 'run' | 'walk';
}

export interface CleanResult {
  /** All 33 points, repaired and smooth. */
  readonly clean: CleanPose;
  /** The same before the low-pass and with all gaps open: repaired, jumps taken out. */
  readonly raw: CleanPose;
  readonly legs: LegReport;
  /** Standard deviation of each landmark's frame-to-frame noise, px per axis; NaN where never seen. [33] */
  readonly noisePx: Float64Array;
  /** Frames per second of the world. */
  readonly rateHz: number;
}

/** Points less certain than this are not used: below it the network has hardly seen them at all. */
const LEAST_SCORE = 0.05;

/** A jump shorter than this share of the shank is noise: 26 mm. */
const LEAST_JUMP = 0.06;

/** Stride times searched for when choosing the cut-off, s: a sprint to a very slow walk. */
const SHORTEST_STRIDE_S = 0.4;
const LONGEST_STRIDE_S = 1.8;

/**
 * Clean one trial's landmarks.
 * @param edits `landmark-moved` and `legs-swapped` are applied in order to the legs as they were repaired, which is what the
 * clinician saw; others are ignored. A point that was moved is never rejected.
 */
export function cleanPose(pose: RawPose, options: CleanOptions, edits: readonly Edit[] = []): CleanResult {
  const timeS = pose.timeS.map((t) => t / options.slowMotion);
  const clock = frameClock(timeS);
  const repaired = repairLegs(timeS, seenPoints(pose));
  const edited = applyEdits(repaired.points, edits);
  const raw = edited.map((point) => rejectJumps(point, LEAST_JUMP * repaired.shankPx));
  keepMoved(raw, edits);
  const strideS = strideTime(raw, timeS, clock);
  const clean = raw.map((point, landmark) => smooth(point, timeS, clock, cutoffHz(landmark, strideS, clock.rateHz)));
  const noisePx = Float64Array.from(raw, (point, landmark) =>
    noiseOf(point, clean[landmark]!, cutoffHz(landmark, strideS, clock.rateHz), clock.rateHz),
  );
  return {
    clean: { timeS, points: clean },
    raw: { timeS, points: raw },
    legs: {
      seenShare: { left: seenShare(pose, repaired, 'left'), right: seenShare(pose, repaired, 'right') },
      repaired: repaired.repaired,
      collapsedFrames: repaired.collapsedFrames,
    },
    noisePx,
    rateHz: clock.rateHz,
  };
}

function seenPoints(pose: RawPose): PointSeries[] {
  const frames = pose.timeS.length;
  return Array.from({ length: LANDMARK_COUNT }, (_, landmark) => {
    const x = new Float64Array(frames);
    const y = new Float64Array(frames);
    for (let i = 0; i < frames; i++) {
      const at = i * LANDMARK_COUNT + landmark;
      const seen = pose.score[at]! >= LEAST_SCORE;
      x[i] = seen ? pose.xPx[at]! : Number.NaN;
      y[i] = seen ? pose.yPx[at]! : Number.NaN;
    }
    return { x, y };
  });
}

/** A leg counts as seen when the network is at least this sure of its knee, ankle, heel and toe on average … */
const SEEN_SCORE = 0.5;

/** … and its ankle was drawn on it and not on the other leg. The points of a hidden leg are still used: they are mostly right. */
function seenShare(pose: RawPose, repaired: RepairedLegs, side: Side): number {
  const frames = pose.timeS.length;
  const other = side === 'left' ? 'right' : 'left';
  const ankle = repaired.points[LEG_LANDMARKS[side].ankle]!;
  let seen = 0;
  for (let i = 0; i < frames; i++) {
    const { knee, ankle: ankleDrawn, heel, toe } = LEG_LANDMARKS[repaired.swapped[i] ? other : side];
    const at = i * LANDMARK_COUNT;
    const score =
      (pose.score[at + knee]! + pose.score[at + ankleDrawn]! + pose.score[at + heel]! + pose.score[at + toe]!) / 4;
    if (score >= SEEN_SCORE && !Number.isNaN(ankle.x[i]!)) seen++;
  }
  return frames > 0 ? seen / frames : 0;
}

/** The left leg's landmarks; each has its partner on the right one number higher. */
const LEFT_LEG = Object.values(LEG_LANDMARKS.left);

function applyEdits(points: readonly PointSeries[], edits: readonly Edit[]): readonly PointSeries[] {
  if (edits.length === 0) return points;
  const edited = points.map(({ x, y }) => ({ x: Float64Array.from(x), y: Float64Array.from(y) }));
  for (const edit of edits) {
    if (edit.kind === 'landmark-moved') place(edited, edit);
    else if (edit.kind === 'legs-swapped') {
      const last = Math.min(points[0]!.x.length - 1, edit.toFrame);
      for (let i = Math.max(0, edit.fromFrame); i <= last; i++) {
        for (const left of LEFT_LEG) exchangeAt(edited[left]!, edited[left + 1]!, i);
      }
    }
  }
  return edited;
}

function place(points: readonly PointSeries[], edit: Extract<Edit, { kind: 'landmark-moved' }>): void {
  const point = points[edit.landmark];
  if (point === undefined || !(edit.frame >= 0 && edit.frame < point.x.length)) return;
  point.x[edit.frame] = edit.xPx;
  point.y[edit.frame] = edit.yPx;
}

function exchangeAt(a: PointSeries, b: PointSeries, i: number): void {
  [a.x[i], b.x[i]] = [b.x[i]!, a.x[i]!];
  [a.y[i], b.y[i]] = [b.y[i]!, a.y[i]!];
}

/** What the clinician placed is never a jump; a point placed before its leg was exchanged has gone over with it and may be judged. */
function keepMoved(kept: readonly PointSeries[], edits: readonly Edit[]): void {
  for (const edit of edits) if (edit.kind === 'landmark-moved') place(kept, edit);
}

function smooth(point: PointSeries, timeS: Float64Array, clock: FrameClock, cutoff: number): PointSeries {
  const one = (values: Float64Array): Float64Array =>
    onEvenClock(clock, timeS, fillGaps(timeS, values), (even) => lowPass(even, clock.rateHz, cutoff));
  return { x: one(point.x), y: one(point.y) };
}

/** Stride time from the fore-aft swing of both ankles against the hips; null when nothing repeats. */
function strideTime(points: readonly PointSeries[], timeS: Float64Array, clock: FrameClock): number | null {
  const spread = (ankle: number, hip: number): Float64Array => points[ankle]!.x.map((x, i) => x - points[hip]!.x[i]!);
  for (const [ankle, hip] of [
    [LANDMARK.leftAnkle, LANDMARK.leftHip],
    [LANDMARK.rightAnkle, LANDMARK.rightHip],
  ] as const) {
    const filled = fillGaps(timeS, spread(ankle, hip));
    const found = onEvenClockPeriod(filled, timeS, clock);
    if (found !== null) return found;
  }
  return null;
}

function onEvenClockPeriod(values: Float64Array, timeS: Float64Array, clock: FrameClock): number | null {
  let periodS: number | null = null;
  onEvenClock(clock, timeS, values, (even) => {
    periodS = findPeriod(even, clock.rateHz, SHORTEST_STRIDE_S, LONGEST_STRIDE_S)?.periodS ?? null;
    return even;
  });
  return periodS;
}

/** Frames enough to know the noise to some 5 %. */
const NOISE_FRAMES = 400;

/**
 * White noise from what the filter took away: it removes the share 1 − fc/(fs/2) of the noise, near enough. Noise that is alike
 * from frame to frame passes the filter and is not counted.
 */
function noiseOf(raw: PointSeries, clean: PointSeries, cutoff: number, rateHz: number): number {
  const removed = Math.max(0.1, 1 - (2 * cutoff) / rateHz);
  const step = Math.max(1, Math.floor(raw.x.length / NOISE_FRAMES));
  const off: number[] = [];
  for (let i = 0; i < raw.x.length; i += step) {
    off.push(Math.abs(raw.x[i]! - clean.x[i]!), Math.abs(raw.y[i]! - clean.y[i]!));
  }
  return (1.4826 * median(off)) / Math.sqrt(removed);
}
