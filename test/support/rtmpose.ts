// Another network's landmarks on a real film, in the shape our own network's come in.

import { existsSync, readFileSync } from 'node:fs';
import { LANDMARK_COUNT, LANDMARK_NAMES, type LandmarkName } from '../../core/landmarks.ts';
import type { RawPose } from '../../core/types.ts';

const FILE = new URL('../../../shared/data/real/treadmill-run-side.rtmpose.json', import.meta.url);

/** Why tests on that film are skipped, or null when it is here. */
export const RTMPOSE_ABSENT: string | null = existsSync(FILE) ? null : 'the real film is not on this machine';

/** Halpe-26's names in ours; its small toe has no counterpart. */
function ourName(name: string): LandmarkName {
  const long = name.replace(/^l_/, 'left_').replace(/^r_/, 'right_').replace('big_toe', 'foot_index');
  return long as LandmarkName;
}

/** A runner on a treadmill at 30 fps for 12 s, facing image left. */
export function rtmposeRunner(): RawPose {
  const recorded = JSON.parse(readFileSync(FILE, 'utf8')) as {
    fps: number;
    width: number;
    height: number;
    keypoint_names: readonly string[];
    /** [frames][points] x, y, score */
    frames: readonly (readonly (readonly [number, number, number])[])[];
  };
  const frames = recorded.frames.length;
  const xPx = new Float32Array(frames * LANDMARK_COUNT).fill(Number.NaN);
  const yPx = xPx.slice();
  const score = xPx.slice();
  for (const [k, name] of recorded.keypoint_names.entries()) {
    const landmark = LANDMARK_NAMES.indexOf(ourName(name));
    if (landmark < 0) continue;
    for (const [i, frame] of recorded.frames.entries()) {
      [xPx[i * LANDMARK_COUNT + landmark], yPx[i * LANDMARK_COUNT + landmark], score[i * LANDMARK_COUNT + landmark]] =
        frame[k]!;
    }
  }
  return {
    widthPx: recorded.width,
    heightPx: recorded.height,
    timeS: Float64Array.from({ length: frames }, (_, i) => i / recorded.fps),
    xPx,
    yPx,
    score,
    worldM: null,
    flags: [],
  };
}
