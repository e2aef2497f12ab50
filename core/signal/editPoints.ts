// The clinician's corrections of landmarks and legs, laid over the legs as they were repaired.

import { LEG_LANDMARKS } from '../landmarks.ts';
import type { Edit, PointSeries } from '../types.ts';

type LandmarkMoved = Extract<Edit, { kind: 'landmark-moved' }>;

/** The left leg's landmarks; each has its partner on the right one number higher. */
const LEFT_LEG = Object.values(LEG_LANDMARKS.left);

/**
 * Apply `landmark-moved` and `legs-swapped` in their order; others are ignored.
 * @param points by landmark number, px
 * @returns a series that no edit is about is the same object as before
 */
export function editPoints(points: readonly PointSeries[], edits: readonly Edit[]): readonly PointSeries[] {
  const touched = touchedLandmarks(edits);
  if (touched.size === 0) return points;
  const edited = points.map((point, landmark) => (touched.has(landmark) ? copyOf(point) : point));
  for (const edit of edits) {
    if (edit.kind === 'landmark-moved') {
      carry(edited, edit);
      place(edited, edit);
    } else if (edit.kind === 'legs-swapped') {
      const last = Math.min(points[0]!.x.length - 1, edit.toFrame);
      for (let i = Math.max(0, edit.fromFrame); i <= last; i++) {
        for (const left of LEFT_LEG) exchangeAt(edited[left]!, edited[left + 1]!, i);
      }
    }
  }
  return edited;
}

/**
 * What the clinician placed is never a jump, nor what it took along, and another point's carrying does not shift it; a point placed
 * before its leg was exchanged has gone over with it and may be judged.
 * @param point one landmark after jumps were taken out
 * @param edited the same before
 * @returns the same object when nothing of it was placed
 */
export function keepMoved(
  point: PointSeries,
  edited: PointSeries,
  landmark: number,
  edits: readonly Edit[],
): PointSeries {
  const moved = edits.filter((edit) => edit.kind === 'landmark-moved' && edit.landmark === landmark) as LandmarkMoved[];
  if (moved.length === 0) return point;
  const kept = copyOf(point);
  for (const edit of moved) {
    for (const { frame } of carriedFrames(edit, kept.x.length)) {
      kept.x[frame] = edited.x[frame]!;
      kept.y[frame] = edited.y[frame]!;
    }
  }
  for (const edit of moved) placeOn(kept, edit);
  return kept;
}

function touchedLandmarks(edits: readonly Edit[]): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const edit of edits) {
    if (edit.kind === 'landmark-moved') touched.add(edit.landmark);
    else if (edit.kind === 'legs-swapped') for (const left of LEFT_LEG) touched.add(left).add(left + 1);
  }
  return touched;
}

function copyOf({ x, y }: PointSeries): PointSeries {
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}

function place(points: readonly PointSeries[], edit: LandmarkMoved): void {
  const point = points[edit.landmark];
  if (point !== undefined) placeOn(point, edit);
}

function placeOn(point: PointSeries, edit: LandmarkMoved): void {
  if (!(edit.frame >= 0 && edit.frame < point.x.length)) return;
  point.x[edit.frame] = edit.xPx;
  point.y[edit.frame] = edit.yPx;
}

/** Takes the neighbours of a moved point along; where the point was missing nobody knows how far. */
function carry(points: readonly PointSeries[], edit: LandmarkMoved): void {
  const point = points[edit.landmark];
  const byX = edit.xPx - (point?.x[edit.frame] ?? Number.NaN);
  const byY = edit.yPx - (point?.y[edit.frame] ?? Number.NaN);
  if (point === undefined || Number.isNaN(byX + byY)) return;
  for (const { frame, share } of carriedFrames(edit, point.x.length)) {
    point.x[frame]! += share * byX;
    point.y[frame]! += share * byY;
  }
}

/** The neighbours that a moved point takes along, and how much of its way each goes: a bell that ends at nothing. */
function carriedFrames(edit: LandmarkMoved, frames: number): { readonly frame: number; readonly share: number }[] {
  const reach = edit.carryFrames ?? 0;
  const off = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach).filter((by) => by !== 0);
  return off
    .map((by) => ({ frame: edit.frame + by, share: (1 + Math.cos((Math.PI * by) / (reach + 1))) / 2 }))
    .filter(({ frame }) => frame >= 0 && frame < frames);
}

function exchangeAt(a: PointSeries, b: PointSeries, i: number): void {
  [a.x[i], b.x[i]] = [b.x[i]!, a.x[i]!];
  [a.y[i], b.y[i]] = [b.y[i]!, a.y[i]!];
}
