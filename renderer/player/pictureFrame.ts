// Where the film's picture lies on the stage, and the way between points of the one and the other.
import type { PicturePoint } from '../../core/report/skeletonLines.ts';

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A point of the stage, CSS px from its upper left corner. */
export interface StagePoint {
  readonly x: number;
  readonly y: number;
}

export interface PictureFrame {
  /** CSS px per pixel of the source picture. */
  readonly scale: number;
  readonly leftPx: number;
  readonly topPx: number;
  /** Left and right are exchanged, so that two runners face the same way. */
  readonly mirrored: boolean;
  /** Of the upright source picture. */
  readonly source: Size;
}

/** What the clinician looks at: null = the whole picture; else this point in the middle of the stage, this large. */
export type Zoom = { readonly scale: number; readonly centre: PicturePoint } | null;

/** Beyond this single pixels fill a hand's breadth. */
const LARGEST_SCALE = 16;

/** The picture as large as the stage allows, in its middle. */
function fittedScale(source: Size, stage: Size): number {
  return Math.max(1e-3, Math.min(stage.widthPx / source.widthPx, stage.heightPx / source.heightPx));
}

/** Where the picture lies on a stage of that size. */
export function pictureFrame(source: Size, stage: Size, zoom: Zoom, mirrored: boolean): PictureFrame {
  const scale = zoom?.scale ?? fittedScale(source, stage);
  const centre = zoom?.centre ?? { x: source.widthPx / 2, y: source.heightPx / 2 };
  const centreX = mirrored ? source.widthPx - centre.x : centre.x;
  return {
    scale,
    leftPx: stage.widthPx / 2 - centreX * scale,
    topPx: stage.heightPx / 2 - centre.y * scale,
    mirrored,
    source,
  };
}

/** A point of the source picture → CSS px on the stage. */
export function toStage(frame: PictureFrame, { x, y }: PicturePoint): StagePoint {
  const across = frame.mirrored ? frame.source.widthPx - x : x;
  return { x: frame.leftPx + across * frame.scale, y: frame.topPx + y * frame.scale };
}

/** CSS px on the stage → a point of the source picture, which may lie outside it. */
export function fromStage(frame: PictureFrame, { x, y }: StagePoint): PicturePoint {
  const across = (x - frame.leftPx) / frame.scale;
  return { x: frame.mirrored ? frame.source.widthPx - across : across, y: (y - frame.topPx) / frame.scale };
}

/** Larger or smaller by a factor, the point under the pointer staying where it is; null again when the whole picture fits. */
export function zoomedAt(frame: PictureFrame, stage: Size, at: StagePoint, factor: number): Zoom {
  const fitted = fittedScale(frame.source, stage);
  const scale = Math.min(Math.max(LARGEST_SCALE, fitted), frame.scale * factor);
  if (scale <= fitted * 1.001) return null;
  const held = fromStage(frame, at);
  const sign = frame.mirrored ? -1 : 1;
  const centre = {
    x: held.x + (sign * (stage.widthPx / 2 - at.x)) / scale,
    y: held.y + (stage.heightPx / 2 - at.y) / scale,
  };
  return { scale, centre: onPicture(frame.source, centre) };
}

/** The picture moved along with a drag by so many CSS px. */
export function pannedBy(frame: PictureFrame, zoom: Zoom, byX: number, byY: number): Zoom {
  if (!zoom) return null;
  const sign = frame.mirrored ? -1 : 1;
  const centre = { x: zoom.centre.x - (sign * byX) / frame.scale, y: zoom.centre.y - byY / frame.scale };
  return { scale: zoom.scale, centre: onPicture(frame.source, centre) };
}

/** The middle of the stage stays on the picture, so that it is never lost. */
function onPicture(source: Size, { x, y }: PicturePoint): PicturePoint {
  return { x: Math.max(0, Math.min(source.widthPx, x)), y: Math.max(0, Math.min(source.heightPx, y)) };
}
