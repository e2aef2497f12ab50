// Real marker recordings with force-plate truth, filmed by a camera that can be as bad as we like.

import { existsSync, readFileSync } from 'node:fs';
import { LANDMARK_COUNT, LEG_LANDMARKS } from '../../core/landmarks.ts';
import { fitSpline, resample } from '../../core/signal/spline.ts';
import { type EventKind, type RawPose, SIDES, type Side } from '../../core/types.ts';

const FOLDER = new URL('../../../shared/data/mocap/', import.meta.url);

/** Why tests on marker data are skipped, or null when the data is here. */
export const MOCAP_ABSENT: string | null = existsSync(FOLDER) ? null : 'marker recordings are not on this machine';

/** One true event on the recording's clock. */
export interface TrueEvent {
  readonly kind: EventKind;
  readonly side: Side;
  readonly timeS: number;
}

/** Markers of one person in metres: x forward, y up, z to the right. */
export interface MarkerRecording {
  readonly name: string;
  readonly timeS: Float64Array;
  /** By landmark number; only the ten leg points exist. */
  readonly markers: ReadonlyMap<number, { x: Float64Array; y: Float64Array; z: Float64Array }>;
  readonly events: readonly TrueEvent[];
  readonly speedMs: number;
}

const PARTS = ['hip', 'knee', 'ankle', 'heel', 'toe'] as const;

/** A runner landing on the forefoot at 2.5 m/s: 30 s, 150 Hz, 77 stances. */
export function runningMarkers(): MarkerRecording {
  const table = readTable('run-2.5ms-forefoot-30s.csv');
  const truth = readJson('run-2.5ms-forefoot-30s.events.json') as {
    speed_m_s: number;
    stances: { side: 'L' | 'R'; ic_s: number; to_s: number }[];
  };
  const events = truth.stances.flatMap((one): TrueEvent[] => [
    { kind: 'initial-contact', side: sideOf(one.side), timeS: one.ic_s },
    { kind: 'toe-off', side: sideOf(one.side), timeS: one.to_s },
  ]);
  const column = (side: 'L' | 'R', part: string, axis: string): Float64Array =>
    table.get(`${side}_${part}_${axis}_mm`)!.map((mm) => mm / 1000);
  return {
    name: 'force-plate runner',
    timeS: table.get('time_s')!,
    markers: legMarkers((side, part) => ({
      x: column(side, part, 'x_fwd'),
      y: column(side, part, 'y_up'),
      z: column(side, part, 'z_right'),
    })),
    events,
    speedMs: truth.speed_m_s,
  };
}

/** A treadmill walker at about 0.91 m/s: 12 s, 100 Hz, 43 events. Depth is not recorded: feet are put 5 cm to each side. */
export function walkingMarkers(): MarkerRecording {
  const table = readTable('treadmill-walk-100hz.csv');
  const truth = readJson('treadmill-walk.events.json') as {
    belt_speed_m_s_estimated: number;
    events: { side: 'L' | 'R'; kind: EventKind; time_s: number }[];
  };
  return {
    name: 'force-plate walker',
    timeS: table.get('time_s')!,
    markers: legMarkers((side, part) => ({
      x: table.get(`${side}_${part}_x_fwd_m`)!,
      y: table.get(`${side}_${part}_y_up_m`)!,
      z: new Float64Array(table.get('time_s')!.length).fill(side === 'R' ? 0.05 : -0.05),
    })),
    events: truth.events.map((one) => ({ kind: one.kind, side: sideOf(one.side), timeS: one.time_s })),
    speedMs: truth.belt_speed_m_s_estimated,
  };
}

function legMarkers(
  get: (side: 'L' | 'R', part: string) => { x: Float64Array; y: Float64Array; z: Float64Array },
): MarkerRecording['markers'] {
  const markers = new Map<number, { x: Float64Array; y: Float64Array; z: Float64Array }>();
  for (const side of SIDES) {
    for (const part of PARTS) markers.set(LEG_LANDMARKS[side][part], get(side === 'left' ? 'L' : 'R', part));
  }
  return markers;
}

function sideOf(letter: 'L' | 'R'): Side {
  return letter === 'L' ? 'left' : 'right';
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
}

function readTable(file: string): Map<string, Float64Array> {
  const [head, ...rows] = readFileSync(new URL(file, FOLDER), 'utf8').trim().split(/\r?\n/);
  const names = head!.split(',');
  const columns = names.map(() => new Float64Array(rows.length));
  for (const [i, row] of rows.entries()) {
    for (const [c, cell] of row.split(',').entries()) columns[c]![i] = cell === '' ? Number.NaN : Number(cell);
  }
  return new Map(names.map((name, c) => [name, columns[c]!]));
}

export interface Filming {
  readonly rateHz: number;
  /** Standard deviation of white noise on every point, mm per axis. */
  readonly noiseMm: number;
  /** Part of the noise that lasts from frame to frame (0 white … 0.9 slow drift), as a network's does. */
  readonly noiseMemory: number;
  readonly seed: number;
  readonly pxPerM: number;
  readonly facing: 1 | -1;
  /** Camera distance for perspective, m; null = none (parallel rays). The camera looks at the runner's right (or left) side. */
  readonly distanceM: number | null;
  /** Camera leaning clockwise, degrees. */
  readonly rollDeg: number;
  /** Seconds of the recording used. */
  readonly fromS: number;
  readonly toS: number;
  /** Frame times are this much later than the recording's grid, s. */
  readonly startShiftS: number;
  /** Share of frames whose legs are exchanged, in bursts of 1–6. */
  readonly swapShare: number;
  /** Share of frames with both legs drawn on the near one. */
  readonly collapseShare: number;
  /** Share of frames without a person. */
  readonly dropShare: number;
}

const FILMING_DEFAULTS: Filming = {
  rateHz: 60,
  noiseMm: 0,
  noiseMemory: 0,
  seed: 1,
  pxPerM: 300,
  facing: 1,
  distanceM: null,
  rollDeg: 0,
  fromS: Number.NEGATIVE_INFINITY,
  toS: Number.POSITIVE_INFINITY,
  startShiftS: 0,
  swapShare: 0,
  collapseShare: 0,
  dropShare: 0,
};

export interface Filmed {
  readonly pose: RawPose;
  /** Truth inside the filmed part, on the film's clock. */
  readonly events: readonly TrueEvent[];
  /** [frames] 1 where left and right were exchanged on purpose. */
  readonly swapped: Uint8Array;
  readonly collapsed: Uint8Array;
  /** Without noise, swaps and collapses. */
  readonly truth: RawPose;
}

/** Film a recording. The film's clock is the recording's. */
export function film(recording: MarkerRecording, options: Partial<Filming> = {}): Filmed {
  const o = { ...FILMING_DEFAULTS, ...options };
  const random = seeded(o.seed);
  const first = Math.max(recording.timeS[0]!, o.fromS) + o.startShiftS;
  const last = Math.min(recording.timeS[recording.timeS.length - 1]!, o.toS);
  const frames = Math.floor((last - first) * o.rateHz + 1e-9) + 1;
  const timeS = Float64Array.from({ length: frames }, (_, i) => first + i / o.rateHz);
  const truth = emptyPose(timeS);
  const centre = middleOfHips(recording);
  for (const [landmark, marker] of recording.markers) {
    const at = (values: Float64Array): Float64Array => resample(fitSpline(recording.timeS, values), timeS);
    const [x, y, z] = [at(marker.x), at(marker.y), at(marker.z)];
    for (let i = 0; i < frames; i++) {
      const [u, v] = project(x[i]! - centre.x, y[i]!, z[i]! - centre.z, o);
      truth.xPx[i * LANDMARK_COUNT + landmark] = u;
      truth.yPx[i * LANDMARK_COUNT + landmark] = v;
      truth.score[i * LANDMARK_COUNT + landmark] = 0.99;
    }
  }
  const pose = { ...truth, xPx: truth.xPx.slice(), yPx: truth.yPx.slice(), score: truth.score.slice() };
  const collapsed = chooseSingles(frames, o.collapseShare, random);
  collapseLegs(pose, collapsed, o.facing === 1 ? 'right' : 'left');
  addNoise(pose, (o.noiseMm / 1000) * o.pxPerM, o.noiseMemory, random);
  const swapped = chooseBursts(frames, o.swapShare, random);
  for (let i = 0; i < frames; i++) if (swapped[i]) exchangeLegs(pose, i);
  const dropped = chooseSingles(frames, o.dropShare, random);
  for (let i = 0; i < frames; i++) {
    if (!dropped[i]) continue;
    for (const array of [pose.xPx, pose.yPx, pose.score]) {
      array.fill(Number.NaN, i * LANDMARK_COUNT, (i + 1) * LANDMARK_COUNT);
    }
  }
  const end = timeS[frames - 1]!;
  return {
    pose,
    events: recording.events.filter((e) => e.timeS >= first && e.timeS <= end),
    swapped,
    collapsed,
    truth,
  };
}

/** Where the runner is on average: the camera is set up square to it. */
function middleOfHips(recording: MarkerRecording): { x: number; z: number } {
  const hips = [recording.markers.get(LEG_LANDMARKS.left.hip)!, recording.markers.get(LEG_LANDMARKS.right.hip)!];
  const mean = (axis: 'x' | 'z'): number =>
    hips.reduce((sum, hip) => sum + hip[axis].reduce((a, b) => a + b, 0) / hip[axis].length, 0) / hips.length;
  return { x: mean('x'), z: mean('z') };
}

function project(x: number, y: number, z: number, o: Filming): [number, number] {
  // The camera stands on the runner's right when facing image right, on the left otherwise, and looks at the leg's height.
  const depth = o.distanceM === null ? 1 : o.distanceM / (o.distanceM - o.facing * z);
  const u = o.facing * x * o.pxPerM * depth;
  const v = -(y - 0.8) * o.pxPerM * depth;
  const roll = (o.rollDeg * Math.PI) / 180;
  return [640 + u * Math.cos(roll) + v * Math.sin(roll), 360 - u * Math.sin(roll) + v * Math.cos(roll)];
}

function emptyPose(timeS: Float64Array): RawPose {
  const size = timeS.length * LANDMARK_COUNT;
  return {
    widthPx: 1280,
    heightPx: 720,
    timeS,
    xPx: new Float32Array(size).fill(Number.NaN),
    yPx: new Float32Array(size).fill(Number.NaN),
    score: new Float32Array(size).fill(Number.NaN),
    worldM: null,
    flags: [],
  };
}

function addNoise(pose: RawPose, sdPx: number, memory: number, random: () => number): void {
  const fresh = Math.sqrt(1 - memory * memory);
  for (const values of [pose.xPx, pose.yPx]) {
    for (let landmark = 0; landmark < LANDMARK_COUNT; landmark++) {
      let noise = sdPx * normal(random);
      for (let at = landmark; at < values.length; at += LANDMARK_COUNT) {
        values[at] = values[at]! + noise;
        noise = memory * noise + fresh * sdPx * normal(random);
      }
    }
  }
}

function exchangeLegs(pose: RawPose, frame: number): void {
  for (const part of PARTS) {
    const a = frame * LANDMARK_COUNT + LEG_LANDMARKS.left[part];
    const b = frame * LANDMARK_COUNT + LEG_LANDMARKS.right[part];
    for (const values of [pose.xPx, pose.yPx, pose.score]) [values[a], values[b]] = [values[b]!, values[a]!];
  }
}

function collapseLegs(pose: RawPose, collapsed: Uint8Array, onto: Side): void {
  const other: Side = onto === 'left' ? 'right' : 'left';
  for (let i = 0; i < collapsed.length; i++) {
    if (!collapsed[i]) continue;
    for (const part of PARTS) {
      if (part === 'hip') continue;
      const from = i * LANDMARK_COUNT + LEG_LANDMARKS[onto][part];
      const to = i * LANDMARK_COUNT + LEG_LANDMARKS[other][part];
      pose.xPx[to] = pose.xPx[from]!;
      pose.yPx[to] = pose.yPx[from]!;
    }
  }
}

function chooseSingles(frames: number, share: number, random: () => number): Uint8Array {
  return Uint8Array.from({ length: frames }, () => (random() < share ? 1 : 0));
}

/** Bursts of 1–6 frames until the share is reached. */
function chooseBursts(frames: number, share: number, random: () => number): Uint8Array {
  const chosen = new Uint8Array(frames);
  let count = 0;
  while (count < share * frames) {
    const length = 1 + Math.floor(random() * 6);
    const start = Math.floor(random() * frames);
    for (let i = start; i < Math.min(frames, start + length); i++) {
      if (!chosen[i]) count++;
      chosen[i] = 1;
    }
  }
  return chosen;
}

/** Repeatable random numbers 0–1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Repeatable normally distributed numbers with standard deviation 1. */
export function seededNormal(seed: number): () => number {
  const random = seeded(seed);
  return () => normal(random);
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
