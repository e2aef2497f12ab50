// The body as lines on one picture: what the report and the overlay draw over the film.

import { LANDMARK, LEG_LANDMARKS } from '../landmarks.ts';
import type { CleanPose, Side, View } from '../types.ts';

/** A point of the upright source picture, px, y down. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** One open line through joints. */
export interface BodyLine {
  readonly part: 'leg' | 'foot' | 'trunk' | 'arm';
  /** Null for the trunk. */
  readonly side: Side | null;
  /** Towards the camera; both sides from behind. */
  readonly near: boolean;
  readonly points: readonly PicturePoint[];
}

const ARM = { left: [11, 13, 15], right: [12, 14, 16] } as const;

/** One landmark on one frame, or null where it is missing. */
export function pointAt(clean: CleanPose, landmark: number, frame: number): PicturePoint | null {
  const series = clean.points[landmark];
  const x = series?.x[frame];
  const y = series?.y[frame];
  return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
}

/** The point half-way between two landmarks, or null when either is missing. */
export function midPoint(clean: CleanPose, a: number, b: number, frame: number): PicturePoint | null {
  const p = pointAt(clean, a, frame);
  const q = pointAt(clean, b, frame);
  return p && q ? { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 } : null;
}

/**
 * The lines of the body on one frame, the far side first so that the near one is drawn over it.
 * @param frame source frame number
 * @returns lines of two or more neighbouring points that are both known; empty when nobody was seen
 */
export function skeletonLines(clean: CleanPose, frame: number, view: View): readonly BodyLine[] {
  const at = (landmark: number) => pointAt(clean, landmark, frame);
  const sides: readonly Side[] = view === 'left' ? ['right', 'left'] : ['left', 'right'];
  const isNear = (side: Side) => view === 'posterior' || view === side;
  const sided = sides.flatMap((side): BodyLine[] => {
    const leg = LEG_LANDMARKS[side];
    const near = isNear(side);
    return [
      ...pieces(ARM[side].map(at)).map((points) => ({ part: 'arm' as const, side, near, points })),
      ...pieces([leg.hip, leg.knee, leg.ankle].map(at)).map((points) => ({ part: 'leg' as const, side, near, points })),
      ...pieces([leg.ankle, leg.heel, leg.toe, leg.ankle].map(at)).map((points) => ({
        part: 'foot' as const,
        side,
        near,
        points,
      })),
    ];
  });
  const far = sided.filter((line) => !line.near);
  const nearLines = sided.filter((line) => line.near);
  return [...far, ...trunkLines(clean, frame, view), ...nearLines];
}

function trunkLines(clean: CleanPose, frame: number, view: View): readonly BodyLine[] {
  const line = (points: readonly (PicturePoint | null)[]): readonly BodyLine[] =>
    pieces(points).map((known) => ({ part: 'trunk', side: null, near: true, points: known }));
  const hips = midPoint(clean, LANDMARK.leftHip, LANDMARK.rightHip, frame);
  const shoulders = midPoint(clean, LANDMARK.leftShoulder, LANDMARK.rightShoulder, frame);
  const ears = midPoint(clean, LANDMARK.leftEar, LANDMARK.rightEar, frame);
  const spine = line([hips, shoulders, ears]);
  if (view !== 'posterior') return spine;
  const girdle = (left: number, right: number) => line([pointAt(clean, left, frame), pointAt(clean, right, frame)]);
  return [
    ...spine,
    ...girdle(LANDMARK.leftHip, LANDMARK.rightHip),
    ...girdle(LANDMARK.leftShoulder, LANDMARK.rightShoulder),
  ];
}

/** Cuts a line at its missing points. */
function pieces(points: readonly (PicturePoint | null)[]): readonly (readonly PicturePoint[])[] {
  const out: PicturePoint[][] = [[]];
  for (const point of points)
    if (point === null) out.push([]);
    else out.at(-1)?.push(point);
  return out.filter((piece) => piece.length > 1);
}

/** Hip, knee and ankle of one leg known on a frame. */
export function legSeen(clean: CleanPose, side: Side, frame: number): boolean {
  const leg = LEG_LANDMARKS[side];
  return [leg.hip, leg.knee, leg.ankle].every((landmark) => pointAt(clean, landmark, frame) !== null);
}

/** Smallest upright box around everybody's known points on one frame, px, or null when nobody was seen. */
export function bodyBox(
  clean: CleanPose,
  frame: number,
): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } | null {
  const known = clean.points.map((_, landmark) => pointAt(clean, landmark, frame)).filter((p) => p !== null);
  if (known.length === 0) return null;
  const xs = known.map((p) => p.x);
  const ys = known.map((p) => p.y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
