// Which leg is which while somebody stays on the spot: feet go on from where they were, and names that change places jump.

import { JOINT_COUNT, LEG_SIZE, type LegTrack } from './legTracks.ts';

/** What a frame with exchanged names costs by itself, px per px of shank: so little that it only decides what else is a tie. */
const EXCHANGED_COST = 0.004;

/**
 * The path of least way: names are exchanged where that makes knees, ankles, heels and toes go less far from frame to frame.
 * Works: any length of exchange, as long as the feet are apart and more frames are right than not; in a walk too, but there feet pass each
 * other and findLabelPath, which knows their speed, does better. Fails: feet that really change places within a frame or two.
 * @param kept frames to look at, in time
 * @param shankPx what distances are measured by
 * @returns for each kept frame 1 where left and right are exchanged
 */
export function findSpotPath(left: LegTrack, right: LegTrack, kept: Int32Array, shankPx: number): Uint8Array {
  const n = kept.length;
  const swapped = new Uint8Array(n);
  /** For each frame and state, the state before it on the best way there. */
  const from = new Uint8Array(2 * n);
  let [asDrawn, exchanged] = [0, EXCHANGED_COST * shankPx];
  for (let k = 1; k < n; k++) {
    const [stay, change] = ways(left, right, kept[k - 1]!, kept[k]!);
    const toDrawn = [asDrawn + stay, exchanged + change] as const;
    const toExchanged = [asDrawn + change, exchanged + stay] as const;
    from[2 * k] = toDrawn[1] < toDrawn[0] ? 1 : 0;
    from[2 * k + 1] = toExchanged[1] < toExchanged[0] ? 1 : 0;
    asDrawn = Math.min(...toDrawn);
    exchanged = Math.min(...toExchanged) + EXCHANGED_COST * shankPx;
  }
  for (let k = n - 1, state = exchanged < asDrawn ? 1 : 0; k >= 0; k--) {
    swapped[k] = state;
    state = from[2 * k + state]!;
  }
  return swapped;
}

/** How far all joints go from one frame to another, with the names as they are and with those of one frame exchanged; px. */
function ways(left: LegTrack, right: LegTrack, before: number, after: number): readonly [number, number] {
  let [stay, change] = [0, 0];
  for (let j = 0; j < JOINT_COUNT - 1; j++) {
    const [p, q] = [before * LEG_SIZE + 2 * j, after * LEG_SIZE + 2 * j];
    const way = (a: LegTrack, b: LegTrack) => Math.hypot(a[p]! - b[q]!, a[p + 1]! - b[q + 1]!);
    const [same, crossed] = [way(left, left) + way(right, right), way(left, right) + way(right, left)];
    if (Number.isNaN(same + crossed)) continue;
    stay += same;
    change += crossed;
  }
  return [stay, change];
}
