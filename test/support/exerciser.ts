// A figure that does heel raises, squats, hops, stands or walks, drawn from formulas, so that every repetition is known; in metres, then filmed.

import { LANDMARK, LANDMARK_COUNT, LEG_LANDMARKS } from '../../core/landmarks.ts';
import { type RawPose, SIDES, type Side } from '../../core/types.ts';
import { seeded, seededNormal } from './mocap.ts';
import { type Drawn, networkErrors } from './networkErrors.ts';

/** Metres; x forward, y up, z to the person's right. */
type Point = readonly [number, number, number];

const THIGH = 0.42;
const SHANK = 0.42;
const FOOT = 0.2;
/** Ankle above the heel and toe line of a flat foot, and how far the heel lies behind the ankle. */
const ANKLE_UP = 0.07;
const HEEL_BACK = 0.05;
const TRUNK = 0.5;
const HALF_HIP = 0.1;
const HALF_SHOULDER = 0.19;
const G = 9.81;
const RAD = Math.PI / 180;

interface LegPose {
  readonly toe: Point;
  /** Heel above toe over foot length. */
  readonly heelShare: number;
  /** Knee moved inwards, m. */
  readonly kneeIn: number;
}

/** One moment of the whole figure; the hips are put where the legs let them be. */
export interface Moment {
  readonly left: LegPose;
  readonly right: LegPose;
  readonly midHip: Point;
}

const flat = (toe: Point): LegPose => ({ toe, heelShare: 0, kneeIn: 0 });
const STANDING_HIP = THIGH + SHANK + ANKLE_UP;
const sideZ = (side: Side) => (side === 'right' ? HALF_HIP : -HALF_HIP);

/** Standing on one leg or on both, the other foot held behind. */
export function standing(leg: Side | 'both'): Moment {
  const own = (side: Side): LegPose =>
    leg === 'both' || leg === side ? flat([0.12, 0, sideZ(side)]) : flat([-0.25, 0.3, sideZ(side)]);
  return { left: own('left'), right: own('right'), midHip: [0, STANDING_HIP - 0.002, 0] };
}

/** Heels up to a share of the foot length; the body goes up with them. */
export function raised(leg: Side | 'both', share: number): Moment {
  const still = standing(leg);
  const own = (side: Side): LegPose =>
    leg === 'both' || leg === side
      ? { ...still[side], heelShare: share }
      : { ...still[side], toe: [still[side].toe[0], still[side].toe[1] + share * FOOT * 0.75, still[side].toe[2]] };
  const [x, y, z] = still.midHip;
  return { left: own('left'), right: own('right'), midHip: [x, y + share * FOOT * 0.75, z] };
}

/** Knee bent by so much, hips back and down over the standing foot; the knee goes inwards by so much. */
export function squatted(leg: Side, bendDeg: number, kneeIn = 0): Moment {
  const still = standing(leg);
  const reach = Math.sqrt(THIGH ** 2 + SHANK ** 2 + 2 * THIGH * SHANK * Math.cos(bendDeg * RAD));
  const back = 0.12 * (bendDeg / 90);
  const up = ANKLE_UP + Math.sqrt(reach ** 2 - back ** 2);
  const drop = STANDING_HIP - up;
  const other: Side = leg === 'left' ? 'right' : 'left';
  const [ox, oy, oz] = still[other].toe;
  const moved: LegPose = flat([ox - back, oy - drop, oz]);
  const own: LegPose = { ...still[leg], kneeIn };
  return { left: leg === 'left' ? own : moved, right: leg === 'right' ? own : moved, midHip: [-back, up, 0] };
}

/** So high in the air above standing, the toes pointing down by some of it. */
export function hopped(leg: Side, heightM: number): Moment {
  const still = standing(leg);
  const up = ([x, y, z]: Point): Point => [x, y + heightM, z];
  const heelShare = 0.35 * Math.min(1, heightM / 0.03);
  const own: LegPose = { toe: up(still[leg].toe), heelShare, kneeIn: 0 };
  const other: Side = leg === 'left' ? 'right' : 'left';
  const held: LegPose = { ...still[other], toe: up(still[other].toe) };
  const hip = up(still.midHip);
  return {
    left: leg === 'left' ? own : held,
    right: leg === 'right' ? own : held,
    midHip: [hip[0], hip[1] + 0.75 * heelShare * FOOT, hip[2]],
  };
}

/** Walking on the spot of a treadmill: feet in turn, back on the belt and forward in the air. */
export function walking(timeS: number): Moment {
  const leg = (side: Side): LegPose => {
    const phase = (timeS / 1.1 + (side === 'left' ? 0 : 0.5)) % 1;
    const x = phase < 0.6 ? 0.42 - (0.6 * phase) / 0.6 : -0.18 + (0.6 * (phase - 0.6)) / 0.4;
    const lift = phase < 0.6 ? 0 : 0.12 * Math.sin((Math.PI * (phase - 0.6)) / 0.4);
    const heelShare = phase > 0.4 && phase < 0.75 ? 0.6 * Math.sin((Math.PI * (phase - 0.4)) / 0.35) : 0;
    return { toe: [x, lift, sideZ(side)], heelShare, kneeIn: 0 };
  };
  return { left: leg('left'), right: leg('right'), midHip: [0, STANDING_HIP - 0.03, 0] };
}

/** How high a body is in hops of that flight and contact, m; 0 on the ground. @param timeS since the first lift-off */
export function hopHeight(timeS: number, flightS: number, contactS: number): number {
  const t = timeS % (flightS + contactS);
  return t < flightS ? (G / 2) * t * (flightS - t) : 0;
}

/** 0 at the start and the end, 1 in the middle, smooth. @param share 0–1 of the repetition */
export const upAndDown = (share: number): number =>
  share <= 0 || share >= 1 ? 0 : (1 - Math.cos(2 * Math.PI * share)) / 2;

interface FilmedFrom {
  readonly view: 'left' | 'right' | 'anterior' | 'posterior';
  readonly rateHz: number;
  readonly seconds: number;
  /** White noise of each landmark and axis, mm. */
  readonly noiseMm?: number;
  /** How far each landmark wanders about its place within tenths of a second, as a network's points do, mm. */
  readonly wanderMm?: number;
  /** With all that our network errs by: see networkErrors.ts. */
  readonly asNetwork?: boolean;
  /** Share of frames in which nobody is found. */
  readonly dropped?: number;
  readonly seed?: number;
}

/** How the figure is filmed: 300 px a metre, its ground 600 px down. */
export const PX_PER_M = 300;
const WANDER_S = 0.1;

/** Film a movement as the pose engine would see it. */
export function filmed(momentAt: (timeS: number) => Moment, from: FilmedFrom): RawPose {
  const { view, rateHz, seconds, noiseMm = 0, wanderMm = 0, asNetwork = false, dropped = 0, seed = 1 } = from;
  const frames = Math.round(seconds * rateHz) + 1;
  const size = frames * LANDMARK_COUNT;
  const [xPx, yPx, score] = [0, 0, 0].map(() => new Float32Array(size).fill(Number.NaN)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const timeS = Float64Array.from({ length: frames }, (_, i) => i / rateHz);
  const random = seeded(seed);
  const normal = seededNormal(seed + 1);
  const far = view === 'left' ? 'right' : view === 'right' ? 'left' : null;
  const draw = asNetwork ? networkErrors(rateHz, seed, far) : (real: ReadonlyMap<number, Drawn>) => real;
  // An error of the frame before lives on by this share.
  const kept = Math.exp(-1 / (WANDER_S * rateHz));
  const wander = Float64Array.from({ length: 2 * LANDMARK_COUNT }, () => normal() * wanderMm);
  for (let i = 0; i < frames; i++) {
    for (let k = 0; k < wander.length; k++)
      wander[k] = kept * wander[k]! + Math.sqrt(1 - kept ** 2) * normal() * wanderMm;
    const isLost = random() < dropped;
    const real = new Map<number, Drawn>(
      landmarksOf(momentAt(timeS[i]!)).map(([landmark, [x, y, z]]) => [
        landmark,
        [{ left: -x, right: x, posterior: z, anterior: -z }[view], y],
      ]),
    );
    for (const [landmark, [across, up]] of draw(real)) {
      const at = i * LANDMARK_COUNT + landmark;
      const noise = () => (normal() * noiseMm) / 1000;
      const u = across + noise() + wander[2 * landmark]! / 1000;
      const v = up + noise() + wander[2 * landmark + 1]! / 1000;
      if (isLost) continue;
      xPx[at] = 640 + PX_PER_M * u;
      yPx[at] = 600 - PX_PER_M * v;
      score[at] = 1;
    }
  }
  return { widthPx: 1280, heightPx: 720, timeS, xPx, yPx, score, worldM: null, flags: [] };
}

/** Where a figure's points are, m: by landmark number. */
export function landmarksOf(moment: Moment): readonly (readonly [number, Point])[] {
  const [hx, hy, hz] = moment.midHip;
  const legs = SIDES.flatMap((side) => {
    const names = LEG_LANDMARKS[side];
    const { toe, heelShare, kneeIn } = moment[side];
    const slope = Math.asin(heelShare);
    const heel: Point = [toe[0] - FOOT * Math.cos(slope), toe[1] + FOOT * Math.sin(slope), toe[2]];
    const ankle: Point = [
      heel[0] + HEEL_BACK * Math.cos(slope) + ANKLE_UP * Math.sin(slope),
      heel[1] - HEEL_BACK * Math.sin(slope) + ANKLE_UP * Math.cos(slope),
      toe[2],
    ];
    const hip: Point = [hx, hy, hz + sideZ(side)];
    const knee = kneeOf(hip, ankle);
    const inwards: Point = [knee[0], knee[1], knee[2] + (side === 'left' ? kneeIn : -kneeIn)];
    return [
      [names.hip, hip],
      [names.knee, inwards],
      [names.ankle, ankle],
      [names.heel, heel],
      [names.toe, toe],
    ] as const;
  });
  const shoulder = (z: number): Point => [hx + 0.02, hy + TRUNK, hz + z];
  return [
    ...legs,
    [LANDMARK.leftShoulder, shoulder(-HALF_SHOULDER)],
    [LANDMARK.rightShoulder, shoulder(HALF_SHOULDER)],
    [LANDMARK.nose, [hx + 0.1, hy + TRUNK + 0.25, hz]],
  ];
}

/** The knee bends forward in the plane of the leg; a leg that cannot reach is drawn straight. */
function kneeOf(hip: Point, ankle: Point): Point {
  const [dx, dy] = [ankle[0] - hip[0], ankle[1] - hip[1]];
  const long = Math.min(Math.hypot(dx, dy), THIGH + SHANK);
  const along = (THIGH ** 2 - SHANK ** 2 + long ** 2) / (2 * long);
  const off = Math.sqrt(Math.max(0, THIGH ** 2 - along ** 2));
  const [ux, uy] = [dx / Math.hypot(dx, dy), dy / Math.hypot(dx, dy)];
  // Forward of the line from hip to ankle: turned anticlockwise, since the line goes down.
  return [hip[0] + along * ux - off * uy, hip[1] + along * uy + off * ux, (hip[2] + ankle[2]) / 2];
}
