// Where the face is on every frame, so that it can be made unrecognisable in whatever leaves the clinic.
//
// Works: from every side, because the network draws nose, eyes and ears also where hair hides them; what is covered is the whole
// head. Fails towards covering more: a face that is lost for longer than a moment costs all of the picture above the shoulders, and
// a runner who is lost costs the whole picture. Other people are only known as "somebody else is in the film": then everything
// beside the runner is covered; somebody right behind the runner is not told apart from him.

import { LANDMARK } from '../landmarks.ts';
import { bodyBox, midPoint, type PicturePoint, pointAt } from '../report/skeletonLines.ts';
import { median } from '../signal/robust.ts';
import type { CleanPose, TrialResult } from '../types.ts';

/** Part of the upright source picture to be covered, px: around a centre, so far to each side. */
export interface CoverRegion {
  readonly shape: 'ellipse' | 'box' | 'outside';
  readonly xPx: number;
  readonly yPx: number;
  readonly rxPx: number;
  readonly ryPx: number;
  /** Details smaller than this must be gone: about a quarter of a head. */
  readonly grainPx: number;
}

/** What of a result is needed, and the size of its picture. */
export interface FaceSource {
  readonly result: Pick<TrialResult, 'clean' | 'quality'>;
  readonly picture: { readonly widthPx: number; readonly heightPx: number };
}

/** Nose, eyes, ears, mouth. */
const FACE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** A face that is away for no longer is covered where it must have been, s; a head moves by less than its size in that time. Ours. */
const LONGEST_HOLD_S = 0.3;

/**
 * In parts of the height of the ears above the shoulders (0.12 of stature, 21 cm; Winter 2009): half axes of the covered ellipse.
 * The crown is 13 cm above the ears, the chin 11 cm below them, and nose and back of the head are 20 cm apart: half as much again to spare.
 */
const HALF_WIDTH = 0.9;
const HALF_HEIGHT = 1;
/** No known point of the face comes closer to the edge than this, in the same parts. */
const EDGE = 0.3;
const GRAIN = 0.3;
/** The ears' height above the shoulders as a share of the trunk (0.288 of stature; Winter 2009), where the ears were never seen. */
const PER_TRUNK = 0.42;

/** Above the shoulders, in lengths of the trunk: up beyond any raised head, and to both sides beyond a bent one. */
const ABOVE = { up: 1.1, down: 0.15, side: 0.9 };
/** Room around the runner where everything else is covered, share of the body's height. */
const AROUND = 0.12;
/** Grain of the whole picture where no head gives a measure, share of its height. */
const WHOLE_GRAIN = 1 / 16;

/**
 * What to cover on every frame. Never empty: a frame on which no face can be found is covered as far as is needed to be sure.
 * @returns one list of regions per frame
 */
export function faceCovers({ result, picture }: FaceSource): readonly (readonly CoverRegion[])[] {
  const { clean, quality } = result;
  const headPx = headSize(clean);
  const faces = held(
    clean.timeS,
    Array.from(clean.timeS, (_, frame) => faceAt(clean, frame, headPx)),
  );
  const others = quality.some(({ code }) => code === 'second-person');
  return faces.map((face, frame) => {
    const runner = face === null ? aboveShoulders(clean, frame, headPx) : [face];
    const covers = runner ?? [whole(picture)];
    return others ? [...covers, besideRunner(clean, frame, headPx) ?? whole(picture)] : covers;
  });
}

/** Height of the ears above the shoulders, px: the median over the film; NaN when neither that nor a trunk was ever seen. */
function headSize(clean: CleanPose): number {
  const apart = (a: readonly [number, number], b: readonly [number, number]) =>
    median(
      Array.from(clean.timeS, (_, frame) => {
        const [p, q] = [midPoint(clean, ...a, frame), midPoint(clean, ...b, frame)];
        return p && q ? Math.hypot(p.x - q.x, p.y - q.y) : Number.NaN;
      }),
    );
  const shoulders = [LANDMARK.leftShoulder, LANDMARK.rightShoulder] as const;
  const ears = apart([LANDMARK.leftEar, LANDMARK.rightEar], shoulders);
  const trunk = PER_TRUNK * apart([LANDMARK.leftHip, LANDMARK.rightHip], shoulders);
  // The larger one: a network that draws the ears too low must not make the head small.
  return Number.isFinite(ears) && Number.isFinite(trunk) ? Math.max(ears, trunk) : Number.isFinite(ears) ? ears : trunk;
}

function faceAt(clean: CleanPose, frame: number, headPx: number): CoverRegion | null {
  const known = FACE.map((landmark) => pointAt(clean, landmark, frame)).filter((point) => point !== null);
  if (known.length === 0) return null;
  const spread = Math.max(...known.map((p) => p.x)) - Math.min(...known.map((p) => p.x));
  const size = Number.isFinite(headPx) ? headPx : 2 * spread;
  if (!(size > 0)) return null;
  const centre = centreOf(clean, frame, known);
  const edge = EDGE * size;
  const half = { x: HALF_WIDTH * size - edge, y: HALF_HEIGHT * size - edge };
  const stretch = Math.max(1, ...known.map((p) => Math.hypot((p.x - centre.x) / half.x, (p.y - centre.y) / half.y)));
  return {
    shape: 'ellipse',
    xPx: centre.x,
    yPx: centre.y,
    rxPx: stretch * half.x + edge,
    ryPx: stretch * half.y + edge,
    grainPx: GRAIN * size,
  };
}

/** Half-way between ears and face, because the ears are in the middle of the head and the face is at its front. */
function centreOf(clean: CleanPose, frame: number, known: readonly PicturePoint[]): PicturePoint {
  const face = mean(known);
  const ears = [LANDMARK.leftEar, LANDMARK.rightEar].map((ear) => pointAt(clean, ear, frame)).filter((p) => p !== null);
  return ears.length === 0 ? face : mean([face, mean(ears)]);
}

const mean = (points: readonly PicturePoint[]): PicturePoint => ({
  x: points.reduce((sum, p) => sum + p.x, 0) / points.length,
  y: points.reduce((sum, p) => sum + p.y, 0) / points.length,
});

/** Short gaps get an ellipse that holds where the face was last seen, where it is seen next, and the way between. */
function held(timeS: Float64Array, faces: readonly (CoverRegion | null)[]): readonly (CoverRegion | null)[] {
  const before = nearestKnown(faces, 1);
  const after = nearestKnown(faces, -1);
  return faces.map((face, frame) => {
    if (face !== null) return face;
    const near = [before[frame]!, after[frame]!].filter((at) => at >= 0);
    const [from, to] = [near[0], near.at(-1)];
    if (from === undefined || to === undefined) return null;
    // At either end of the film there is one of them only, and the time to it counts.
    const gapS = Math.max(timeS[to]!, timeS[frame]!) - Math.min(timeS[from]!, timeS[frame]!);
    return gapS > LONGEST_HOLD_S ? null : around(faces[from]!, faces[to]!);
  });
}

/** For each frame the nearest one before (or after) it that has a face; −1 when there is none. */
function nearestKnown(faces: readonly (CoverRegion | null)[], step: 1 | -1): readonly number[] {
  const nearest = new Array<number>(faces.length).fill(-1);
  let last = -1;
  for (let i = step === 1 ? 0 : faces.length - 1; i >= 0 && i < faces.length; i += step) {
    if (faces[i] !== null) last = i;
    nearest[i] = last;
  }
  return nearest;
}

function around(a: CoverRegion, b: CoverRegion): CoverRegion {
  const half = { x: Math.abs(a.xPx - b.xPx) / 2, y: Math.abs(a.yPx - b.yPx) / 2 };
  // Half as large again: within a hold a head has gone by no more than half of itself.
  return {
    ...a,
    xPx: (a.xPx + b.xPx) / 2,
    yPx: (a.yPx + b.yPx) / 2,
    rxPx: half.x + 1.5 * Math.max(a.rxPx, b.rxPx),
    ryPx: half.y + 1.5 * Math.max(a.ryPx, b.ryPx),
  };
}

/** All above the shoulders; null when they were not seen. */
function aboveShoulders(clean: CleanPose, frame: number, headPx: number): readonly CoverRegion[] | null {
  const shoulder =
    midPoint(clean, LANDMARK.leftShoulder, LANDMARK.rightShoulder, frame) ??
    pointAt(clean, LANDMARK.leftShoulder, frame) ??
    pointAt(clean, LANDMARK.rightShoulder, frame);
  if (shoulder === null || !(headPx > 0)) return null;
  const trunkPx = headPx / PER_TRUNK;
  const [top, bottom] = [shoulder.y - ABOVE.up * trunkPx, shoulder.y + ABOVE.down * trunkPx];
  return [
    {
      shape: 'box',
      xPx: shoulder.x,
      yPx: (top + bottom) / 2,
      rxPx: ABOVE.side * trunkPx,
      ryPx: (bottom - top) / 2,
      grainPx: GRAIN * headPx,
    },
  ];
}

/** Everything but the runner; null when the runner was not seen. */
function besideRunner(clean: CleanPose, frame: number, headPx: number): CoverRegion | null {
  const box = bodyBox(clean, frame);
  if (box === null || !(headPx > 0)) return null;
  const room = AROUND * (box.bottom - box.top);
  return {
    shape: 'outside',
    xPx: (box.left + box.right) / 2,
    yPx: (box.top + box.bottom) / 2,
    rxPx: (box.right - box.left) / 2 + room,
    ryPx: (box.bottom - box.top) / 2 + room,
    grainPx: GRAIN * headPx,
  };
}

function whole({ widthPx, heightPx }: FaceSource['picture']): CoverRegion {
  const [rxPx, ryPx] = [widthPx / 2, heightPx / 2];
  return { shape: 'box', xPx: rxPx, yPx: ryPx, rxPx, ryPx, grainPx: WHOLE_GRAIN * heightPx };
}
