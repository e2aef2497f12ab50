// What the conversion of Google's files comes to, and what it refuses.
import { describe, expect, it } from 'vitest';
import { LANDMARK_NAMES } from '../../core/landmarks.ts';
import { convert } from '../../models/convert.ts';
import manifest from '../../models/manifest.json' with { type: 'json' };
import { NETWORKS, type NetworkName } from '../../models/manifest.ts';
import type { OnnxGraph } from '../../models/onnxGraph.ts';
import { readTflite, TENSOR_TYPE, type TfliteGraph, type TfliteOperator } from '../../models/readTflite.ts';
import { OPERATOR } from '../../models/unsupported.ts';
import { activationAt, operatorCodeAt, tfliteBytes } from '../support/tfliteBytes.ts';

const LANDMARK_NETWORKS = ['lite', 'full', 'heavy'] as const;
const ALL_NETWORKS = [...LANDMARK_NETWORKS, 'detector'] as const;
/** Conv2DOptions and its fused activation in schema.fbs; 4 is TANH, 28 the operator of that name. */
const CONVOLUTION_ACTIVATION = { kind: 1, field: 3 };
const TANH_ACTIVATION = 4;
const TANH_OPERATOR = 28;

const unsupported = (text: string) =>
  expect.objectContaining({ name: 'GaitError', code: 'model-unsupported', message: expect.stringContaining(text) });

function converted(name: NetworkName, graph: TfliteGraph = readTflite(tfliteBytes(NETWORKS[name].source.file))) {
  return convert(graph, { name, inputName: 'image', outputs: NETWORKS[name].outputs });
}

function count(graph: OnnxGraph, operator: string): number {
  return graph.nodes.filter((node) => node.operator === operator).length;
}

/** The lite network with every operator of one kind changed. */
function liteWith(code: number, change: (operator: TfliteOperator) => Partial<TfliteOperator>): TfliteGraph {
  const graph = readTflite(tfliteBytes(NETWORKS.lite.source.file));
  const operators = graph.operators.map((operator) =>
    operator.code === code ? { ...operator, ...change(operator) } : operator,
  );
  return { ...graph, operators };
}

describe('a converted network', () => {
  it.each(LANDMARK_NETWORKS)('%s needs no transposition', (name) => {
    expect(count(converted(name), 'Transpose')).toBe(0);
  });

  it('detector needs one small transposition for each of its six results', () => {
    expect(count(converted('detector'), 'Transpose')).toBe(6);
  });

  it.each([
    ['lite', 0],
    ['full', 0],
    ['heavy', 3],
    ['detector', 0],
  ] as const)('%s leaves all zeros around pictures to its convolutions, %i Pad nodes add channels', (name, pads) => {
    expect(count(converted(name), 'Pad')).toBe(pads);
  });

  it.each(LANDMARK_NETWORKS)('%s has no segmentation left in it', (name) => {
    const graph = converted(name);
    expect(graph.outputs.map((output) => output.name)).toEqual(['landmarks', 'presence', 'heatmap', 'world']);
    const graphs = readTflite(tfliteBytes(NETWORKS[name].source.file));
    expect(count(graph, 'Resize')).toBe(3);
    expect(graphs.operators.filter(({ code }) => code === OPERATOR.RESIZE_BILINEAR).length).toBe(5);
  });

  it.each(ALL_NETWORKS)('%s has the inputs and outputs of the manifest', (name) => {
    const graph = converted(name);
    const { input, outputs } = NETWORKS[name];
    expect(graph.inputs).toEqual([{ name: input.name, shape: input.shape }]);
    expect(graph.outputs).toEqual(outputs.map((output) => ({ name: output.name, shape: output.shape })));
  });

  it.each(ALL_NETWORKS)('%s keeps every weight in half precision', (name) => {
    const graph = converted(name);
    const large = graph.constants.filter(({ data }) => data.length > 64);
    expect(large.map(({ type }) => type)).toEqual(large.map(() => 'float16'));
    expect(count(graph, 'Cast')).toBe(graph.constants.filter(({ type }) => type === 'float16').length);
  });

  it('names every value once and before it is used', () => {
    for (const name of ALL_NETWORKS) {
      const graph = converted(name);
      const known = new Set(['', ...graph.inputs.map((i) => i.name), ...graph.constants.map((c) => c.name)]);
      for (const node of graph.nodes) {
        expect(node.inputs.filter((input) => !known.has(input))).toEqual([]);
        for (const output of node.outputs) {
          expect(known.has(output), output).toBe(false);
          known.add(output);
        }
      }
      expect(graph.outputs.filter((output) => !known.has(output.name))).toEqual([]);
    }
  });

  it("has OpenStride's 33 landmarks first and six auxiliary ones after them", () => {
    expect(manifest.landmarkOrder.slice(0, 33)).toEqual(LANDMARK_NAMES);
    expect(manifest.landmarkOrder.length).toBe(39);
  });
});

describe('the converter refuses', () => {
  it('an operator it does not know', () => {
    const bytes = tfliteBytes(NETWORKS.lite.source.file);
    bytes[operatorCodeAt(bytes, OPERATOR.LOGISTIC)] = TANH_OPERATOR;
    expect(() => converted('lite', readTflite(bytes))).toThrow(unsupported(`operator ${TANH_OPERATOR}`));
  });

  it('an activation it does not know', () => {
    const bytes = tfliteBytes(NETWORKS.lite.source.file);
    bytes[activationAt(bytes, CONVOLUTION_ACTIVATION)] = TANH_ACTIVATION;
    expect(() => converted('lite', readTflite(bytes))).toThrow(unsupported(`CONV_2D`));
  });

  it('a resize between other positions than pixel centres', () => {
    const graph = liteWith(OPERATOR.RESIZE_BILINEAR, () => ({ options: null }));
    expect(() => converted('lite', graph)).toThrow(unsupported('RESIZE_BILINEAR'));
  });

  it('weights that are not half precision', () => {
    const graph = readTflite(tfliteBytes(NETWORKS.lite.source.file));
    const tensors = graph.tensors.map((tensor) =>
      tensor.type === TENSOR_TYPE.float16 ? { ...tensor, type: TENSOR_TYPE.int32 } : tensor,
    );
    expect(() => converted('lite', { ...graph, tensors })).toThrow(unsupported('DEQUANTIZE'));
  });

  it('a kernel that is computed', () => {
    const graph = liteWith(OPERATOR.CONV_2D, ({ inputs }) => ({ inputs: [inputs[0], inputs[0], inputs[2]] }));
    expect(() => converted('lite', graph)).toThrow(unsupported('CONV_2D'));
  });

  it('a convolution whose size does not come out as the file says', () => {
    const graph = readTflite(tfliteBytes(NETWORKS.lite.source.file));
    const padding = graph.operators.find(({ code }) => code === OPERATOR.PAD)!;
    const tensors = graph.tensors.map((tensor, i) =>
      i === padding.inputs[1] ? { ...tensor, data: new Uint8Array(tensor.data.length) } : tensor,
    );
    expect(() => converted('lite', { ...graph, tensors })).toThrow(unsupported('CONV_2D'));
  });

  it('two values of different shapes added', () => {
    const graph = liteWith(OPERATOR.ADD, ({ inputs }) => ({ inputs: [inputs[0], 0] }));
    expect(() => converted('lite', graph)).toThrow(unsupported('ADD'));
  });

  it('a network without the result that is wanted', () => {
    const graph = readTflite(tfliteBytes(NETWORKS.detector.source.file));
    const outputs = [{ tfliteName: 'Identity_4', name: 'world' }];
    expect(() => convert(graph, { name: 'detector', inputName: 'image', outputs })).toThrow(
      expect.objectContaining({ code: 'model-corrupt' }),
    );
  });
});
