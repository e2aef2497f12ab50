// From what the network drew to smooth tracks: edits, repaired legs, jumps out, gaps filled, low-pass.

import { LANDMARK, LANDMARK_COUNT, LEG_LANDMARKS } from '../landmarks.ts';
import { type RepairedLegs, repairLegs } from '../legs/repairLegs.ts';
import type { CleanPose, Edit, LegReport, PointSeries, RawPose, Side } from '../types.ts';
import { lowPass } from './butterworth.ts';
import { cutoffHz } from './cutoffs.ts';
import { editPoints, keepMoved } from './editPoints.ts';
import { type FrameClock, frameClock, onEvenClock } from './evenTime.ts';
import { fillGaps } from './fillGaps.ts';
import { rejectJumps } from './hampel.ts';
import { findPeriod } from './period.ts';
import { median } from './robust.ts';

export interface CleanOptions {
  /** Capture rate ÷ file rate. */
  readonly slowMotion: number;
  readonly gait: 'auto' | 'run' | 'walk';
  /** An exercise on the spot and no gait; left out = gait. */
  readonly isOnTheSpot?: boolean;
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
  return poseCleaner(pose, options)(edits);
}

/**
 * The same for many rounds of edits on one pose, as when a landmark is dragged: what an edit does not touch is kept from before.
 * @returns gives what {@link cleanPose} gives; series of different rounds may be the same objects
 */
export function poseCleaner(pose: RawPose, options: CleanOptions): (edits: readonly Edit[]) => CleanResult {
  const timeS = pose.timeS.map((t) => t / options.slowMotion);
  const clock = frameClock(timeS);
  const { rateHz } = clock;
  const repaired = repairLegs(timeS, seenPoints(pose), options.isOnTheSpot);
  const legs: LegReport = {
    seenShare: { left: seenShare(pose, repaired, 'left'), right: seenShare(pose, repaired, 'right') },
    repaired: repaired.repaired,
    collapsedFrames: repaired.collapsedFrames,
  };
  const rawOf = remembered((point: PointSeries) => rejectJumps(point, LEAST_JUMP * repaired.shankPx));
  const cleanOf = remembered((point: PointSeries, cutoff: number) => {
    const clean = smooth(point, timeS, clock, cutoff);
    return { clean, noisePx: noiseOf(point, clean, cutoff, rateHz) };
  });
  return (edits) => {
    const edited = editPoints(repaired.points, edits);
    const raw = edited.map((point, landmark) => keepMoved(rawOf(point, 0), point, landmark, edits));
    const strideS = strideTime(raw, timeS, clock);
    const smoothed = raw.map((point, landmark) => cleanOf(point, cutoffHz(landmark, strideS, rateHz)));
    return {
      clean: { timeS, points: smoothed.map((one) => one.clean) },
      raw: { timeS, points: raw },
      legs,
      noisePx: Float64Array.from(smoothed, (one) => one.noisePx),
      rateHz,
    };
  };
}

/** Keeps the last answer for each series; series never change, so the same one has the same answer. */
function remembered<T>(work: (point: PointSeries, setting: number) => T): (point: PointSeries, setting: number) => T {
  const memory = new WeakMap<PointSeries, { readonly setting: number; readonly answer: T }>();
  return (point, setting) => {
    const known = memory.get(point);
    if (known && Object.is(known.setting, setting)) return known.answer;
    const answer = work(point, setting);
    memory.set(point, { setting, answer });
    return answer;
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
