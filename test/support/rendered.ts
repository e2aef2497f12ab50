// Rendered clips with exact truth: their landmarks as the pose engine would hand them over, and their angles in our signs.

import { existsSync, readFileSync } from 'node:fs';
import { LANDMARK_COUNT, LANDMARK_NAMES, type LandmarkName } from '../../core/landmarks.ts';
import type { GaitEvent, RawPose, Side } from '../../core/types.ts';
import { noisy } from './changedPose.ts';

export type Clip =
  | 'demo_before_left60'
  | 'demo_before_right60'
  | 'dev01_run_before_right60'
  | 'dev02_run_after_right60'
  | 'dev03_run_left120_kneeL'
  | 'dev04_walk_right60'
  | 'dev05_run_post60_dropL'
  | 'dev06_run_yaw10_30'
  | ClipBesideProject;

/** Too large to live in the project: only in ../shared/data. */
type ClipBesideProject = 'demo_after_left60' | 'demo_after_right60';

type PerSide = Readonly<Record<'l' | 'r', number>>;

export interface Truth {
  readonly gait: 'run' | 'walk';
  readonly height_m: number;
  readonly legLength_m: number;
  readonly speed_mps: number;
  readonly fps: number;
  readonly width: number;
  readonly height: number;
  readonly view: 'left' | 'right' | 'post';
  readonly camera: { readonly yawDeg: number; readonly rollDeg: number };
  /** At the body's centre plane. */
  readonly metresPerPixel: number;
  readonly footFlatAngle_deg: number;
  readonly summary: Readonly<Record<string, PerSide>> & { readonly trunkLeanMean: number };
  readonly events: readonly { readonly side: 'l' | 'r'; readonly type: 'IC' | 'TO'; readonly t: number }[];
  readonly strides: readonly Readonly<Record<string, number>>[];
  readonly frames: readonly {
    readonly t: number;
    readonly px: Readonly<Record<string, readonly [number, number]>>;
    readonly sagittal: Readonly<Record<string, number>>;
    readonly image: Readonly<Record<string, number>>;
    readonly frontal: Readonly<Record<string, number>>;
  }[];
}

/** Where films and their truth are: with the project, with the demo client, and beside the project what is too large for it. */
const FOLDERS = ['../fixtures/', '../../electron/demoClient/', '../../../shared/data/rendered/'];

/** A clip's file, or null when it is not on this machine. @param file e.g. `dev01_run_before_right60.mp4` */
export function clipFile(file: string): URL | null {
  return FOLDERS.map((folder) => new URL(folder + file, import.meta.url)).find((url) => existsSync(url)) ?? null;
}

/** Read a clip's truth. @throws Error when it is not on this machine */
export function loadTruth(clip: Clip): Truth {
  const file = clipFile(`${clip}.truth.json`);
  if (!file) throw new Error(`${clip} is not on this machine.`);
  return JSON.parse(readFileSync(file, 'utf8')) as Truth;
}

/** The truth's name for a landmark where it differs; the toe is the shoe's tip, as the network draws it, not the joint (mtp). */
function truthName(name: LandmarkName): string {
  if (name === 'nose') return 'nose';
  const [side, ...part] = name.split('_');
  return `${part.join('_').replace('foot_index', 'toe')}_${side === 'left' ? 'l' : 'r'}`;
}

interface NoiseOptions {
  /** Standard deviation of white noise per axis, px. */
  readonly noisePx?: number;
  readonly seed?: number;
}

/** The true landmarks as a raw pose; what the truth does not know (fingers, mouth) is missing. */
export function truthPose(truth: Truth, { noisePx = 0, seed = 1 }: NoiseOptions = {}): RawPose {
  const frames = truth.frames.length;
  const xPx = new Float32Array(frames * LANDMARK_COUNT).fill(Number.NaN);
  const yPx = new Float32Array(frames * LANDMARK_COUNT).fill(Number.NaN);
  const score = new Float32Array(frames * LANDMARK_COUNT);
  truth.frames.forEach((frame, i) => {
    LANDMARK_NAMES.forEach((name, landmark) => {
      const point = frame.px[truthName(name)];
      if (point === undefined) return;
      const at = i * LANDMARK_COUNT + landmark;
      xPx[at] = point[0];
      yPx[at] = point[1];
      score[at] = 1;
    });
  });
  const timeS = Float64Array.from(truth.frames, (frame) => frame.t);
  const pose: RawPose = {
    widthPx: truth.width,
    heightPx: truth.height,
    timeS,
    xPx,
    yPx,
    score,
    worldM: null,
    flags: [],
  };
  return noisePx > 0 ? noisy(pose, noisePx, seed) : pose;
}

/** The true contacts and toe-offs (start and end of the sole's grip on the belt). */
export function truthEvents(truth: Truth): GaitEvent[] {
  return truth.events.map((event) => ({
    kind: event.type === 'IC' ? 'initial-contact' : 'toe-off',
    side: event.side === 'l' ? 'left' : 'right',
    timeS: event.t,
    sigmaS: 0.001,
    source: 'detected',
  }));
}

/**
 * One true angle over the clip in our signs: the shank is turned round, foot and ankle are counted from standing flat.
 * @param kind `sagittal` is the body in space, `image` the same formulas on the picture
 */
export function truthAngle(
  truth: Truth,
  id: 'trunkLean' | 'thigh' | 'hipFlexion' | 'kneeFlexion' | 'shank' | 'foot' | 'ankle',
  side: Side | null,
  kind: 'sagittal' | 'image' = 'sagittal',
): Float64Array {
  const s = side === 'left' ? '_l' : '_r';
  const flat = truth.footFlatAngle_deg;
  const read: Record<typeof id, (angles: Readonly<Record<string, number>>) => number> = {
    trunkLean: (a) => a.trunkLean!,
    thigh: (a) => a[`thigh${s}`]!,
    hipFlexion: (a) => a[`hipFlex${s}`]!,
    kneeFlexion: (a) => a[`kneeFlex${s}`]!,
    shank: (a) => -a[`shank${s}`]!,
    foot: (a) => a[`foot${s}`]! - flat,
    ankle: (a) => a[`ankleDF${s}`]! - flat,
  };
  return Float64Array.from(truth.frames, (frame) => read[id](frame[kind]));
}
