// A canvas that has as many pixels as the screen has under it.
import type { Size } from './pictureFrame.ts';

/** @returns pixels of the canvas per CSS px */
export function fitCanvas(canvas: HTMLCanvasElement, { widthPx, heightPx }: Size): number {
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(widthPx * ratio), Math.round(heightPx * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return ratio;
}
