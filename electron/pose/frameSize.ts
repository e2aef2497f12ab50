// How large the frames are decoded: as small as the network's picture of the runner allows, because every pixel costs time.
import { decodeVideo } from '../video/decode.ts';
import type { VideoProbe } from '../video/probe.ts';
import { detectPeople } from './askDetector.ts';
import { PeopleFollower, type Sighting } from './chooseRunner.ts';
import { LANDMARK_SIZE_PX } from './crop.ts';
import type { PosePool } from './posePool.ts';

export interface FrameSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Longer side for the first glance, px. */
const GLANCE_LONG_SIDE_PX = 640;
/** How much of the film the first glance takes in, s, and how many frames of it. */
const GLANCE_S = 1;
const GLANCE_FRAMES = 5;
/**
 * Side of the runner's region in the decoded frame, px. The network sees 256; on rendered clips with known truth 258, 387, 512
 * and 770 px gave the same landmark errors within 1 mm, so a little above 256 (the runner may come nearer) is enough.
 */
const REGION_SIDE_PX = 1.2 * LANDMARK_SIZE_PX;
/** Longer side when the glance saw nobody, and the least ever: the detector itself wants 224. */
const BLIND_LONG_SIDE_PX = 960;
const LEAST_LONG_SIDE_PX = 320;

/** Looks at the film's first second and says at which size to decode all of it; even sides, never larger than the film. */
export async function chooseFrameSize(
  probe: VideoProbe,
  pool: PosePool,
  options: { readonly fromS?: number; readonly signal?: AbortSignal },
): Promise<FrameSize> {
  const size = fitLongSide(probe, GLANCE_LONG_SIDE_PX);
  const fromS = Math.max(options.fromS ?? 0, probe.timeS[0]);
  const every = Math.max(1, Math.floor((probe.rateHz * GLANCE_S) / GLANCE_FRAMES));
  const follower = new PeopleFollower(size.widthPx, size.heightPx);
  const glances: Promise<Sighting>[] = [];
  let count = 0;
  for await (const { timeS, data } of decodeVideo(probe, { ...size, fromS, signal: options.signal })) {
    if (count % every === 0) {
      const frame = count;
      const glance = detectPeople(pool, { ...size, data }).then((people) => ({ frame, timeS, people }));
      glance.catch(() => {}); // heard below; when decoding fails first, that is the failure to tell
      glances.push(glance);
    }
    if (++count >= every * GLANCE_FRAMES) break;
  }
  for (const sighting of await Promise.all(glances)) follower.add(sighting);
  const runner = follower.runner();
  if (!runner) return fitLongSide(probe, BLIND_LONG_SIDE_PX);
  const longSide = (GLANCE_LONG_SIDE_PX * REGION_SIDE_PX) / runner.sidePx;
  return fitLongSide(probe, Math.max(LEAST_LONG_SIDE_PX, longSide));
}

function fitLongSide(probe: FrameSize, longSidePx: number): FrameSize {
  const factor = Math.min(1, longSidePx / Math.max(probe.widthPx, probe.heightPx));
  const even = (v: number) => Math.max(2, Math.round((v * factor) / 2) * 2);
  return { widthPx: even(probe.widthPx), heightPx: even(probe.heightPx) };
}
