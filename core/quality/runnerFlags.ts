// What is weak about how the runner is seen: feet outside the picture, a hidden leg, exchanged legs, nobody there.

import { LANDMARK, LANDMARK_COUNT } from '../landmarks.ts';
import type { LegReport, QualityFlag, RawPose, Side, View } from '../types.ts';

const FEET = [
  LANDMARK.leftAnkle,
  LANDMARK.rightAnkle,
  LANDMARK.leftHeel,
  LANDMARK.rightHeel,
  LANDMARK.leftToe,
  LANDMARK.rightToe,
];

/** A point this near to the edge, as a share of the picture, is at or beyond it: the network guesses there. Ours. */
const EDGE_SHARE = 0.005;

/** Feet outside in more than this share of the frames are cut off; in more than the second nothing can be measured there. Ours. */
const CUT_SHARE = 0.05;
const MOSTLY_CUT_SHARE = 0.5;

/** Feet at or past the edge of the picture. */
export function feetCutOffFlag(pose: RawPose): QualityFlag | null {
  const share = shareOfFrames(pose, (i) => FEET.some((landmark) => isAtEdge(pose, i * LANDMARK_COUNT + landmark)));
  if (!(share > CUT_SHARE)) return null;
  return {
    code: 'feet-cut-off',
    severity: share > MOSTLY_CUT_SHARE ? 'stop' : 'caution',
    message:
      `A foot is cut off at the edge of the picture in ${percent(share)} of the frames. Contacts, foot and ankle are guessed there. ` +
      `Leave a hand's breadth of floor below the belt and half a metre before and behind the feet.`,
  };
}

function isAtEdge(pose: RawPose, at: number): boolean {
  const [marginX, marginY] = [EDGE_SHARE * pose.widthPx, EDGE_SHARE * pose.heightPx];
  const [x, y] = [pose.xPx[at]!, pose.yPx[at]!];
  return x < marginX || x > pose.widthPx - marginX || y < marginY || y > pose.heightPx - marginY;
}

/** Nobody found in more than this share of the frames: worth saying; in more than half: nothing left to measure. Ours. */
const LOST_SHARE = 0.02;
const MOSTLY_LOST_SHARE = 0.5;

/** Frames in which no person was found. */
export function personLostFlag(pose: RawPose): QualityFlag | null {
  const share = shareOfFrames(pose, (i) => !hasPerson(pose, i));
  if (pose.timeS.length > 0 && !(share > LOST_SHARE)) return null;
  return {
    code: 'person-lost',
    severity: pose.timeS.length === 0 || share > MOSTLY_LOST_SHARE ? 'stop' : 'caution',
    message:
      `No person was found in ${pose.timeS.length === 0 ? 'any' : percent(share)} of the frames. Strides with such gaps are left out. ` +
      `Film the whole runner, alone in the picture, in even light.`,
  };
}

function hasPerson(pose: RawPose, frame: number): boolean {
  for (const landmark of [LANDMARK.leftHip, LANDMARK.rightHip, LANDMARK.leftKnee, LANDMARK.rightKnee]) {
    if (Number.isFinite(pose.xPx[frame * LANDMARK_COUNT + landmark]!)) return true;
  }
  return false;
}

function shareOfFrames(pose: RawPose, test: (frame: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < pose.timeS.length; i++) if (test(i)) count++;
  return count / pose.timeS.length;
}

/** The far leg seen in fewer frames than this was hidden too often to be trusted. Ours: one frame in ten. */
const SEEN_SHARE = 0.9;

/** The leg behind the other one was hidden, or both were drawn on one. */
export function farLegFlag(legs: LegReport, view: View, frames: number): QualityFlag | null {
  if (view === 'posterior' || frames === 0) return null;
  const far: Side = view === 'left' ? 'right' : 'left';
  const seen = Math.min(legs.seenShare[far], 1 - legs.collapsedFrames / frames);
  if (!(seen < SEEN_SHARE) || legs.seenShare[view] === 0) return null;
  return {
    code: 'far-leg-hidden',
    severity: 'caution',
    message:
      `The ${far} leg, far from the camera, was really seen in ${percent(seen)} of the frames. Its contact times and ankle are unsure, ` +
      `and so is left against right. Film a second clip from the ${far} at the same speed; move rails and console out of the way.`,
  };
}

/** Windows in which left and right were exchanged back: never silent. */
export function legsRepairedFlag(legs: LegReport): QualityFlag | null {
  if (legs.repaired.length === 0) return null;
  const frames = legs.repaired.reduce((sum, { fromFrame, toFrame }) => sum + toFrame - fromFrame + 1, 0);
  const places = legs.repaired.length === 1 ? 'one place' : `${legs.repaired.length} places`;
  return {
    code: 'legs-repaired',
    severity: 'info',
    message:
      `The pose network took the left leg for the right in ${places} (${frames} frames); they were put back. The numbers use the repaired ` +
      `legs. If the video shows otherwise, exchange the legs over that window. Socks of two colours help.`,
  };
}

function percent(share: number): string {
  return `${share > 0 && share < 0.01 ? '<1' : Math.round(100 * share)} %`;
}
