// Is the picture good enough: bright, and sharp where the feet fly?
import { LEG_LANDMARKS } from '../../core/landmarks.ts';
import { type QualityFlag, SIDES } from '../../core/types.ts';
import { LANDMARK_SIZE_PX } from './crop.ts';

/** What one frame's 256 px picture of the runner looks like. */
export interface PictureLook {
  /** Mean brightness, 0–255. */
  readonly brightness: number;
  /** Strength of the upright edges around the left and the right foot; NaN when the foot is outside the picture. */
  readonly footEdges: readonly [left: number, right: number];
}

/** One frame for the judgement of the whole film: its look, and where across the film's picture the feet were, px. */
export interface JudgedFrame {
  readonly timeS: number;
  readonly look: PictureLook;
  readonly footXPx: readonly [left: number, right: number];
}

/** Half the side of the patch around a foot, px of 256: a shoe is some 30 px long. */
const PATCH_PX = 14;
/** Only the strongest edges of the patch count: the floor behind the shoe is no edge and must not dilute it. */
const STRONGEST = 0.1;
/** A film whose runner is darker than this on average loses landmarks. Ours: a well-lit room films at 90–130, a garage at 70. */
const DARK = 45;
/**
 * Upright edges of feet in flight against feet at rest. Measured with the heavy network: 0.77–1.0 on films with sharp shoes, 0.60–0.63 on
 * a phone film and two rendered ones with visible smear, and about a third lower when four frames of 120/s are averaged (a shutter as
 * long as the frame of a 30/s film). Too coarse to correct anything by; enough to ask for more light.
 */
const SMEARED = 0.65;
const BADLY_SMEARED = 0.5;
/** Fewer frames than this cannot be judged. */
const LEAST_FRAMES = 30;

/** @param pixels 256 × 256 × 3 bytes @param feet middle of the left and of the right shoe, px of 256 */
export function lookAt(pixels: Uint8Array, feet: readonly { readonly x: number; readonly y: number }[]): PictureLook {
  let sum = 0;
  // Green stands for brightness: the eye's largest share, and a third of the work. Every 7th pixel is plenty.
  let count = 0;
  for (let i = 1; i < pixels.length; i += 21) {
    sum += pixels[i];
    count++;
  }
  return { brightness: sum / count, footEdges: [edges(pixels, feet[0]), edges(pixels, feet[1])] };
}

/** The middle of each shoe: half-way between heel and toe. @param x and y of at least 33 landmarks */
export function shoes(x: ArrayLike<number>, y: ArrayLike<number>): { readonly x: number; readonly y: number }[] {
  return SIDES.map((side) => {
    const { heel, toe } = LEG_LANDMARKS[side];
    return { x: (x[heel] + x[toe]) / 2, y: (y[heel] + y[toe]) / 2 };
  });
}

function edges(pixels: Uint8Array, foot: { readonly x: number; readonly y: number }): number {
  const n = LANDMARK_SIZE_PX;
  const x0 = Math.max(1, Math.round(foot.x) - PATCH_PX);
  const x1 = Math.min(n - 1, Math.round(foot.x) + PATCH_PX);
  const y0 = Math.max(0, Math.round(foot.y) - PATCH_PX);
  const y1 = Math.min(n, Math.round(foot.y) + PATCH_PX);
  const histogram = new Uint32Array(256);
  let count = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const i = (y * n + x) * 3 + 1;
      histogram[Math.abs(pixels[i + 3] - pixels[i - 3])]++;
      count++;
    }
  }
  // Less than half the patch in the picture: the foot is at its edge and says nothing.
  if (count < 2 * PATCH_PX * PATCH_PX) return Number.NaN;
  const wanted = Math.ceil(count * STRONGEST);
  let taken = 0;
  let sum = 0;
  for (let strength = 255; strength >= 0 && taken < wanted; strength--) {
    const take = Math.min(histogram[strength], wanted - taken);
    taken += take;
    sum += take * strength;
  }
  return sum / taken;
}

/**
 * Flags for a film that is too dark, or whose shutter is too slow for feet in flight.
 * Works: a still camera and a runner in one place. Fails: a shoe of the floor's own colour has no edges at rest either.
 * @param frames in order of time
 */
export function pictureFlags(frames: readonly JudgedFrame[]): QualityFlag[] {
  if (frames.length < LEAST_FRAMES) return [];
  const flags: QualityFlag[] = [];
  if (
    quantile(
      frames.map((f) => f.look.brightness),
      0.5,
    ) < DARK
  ) {
    flags.push({
      code: 'dark',
      severity: 'caution',
      message:
        'The picture is dark: landmarks are less certain and fast feet smear. Switch on more light, and film with the light behind the camera.',
    });
  }
  const ratio = edgeRatio(frames);
  if (ratio < SMEARED) {
    flags.push({
      code: 'motion-blur',
      severity: ratio < BADLY_SMEARED ? 'caution' : 'info',
      message:
        'Fast feet are smeared: toe-off and the angles of foot and ankle in swing are less certain. Use more light and a shutter of 1/500 s or shorter (sports mode).',
    });
  }
  return flags;
}

/** Edges of the fastest 15 % of feet against those of the slower half; 1 = equally sharp, NaN when it cannot be told. */
function edgeRatio(frames: readonly JudgedFrame[]): number {
  const feet = [0, 1].flatMap((side) =>
    frames.slice(1, -1).map((frame, i) => {
      const [before, after] = [frames[i], frames[i + 2]];
      const speed = Math.abs(after.footXPx[side] - before.footXPx[side]) / (after.timeS - before.timeS);
      return { speed, edges: frame.look.footEdges[side] };
    }),
  );
  const seen = feet.filter((f) => Number.isFinite(f.speed) && Number.isFinite(f.edges));
  const speeds = seen.map((f) => f.speed);
  const median = quantile(speeds, 0.5);
  const fast = quantile(speeds, 0.85);
  const edgesOf = (which: (speed: number) => boolean) =>
    quantile(
      seen.filter((f) => which(f.speed)).map((f) => f.edges),
      0.5,
    );
  return edgesOf((v) => v >= fast) / edgesOf((v) => v <= median);
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? Number.NaN : sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}
