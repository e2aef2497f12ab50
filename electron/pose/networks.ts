// The two networks on onnxruntime's processor library: one thread each, no batching (measured: stack.md's figures in README).
import * as ort from 'onnxruntime-node';
import type { LandmarkOutput } from './refineLandmarks.ts';

/** Opens a network for one thread. @throws Error when the library refuses the file */
export async function openSession(file: string): Promise<ort.InferenceSession> {
  return ort.InferenceSession.create(file, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
  });
}

/** The engine's name and version, for the result's provenance. */
export function engineName(): string {
  return `onnxruntime-node ${ort.env.versions.node ?? 'unknown'} cpu`;
}

/** @param input [3 × 224 × 224], −1…1 @returns boxes [2254 × 12] and scores [2254], raw */
export async function runDetector(session: ort.InferenceSession, input: Float32Array) {
  const outputs = await session.run({ [session.inputNames[0]]: new ort.Tensor('float32', input, [1, 3, 224, 224]) });
  const all = Object.values(outputs).map((t) => t.data as Float32Array);
  const boxes = all.find((d) => d.length === 2254 * 12);
  const scores = all.find((d) => d.length === 2254);
  if (!boxes || !scores) throw new Error('The detector network has other outputs than expected.');
  return { boxes, scores };
}

/** @param input [3 × 256 × 256], 0…1 */
export async function runLandmarks(session: ort.InferenceSession, input: Float32Array): Promise<LandmarkOutput> {
  const outputs = await session.run({ [session.inputNames[0]]: new ort.Tensor('float32', input, [1, 3, 256, 256]) });
  const bySize = new Map(Object.values(outputs).map((t) => [t.data.length, t.data as Float32Array]));
  const landmarks = bySize.get(195);
  const world = bySize.get(117);
  const presence = bySize.get(1);
  const heatmap = bySize.get(64 * 64 * 39);
  if (!landmarks || !world || !presence || !heatmap) {
    throw new Error('The landmark network has other outputs than expected.');
  }
  return { landmarks, world, heatmap, presence: presence[0] };
}
