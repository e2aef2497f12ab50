// A body moved so that its pelvis is at 0, its leg is 1 long and it runs to the right: two runners can then be laid on each other.

import { LANDMARK, LEG_LANDMARKS } from '../landmarks.ts';
import { type BodyLine, midPoint, type PicturePoint, pointAt, skeletonLines } from '../report/skeletonLines.ts';
import { median } from '../signal/robust.ts';
import type { Capture, CleanPose, Side } from '../types.ts';

/** One line of the body in leg lengths from the pelvis, x in the running direction, y down as in pictures. */
export interface PelvisLine {
  readonly part: BodyLine['part'];
  /** `own` is the leg that is looked at. */
  readonly leg: 'own' | 'other' | null;
  readonly points: readonly PicturePoint[];
}

/**
 * Hip to knee to ankle of one leg, px: medians over the film, so that a bent leg is not short.
 * @returns NaN when the leg was never seen
 */
export function legLengthPx(clean: CleanPose, side: Side): number {
  const { hip, knee, ankle } = LEG_LANDMARKS[side];
  const lengths = (from: number, to: number) =>
    clean.timeS.map((_, frame) => {
      const [a, b] = [pointAt(clean, from, frame), pointAt(clean, to, frame)];
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN;
    });
  return median(lengths(hip, knee)) + median(lengths(knee, ankle));
}

/**
 * The body of one frame, aligned and scaled.
 * From the side it is turned so that it runs to the right; from behind a right leg is shown as a left one, so that legs of different
 * sides lie on each other.
 * @param legPx {@link legLengthPx} of the leg that is looked at
 * @returns empty when the hips were not seen or the leg has no length
 */
export function pelvisSkeleton(
  clean: CleanPose,
  frame: number,
  { view, facing }: Pick<Capture, 'view' | 'facing'>,
  side: Side,
  legPx: number,
): readonly PelvisLine[] {
  const pelvis = midPoint(clean, LANDMARK.leftHip, LANDMARK.rightHip, frame);
  if (pelvis === null || !(legPx > 0)) return [];
  const turn = facing ?? (side === 'left' ? 1 : -1);
  return skeletonLines(clean, frame, view).map((line) => ({
    part: line.part,
    leg: line.side === null ? null : line.side === side ? 'own' : 'other',
    points: line.points.map(({ x, y }) => ({ x: (turn * (x - pelvis.x)) / legPx, y: (y - pelvis.y) / legPx })),
  }));
}
