// The runner's skeleton over the film, drawn in the same moment as the picture it belongs to.
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { TrialResult } from '../../core/types.ts';
import { fitCanvas } from '../player/fitCanvas.ts';
import { useStage } from '../player/stageContext.ts';
import css from './BodyOverlay.module.css';
import { drawAngles } from './drawAngles.ts';
import { drawBody } from './drawBody.ts';
import { drawTrail } from './drawTrail.ts';
import { lettersScale } from './overlayStyle.ts';

export interface BodyOverlayProps {
  /** Drawn from its clean pose; give the newest, also while a correction is dragged. */
  readonly result: TrialResult;
  readonly skeleton?: boolean;
  readonly angles?: boolean;
  /** The way of the near ankle over the last stride. */
  readonly trail?: boolean;
  /** Landmarks to ring. */
  readonly ringed?: readonly number[];
}

const NONE: readonly number[] = [];

/** Lies on a FilmStage; nothing of it takes the pointer. `data-frame` says which frame is drawn. */
export function BodyOverlay({
  result,
  skeleton = true,
  angles = true,
  trail = false,
  ringed = NONE,
}: BodyOverlayProps) {
  const { player, picture, size } = useStage();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const drawRef = useRef((_frame: number): void => {});
  const lettersRef = useRef(1);

  // To ask the page for it makes the page work out all its styles: not at every move of a drag.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other letters make another stage
  useLayoutEffect(() => {
    lettersRef.current = lettersScale();
  }, [size]);

  useLayoutEffect(() => {
    const canvas = canvasRef.current;
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) return;
    const ratio = fitCanvas(canvas, size);
    const letters = lettersRef.current;
    drawRef.current = (frame) => {
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, canvas.width, canvas.height);
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      if (trail) drawTrail(pen, picture, result, frame);
      if (skeleton) drawBody(pen, picture, result, frame, ringed);
      if (angles) drawAngles(pen, picture, result, frame, letters);
      canvas.dataset.frame = String(frame);
    };
    drawRef.current(player.state.frame);
  }, [player, picture, size, result, skeleton, angles, trail, ringed]);

  useEffect(() => player.onFrame((frame) => drawRef.current(frame)), [player]);

  return <canvas ref={canvasRef} className={css.canvas} />;
}
