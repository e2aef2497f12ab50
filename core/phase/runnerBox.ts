// The part of the picture the runner needs, so that two runners can be shown equally large.

import type { CropBox } from '../report/keyFrames.ts';
import { bodyBox } from '../report/skeletonLines.ts';
import { quantile } from '../signal/robust.ts';
import type { CleanPose } from '../types.ts';

/** Room around the landmarks, share of the body's height: the crown is above the highest landmark, shoes reach beyond the toe. */
const ROOM = { top: 0.14, bottom: 0.08, side: 0.12 };

/** Frames in a hundred that may reach out of the box: a landmark that jumped must not make the runner small. */
const OUTSIDE = 0.03;

/** Every so many frames are enough to know where the runner is. */
const EVERY = 4;

/** @returns upright box around the runner over the whole film, px; null when nobody was seen */
export function runnerBox(clean: CleanPose): CropBox | null {
  const boxes = [];
  for (let frame = 0; frame < clean.timeS.length; frame += EVERY) {
    const box = bodyBox(clean, frame);
    if (box !== null) boxes.push(box);
  }
  if (boxes.length === 0) return null;
  const left = quantile(
    boxes.map((box) => box.left),
    OUTSIDE,
  );
  const right = quantile(
    boxes.map((box) => box.right),
    1 - OUTSIDE,
  );
  const top = quantile(
    boxes.map((box) => box.top),
    OUTSIDE,
  );
  const bottom = quantile(
    boxes.map((box) => box.bottom),
    1 - OUTSIDE,
  );
  const height = bottom - top;
  return {
    x: left - ROOM.side * height,
    y: top - ROOM.top * height,
    width: right - left + 2 * ROOM.side * height,
    height: (1 + ROOM.top + ROOM.bottom) * height,
  };
}

/**
 * How many screen pixels a leg may have, so that both runners fit their stages and are equally large.
 * @param runners box and leg length of each, px of its picture
 * @param stage size of the stage both have, screen px
 * @returns NaN when a leg has no length
 */
export function commonLegPx(
  runners: readonly { readonly box: CropBox; readonly legPx: number }[],
  stage: { readonly widthPx: number; readonly heightPx: number },
): number {
  return Math.min(
    ...runners.map(({ box, legPx }) => legPx * Math.min(stage.widthPx / box.width, stage.heightPx / box.height)),
  );
}
