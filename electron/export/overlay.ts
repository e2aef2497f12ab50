// The film with what was measured drawn on every frame: skeleton, joint angles, ground contacts. Streams; nothing is held whole.

import type { TrialResult } from '../../core/types.ts';
import { decodeVideo } from '../video/decode.ts';
import type { VideoProbe } from '../video/probe.ts';
import type { Canvas } from './overlay/canvas.ts';
import { drawAngleTable, drawJointArcs, hasJointAngles } from './overlay/drawAngles.ts';
import { drawBody, type ToPicture } from './overlay/drawBody.ts';
import { type DrawnPicture, encodeFilm } from './overlay/encodeFilm.ts';
import { drawingScale } from './overlay/overlayStyle.ts';
import { drawEventMarks, drawPhaseStrip, STRIP_HEIGHT, type Stance, stancesOf } from './overlay/phaseStrip.ts';

/** The film's long side with the strip, px: sharp on a laptop, small enough to send. */
const LONGEST_PX = 1280;

export interface OverlayRequest {
  readonly probe: VideoProbe;
  readonly result: TrialResult;
  readonly outFile: string;
  /** Capture rate ÷ file rate that the result was made with; needed where only part of the film was measured. */
  readonly slowMotion?: number;
  readonly signal?: AbortSignal | undefined;
  /** @param done 0–1 */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Writes overlay.mp4: H.264, at the film's own pace (each picture keeps its time), long side at most 1280 px.
 * @throws GaitError `disk-full`, `not-writable`, `cancelled`, `ffmpeg-missing`, `video-unreadable`; no file is left then
 */
export async function writeOverlay(request: OverlayRequest): Promise<void> {
  const layout = overlayLayout(request.probe);
  const { outFile, signal } = request;
  await encodeFilm(drawnPictures(request, layout), {
    widthPx: layout.widthPx,
    heightPx: layout.heightPx,
    rateHz: request.probe.rateHz,
    outFile,
    signal,
  });
}

/** Sizes of the drawing: the picture above, the strip below. */
export interface OverlayLayout {
  readonly widthPx: number;
  readonly pictureHeightPx: number;
  readonly heightPx: number;
  readonly scale: number;
}

/** Even sizes, because yuv420p has colour for every second pixel only; a film is never enlarged. */
export function overlayLayout({ widthPx, heightPx }: Pick<VideoProbe, 'widthPx' | 'heightPx'>): OverlayLayout {
  const stripShare = (STRIP_HEIGHT / 720) * Math.min(1, widthPx / heightPx);
  const shrink = Math.min(1, LONGEST_PX / widthPx, LONGEST_PX / (heightPx * (1 + stripShare)));
  const even = (size: number) => Math.max(2, 2 * Math.floor(size / 2));
  const picture = { widthPx: even(widthPx * shrink), heightPx: even(heightPx * shrink) };
  const scale = drawingScale(picture.widthPx, picture.heightPx);
  const strip = even(STRIP_HEIGHT * scale);
  return { widthPx: picture.widthPx, pictureHeightPx: picture.heightPx, heightPx: picture.heightPx + strip, scale };
}

async function* drawnPictures(request: OverlayRequest, layout: OverlayLayout): AsyncGenerator<DrawnPicture> {
  const { probe, result, signal, onProgress } = request;
  const { widthPx, pictureHeightPx, heightPx } = layout;
  const { first, frames } = measuredPart(request);
  const stances = stancesOf(result.events);
  const startS = probe.timeS[first] ?? 0;
  const window = frames < probe.frames ? { fromS: startS, toS: endOf(probe, first + frames - 1) } : {};
  const size = { widthPx, heightPx: pictureHeightPx };
  const buffers = [0, 1].map((): Canvas => ({ widthPx, heightPx, data: new Uint8Array(widthPx * heightPx * 3) }));
  let turn = 0;
  for await (const frame of decodeVideo(probe, { ...size, ...window, ...(signal ? { signal } : {}) })) {
    const canvas = buffers[turn++ % 2]!;
    canvas.data.set(frame.data);
    drawFrame(canvas, result, stances, frame.index - first, frame.index, layout, probe);
    const durationS = endOf(probe, frame.index) - frame.timeS;
    yield { timeS: frame.timeS - startS, durationS, data: canvas.data };
    onProgress?.(Math.min(1, (frame.index - first + 1) / frames));
  }
}

/** Which of the film's frames the result is about: all of them, or those from the one at its first time. */
function measuredPart({ probe, result, slowMotion = 1 }: OverlayRequest): {
  readonly first: number;
  readonly frames: number;
} {
  const frames = result.timeS.length;
  if (frames >= probe.frames) return { first: 0, frames: probe.frames };
  const startS = (result.timeS[0] ?? 0) * slowMotion;
  // Half a frame early, because times of the world and of the film differ by rounding.
  const first = probe.timeS.findIndex((t) => t > startS - 0.5 / probe.rateHz);
  return { first: Math.max(0, Math.min(first, probe.frames - frames)), frames };
}

/** When a frame gives way to the next, s. */
function endOf({ timeS, rateHz }: VideoProbe, frame: number): number {
  return timeS[frame + 1] ?? (timeS[frame] ?? 0) + 1 / rateHz;
}

/**
 * Draws everything of one frame.
 * @param frame number in the result; filmFrame number in the film, which is shown
 */
export function drawFrame(
  canvas: Canvas,
  result: TrialResult,
  stances: readonly Stance[],
  frame: number,
  filmFrame: number,
  layout: OverlayLayout,
  source: Pick<VideoProbe, 'widthPx' | 'heightPx'>,
): void {
  const { scale, pictureHeightPx } = layout;
  const picture: Canvas = { ...canvas, heightPx: pictureHeightPx };
  const factorX = layout.widthPx / source.widthPx;
  const factorY = pictureHeightPx / source.heightPx;
  const toPicture: ToPicture = ({ x, y }) => ({ x: x * factorX, y: y * factorY });
  const nowS = result.timeS[frame] ?? 0;
  drawBody(picture, result.clean, frame, result.capture.view, scale, toPicture);
  drawJointArcs(picture, result, frame, scale, toPicture);
  drawEventMarks(picture, result, frame, nowS, scale, toPicture);
  if (hasJointAngles(result)) drawAngleTable(picture, result, frame, scale);
  drawPhaseStrip(canvas, stances, nowS, filmFrame, pictureHeightPx, scale);
}
