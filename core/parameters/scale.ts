// How many metres a pixel is: from the belt, from the runner's height, or not known; and whether the two agree.

import type { AnalyzeOptions, Capture, Side } from '../types.ts';
import type { BodySize } from './bodySize.ts';

export interface Scale {
  /** In the plane of the body's middle, m/px; null when not known. */
  readonly metresPerPixel: number | null;
  readonly source: Capture['scaleSource'];
  /** Standard error of metresPerPixel as a share of it; 0 when there is none. */
  readonly sigmaShare: number;
  /** Belt speed used for lengths, m/s: as typed, otherwise as seen with the scale from height; null when neither is known. */
  readonly beltMs: number | null;
  readonly beltSigmaShare: number;
  /** Belt speed as seen with the scale from height, whatever was typed, m/s; null when the height is not known. */
  readonly seenBeltMs: number | null;
  /** The runner's height as the typed belt speed implies it, m; null when either is not known. */
  readonly impliedHeightM: number | null;
}

/** Scale error from the belt: 2.5 % on markers at 30–150 fps (measurement.md §0). */
const BELT_SIGMA = 0.025;

/** Scale error from stature: 2–4 % (§0), and the proportions of one person. */
const HEIGHT_SIGMA = 0.04;

/** How far a treadmill's display is usually off. Ours: calibrated belts are within 1–2 %. */
const DISPLAY_SIGMA = 0.015;

/** A foot that travels back by less than this many statures per second is not on a moving belt (overground film). Ours. */
const LEAST_BELT_STATURES = 0.15;

/**
 * Scale a trial. The belt comes first: it is measured in the plane of the feet and does not depend on proportions.
 * @param beltPxPerS how fast each standing foot travels backward, px/s; null when not seen
 */
export function findScale(
  options: Pick<AnalyzeOptions, 'speedMs' | 'heightM'>,
  beltPxPerS: Readonly<Record<Side, number | null>>,
  size: BodySize,
): Scale {
  const beltPx = meanBelt(beltPxPerS, size.staturePx);
  const fromBelt = options.speedMs !== null && beltPx !== null ? options.speedMs / beltPx : null;
  const fromHeight = options.heightM !== null && size.staturePx > 0 ? options.heightM / size.staturePx : null;
  const seenBeltMs = fromHeight !== null && beltPx !== null ? fromHeight * beltPx : null;
  const impliedHeightM = fromBelt !== null && size.staturePx > 0 ? fromBelt * size.staturePx : null;
  return {
    metresPerPixel: fromBelt ?? fromHeight,
    source: fromBelt !== null ? 'belt' : fromHeight !== null ? 'height' : 'none',
    sigmaShare: fromBelt !== null ? BELT_SIGMA : fromHeight !== null ? HEIGHT_SIGMA : 0,
    beltMs: options.speedMs ?? seenBeltMs,
    beltSigmaShare: options.speedMs !== null ? DISPLAY_SIGMA : HEIGHT_SIGMA,
    seenBeltMs,
    impliedHeightM,
  };
}

/** The near foot looks faster than the far one by their distance in depth: the middle of the body is between them. */
function meanBelt(beltPxPerS: Readonly<Record<Side, number | null>>, staturePx: number): number | null {
  const seen = [beltPxPerS.left, beltPxPerS.right].filter((px) => px !== null && px > 0) as number[];
  if (seen.length === 0) return null;
  const mean = seen.reduce((sum, px) => sum + px, 0) / seen.length;
  return staturePx > 0 && mean < LEAST_BELT_STATURES * staturePx ? null : mean;
}
