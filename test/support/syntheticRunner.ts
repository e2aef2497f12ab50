// A runner and a walker drawn by formulas, whose contacts and toe-offs are known to the microsecond.

import { LANDMARK, LANDMARK_COUNT, LEG_LANDMARKS } from '../../core/landmarks.ts';
import type { RawPose, Side } from '../../core/types.ts';
import type { TrueEvent } from './mocap.ts';

export interface SyntheticGait {
  readonly gait: 'run' | 'walk';
  /** Stride time, s. */
  readonly strideS: number;
  /** Contact as a share of the stride, from the foot's full stop on the belt to toe-off. */
  readonly dutyFactor: number;
  /** Belt speed, px/s. */
  readonly beltPxPerS: number;
  /** Hip–knee–ankle, px. */
  readonly legPx: number;
}

export const SYNTHETIC_RUN: SyntheticGait = {
  gait: 'run',
  strideS: 0.72,
  dutyFactor: 0.37,
  beltPxPerS: 900,
  legPx: 270,
};
export const SYNTHETIC_WALK: SyntheticGait = {
  gait: 'walk',
  strideS: 1.1,
  dutyFactor: 0.62,
  beltPxPerS: 380,
  legPx: 270,
};

/** The rules' own constants: at which share of the belt speed a foot lands, and how far the ankle rises until toe-off. */
const LANDING_SHARE = { run: 0.6, walk: 0.55 };
const ANKLE_RISE = { run: 0.108, walk: 0.113 };
const THIGH_LAG_S = 0.03;

/** Film it: facing image right, feet at the bottom. The truth is what the rules mean, computed from the formulas. */
export function syntheticTrial(
  gait: SyntheticGait,
  rateHz: number,
  seconds: number,
): { readonly pose: RawPose; readonly events: readonly TrueEvent[] } {
  const frames = Math.round(seconds * rateHz) + 1;
  const size = frames * LANDMARK_COUNT;
  const xPx = new Float32Array(size).fill(Number.NaN);
  const yPx = new Float32Array(size).fill(Number.NaN);
  const score = new Float32Array(size).fill(Number.NaN);
  const timeS = Float64Array.from({ length: frames }, (_, i) => i / rateHz);
  const put = (frame: number, landmark: number, x: number, up: number): void => {
    xPx[frame * LANDMARK_COUNT + landmark] = 640 + x;
    yPx[frame * LANDMARK_COUNT + landmark] = 600 - up;
    score[frame * LANDMARK_COUNT + landmark] = 1;
  };
  const events: TrueEvent[] = [];
  for (const side of ['left', 'right'] as const) {
    const offsetS = side === 'left' ? 0.1 : 0.1 + gait.strideS / 2;
    for (let i = 0; i < frames; i++) {
      const phase = wrap((timeS[i]! - offsetS) / gait.strideS);
      drawLeg(put, i, side, phase, gait);
    }
    events.push(...trueEvents(gait, side, offsetS, seconds));
  }
  for (let i = 0; i < frames; i++) {
    put(i, LANDMARK.leftShoulder, 0.05 * gait.legPx, 1.7 * gait.legPx);
    put(i, LANDMARK.rightShoulder, 0.05 * gait.legPx, 1.7 * gait.legPx);
  }
  events.sort((a, b) => a.timeS - b.timeS);
  return { pose: { widthPx: 1280, heightPx: 720, timeS, xPx, yPx, score, worldM: null, flags: [] }, events };
}

function drawLeg(
  put: (frame: number, landmark: number, x: number, up: number) => void,
  frame: number,
  side: Side,
  phase: number,
  gait: SyntheticGait,
): void {
  const { legPx } = gait;
  const foot = footX(phase, gait);
  const rise = ankleRise(phase, gait);
  const shoePx = 0.27 * legPx;
  const landmarks = LEG_LANDMARKS[side];
  put(frame, landmarks.heel, foot - shoePx / 2, 0.05 * legPx + 1.7 * rise);
  put(frame, landmarks.toe, foot + shoePx / 2, 0.03 * legPx + 0.4 * rise);
  put(frame, landmarks.ankle, foot - shoePx / 4, 0.12 * legPx + rise);
  const thigh = thighRad(phase, gait);
  const hipUp = 1.06 * legPx;
  put(frame, landmarks.hip, 0, hipUp);
  put(frame, landmarks.knee, 0.5 * legPx * Math.sin(thigh), hipUp - 0.5 * legPx * Math.cos(thigh));
}

/** On the belt backward at its speed; then a fifth-degree swing that comes back with the same place, speed and no acceleration. */
function footX(phase: number, gait: SyntheticGait): number {
  const { dutyFactor: duty, strideS, beltPxPerS, legPx } = gait;
  const start = (beltPxPerS * duty * strideS) / 2 + 0.02 * legPx;
  if (phase < duty) return start - beltPxPerS * phase * strideS;
  const swingS = (1 - duty) * strideS;
  return quintic(
    (phase - duty) / (1 - duty),
    [start - beltPxPerS * duty * strideS, -beltPxPerS * swingS, 0],
    [start, -beltPxPerS * swingS, 0],
  );
}

/** Flat until 0.6 of the contact, then up to mid-swing and down again, smooth to the second derivative. */
function ankleRise(phase: number, gait: SyntheticGait): number {
  const from = 0.6 * gait.dutyFactor;
  const top = gait.dutyFactor + 0.4 * (1 - gait.dutyFactor);
  const height = 0.45 * gait.legPx;
  if (phase < from) return 0;
  if (phase < top) return quintic((phase - from) / (top - from), [0, 0, 0], [height, 0, 0]);
  return quintic((phase - top) / (1 - top), [height, 0, 0], [0, 0, 0]);
}

/** Furthest back just as long after toe-off as in people. */
function thighRad(phase: number, gait: SyntheticGait): number {
  const turn = toeOffPhase(gait) + THIGH_LAG_S / gait.strideS;
  return (8 - 27 * Math.cos(2 * Math.PI * (phase - turn))) * (Math.PI / 180);
}

function toeOffPhase(gait: SyntheticGait): number {
  const limit = ANKLE_RISE[gait.gait] * gait.legPx;
  return bisect(
    (phase) => ankleRise(phase, gait) - limit,
    0.6 * gait.dutyFactor,
    gait.dutyFactor + 0.3 * (1 - gait.dutyFactor),
  );
}

function landingPhase(gait: SyntheticGait): number {
  const limit = -LANDING_SHARE[gait.gait] * gait.beltPxPerS;
  const speed = (phase: number): number =>
    (footX(phase + 1e-6, gait) - footX(phase - 1e-6, gait)) / (2e-6 * gait.strideS);
  // The last stretch before the full stop, in which the foot only slows down.
  return bisect((phase) => limit - speed(phase), 1 - 0.2 * (1 - gait.dutyFactor), 1 - 2e-6);
}

function trueEvents(gait: SyntheticGait, side: Side, offsetS: number, seconds: number): TrueEvent[] {
  const events: TrueEvent[] = [];
  for (let k = -2; k * gait.strideS < seconds; k++) {
    const begin = offsetS + k * gait.strideS;
    events.push({ kind: 'toe-off', side, timeS: begin + toeOffPhase(gait) * gait.strideS });
    events.push({ kind: 'initial-contact', side, timeS: begin + landingPhase(gait) * gait.strideS });
  }
  return events.filter((event) => event.timeS >= 0 && event.timeS <= seconds);
}

/** Fifth-degree curve on 0–1 with given value, slope and second derivative at both ends. */
function quintic(
  u: number,
  [a0, a1, a2]: readonly [number, number, number],
  [b0, b1, b2]: readonly [number, number, number],
): number {
  const c3 = 10 * (b0 - a0) - 6 * a1 - 4 * b1 - 1.5 * a2 + 0.5 * b2;
  const c4 = -15 * (b0 - a0) + 8 * a1 + 7 * b1 + 1.5 * a2 - b2;
  const c5 = 6 * (b0 - a0) - 3 * (a1 + b1) - 0.5 * (a2 - b2);
  return a0 + u * (a1 + u * (a2 / 2 + u * (c3 + u * (c4 + u * c5))));
}

/** Where an increasing function passes zero. */
function bisect(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let k = 0; k < 60; k++) {
    const middle = (a + b) / 2;
    if (f(middle) < 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

function wrap(phase: number): number {
  return phase - Math.floor(phase);
}
