// What the pose network drew on two rendered clips, recorded, so that its real errors can be tested against without running it.

import { readFileSync } from 'node:fs';
import { LANDMARK_COUNT } from '../../core/landmarks.ts';
import type { RawPose } from '../../core/types.ts';

interface Recorded {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly landmarks: readonly number[];
  readonly timeS: readonly number[];
  /** [landmarks][frames] */
  readonly xTenthPx: readonly (readonly (number | null)[])[];
  readonly yTenthPx: readonly (readonly (number | null)[])[];
  readonly scorePct: readonly (readonly (number | null)[])[];
}

/** Nose, shoulders and both legs of a rendered clip, with the network's swapped and merged legs. */
export function recordedLandmarks(clip: 'demo_before_left60' | 'dev04_walk_right60'): RawPose {
  const file = new URL(`../fixtures/${clip}.landmarks.json`, import.meta.url);
  const recorded = JSON.parse(readFileSync(file, 'utf8')) as Recorded;
  const frames = recorded.timeS.length;
  const fill = (rows: readonly (readonly (number | null)[])[], unit: number): Float32Array => {
    const out = new Float32Array(frames * LANDMARK_COUNT).fill(Number.NaN);
    for (const [k, landmark] of recorded.landmarks.entries()) {
      for (let i = 0; i < frames; i++) out[i * LANDMARK_COUNT + landmark] = (rows[k]![i] ?? Number.NaN) / unit;
    }
    return out;
  };
  return {
    widthPx: recorded.widthPx,
    heightPx: recorded.heightPx,
    timeS: Float64Array.from(recorded.timeS),
    xPx: fill(recorded.xTenthPx, 10),
    yPx: fill(recorded.yTenthPx, 10),
    score: fill(recorded.scorePct, 100),
    worldM: null,
    flags: [],
  };
}
