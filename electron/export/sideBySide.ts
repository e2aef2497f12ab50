// A film of two legs in step by the phase of the stride: left beside right, before beside after. Streams; nothing is held whole.

import { GaitError } from '../../core/errors.ts';
import { type CoverRegion, faceCovers } from '../../core/export/faceCover.ts';
import { type PlaybackSpeed, type StepMoment, stepMoments } from '../../core/export/stepClock.ts';
import { type InStep, inStep } from '../../core/phase/inStep.ts';
import { legStrides } from '../../core/phase/legPhase.ts';
import { legLengthPx } from '../../core/phase/pelvisSkeleton.ts';
import { firstFrameAt } from '../../core/strides/frameAt.ts';
import type { Side } from '../../core/types.ts';
import type { Canvas } from './overlay/canvas.ts';
import { type DrawnPicture, encodeFilm } from './overlay/encodeFilm.ts';
import { endOf, type MeasuredFilm, measuredPart } from './overlay/filmPart.ts';
import { DARK, drawingScale } from './overlay/overlayStyle.ts';
import { BAR_HEIGHT, drawHead, drawPhaseBar, HEAD_HEIGHT } from './sideBySide/drawFrameWords.ts';
import { drawPanel } from './sideBySide/drawPanel.ts';
import { type FollowedFrames, followFrames } from './sideBySide/followFrames.ts';
import { type PanelLayout, type PanelView, panelLayout } from './sideBySide/panelLayout.ts';

/** One leg of one film. */
export interface ComparedLeg extends MeasuredFilm {
  readonly side: Side;
  /** Stands above the panel, e.g. `Before · 2026-01-12`. */
  readonly title: string;
  /** Shows the picture mirrored, so that both run the same way. */
  readonly mirrored: boolean;
}

export interface SideBySideRequest {
  readonly a: ComparedLeg;
  readonly b: ComparedLeg;
  readonly speed: PlaybackSpeed;
  readonly outFile: string;
  /** Left out means yes. */
  readonly skeleton?: boolean | undefined;
  readonly blurFaces?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** @param done 0–1 */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Pictures per second: as many as the first film has at that speed, but no more than screens show and no fewer than look smooth. */
const RATE = { least: 30, most: 60 };
/** Between the panels, px. */
const GAP_PX = 4;

/**
 * Writes the comparison as H.264 in mp4: contacts together, toe-offs together, for as many strides as both legs have.
 * @throws GaitError `not-exportable` when one of the legs has no whole stride; `disk-full`, `not-writable`, `cancelled`,
 *   `ffmpeg-missing`, `video-unreadable`; no file is left then
 */
export async function writeSideBySide(request: SideBySideRequest): Promise<void> {
  const { a, b, speed, outFile, signal } = request;
  const pair = inStep(legStrides(a.result.strides, a.side), legStrides(b.result.strides, b.side));
  const rateHz = Math.min(RATE.most, Math.max(RATE.least, worldRate(a) * speed));
  const moments = stepMoments(pair, speed, rateHz);
  if (moments.length === 0) throw noStrides(pair.a.strides.length === 0 ? a : b);
  const film = filmLayout(request, moments);
  const size = { widthPx: film.widthPx, heightPx: film.heightPx };
  await encodeFilm(drawnPictures(request, pair, moments, film, rateHz), { ...size, rateHz, outFile, signal });
}

const noStrides = ({ title, side }: ComparedLeg): GaitError =>
  new GaitError(
    'not-exportable',
    `“${title}” has no whole stride of the ${side} leg, so there is nothing to compare; choose another film or leg.`,
  );

function worldRate({ probe, slowMotion = 1 }: ComparedLeg): number {
  return probe.rateHz * slowMotion;
}

interface FilmLayout {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly panels: PanelLayout;
  readonly scale: number;
  readonly headPx: number;
}

function filmLayout({ a, b }: SideBySideRequest, moments: readonly StepMoment[]): FilmLayout {
  const [from, to] = [moments[0]!, moments.at(-1)!];
  const source = ({ probe, result, side }: ComparedLeg, firstS: number, lastS: number) => ({
    clean: result.clean,
    widthPx: probe.widthPx,
    heightPx: probe.heightPx,
    legPx: legLengthPx(result.clean, side),
    frames: [nearestFrame(result.timeS, firstS), nearestFrame(result.timeS, lastS)] as const,
  });
  const panels = panelLayout(source(a, from.aS, to.aS), source(b, from.bS, to.bS));
  const scale = drawingScale(panels.widthPx, panels.heightPx);
  const even = (px: number) => 2 * Math.round(px / 2);
  const headPx = even(HEAD_HEIGHT * scale);
  const heightPx = headPx + panels.heightPx + even(BAR_HEIGHT * scale);
  return { widthPx: 2 * panels.widthPx + GAP_PX, heightPx, panels, scale, headPx };
}

async function* drawnPictures(
  request: SideBySideRequest,
  pair: InStep,
  moments: readonly StepMoment[],
  film: FilmLayout,
  rateHz: number,
): AsyncGenerator<DrawnPicture> {
  const { widthPx, heightPx, panels } = film;
  const a = openLeg(request, request.a, panels, panels.a, moments[0]!.aS, moments.at(-1)!.aS);
  const b = openLeg(request, request.b, panels, panels.b, moments[0]!.bS, moments.at(-1)!.bS);
  const buffers = [0, 1].map((): Canvas => blank(widthPx, heightPx));
  try {
    for (const [i, moment] of moments.entries()) {
      const canvas = buffers[i % 2]!;
      const times = [await a.drawAt(moment.aS), await b.drawAt(moment.bS)] as const;
      [a, b].forEach((leg, at) => {
        const left = at * (panels.widthPx + GAP_PX);
        paste(canvas, leg.panel, left, film.headPx);
        drawHead(canvas, { ...leg.leg, timeS: times[at]! }, left, panels.widthPx, film.scale);
      });
      const { strides, toeOffAt } = pair;
      const bar = { place: moment.place, strides, toeOffAt, speed: request.speed };
      drawPhaseBar(canvas, bar, film.headPx + panels.heightPx, film.scale);
      yield { timeS: moment.timeS, durationS: 1 / rateHz, data: canvas.data };
      request.onProgress?.((i + 1) / moments.length);
    }
  } finally {
    await Promise.all([a.frames.close(), b.frames.close()]);
  }
}

/** A leg's film opened at its first frame, with its panel. */
interface OpenLeg {
  readonly leg: ComparedLeg;
  readonly panel: Canvas;
  readonly frames: FollowedFrames;
  /** Draws the frame nearest to a world time. @returns that frame's own time, s */
  drawAt(timeS: number): Promise<number>;
}

function openLeg(
  { skeleton = true, blurFaces = false, signal }: SideBySideRequest,
  leg: ComparedLeg,
  panels: PanelLayout,
  view: PanelView,
  firstS: number,
  lastS: number,
): OpenLeg {
  const { probe, result, mirrored } = leg;
  const { first } = measuredPart(leg);
  const filmFrame = (timeS: number) => first + nearestFrame(result.timeS, timeS);
  const window = { fromS: probe.timeS[filmFrame(firstS)]!, toS: endOf(probe, filmFrame(lastS)) };
  const size = { widthPx: view.decodedWidthPx, heightPx: view.decodedHeightPx };
  const frames = followFrames(probe, { ...size, ...window, ...(signal ? { signal } : {}) });
  const covers: readonly (readonly CoverRegion[])[] | null = blurFaces ? faceCovers({ result, picture: probe }) : null;
  const panel = blank(panels.widthPx, panels.heightPx);
  let drawn = -1;
  return {
    leg,
    panel,
    frames,
    async drawAt(timeS) {
      const frame = nearestFrame(result.timeS, timeS);
      if (frame !== drawn) {
        const data = await frames.at(first + frame);
        drawPanel(panel, { view, mirrored, result, frame, data, covers: covers?.[frame] ?? null, skeleton });
        drawn = frame;
      }
      return result.timeS[frame]!;
    },
  };
}

function nearestFrame(timeS: Float64Array, atS: number): number {
  const after = Math.min(firstFrameAt(timeS, atS), timeS.length - 1);
  const before = Math.max(0, after - 1);
  return Math.abs(timeS[before]! - atS) <= Math.abs(timeS[after]! - atS) ? before : after;
}

function blank(widthPx: number, heightPx: number): Canvas {
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let i = 0; i < widthPx * heightPx; i++) data.set(DARK, 3 * i);
  return { widthPx, heightPx, data };
}

function paste(canvas: Canvas, panel: Canvas, left: number, top: number): void {
  for (let row = 0; row < panel.heightPx; row++) {
    const from = row * panel.widthPx * 3;
    canvas.data.set(panel.data.subarray(from, from + panel.widthPx * 3), ((row + top) * canvas.widthPx + left) * 3);
  }
}
