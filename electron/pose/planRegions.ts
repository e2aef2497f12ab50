// Where the landmark network looks in every frame: the runner's sightings, smoothed over time.
import type { PersonTrack } from './chooseRunner.ts';
import type { Region } from './region.ts';

/**
 * Width of the smoothing, s: two sightings at ten per second. A region that trembles moves the feet: 0.10, 0.15 and 0.25 s left the
 * worst film's foot 8.9, 7.7 and 7.7° off. A stride's bounce (about 3 Hz) is not followed; the region has a quarter of room to spare.
 */
const SMOOTH_SIGMA_S = 0.2;
/** How long a sighting holds good when there is none nearer, s. */
export const REGION_REACH_S = 0.5;

/**
 * The region for one moment: the Gaussian-weighted mean of the sightings around it (zero phase, so nothing lags).
 * Depends only on sightings within {@link REGION_REACH_S}, so that a streaming run and a run over the whole clip agree.
 * @returns null when the runner was not seen within reach
 */
export function regionAt(track: PersonTrack, timeS: number): Region | null {
  let weight = 0;
  let x = 0;
  let y = 0;
  let side = 0;
  let sin = 0;
  let cos = 0;
  for (const sighting of near(track, timeS)) {
    const z = (sighting.timeS - timeS) / SMOOTH_SIGMA_S;
    // The floor keeps far sightings usable when there are no near ones, without moving the mean when there are.
    const w = Math.exp(-0.5 * z * z) + 1e-9;
    weight += w;
    x += w * sighting.region.centreXPx;
    y += w * sighting.region.centreYPx;
    side += w * sighting.region.sidePx;
    sin += w * Math.sin(sighting.region.rotationRad);
    cos += w * Math.cos(sighting.region.rotationRad);
  }
  if (weight === 0) return null;
  return {
    centreXPx: x / weight,
    centreYPx: y / weight,
    sidePx: side / weight,
    rotationRad: Math.atan2(sin, cos),
  };
}

/** Sightings within reach of a moment; the track is in time order. */
function near(track: PersonTrack, timeS: number) {
  const all = track.sightings;
  let lo = 0;
  let hi = all.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (all[mid].timeS < timeS - REGION_REACH_S) lo = mid + 1;
    else hi = mid;
  }
  let end = lo;
  while (end < all.length && all[end].timeS <= timeS + REGION_REACH_S) end++;
  return all.slice(lo, end);
}
