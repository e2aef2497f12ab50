// Asks the detector network who is in a frame.
import { DETECTOR_SIZE_PX } from './anchors.ts';
import { letterboxFrame, type RgbFrame } from './crop.ts';
import { type DetectedPerson, letterbox } from './detectPeople.ts';
import type { PosePool } from './posePool.ts';

/** Half the width of a person's own strip of the picture, in region sides. */
const STRIP_SIDES = 0.25;
/** A strip beside the runner narrower than this share of the picture has no room for another person. */
const LEAST_STRIP = 0.12;
/** A person nearer than this to one already found is the same one, in region sides. */
const SAME_SIDES = 0.35;

/** Who is in a frame, surest first; before all waiting landmark jobs, because those to come depend on it. */
export function detectPeople(pool: PosePool, frame: RgbFrame): Promise<readonly DetectedPerson[]> {
  const fit = letterbox(frame.widthPx, frame.heightPx);
  const pixels = new Uint8Array(DETECTOR_SIZE_PX * DETECTOR_SIZE_PX * 3);
  letterboxFrame(frame, fit, pixels);
  return pool.run({ kind: 'detect', pixels, fit }, true);
}

/**
 * Who is in a frame, the smaller ones too. The detector prefers the largest person so much that it misses one of 80 % of the size beside
 * it; so the pictures left and right of the largest are looked at again by themselves. Three times the work of {@link detectPeople}.
 * Works: somebody beside the runner, from about half the runner's size. Fails: somebody behind or in front of the runner.
 */
export async function detectEverybody(pool: PosePool, frame: RgbFrame): Promise<readonly DetectedPerson[]> {
  const kept = { ...frame, data: frame.data.slice() };
  const found = [...(await detectPeople(pool, kept))];
  const largest = found.reduce<DetectedPerson | null>(
    (a, b) => (a && a.region.sidePx >= b.region.sidePx ? a : b),
    null,
  );
  if (!largest) return found;
  const { centreXPx, sidePx } = largest.region;
  const strips = [
    [0, centreXPx - STRIP_SIDES * sidePx],
    [centreXPx + STRIP_SIDES * sidePx, kept.widthPx],
  ] as const;
  const others = await Promise.all(strips.map(([fromX, toX]) => detectInStrip(pool, kept, fromX, toX)));
  for (const person of others.flat()) if (!found.some((f) => isSame(f, person))) found.push(person);
  return found;
}

async function detectInStrip(
  pool: PosePool,
  frame: RgbFrame,
  fromX: number,
  toX: number,
): Promise<readonly DetectedPerson[]> {
  const from = Math.max(0, Math.ceil(fromX));
  const widthPx = Math.min(frame.widthPx, Math.floor(toX)) - from;
  if (widthPx < LEAST_STRIP * frame.widthPx) return [];
  const data = new Uint8Array(widthPx * frame.heightPx * 3);
  for (let row = 0; row < frame.heightPx; row++) {
    const start = (row * frame.widthPx + from) * 3;
    data.set(frame.data.subarray(start, start + widthPx * 3), row * widthPx * 3);
  }
  const people = await detectPeople(pool, { widthPx, heightPx: frame.heightPx, data });
  return people.map(({ score, box, region }) => ({
    score,
    box: { ...box, x0: box.x0 + from, x1: box.x1 + from },
    region: { ...region, centreXPx: region.centreXPx + from },
  }));
}

function isSame(a: DetectedPerson, b: DetectedPerson): boolean {
  const apart = Math.hypot(a.region.centreXPx - b.region.centreXPx, a.region.centreYPx - b.region.centreYPx);
  return apart < SAME_SIDES * Math.max(a.region.sidePx, b.region.sidePx);
}
