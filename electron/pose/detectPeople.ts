// Turns the detector network's raw boxes into the people in one frame.
import { DETECTOR_SIZE_PX, detectorAnchors } from './anchors.ts';
import { type Region, regionFromBody } from './region.ts';

/** One person found in one frame; pixels of the decoded frame. */
export interface DetectedPerson {
  readonly score: number;
  /** Box of face and upper body, px. */
  readonly box: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
  readonly region: Region;
}

/** Where the frame lies inside the detector's square input. */
export interface Letterbox {
  /** Frame px per detector px. */
  readonly scale: number;
  readonly padXPx: number;
  readonly padYPx: number;
}

/** Values per anchor: box centre and size, then four key points. */
const VALUES = 12;
/** Source: MediaPipe pose_detection min_score_thresh. */
const MIN_SCORE = 0.5;
/** Boxes that overlap more than this are one person. Source: MediaPipe min_suppression_threshold. */
const SAME_PERSON_OVERLAP = 0.3;

const anchors = detectorAnchors();

/** How a frame of this size sits in the detector's square, centred, borders filled. */
export function letterbox(widthPx: number, heightPx: number): Letterbox {
  const scale = Math.max(widthPx, heightPx) / DETECTOR_SIZE_PX;
  return {
    scale,
    padXPx: (DETECTOR_SIZE_PX - widthPx / scale) / 2,
    padYPx: (DETECTOR_SIZE_PX - heightPx / scale) / 2,
  };
}

/**
 * People in one frame, surest first.
 * @param boxes raw network output [2254 × 12], detector px around each anchor
 * @param scores raw network output [2254], logits
 * @returns empty when nobody is seen
 */
export function decodePeople(boxes: Float32Array, scores: Float32Array, fit: Letterbox): DetectedPerson[] {
  const candidates: { score: number; values: Float64Array }[] = [];
  for (let i = 0; i < scores.length; i++) {
    const score = 1 / (1 + Math.exp(-scores[i]));
    if (score < MIN_SCORE) continue;
    candidates.push({ score, values: absoluteValues(boxes, i) });
  }
  candidates.sort((a, b) => b.score - a.score);
  return mergeOverlapping(candidates).map((candidate) => toPerson(candidate.score, candidate.values, fit));
}

/** Box corners and key points of one anchor in detector px: x0 y0 x1 y1, then four points. */
function absoluteValues(boxes: Float32Array, anchor: number): Float64Array {
  const at = anchor * VALUES;
  const ax = anchors.x[anchor] * DETECTOR_SIZE_PX;
  const ay = anchors.y[anchor] * DETECTOR_SIZE_PX;
  const values = new Float64Array(VALUES);
  const cx = boxes[at] + ax;
  const cy = boxes[at + 1] + ay;
  values[0] = cx - boxes[at + 2] / 2;
  values[1] = cy - boxes[at + 3] / 2;
  values[2] = cx + boxes[at + 2] / 2;
  values[3] = cy + boxes[at + 3] / 2;
  for (let k = 4; k < VALUES; k += 2) {
    values[k] = boxes[at + k] + ax;
    values[k + 1] = boxes[at + k + 1] + ay;
  }
  return values;
}

/** Score-weighted mean of all boxes that overlap a surer one (MediaPipe's weighted non-maximum suppression). */
function mergeOverlapping(candidates: { score: number; values: Float64Array }[]) {
  const people: { score: number; values: Float64Array }[] = [];
  let rest = candidates;
  while (rest.length > 0) {
    const best = rest[0];
    const same = rest.filter((c) => c === best || overlap(c.values, best.values) > SAME_PERSON_OVERLAP);
    rest = rest.filter((c) => !same.includes(c));
    const values = new Float64Array(VALUES);
    let weight = 0;
    for (const c of same) {
      weight += c.score;
      for (let k = 0; k < VALUES; k++) values[k] += c.values[k] * c.score;
    }
    for (let k = 0; k < VALUES; k++) values[k] /= weight;
    people.push({ score: best.score, values });
  }
  return people;
}

/** Intersection over union of two boxes. */
function overlap(a: Float64Array, b: Float64Array): number {
  const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const h = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (w <= 0 || h <= 0) return 0;
  const shared = w * h;
  return shared / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared);
}

function toPerson(score: number, values: Float64Array, fit: Letterbox): DetectedPerson {
  const x = (v: number) => (v - fit.padXPx) * fit.scale;
  const y = (v: number) => (v - fit.padYPx) * fit.scale;
  return {
    score,
    box: { x0: x(values[0]), y0: y(values[1]), x1: x(values[2]), y1: y(values[3]) },
    region: regionFromBody({ x: x(values[4]), y: y(values[5]) }, { x: x(values[6]), y: y(values[7]) }),
  };
}
