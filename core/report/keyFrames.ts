// The pictures of one typical stride per leg: which moments, which frames of the film, and what part of the picture to show.

import { LANDMARK } from '../landmarks.ts';
import { median } from '../signal/robust.ts';
import { SIDES, type Side, type Stride, type TrialResult } from '../types.ts';
import { fill, formatNumber } from './formatNumber.ts';
import type { VideoInfo } from './provenance.ts';
import type { ReportText } from './reportText.ts';
import { type BodyLine, bodyBox, legSeen, midPoint, skeletonLines } from './skeletonLines.ts';

export type Phase = 'contact' | 'midStance' | 'toeOff' | 'midSwing';

/** Part of the upright source picture, px. */
export interface CropBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One picture of the row. */
export interface KeyFrame {
  readonly phase: Phase;
  readonly label: string;
  /** Source frame number and world time of that frame, s; null when the moment is not known. */
  readonly frame: number | null;
  readonly timeS: number | null;
  /** Time and frame in words; empty when not known. */
  readonly moment: string;
  /** `knee 41°` of this leg on this frame; null when not known. */
  readonly knee: string | null;
  readonly crop: CropBox | null;
  readonly lines: readonly BodyLine[];
  /** Why there is no picture; null when there is one. */
  readonly missing: string | null;
  /** What the picture shows, for those who cannot see it. */
  readonly alt: string;
}

/** The four pictures of one leg. */
export interface KeyFrameRow {
  readonly side: Side;
  readonly title: string;
  readonly near: boolean;
  readonly frames: readonly KeyFrame[];
}

const PHASES: readonly Phase[] = ['contact', 'midStance', 'toeOff', 'midSwing'];

/** Width ÷ height of every picture: a running body with its stride fits into it upright. */
const PICTURE_ASPECT = 0.74;
/** Room around the landmarks, share of the body's height: the crown is above the highest landmark, shoes reach beyond the toe. */
const ROOM = { top: 0.13, bottom: 0.06, side: 0.07 };

/**
 * Chooses for each leg the included stride whose duration and stance are closest to that leg's medians.
 * @returns a row per leg; without a stride its pictures say why they are missing
 */
export function keyFrameRows(result: TrialResult, video: VideoInfo, text: ReportText): readonly KeyFrameRow[] {
  const moments = SIDES.map((side) => ({ side, times: momentsOf(typicalStride(result, side)) }));
  const frames = moments.flatMap(({ times }) =>
    PHASES.map((phase) => nearestFrame(result.timeS, times?.[phase] ?? null)),
  );
  const size = cropSize(
    result,
    frames.filter((frame) => frame !== null),
    video,
  );
  return moments.map(({ side, times }) => ({
    side,
    near: isNear(result, side),
    title: isNear(result, side) ? text.keyFrames.leg[side] : `${text.keyFrames.leg[side]}, ${text.keyFrames.far}`,
    frames: PHASES.map((phase) => keyFrame(result, video, text, side, phase, times, size)),
  }));
}

const isNear = (result: TrialResult, side: Side): boolean =>
  result.capture.view === 'posterior' || result.capture.view === side;

/** The stride that stands for all of a leg's, or null when the leg has none that was used. */
function typicalStride(result: TrialResult, side: Side): Stride | null {
  const used = result.strides.filter((stride) => stride.side === side && stride.excluded === null);
  const withToeOff = used.filter((stride) => stride.toeOffS !== null);
  const pool = withToeOff.length > 0 ? withToeOff : used;
  const duration = median(pool.map((stride) => stride.endS - stride.startS));
  const stance = median(withToeOff.map((stride) => (stride.toeOffS ?? stride.startS) - stride.startS));
  const oddness = (stride: Stride): number =>
    Math.abs((stride.endS - stride.startS) / duration - 1) +
    (stride.toeOffS === null ? 0 : Math.abs((stride.toeOffS - stride.startS) / stance - 1));
  const seen = (stride: Stride): number => {
    const times = momentsOf(stride);
    return PHASES.filter((phase) => {
      const frame = nearestFrame(result.timeS, times?.[phase] ?? null);
      return frame !== null && legSeen(result.clean, side, frame);
    }).length;
  };
  const ranked = pool
    .map((stride) => ({ stride, seen: seen(stride), oddness: oddness(stride) }))
    .sort((a, b) => b.seen - a.seen || a.oddness - b.oddness);
  return ranked[0]?.stride ?? null;
}

/** World times of the four moments; mid-stance and mid-swing are half-way in time. */
function momentsOf(stride: Stride | null): Readonly<Record<Phase, number | null>> | null {
  if (stride === null) return null;
  const { startS, toeOffS, endS } = stride;
  return {
    contact: startS,
    midStance: toeOffS === null ? null : (startS + toeOffS) / 2,
    toeOff: toeOffS,
    midSwing: toeOffS === null ? null : (toeOffS + endS) / 2,
  };
}

/** Number of the frame nearest to a time, or null for no time or no frames. */
function nearestFrame(timeS: Float64Array, atS: number | null): number | null {
  if (atS === null || !Number.isFinite(atS) || timeS.length === 0) return null;
  let low = 0;
  let high = timeS.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((timeS[middle] ?? 0) <= atS) low = middle;
    else high = middle;
  }
  return Math.abs((timeS[low] ?? 0) - atS) <= Math.abs((timeS[high] ?? 0) - atS) ? low : high;
}

function keyFrame(
  result: TrialResult,
  video: VideoInfo,
  text: ReportText,
  side: Side,
  phase: Phase,
  times: Readonly<Record<Phase, number | null>> | null,
  size: { readonly width: number; readonly height: number } | null,
): KeyFrame {
  const words = text.keyFrames;
  const frame = nearestFrame(result.timeS, times?.[phase] ?? null);
  const crop = frame === null || size === null ? null : cropAround(result, frame, size, video);
  const timeS = frame === null ? null : (result.timeS[frame] ?? null);
  const time = timeS === null ? '' : formatNumber(timeS, 2, text.decimalMark);
  const kneeDeg = frame === null ? Number.NaN : (kneeChannel(result, side)?.[frame] ?? Number.NaN);
  const why = times === null ? words.noStride : words.noToeOff;
  return {
    phase,
    label: words.phase[phase],
    frame: crop === null ? null : frame,
    timeS,
    moment: frame === null ? '' : fill(words.moment, { time, frame }),
    knee: Number.isFinite(kneeDeg) ? fill(words.knee, { angle: formatNumber(kneeDeg, 0) }) : null,
    crop,
    lines: frame === null ? [] : skeletonLines(result.clean, frame, result.capture.view),
    missing: crop !== null ? null : frame === null ? why : words.noPicture,
    alt: fill(words.alt, { leg: words.leg[side], phase: words.phase[phase], time }),
  };
}

const kneeChannel = (result: TrialResult, side: Side): Float64Array | undefined =>
  result.angles.find((channel) => channel.id === 'kneeFlexion' && channel.side === side)?.deg;

/** One size for all pictures, so that they can be compared: the widest reach and the greatest height of the chosen frames. */
function cropSize(
  result: TrialResult,
  frames: readonly number[],
  video: VideoInfo,
): { readonly width: number; readonly height: number } | null {
  let halfWidth = 0;
  let height = 0;
  for (const frame of frames) {
    const box = bodyBox(result.clean, frame);
    if (box === null) continue;
    const centre = middleX(result, frame, box);
    halfWidth = Math.max(halfWidth, box.right - centre, centre - box.left);
    height = Math.max(height, box.bottom - box.top);
  }
  if (height <= 0) return null;
  const wanted = { width: 2 * halfWidth + 2 * ROOM.side * height, height: height * (1 + ROOM.top + ROOM.bottom) };
  const full = Math.max(wanted.height, wanted.width / PICTURE_ASPECT);
  const fits = Math.min(full, video.heightPx);
  return { width: Math.min(fits * PICTURE_ASPECT, video.widthPx), height: fits };
}

/** The crop of one frame: centred on the hips, feet at the same place in every picture, inside the picture. */
function cropAround(
  result: TrialResult,
  frame: number,
  size: { readonly width: number; readonly height: number },
  video: VideoInfo,
): CropBox | null {
  const box = bodyBox(result.clean, frame);
  if (box === null) return null;
  const x = middleX(result, frame, box) - size.width / 2;
  const middleY = (box.top - ROOM.top * (box.bottom - box.top) + box.bottom) / 2;
  const y = middleY - size.height / 2;
  return {
    x: clamp(x, 0, video.widthPx - size.width),
    y: clamp(y, 0, video.heightPx - size.height),
    width: size.width,
    height: size.height,
  };
}

const middleX = (result: TrialResult, frame: number, box: { readonly left: number; readonly right: number }): number =>
  midPoint(result.clean, LANDMARK.leftHip, LANDMARK.rightHip, frame)?.x ?? (box.left + box.right) / 2;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, Math.max(low, high)));
