// The angle that a clinician drew on a picture.
import type { PicturePoint } from './skeletonLines.ts';

/**
 * The opening at the middle one of three points, 0–180°, as it looks in the picture: it says nothing about depth.
 * @returns null when an arm has no length
 */
export function drawnAngleDeg(points: readonly PicturePoint[]): number | null {
  const [from, corner, to] = points;
  if (!from || !corner || !to) return null;
  const [ax, ay] = [from.x - corner.x, from.y - corner.y];
  const [bx, by] = [to.x - corner.x, to.y - corner.y];
  if (Math.hypot(ax, ay) === 0 || Math.hypot(bx, by) === 0) return null;
  return (Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) * 180) / Math.PI;
}
