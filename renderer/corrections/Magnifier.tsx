// The picture around a point, three times as large, with a cross on the point itself.
import { useLayoutEffect, useRef, useState } from 'react';
import type { PicturePoint } from '../../core/report/skeletonLines.ts';
import { toStage } from '../player/pictureFrame.ts';
import { useStage } from '../player/stageContext.ts';
import css from './LandmarkHandles.module.css';

const SIZE_PX = 150;
const ENLARGED = 3;
/** From the point to the magnifier's middle, so that the hand does not hide it. */
const ASIDE_PX = 125;

/** Lies on a FilmStage while one joint is dragged on one frame; nothing where the film cannot be shown. */
export function Magnifier({ at }: { readonly at: PicturePoint }) {
  const { player, picture, size } = useStage();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  /** The whole picture, painted once: to take a part out of the film's own frame would convert all of it at every move. */
  const [sheet] = useState(() => painted(player.picture));
  const point = toStage(picture, at);

  useLayoutEffect(() => {
    const canvas = canvasRef.current;
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen || !sheet) return;
    const ratio = window.devicePixelRatio;
    canvas.width = SIZE_PX * ratio;
    canvas.height = SIZE_PX * ratio;
    const scale = picture.scale * ENLARGED * ratio;
    pen.translate(canvas.width / 2, canvas.height / 2);
    pen.scale(picture.mirrored ? -scale : scale, scale);
    pen.drawImage(sheet, -at.x, -at.y, picture.source.widthPx, picture.source.heightPx);
    pen.setTransform(ratio, 0, 0, ratio, canvas.width / 2, canvas.height / 2);
    drawCross(pen);
  }, [at, picture, sheet]);

  if (!sheet) return null;
  const left = point.x + ASIDE_PX + SIZE_PX / 2 > size.widthPx ? point.x - ASIDE_PX : point.x + ASIDE_PX;
  const top = Math.max(SIZE_PX / 2, Math.min(size.heightPx - SIZE_PX / 2, point.y - ASIDE_PX / 2));
  return (
    <canvas ref={canvasRef} className={css.magnifier} style={{ left: left - SIZE_PX / 2, top: top - SIZE_PX / 2 }} />
  );
}

function painted(picture: VideoFrame | null): OffscreenCanvas | null {
  if (!picture) return null;
  const sheet = new OffscreenCanvas(picture.displayWidth, picture.displayHeight);
  sheet.getContext('2d')?.drawImage(picture, 0, 0);
  return sheet;
}

function drawCross(pen: CanvasRenderingContext2D): void {
  for (const [colour, width] of [
    ['#0e1319', 3],
    ['#ffe27a', 1.2],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    for (const [x, y] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      pen.moveTo(4 * x, 4 * y);
      pen.lineTo(18 * x, 18 * y);
    }
    pen.stroke();
  }
}
