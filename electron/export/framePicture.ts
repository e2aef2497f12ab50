// One frame of a film as a picture file, with what was measured drawn on it and the face unrecognisable if asked.

import { GaitError } from '../../core/errors.ts';
import { coverRegions } from '../../core/export/coverRegions.ts';
import { faceCovers } from '../../core/export/faceCover.ts';
import { decodeVideo } from '../video/decode.ts';
import type { Canvas } from './overlay/canvas.ts';
import { endOf, type MeasuredFilm, measuredPart } from './overlay/filmPart.ts';
import { drawingScale } from './overlay/overlayStyle.ts';
import { STRIP_HEIGHT, stancesOf } from './overlay/phaseStrip.ts';
import { drawFrame, OVERLAY_DEFAULTS, type OverlayLayout, type OverlayParts } from './overlay.ts';
import { encodePicture, type PictureFormat } from './pictures.ts';
import { writeAtomically } from './writeAtomically.ts';

export interface FramePictureRequest extends MeasuredFilm {
  /** Number of the frame in the result. */
  readonly frame: number;
  readonly format: PictureFormat;
  readonly outFile: string;
  /** Left out means skeleton and angles, without the strip. */
  readonly show?: Partial<OverlayParts> | undefined;
  readonly blurFaces?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the picture in the film's own size.
 * @throws GaitError `disk-full`, `not-writable`, `cancelled`, `video-unreadable`, `ffmpeg-missing`; no file is left then
 */
export async function writeFramePicture(request: FramePictureRequest): Promise<void> {
  const { frame, format, outFile, signal, probe, result } = request;
  const { first, frames } = measuredPart(request);
  if (!(Number.isInteger(frame) && frame >= 0 && frame < frames))
    throw new RangeError(`no frame ${frame} in a result of ${frames}`);
  const show = { ...OVERLAY_DEFAULTS, phase: false, ...request.show };
  const layout = fullSize(probe, show.phase);
  const canvas = await frameCanvas(request, first + frame, layout);
  const picture = { ...canvas, heightPx: layout.pictureHeightPx };
  const factor = { x: layout.widthPx / probe.widthPx, y: layout.pictureHeightPx / probe.heightPx };
  if (request.blurFaces) coverRegions(picture, faceCovers({ result, picture: probe })[frame]!, factor);
  drawFrame(canvas, result, stancesOf(result.events), frame, first + frame, layout, probe, show);
  await writeAtomically(outFile, await encodePicture(canvas, format, { signal }), { signal });
}

/** The picture as it was filmed, the strip below it where there is one. */
function fullSize({ widthPx, heightPx }: MeasuredFilm['probe'], withStrip: boolean): OverlayLayout {
  const scale = drawingScale(widthPx, heightPx);
  const strip = withStrip ? Math.round(STRIP_HEIGHT * scale) : 0;
  return { widthPx, pictureHeightPx: heightPx, heightPx: heightPx + strip, scale };
}

async function frameCanvas(
  { probe, signal }: FramePictureRequest,
  frame: number,
  { widthPx, pictureHeightPx, heightPx }: OverlayLayout,
): Promise<Canvas> {
  const window = { fromS: probe.timeS[frame]!, toS: endOf(probe, frame) };
  const size = { widthPx, heightPx: pictureHeightPx };
  for await (const { index, data } of decodeVideo(probe, { ...size, ...window, ...(signal ? { signal } : {}) })) {
    if (index !== frame) continue;
    const canvas = { widthPx, heightPx, data: new Uint8Array(widthPx * heightPx * 3) };
    canvas.data.set(data);
    return canvas;
  }
  throw new GaitError('video-unreadable', `Frame ${frame} of ${probe.file} cannot be read; choose the one beside it.`);
}
