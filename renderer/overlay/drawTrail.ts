// Draws the way of each ankle over the last stride, so that the shape of the swing is seen at a glance.
import { LEG_LANDMARKS } from '../../core/landmarks.ts';
import { pointAt } from '../../core/report/skeletonLines.ts';
import { firstFrameAt } from '../../core/strides/frameAt.ts';
import { SIDES, type TrialResult } from '../../core/types.ts';
import { type PictureFrame, toStage } from '../player/pictureFrame.ts';
import { drawingScale, SIDE_COLOUR } from './overlayStyle.ts';

/** About one stride of a runner, s of world time. */
const TRAIL_S = 0.75;

/** Draws both ankles' ways up to this frame, fading towards the past. */
export function drawTrail(
  pen: CanvasRenderingContext2D,
  picture: PictureFrame,
  { clean, timeS, capture }: TrialResult,
  frame: number,
): void {
  const scale = drawingScale(picture.source.heightPx * picture.scale);
  const nowS = timeS[frame];
  if (nowS === undefined) return;
  const first = firstFrameAt(timeS, nowS - TRAIL_S);
  pen.save();
  pen.lineCap = 'round';
  for (const side of SIDES) {
    const near = capture.view === side || capture.view === 'posterior';
    pen.strokeStyle = SIDE_COLOUR[side];
    pen.lineWidth = (near ? 2.6 : 1.6) * scale;
    pen.setLineDash(side === 'right' ? [5 * scale, 4 * scale] : []);
    for (let i = Math.max(1, first); i <= frame; i++) {
      const from = pointAt(clean, LEG_LANDMARKS[side].ankle, i - 1);
      const to = pointAt(clean, LEG_LANDMARKS[side].ankle, i);
      if (!from || !to) continue;
      const [a, b] = [toStage(picture, from), toStage(picture, to)];
      pen.globalAlpha = 0.85 * (1 - (nowS - timeS[i]!) / TRAIL_S) + 0.1;
      pen.beginPath();
      pen.moveTo(a.x, a.y);
      pen.lineTo(b.x, b.y);
      pen.stroke();
    }
  }
  pen.restore();
}
