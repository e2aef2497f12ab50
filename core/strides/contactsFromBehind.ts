// When each foot lands, seen from behind, where no foot sweeps: from when its shank is folded up most.

import { LEG_LANDMARKS } from '../landmarks.ts';
import { findPeriod } from '../signal/period.ts';
import { median, quantile } from '../signal/robust.ts';
import { fitSpline, resample, type Spline } from '../signal/spline.ts';
import { type CleanPose, type GaitEvent, SIDES, type Side } from '../types.ts';

/** Stride times looked for, s: a sprint to a very slow walk. */
const SHORTEST_STRIDE_S = 0.4;
const LONGEST_STRIDE_S = 1.8;

/** Steps per minute from which people run: treadmill walkers stay below 135 at 1.7 m/s (43 adults), runners start at about 150. */
const RUNNING_SPM = 140;

/**
 * How long after the shank is folded up most the foot lands, as a share of the stride. Ours, on a force-plate runner (0.375–0.38) and
 * walker (0.31–0.32) and on seven rendered ones (0.38–0.40 running, 0.29–0.30 walking), the same for cameras 0.6–1.4 m high; a
 * runner whose knee bends 12° less on one side is 0.05 off there.
 */
const LANDS_AFTER = { run: 0.39, walk: 0.31 } as const;

/** What that leaves open for one contact, as a share of the stride. */
const SIGMA_SHARE = 0.025;

/** A fold-up of less than this share of the shank is no step. Ours: walkers reach 0.3, runners 0.7. */
const LEAST_FOLD = 0.12;

/** How much the pitch of the foot adds to the height of the ankle. Without it a high camera takes reaching forward for folding up. */
const FOOT_WEIGHT = 0.5;

export interface ContactsFromBehind {
  readonly gait: 'run' | 'walk' | 'standing';
  /** Contacts only: from behind no toe-off can be told. */
  readonly events: readonly GaitEvent[];
}

/**
 * Contacts of both legs from a view from behind. Every swing folds the shank up once, and the foot lands a fixed part of the stride
 * later.
 * Works: step and stride times, and where in the stride one is to within some 20 ms. Fails: contact time, which is not offered, and
 * step times of a leg that swings very differently from the other.
 * @param rateHz frames per second of the world
 * @returns no events, gait `standing`, when no shank folds up
 */
export function contactsFromBehind(
  clean: CleanPose,
  rateHz: number,
  gait: 'auto' | 'run' | 'walk',
): ContactsFromBehind {
  const legs = SIDES.map((side) => ({ side, fold: foldOf(clean, side) }));
  const periods = legs.map((leg) => strideTime(leg.fold, rateHz)).filter((periodS) => periodS !== null);
  if (periods.length === 0) return { gait: 'standing', events: [] };
  const strideS = Math.min(...periods);
  const kind = gait === 'auto' ? (120 / strideS >= RUNNING_SPM ? 'run' : 'walk') : gait;
  const events = legs.flatMap((leg) => landings(leg.side, leg.fold, strideS, LANDS_AFTER[kind]));
  return events.length < 2
    ? { gait: 'standing', events: [] }
    : { gait: kind, events: events.sort((a, b) => a.timeS - b.timeS) };
}

/** How far the shank is folded up: ankle above knee and heel above toe, in shank lengths; −1 hanging straight down. */
function foldOf({ timeS, points }: CleanPose, side: Side): Spline {
  const { knee, ankle, heel, toe } = LEG_LANDMARKS[side];
  const height = (landmark: number, i: number) => -points[landmark]!.y[i]!;
  const shankPx = quantile(
    timeS.map((_, i) => height(knee, i) - height(ankle, i)),
    0.9,
  );
  const up = (i: number) =>
    (height(ankle, i) - height(knee, i) + FOOT_WEIGHT * (height(heel, i) - height(toe, i))) / shankPx;
  return fitSpline(
    timeS,
    timeS.map((_, i) => up(i)),
  );
}

function strideTime({ timeS, ...rest }: Spline, rateHz: number): number | null {
  if (timeS.length < 2 || !(rateHz > 0)) return null;
  const even = Math.floor((timeS.at(-1)! - timeS[0]!) * rateHz);
  const times = Float64Array.from({ length: even }, (_, i) => timeS[0]! + i / rateHz);
  return findPeriod(resample({ timeS, ...rest }, times), rateHz, SHORTEST_STRIDE_S, LONGEST_STRIDE_S)?.periodS ?? null;
}

function landings(side: Side, fold: Spline, strideS: number, lands: number): GaitEvent[] {
  const last = fold.timeS.at(-1)!;
  const times = tops(fold, strideS).map((timeS) => timeS + lands * strideS);
  return times
    .filter((timeS) => timeS <= last)
    .map((timeS) => ({ kind: 'initial-contact', side, timeS, sigmaS: SIGMA_SHARE * strideS, source: 'detected' }));
}

/** When the shank was folded up most in every stride, between frames by a parabola, s. */
function tops({ timeS, values }: Spline, strideS: number): number[] {
  const least = median(values) + LEAST_FOLD;
  const found: { at: number; timeS: number }[] = [];
  for (let i = 1; i < values.length - 1; i++) {
    if (!(values[i]! >= values[i - 1]! && values[i]! > values[i + 1]!) || values[i]! < least) continue;
    const last = found.at(-1);
    const isSame = last !== undefined && timeS[i]! - last.timeS < 0.6 * strideS;
    if (isSame && values[i]! <= values[last.at]!) continue;
    if (isSame) found.pop();
    const bend = values[i - 1]! - 2 * values[i]! + values[i + 1]!;
    const shift = (0.5 * (values[i - 1]! - values[i + 1]!)) / bend;
    found.push({ at: i, timeS: timeS[i]! + shift * (timeS[i + 1]! - timeS[i]!) });
  }
  return found.map((top) => top.timeS);
}
