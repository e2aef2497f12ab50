// The converted networks against Google's own interpreter (LiteRT) running the original tflite files, on frames of clips.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureModels } from '../../models/ensureModels.ts';
import { NETWORKS, type NetworkName } from '../../models/manifest.ts';
import { sourceFolder } from '../../models/modelFiles.ts';
import { clipFrames } from '../support/clipFrames.ts';
import { type Interpreter, openTflite } from '../support/litert.ts';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const FIXTURES = join(PROJECT, 'test', 'fixtures');
const RENDERED = ['dev01_run_before_right60.mp4', 'dev04_walk_right60.mp4', 'dev05_run_post60_dropL.mp4'];
const FILMED = join(PROJECT, '..', 'shared', 'data', 'real', 'treadmill-run-side.mp4');
/** Half a second to two seconds apart, so that the poses differ. */
const RENDERED_FRAMES = { every: 31, count: 3 } as const;
const FILMED_FRAMES = { every: 67, count: 3 } as const;

/**
 * Both sides add the same float32 products in different orders. Over 100 frames of ten clips the largest differences were
 * 0.0069 px (depth; 0.0043 in the picture), 0.0022, 0.00005 m, 0.00005, 0.0024, 0.0039 px and 0.0014 in this order; the bars
 * are three to five times that, for processors that add in yet another order. A wrong padding or kernel order shows in whole
 * pixels; the product needs 0.1 px.
 */
const LARGEST_DIFFERENCE = {
  /** px of 256 */
  landmarkPx: 0.02,
  /** visibility and presence before the logistic function */
  visibilityLogit: 0.01,
  worldM: 2e-4,
  presence: 2e-4,
  heatmapLogit: 0.01,
  /** px of 224 */
  boxPx: 0.02,
  scoreLogit: 0.006,
} as const;

type Results = ReadonlyMap<string, Float32Array>;

/** One network on both sides. */
class Pair {
  readonly name: NetworkName;
  session: ort.InferenceSession | null = null;
  judge: Interpreter | null = null;

  constructor(name: NetworkName) {
    this.name = name;
  }

  get size(): number {
    return NETWORKS[this.name].input.shape[2];
  }

  async open(): Promise<void> {
    const files = await ensureModels();
    this.session = await ort.InferenceSession.create(files[this.name].path, { intraOpNumThreads: 1 });
    this.judge = await openTflite(join(sourceFolder(), NETWORKS[this.name].source.file), this.size);
  }

  close(): void {
    this.judge?.close();
  }

  /** Both results under our names, for one RGB picture. */
  async run(picture: Uint8Array): Promise<{ ours: Results; theirs: Results }> {
    const { input, outputs } = NETWORKS[this.name];
    const [low, high] = input.range;
    const scaled = Float32Array.from(picture, (value) => low + (value / 255) * (high - low));
    const feed = new ort.Tensor('float32', channelsFirst(scaled, this.size ** 2, 3), input.shape);
    const results = await this.session!.run({ [input.name]: feed });
    const theirs = await this.judge!.run(scaled);
    return {
      ours: new Map(outputs.map(({ name }) => [name, results[name].data as Float32Array])),
      theirs: new Map(outputs.map(({ name, tfliteName }) => [name, theirs.get(tfliteName)!])),
    };
  }
}

/** [positions × channels] → [channels × positions] */
function channelsFirst(values: Float32Array, positions: number, channels: number): Float32Array {
  return Float32Array.from(values, (_, i) => values[(i % positions) * channels + Math.floor(i / positions)]);
}

function largestDifference(a: Float32Array, b: Float32Array, counts: (i: number) => boolean = () => true): number {
  expect(a.length).toBe(b.length);
  return a.reduce((largest, value, i) => (counts(i) ? Math.max(largest, Math.abs(value - b[i])) : largest), 0);
}

async function expectSameLandmarks(pair: Pair, picture: Uint8Array): Promise<void> {
  const { ours, theirs } = await pair.run(picture);
  const difference = (name: string, counts?: (i: number) => boolean) =>
    largestDifference(ours.get(name)!, theirs.get(name)!, counts);
  const heatmap = channelsFirst(theirs.get('heatmap')!, 64 * 64, 39);
  expect(theirs.get('presence')![0], 'a person is in the picture').toBeGreaterThan(0.5);
  expect(difference('landmarks', (i) => i % 5 < 3)).toBeLessThan(LARGEST_DIFFERENCE.landmarkPx);
  expect(difference('landmarks', (i) => i % 5 >= 3)).toBeLessThan(LARGEST_DIFFERENCE.visibilityLogit);
  expect(difference('world')).toBeLessThan(LARGEST_DIFFERENCE.worldM);
  expect(difference('presence')).toBeLessThan(LARGEST_DIFFERENCE.presence);
  expect(largestDifference(ours.get('heatmap')!, heatmap)).toBeLessThan(LARGEST_DIFFERENCE.heatmapLogit);
}

async function expectSameBoxes(pair: Pair, picture: Uint8Array): Promise<void> {
  const { ours, theirs } = await pair.run(picture);
  const scores = theirs.get('scores')!;
  expect(Math.max(...scores), 'a person is in the picture').toBeGreaterThan(0);
  expect(largestDifference(ours.get('boxes')!, theirs.get('boxes')!)).toBeLessThan(LARGEST_DIFFERENCE.boxPx);
  expect(largestDifference(ours.get('scores')!, scores)).toBeLessThan(LARGEST_DIFFERENCE.scoreLogit);
}

describe.each(['lite', 'full', 'heavy'] as const)('the converted %s network', (name) => {
  const pair = new Pair(name);
  beforeAll(() => pair.open());
  afterAll(() => pair.close());

  it.each(RENDERED)('marks the same landmarks as the original on %s', async (clip) => {
    for (const picture of clipFrames(join(FIXTURES, clip), { ...RENDERED_FRAMES, sizePx: 256 })) {
      await expectSameLandmarks(pair, picture);
    }
  });

  it.skipIf(!existsSync(FILMED))(
    'marks the same landmarks on a filmed runner (skipped without ../shared/data)',
    async () => {
      for (const picture of clipFrames(FILMED, { ...FILMED_FRAMES, sizePx: 256 })) {
        await expectSameLandmarks(pair, picture);
      }
    },
  );
});

describe('the converted detector', () => {
  const pair = new Pair('detector');
  beforeAll(() => pair.open());
  afterAll(() => pair.close());

  it.each(RENDERED)('finds the same boxes as the original on %s', async (clip) => {
    for (const picture of clipFrames(join(FIXTURES, clip), { ...RENDERED_FRAMES, sizePx: 224 })) {
      await expectSameBoxes(pair, picture);
    }
  });

  it.skipIf(!existsSync(FILMED))(
    'finds the same boxes around a filmed runner (skipped without ../shared/data)',
    async () => {
      for (const picture of clipFrames(FILMED, { ...FILMED_FRAMES, sizePx: 224 })) {
        await expectSameBoxes(pair, picture);
      }
    },
  );
});
