// One panel of a comparison: the part of the film around the runner, mirrored or not, with the skeleton over it.

import { coverRegions } from '../../../core/export/coverRegions.ts';
import type { CoverRegion } from '../../../core/export/faceCover.ts';
import type { TrialResult } from '../../../core/types.ts';
import type { Canvas } from '../overlay/canvas.ts';
import { drawBody } from '../overlay/drawBody.ts';
import { drawingScale, STRIP } from '../overlay/overlayStyle.ts';
import type { PanelView } from './panelLayout.ts';

export interface PanelPicture {
  readonly view: PanelView;
  readonly mirrored: boolean;
  readonly result: Pick<TrialResult, 'clean' | 'capture'>;
  /** Number of the frame in the result. */
  readonly frame: number;
  /** The whole decoded picture, RGB. */
  readonly data: Uint8Array;
  /** Where the face is; null leaves the picture as filmed. */
  readonly covers: readonly CoverRegion[] | null;
  readonly skeleton: boolean;
}

/** Draws the panel over whatever was there. */
export function drawPanel(panel: Canvas, picture: PanelPicture): void {
  const { view, mirrored, result, frame, covers, skeleton } = picture;
  copyPart(panel, picture);
  const x = (decodedPx: number) => (mirrored ? panel.widthPx - (decodedPx - view.leftPx) : decodedPx - view.leftPx);
  if (covers !== null)
    coverRegions(
      panel,
      covers.map((region) => inPanel(region, view, x)),
      { x: 1, y: 1 },
    );
  if (!skeleton) return;
  const toPanel = (point: { readonly x: number; readonly y: number }) => ({
    x: x(point.x * view.scale),
    y: point.y * view.scale - view.topPx,
  });
  drawBody(panel, result.clean, frame, result.capture.view, drawingScale(panel.widthPx, panel.heightPx), toPanel);
}

function inPanel(region: CoverRegion, { scale, topPx }: PanelView, x: (decodedPx: number) => number): CoverRegion {
  return {
    ...region,
    xPx: x(region.xPx * scale),
    yPx: region.yPx * scale - topPx,
    rxPx: region.rxPx * scale,
    ryPx: region.ryPx * scale,
    grainPx: region.grainPx * scale,
  };
}

/** Row by row; dark where the panel reaches beyond the film. */
function copyPart(panel: Canvas, { view, mirrored, data }: PanelPicture): void {
  const { decodedWidthPx, decodedHeightPx, leftPx, topPx } = view;
  const [from, to] = [Math.max(0, -leftPx), Math.min(panel.widthPx, decodedWidthPx - leftPx)];
  for (let row = 0; row < panel.heightPx; row++) {
    const start = row * panel.widthPx * 3;
    const sourceRow = row + topPx;
    const inside = sourceRow >= 0 && sourceRow < decodedHeightPx && to > from;
    if (!inside || from > 0 || to < panel.widthPx) darken(panel.data, start, panel.widthPx);
    if (!inside) continue;
    const source = (sourceRow * decodedWidthPx + leftPx) * 3;
    if (!mirrored) panel.data.set(data.subarray(source + from * 3, source + to * 3), start + from * 3);
    else
      for (let column = from; column < to; column++) {
        const target = start + (panel.widthPx - 1 - column) * 3;
        const at = source + column * 3;
        panel.data[target] = data[at]!;
        panel.data[target + 1] = data[at + 1]!;
        panel.data[target + 2] = data[at + 2]!;
      }
  }
}

function darken(data: Uint8Array, start: number, pixels: number): void {
  for (let i = 0; i < pixels; i++) data.set(STRIP, start + 3 * i);
}
