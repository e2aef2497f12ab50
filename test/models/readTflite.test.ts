// The reader on Google's own files, whole, cut off and damaged.
import { describe, expect, it } from 'vitest';
import { GaitError } from '../../core/errors.ts';
import { NETWORKS } from '../../models/manifest.ts';
import { readTflite } from '../../models/readTflite.ts';
import { OPERATOR } from '../../models/unsupported.ts';
import { tfliteBytes } from '../support/tfliteBytes.ts';

const corrupt = expect.objectContaining({ name: 'GaitError', code: 'model-corrupt' });

describe('the reader of tflite files', () => {
  it.each([
    ['lite', 305],
    ['full', 332],
    ['heavy', 689],
    ['detector', 291],
  ] as const)('reads the %s network: one picture in, %i operators, the results of the manifest', (name, operators) => {
    const { source, input, outputs } = NETWORKS[name];
    const graph = readTflite(tfliteBytes(source.file));
    const size = input.shape[2];
    expect(graph.operators.length).toBe(operators);
    expect(graph.inputs.map((tensor) => graph.tensors[tensor].shape)).toEqual([[1, size, size, 3]]);
    const results = graph.outputs.map((tensor) => graph.tensors[tensor].name);
    expect(results).toEqual(expect.arrayContaining(outputs.map(({ tfliteName }) => tfliteName)));
  });

  it("finds the detector's 38 sparse weights", () => {
    const graph = readTflite(tfliteBytes(NETWORKS.detector.source.file));
    expect(graph.tensors.filter(({ sparsity }) => sparsity !== null).length).toBe(38);
    expect(graph.operators.filter(({ code }) => code === OPERATOR.DENSIFY).length).toBe(38);
  });

  it('says that a file cut off at any place is cut off', () => {
    const whole = tfliteBytes(NETWORKS.lite.source.file);
    const places = Array.from({ length: 60 }, (_, i) => Math.floor((whole.length * i) / 60));
    for (const place of [...places, 1, 4, 7, 8, 12, whole.length - 1]) {
      expect(() => readTflite(whole.subarray(0, place)), `cut at byte ${place}`).toThrow(corrupt);
    }
  });

  it('says that something else is not a tflite file', () => {
    expect(() => readTflite(new TextEncoder().encode('version https://git-lfs.github.com/spec/v1'))).toThrow(
      'Not a TFL3 file.',
    );
    expect(() => readTflite(new Uint8Array(0))).toThrow(corrupt);
  });

  it('refuses damaged bytes with a typed error or reads on, but never trips', () => {
    const whole = tfliteBytes(NETWORKS.lite.source.file);
    /** The weights stand first; tensors, operators and their settings are the last bytes of the file. */
    const structureBytes = 86_000;
    for (let i = 0; i < 200; i++) {
      const damaged = whole.slice();
      damaged[whole.length - 1 - ((i * 7919) % structureBytes)] ^= 1 << (i % 8);
      try {
        readTflite(damaged);
      } catch (error) {
        expect(error).toBeInstanceOf(GaitError);
      }
    }
  });
});
