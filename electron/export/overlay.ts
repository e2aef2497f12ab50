// The film with what was measured drawn on every frame: skeleton, joint angles, ground contacts. Streams; nothing is held whole.

import { coverRegions } from '../../core/export/coverRegions.ts';
import { faceCovers } from '../../core/export/faceCover.ts';
import type { TrialResult } from '../../core/types.ts';
import { decodeVideo } from '../video/decode.ts';
import type { VideoProbe } from '../video/probe.ts';
import type { Canvas } from './overlay/canvas.ts';
import { drawAngleTable, drawJointArcs, hasJointAngles } from './overlay/drawAngles.ts';
import { drawBody, type ToPicture } from './overlay/drawBody.ts';
import { type DrawnPicture, encodeFilm } from './overlay/encodeFilm.ts';
import { endOf, type MeasuredFilm, measuredPart } from './overlay/filmPart.ts';
import { drawingScale } from './overlay/overlayStyle.ts';
import { drawEventMarks, drawPhaseStrip, STRIP_HEIGHT, type Stance, stancesOf } from './overlay/phaseStrip.ts';

/** The film's long side with the strip, px: sharp on a laptop, small enough to send. */
const LONGEST_PX = 1280;

/** What is drawn over a picture. */
export interface OverlayParts {
  readonly skeleton: boolean;
  /** Arcs at the joints and the table of angles. */
  readonly angles: boolean;
  /** Contacts and toe-offs at the feet and the strip below the picture. */
  readonly phase: boolean;
}

export const OVERLAY_DEFAULTS: OverlayParts = { skeleton: true, angles: true, phase: true };

export interface OverlayRequest extends MeasuredFilm {
  readonly outFile: string;
  /** Left out means {@link OVERLAY_DEFAULTS}. */
  readonly show?: Partial<OverlayParts> | undefined;
  /** Makes the face unrecognisable on every frame. */
  readonly blurFaces?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** @param done 0–1 */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Writes overlay.mp4: H.264, at the film's own pace (each picture keeps its time), long side at most 1280 px.
 * @throws GaitError `disk-full`, `not-writable`, `cancelled`, `ffmpeg-missing`, `video-unreadable`; no file is left then
 */
export async function writeOverlay(request: OverlayRequest): Promise<void> {
  const layout = overlayLayout(request.probe, request.show?.phase);
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
export function overlayLayout(
  { widthPx, heightPx }: Pick<VideoProbe, 'widthPx' | 'heightPx'>,
  withStrip: boolean = OVERLAY_DEFAULTS.phase,
): OverlayLayout {
  const stripShare = withStrip ? (STRIP_HEIGHT / 720) * Math.min(1, widthPx / heightPx) : 0;
  const shrink = Math.min(1, LONGEST_PX / widthPx, LONGEST_PX / (heightPx * (1 + stripShare)));
  const even = (size: number) => Math.max(2, 2 * Math.floor(size / 2));
  const picture = { widthPx: even(widthPx * shrink), heightPx: even(heightPx * shrink) };
  const scale = drawingScale(picture.widthPx, picture.heightPx);
  const strip = withStrip ? even(STRIP_HEIGHT * scale) : 0;
  return { widthPx: picture.widthPx, pictureHeightPx: picture.heightPx, heightPx: picture.heightPx + strip, scale };
}

async function* drawnPictures(request: OverlayRequest, layout: OverlayLayout): AsyncGenerator<DrawnPicture> {
  const { probe, result, signal, onProgress } = request;
  const { widthPx, pictureHeightPx, heightPx } = layout;
  const show = { ...OVERLAY_DEFAULTS, ...request.show };
  const covers = request.blurFaces ? faceCovers({ result, picture: probe }) : null;
  const factor = { x: widthPx / probe.widthPx, y: pictureHeightPx / probe.heightPx };
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
    if (covers !== null) coverRegions({ ...canvas, heightPx: pictureHeightPx }, covers[frame.index - first]!, factor);
    drawFrame(canvas, result, stances, frame.index - first, frame.index, layout, probe, show);
    const durationS = endOf(probe, frame.index) - frame.timeS;
    yield { timeS: frame.timeS - startS, durationS, data: canvas.data };
    onProgress?.(Math.min(1, (frame.index - first + 1) / frames));
  }
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
  show: OverlayParts = OVERLAY_DEFAULTS,
): void {
  const { scale, pictureHeightPx } = layout;
  const picture: Canvas = { ...canvas, heightPx: pictureHeightPx };
  const factorX = layout.widthPx / source.widthPx;
  const factorY = pictureHeightPx / source.heightPx;
  const toPicture: ToPicture = ({ x, y }) => ({ x: x * factorX, y: y * factorY });
  const nowS = result.timeS[frame] ?? 0;
  if (show.skeleton) drawBody(picture, result.clean, frame, result.capture.view, scale, toPicture);
  if (show.angles) drawJointArcs(picture, result, frame, scale, toPicture);
  if (show.phase) drawEventMarks(picture, result, frame, nowS, scale, toPicture);
  if (show.angles && hasJointAngles(result)) drawAngleTable(picture, result, frame, scale);
  if (show.phase) drawPhaseStrip(canvas, stances, nowS, filmFrame, pictureHeightPx, scale);
}
