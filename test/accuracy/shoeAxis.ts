// A check of the foot without any truth: does the drawn foot turn as much as the shoe in the picture of a real film?

import { fileURLToPath } from 'node:url';
import { LEG_LANDMARKS } from '../../core/landmarks.ts';
import { cleanPose } from '../../core/signal/cleanPose.ts';
import { median } from '../../core/signal/robust.ts';
import type { PointSeries } from '../../core/types.ts';
import { decodeVideo } from '../../electron/video/decode.ts';
import { probeVideo } from '../../electron/video/probe.ts';
import { estimatedPose, filmFile } from '../support/estimatedPose.ts';
import { atMost, type Section } from './claims.ts';
import { type MaskAxis, maskAxis, shoeMask, stillBackground, windowAt } from './shoeMask.ts';

/** A runner in bright shoes on a dark belt, 30 fps, facing image left, filmed by a camera that stands still. */
const FILM = 'treadmill-run-side';
const FACING = -1;
const LEG = LEG_LANDMARKS.left;

/** Every n-th frame for the background: sixty of them. */
const BACKGROUND_EVERY = 6;

/** Why this check is skipped, or null. */
export const SHOE_FILM_ABSENT: string | null = filmFile(FILM) ? null : 'the real film is not on this machine';

interface SeenFoot {
  /** Axis of the shoe in the picture, toes up positive, −180…180. */
  readonly axisDeg: number;
  /** Heel to toe as drawn. */
  readonly drawnDeg: number;
}

/** How much too little the drawn foot turns from flat to toes down, as a section of the report. */
export async function shoeAxis(): Promise<Section> {
  const feet = await seenFeet();
  const off = (fromDeg: number, toDeg: number) =>
    median(feet.filter((f) => f.axisDeg >= fromDeg && f.axisDeg < toDeg).map((f) => f.drawnDeg - f.axisDeg));
  const flat = off(-12, 6);
  const claim = (what: string, limit: number, fromDeg: number, toDeg: number) =>
    atMost(what, limit, Math.abs(off(fromDeg, toDeg) - flat), { unit: '°', kind: 'aim' });
  return {
    title: 'The foot on a real film, against the shoe in the picture',
    about: `No truth is needed: the shoe of a real runner (${FILM}, ${feet.length} frames) is cut out by its brightness, and its longest axis must turn as much as the drawn line from heel to toe. Median difference, counted from the flat foot.`,
    claims: [claim('toes straight down in swing', 4, -105, -75), claim('toes half way down', 4, -75, -30)],
  };
}

/** Frames in which the whole shoe and nothing else was cut out. */
async function seenFeet(): Promise<SeenFoot[]> {
  const { clean } = cleanPose(await estimatedPose(FILM), { slowMotion: 1, gait: 'auto' });
  const foot = {
    heel: clean.points[LEG.heel]!,
    toe: clean.points[LEG.toe]!,
    ankle: clean.points[LEG.ankle]!,
    knee: clean.points[LEG.knee]!,
  };
  const probe = await probeVideo(fileURLToPath(filmFile(FILM)!));
  const size = { widthPx: probe.widthPx, heightPx: probe.heightPx };
  const some: Uint8Array[] = [];
  for await (const { index, data } of decodeVideo(probe, size))
    if (index % BACKGROUND_EVERY === 0) some.push(data.slice());
  const empty = stillBackground(some);
  const lengthPx = median(foot.heel.x.map((_, i) => Math.hypot(...between(foot.heel, foot.toe, i))));
  const axes: (MaskAxis & { readonly drawnDeg: number })[] = [];
  for await (const { index, data } of decodeVideo(probe, size)) {
    const found = axisIn({ ...size, rgb: data }, empty, foot, index, lengthPx);
    if (found) axes.push(found);
  }
  return wholeShoes(axes);
}

interface Foot {
  readonly heel: PointSeries;
  readonly toe: PointSeries;
  readonly ankle: PointSeries;
  readonly knee: PointSeries;
}

function axisIn(
  frame: Parameters<typeof windowAt>[0],
  empty: Uint8Array,
  { heel, toe, ankle, knee }: Foot,
  i: number,
  lengthPx: number,
): (MaskAxis & { readonly drawnDeg: number }) | null {
  const x = (heel.x[i]! + toe.x[i]! + ankle.x[i]!) / 3;
  const y = (heel.y[i]! + toe.y[i]! + ankle.y[i]!) / 3;
  const [downX, downY] = between(knee, ankle, i);
  if (Number.isNaN(x + y + downX + downY)) return null;
  const reach = 1.1 * lengthPx;
  const sizePx = 2 * Math.round(reach);
  const shank = Math.hypot(downX, downY);
  // Nothing that is clearly above the ankle along the shank: sock and leg.
  const isFoot = (column: number, row: number): boolean => {
    const [dx, dy] = [column - sizePx / 2, row - sizePx / 2];
    const along = ((dx + x - ankle.x[i]!) * downX + (dy + y - ankle.y[i]!) * downY) / shank;
    return along > -0.12 * lengthPx && Math.hypot(dx, dy) < reach;
  };
  const axis = maskAxis(shoeMask(windowAt(frame, empty, x, y, sizePx), isFoot), sizePx);
  const [forward, down] = between(heel, toe, i);
  return { ...axis, drawnDeg: upright((180 / Math.PI) * Math.atan2(-down, FACING * forward)) };
}

/** Shoes of the usual size and shape; the axis, which has no front, is taken the way round that the drawn foot points. */
function wholeShoes(axes: readonly (MaskAxis & { readonly drawnDeg: number })[]): SeenFoot[] {
  const usual = median(axes.map((axis) => axis.areaPx));
  return axes
    .filter((axis) => Math.abs(axis.areaPx / usual - 1) < 0.25 && axis.slenderness > 1.7)
    .map(({ deg, drawnDeg }) => ({ drawnDeg, axisDeg: upright(nearest(FACING * deg, drawnDeg)) }))
    .filter(({ axisDeg, drawnDeg }) => Math.abs(axisDeg - drawnDeg) < 40);
}

function between(from: PointSeries, to: PointSeries, i: number): [number, number] {
  return [to.x[i]! - from.x[i]!, to.y[i]! - from.y[i]!];
}

function nearest(axisDeg: number, deg: number): number {
  return axisDeg + 180 * Math.round((deg - axisDeg) / 180);
}

/** A foot does not point up and back: past 120° it has come round from below. */
function upright(deg: number): number {
  return deg > 120 ? deg - 360 : deg;
}
