// From the landmark network's raw output to the 33 points of one frame.
import { LANDMARK_COUNT } from '../../core/landmarks.ts';
import { LANDMARK_SIZE_PX } from './crop.ts';
import { shoes } from './pictureQuality.ts';
import type { Region } from './region.ts';

/** What the landmark network says of one crop. */
export interface LandmarkOutput {
  /** 39 × (x, y, z, visibility, presence): crop px and logits. */
  readonly landmarks: Float32Array;
  /** 39 heat maps of 64 × 64, logits. */
  readonly heatmap: Float32Array;
  /** 39 × (x, y, z), metres around the mid-hip. */
  readonly world: Float32Array;
  /** 0–1: is there a person at all. */
  readonly presence: number;
}

/** One frame's points. */
export interface FramePose {
  /** 0–1: is there a person in the region. */
  readonly presence: number;
  /** [33] px of the frame that the region was given in. */
  readonly xPx: Float32Array;
  readonly yPx: Float32Array;
  /** [33] 0–1. */
  readonly visibility: Float32Array;
  /** [33 × 3] metres, turned upright. */
  readonly worldM: Float32Array;
  /** Middle of the left and the right shoe in the region's own picture, px of 256. */
  readonly shoes: readonly { readonly x: number; readonly y: number }[];
}

/** Landmarks in the network's output: 33 of the body and 6 auxiliary ones. */
const NETWORK_LANDMARKS = 39;
const HEATMAP_SIZE = 64;
/**
 * Side of the window around the first guess in which the heat map is read, cells. MediaPipe's 7 reaches 3 cells, 9 cm on a runner; the first
 * guess of a foot in swing is off by up to 15 cm, and half of that error stays.
 */
const KERNEL = 13;
/** Below this the heat map says nothing and the first guess stays. Source: MediaPipe, 0.5. */
const MIN_CONFIDENCE = 0.5;

/**
 * Moves each landmark to the centre of mass of its heat map around the first guess, weighed by the squared confidence: by the confidence
 * itself the map's wide skirt pulls it back towards the first guess, the more so the wider the window.
 *
 * Source: MediaPipe RefineLandmarksFromHeatmapCalculator, with a window of 7 and the confidence itself. Root mean square errors on nine
 * rendered films (mean of the films, worst in brackets), and how much too little the foot of a real runner turns against the shoe in the
 * picture when it points straight down (test/accuracy/shoeAxis.ts):
 *
 * | window, power | near knee | far knee | near foot | toe-offs of the walk | real foot |
 * | 7, 1 | 3.7° (6.9) | 5.9° (10.4) | 9.3° (12.1) | 13 ms | 13–22° |
 * | 11, 1 | 4.1° (8.8) | 6.1° (13.8) | 7.9° (10.8) | 53 ms | 5–10° |
 * | 13, 1 | 3.9° (5.9) | 5.6° (9.1) | 7.3° (9.4) | 10 ms | 4–8° |
 * | 11, 2 | 3.4° (5.7) | 4.9° (9.5) | 6.6° (8.3) | 11 ms | 2–5° |
 * | 13, 2 | 3.4° (5.0) | 4.8° (8.2) | 6.6° (8.3) | 11 ms | 2–4° |
 * | 13, 4 | 3.2° (4.4) | 4.5° (8.1) | 6.4° (7.6) | 11 ms | 1–2° |
 * | 15, 2 | 3.4° (5.1) | 4.8° (8.1) | 6.7° (8.3) | 10 ms | 2–4° |
 *
 * Works: any window from 11 and any power from 2. With 4 the toe-offs of a far leg come 10 ms early, which hides a contact that is 22 ms
 * shorter; with 2 they stay.
 * Fails: a leg that is wholly hidden, whose map has no peak.
 * @param heatmapAt index of cell (landmark, row, column) in the heat map, so that either memory order works
 * @returns x and y in crop px. [39] each
 */
function refineFromHeatmap(output: LandmarkOutput): { readonly x: Float32Array; readonly y: Float32Array } {
  const x = new Float32Array(NETWORK_LANDMARKS);
  const y = new Float32Array(NETWORK_LANDMARKS);
  const cell = LANDMARK_SIZE_PX / HEATMAP_SIZE;
  const reach = (KERNEL - 1) / 2;
  for (let k = 0; k < NETWORK_LANDMARKS; k++) {
    x[k] = output.landmarks[k * 5];
    y[k] = output.landmarks[k * 5 + 1];
    const column = Math.trunc(x[k] / cell);
    const row = Math.trunc(y[k] / cell);
    if (column < 0 || column >= HEATMAP_SIZE || row < 0 || row >= HEATMAP_SIZE) continue;
    let sum = 0;
    let sumX = 0;
    let sumY = 0;
    let best = 0;
    for (let r = Math.max(0, row - reach); r <= Math.min(HEATMAP_SIZE - 1, row + reach); r++) {
      for (let c = Math.max(0, column - reach); c <= Math.min(HEATMAP_SIZE - 1, column + reach); c++) {
        const confidence = sigmoid(output.heatmap[k * HEATMAP_SIZE * HEATMAP_SIZE + r * HEATMAP_SIZE + c]);
        const weight = confidence * confidence;
        sum += weight;
        sumX += weight * c;
        sumY += weight * r;
        if (confidence > best) best = confidence;
      }
    }
    if (best < MIN_CONFIDENCE || sum === 0) continue;
    x[k] = (sumX / sum) * cell;
    y[k] = (sumY / sum) * cell;
  }
  return { x, y };
}

/**
 * The frame's 33 points from the network's output on its region.
 * @returns positions in px of the frame that `region` is given in
 */
export function framePose(output: LandmarkOutput, region: Region): FramePose {
  const refined = refineFromHeatmap(output);
  const cos = Math.cos(region.rotationRad);
  const sin = Math.sin(region.rotationRad);
  const xPx = new Float32Array(LANDMARK_COUNT);
  const yPx = new Float32Array(LANDMARK_COUNT);
  const visibility = new Float32Array(LANDMARK_COUNT);
  const worldM = new Float32Array(LANDMARK_COUNT * 3);
  for (let k = 0; k < LANDMARK_COUNT; k++) {
    const u = (refined.x[k] / LANDMARK_SIZE_PX - 0.5) * region.sidePx;
    const v = (refined.y[k] / LANDMARK_SIZE_PX - 0.5) * region.sidePx;
    xPx[k] = region.centreXPx + u * cos - v * sin;
    yPx[k] = region.centreYPx + u * sin + v * cos;
    visibility[k] = sigmoid(output.landmarks[k * 5 + 3]);
    const wx = output.world[k * 3];
    const wy = output.world[k * 3 + 1];
    worldM[k * 3] = wx * cos - wy * sin;
    worldM[k * 3 + 1] = wx * sin + wy * cos;
    worldM[k * 3 + 2] = output.world[k * 3 + 2];
  }
  return { presence: output.presence, xPx, yPx, visibility, worldM, shoes: shoes(refined.x, refined.y) };
}

function sigmoid(v: number): number {
  return 1 / (1 + Math.exp(-v));
}
