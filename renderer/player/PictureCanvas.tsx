// The film's picture, drawn by the page itself together with what lies over it: so the two can never be of different frames.
import { useEffect, useLayoutEffect, useRef } from 'react';
import css from './FilmStage.module.css';
import { fitCanvas } from './fitCanvas.ts';
import { useStage } from './stageContext.ts';

/** Lies on a FilmStage, over the video that the pictures come from. */
export function PictureCanvas() {
  const { player, picture, size } = useStage();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const drawRef = useRef((): void => {});

  useLayoutEffect(() => {
    const canvas = canvasRef.current;
    const pen = canvas?.getContext('2d', { alpha: false });
    if (!canvas || !pen) return;
    const ratio = fitCanvas(canvas, size);
    const { scale, leftPx, topPx, mirrored, source } = picture;
    drawRef.current = () => {
      if (!player.picture) return;
      pen.resetTransform();
      pen.fillStyle = GROUND;
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.setTransform(ratio, 0, 0, ratio, ratio * leftPx, ratio * topPx);
      if (mirrored) pen.transform(-1, 0, 0, 1, source.widthPx * scale, 0);
      pen.drawImage(player.picture, 0, 0, source.widthPx * scale, source.heightPx * scale);
    };
    drawRef.current();
  }, [player, picture, size]);

  useEffect(() => player.onFrame(() => drawRef.current()), [player]);

  return <canvas ref={canvasRef} className={css.picture} />;
}

/** Around the picture, as in FilmStage.module.css. */
const GROUND = '#0b0f13';
