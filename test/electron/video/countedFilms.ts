// Films whose every frame carries its number, and what its time must be: the truth for probing, decoding and grabbing.
import { spawnSync } from 'node:child_process';
import { type FfmpegCandidate, listCandidates } from '../../../electron/video/findFfmpeg.ts';
import { BUNDLED_FFMPEG, type ClipKind } from '../../support/makeClip.ts';

/** The bundled build of 2018, and what else this machine has or OPENSTRIDE_FFMPEG names: all must agree with the truth. */
export const INSTALLED_FFMPEGS: readonly FfmpegCandidate[] = [
  { source: '@ffmpeg-installer/ffmpeg', path: BUNDLED_FFMPEG },
  ...listCandidates(process.env).filter(({ path }) => path !== BUNDLED_FFMPEG && runs(path)),
];

/** The package ffmpeg-static may be there without its binary. */
function runs(path: string): boolean {
  return spawnSync(path, ['-version']).status === 0;
}

/** A static Linux build of 7.0.2 dies on any transport stream; the product then says so and names the build. */
export function crashesOn(path: string, kind: ClipKind): boolean {
  if (kind !== 'transportStream') return false;
  const stream = ['-f', 'lavfi', '-i', 'color=size=64x64:duration=1', '-f', 'mpegts', 'pipe:1'];
  const { stdout } = spawnSync(BUNDLED_FFMPEG, ['-loglevel', 'error', ...stream]);
  return spawnSync(path, ['-loglevel', 'error', '-i', 'pipe:0', '-f', 'null', '-'], { input: stdout }).signal !== null;
}

export interface CountedFilm {
  readonly kind: ClipKind;
  readonly frames: number;
  /** The number in the picture of frame i. */
  readonly counterOf: (i: number) => number;
  /** Its time after the first frame's, s. */
  readonly timeOf: (i: number) => number;
  /** How exactly the container stores times, s. */
  readonly toleranceS: number;
}

const FINE_S = 1e-9;
/** mpegts counts in 1/90000 s. */
const TICK_S = 1 / 90_000;
/** Matroska counts in milliseconds; both the frame's and the first frame's time are rounded. */
const MILLISECOND_S = 1.001e-3;

const sixty = (kind: ClipKind, toleranceS = FINE_S): CountedFilm => ({
  kind,
  frames: 120,
  counterOf: (i) => i,
  timeOf: (i) => i / 60,
  toleranceS,
});

/** Of seven source frames the fourth is left out. */
const keptOfSeven = (i: number) => 7 * Math.floor(i / 6) + (i % 6 < 3 ? i % 6 : (i % 6) + 1);
/** The edit list begins at 0.7 s. */
const FIRST_AFTER_CUT = 42;

export const COUNTED_FILMS: readonly CountedFilm[] = [
  sixty('plain'),
  sixty('rotated90'),
  sixty('rotated180'),
  sixty('rotated270'),
  sixty('hevc'),
  sixty('tenBit'),
  sixty('oddSize'),
  sixty('anamorphic'),
  sixty('longSound'),
  sixty('avi', TICK_S),
  sixty('transportStream', TICK_S),
  sixty('matroska', MILLISECOND_S),
  sixty('lateStart', MILLISECOND_S),
  sixty('webm', MILLISECOND_S),
  sixty('vp8', MILLISECOND_S),
  {
    kind: 'variableRate',
    frames: 103,
    counterOf: keptOfSeven,
    timeOf: (i) => Math.round(keptOfSeven(i) * 1500 + (i % 5) * 230) / 90_000,
    toleranceS: TICK_S,
  },
  {
    kind: 'editList',
    frames: 78,
    counterOf: (i) => i + FIRST_AFTER_CUT,
    timeOf: (i) => i / 60,
    toleranceS: FINE_S,
  },
  { kind: 'slowMotionTag', frames: 60, counterOf: (i) => i, timeOf: (i) => i / 30, toleranceS: FINE_S },
];
