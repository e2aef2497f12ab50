// Where the network draws a leg's points against where they are, and how far it draws a foot too flat.

import { LANDMARK_COUNT, LEG_LANDMARKS } from '../../core/landmarks.ts';
import { median } from '../../core/signal/robust.ts';
import type { RawPose, Side } from '../../core/types.ts';
import { truthPose } from '../support/rendered.ts';
import type { Figures } from './claims.ts';
import { type JudgedFilm, LEGS, type LegName } from './renderedFilm.ts';

const PARTS = ['hip', 'knee', 'ankle', 'heel', 'toe'] as const;

/** True foot pitches at which the drawn one is looked up: flat, half way and straight down, degrees either side of the middle. */
const PITCHES = [0, -45, -90] as const;
const PITCH_REACH = 12;

/** Median of drawn minus true, mm in the runner's own directions: forwards and up. */
export function landmarkErrors(films: readonly JudgedFilm[]): Figures {
  const rows = films.flatMap((film) =>
    LEGS.map((leg) => [film.clip, leg, ...PARTS.map((part) => offset(film, LEG_LANDMARKS[sideOf(film, leg)][part]))]),
  );
  return {
    title: 'Where the network draws the points of a leg: median error, mm forwards / mm up',
    head: ['clip', 'leg', ...PARTS],
    rows,
  };
}

function offset({ pose, truth }: JudgedFilm, landmark: number): string {
  const real = truthPose(truth);
  const mm = 1000 * truth.metresPerPixel;
  const facing = truth.view === 'left' ? -1 : 1;
  const off = (axis: 'xPx' | 'yPx') =>
    median(
      pose.timeS.map((_, i) => pose[axis][i * LANDMARK_COUNT + landmark]! - real[axis][i * LANDMARK_COUNT + landmark]!),
    );
  return `${whole(facing * mm * off('xPx'))} / ${whole(-mm * off('yPx'))}`;
}

/** How much higher the toe is drawn than it is, against the same foot lying flat, degrees. */
export function footPitchErrors(films: readonly JudgedFilm[]): Figures {
  const rows = films.flatMap((film) =>
    LEGS.map((leg) => {
      const at = pitchError(film, sideOf(film, leg));
      return [film.clip, leg, ...PITCHES.slice(1).map((deg) => signed(at(deg) - at(0)))];
    }),
  );
  return {
    title: 'Foot pitch as drawn: toes too high by, against the same foot lying flat',
    head: ['clip', 'leg', ...PITCHES.slice(1).map((deg) => `at ${deg}°`)],
    rows,
  };
}

function pitchError({ pose, truth }: JudgedFilm, side: Side): (aboutDeg: number) => number {
  const drawn = pitches(pose, truth.view === 'left' ? -1 : 1, side);
  const real = pitches(truthPose(truth), truth.view === 'left' ? -1 : 1, side);
  return (aboutDeg) =>
    median(drawn.map((deg, i) => (Math.abs(real[i]! - aboutDeg) < PITCH_REACH ? wrapped(deg - real[i]!) : Number.NaN)));
}

/** Heel to toe against the horizontal, degrees, toes up positive. [frames] */
function pitches({ timeS, xPx, yPx }: RawPose, facing: 1 | -1, side: Side): Float64Array {
  const { heel, toe } = LEG_LANDMARKS[side];
  return timeS.map((_, i) => {
    const at = i * LANDMARK_COUNT;
    const rise = yPx[at + heel]! - yPx[at + toe]!;
    return (180 / Math.PI) * Math.atan2(rise, facing * (xPx[at + toe]! - xPx[at + heel]!));
  });
}

function wrapped(deg: number): number {
  return deg - 360 * Math.round(deg / 360);
}

/** Rounded, with a true minus. */
function whole(value: number): string {
  const rounded = Math.round(value);
  return `${rounded < 0 ? '−' : ''}${Math.abs(rounded)}`;
}

function signed(deg: number): string {
  return Number.isNaN(deg) ? '–' : `${deg < 0 ? '' : '+'}${whole(deg)}°`;
}

function sideOf({ truth }: JudgedFilm, leg: LegName): Side {
  const near: Side = truth.view === 'left' ? 'left' : 'right';
  return leg === 'near' ? near : near === 'left' ? 'right' : 'left';
}
