// A stretch of a film that has been looked at, whole enough that an interrupted run goes on after it and ends with the same bytes.
import { PeopleFollower, type Sighting } from './chooseRunner.ts';
import type { FrameSize } from './frameSize.ts';
import type { SeenFrame } from './poseProtocol.ts';

/** What a pass found, by running number of the frame. Filled in place: a second pass corrects some frames of the first. */
export interface Found {
  readonly timeS: number[];
  readonly poses: (SeenFrame | null)[];
  /** The followed person whose region the frame was looked at with; −1 = none. */
  readonly personIds: number[];
}

/** Everything a first pass found between two frames; places are running numbers of decoded frames. */
export interface PoseChunk {
  readonly fromPlace: number;
  /** [frames of the stretch] each. */
  readonly timeS: readonly number[];
  readonly personIds: readonly number[];
  readonly poses: readonly (SeenFrame | null)[];
  /** The people followed while looking, in order; they reach beyond the stretch by the reach of a region. */
  readonly sightings: readonly Sighting[];
}

/** Frames already looked at that are decoded again when going on: the decoder refuses a window in which it finds fewer than three. */
export const CONTINUE_FRAMES = 3;

export interface Continued {
  readonly follower: PeopleFollower;
  readonly found: Found;
  /** Place of the last frame whose people the follower knows, −1 = none. */
  readonly lastSighting: number;
}

/**
 * Where an interrupted first pass stood. Following depends only on the order of sightings, so that feeding them again gives the same
 * tracks and the same choice of runner.
 * @param chunks in order, without a gap; empty = from the start
 */
export function continueFrom(chunks: readonly PoseChunk[], size: FrameSize): Continued {
  const follower = new PeopleFollower(size.widthPx, size.heightPx);
  const found: Found = { timeS: [], poses: [], personIds: [] };
  let lastSighting = -1;
  for (const chunk of chunks) {
    if (chunk.fromPlace !== found.timeS.length) throw new RangeError('a stretch of the film is missing');
    for (const [i, timeS] of chunk.timeS.entries()) {
      found.timeS.push(timeS);
      found.poses.push(chunk.poses[i]);
      found.personIds.push(chunk.personIds[i]);
    }
    for (const sighting of chunk.sightings) {
      follower.add(sighting);
      lastSighting = sighting.frame;
    }
  }
  return { follower, found, lastSighting };
}
