// Turns a tflite graph into an ONNX graph that computes the same from a channels-first picture.
import { GaitError } from '../core/errors.ts';
import type { OnnxGraph, OnnxValue } from './onnxGraph.ts';
import type { TfliteGraph, TfliteOperator } from './readTflite.ts';
import { Sheet } from './sheet.ts';
import { translateConvolution, translateDepthwise, translateMaxPool } from './translateConvolution.ts';
import { translateAdd, translateLogistic } from './translateElementwise.ts';
import {
  translateConcatenation,
  translateDepthToSpace,
  translatePad,
  translateReshape,
  translateResize,
} from './translateShape.ts';
import { translateDensify, translateDequantize } from './translateWeights.ts';
import { OPERATOR, unsupported } from './unsupported.ts';

/** What the ONNX network is to be called and which results it keeps. */
export interface Wanted {
  readonly name: string;
  readonly inputName: string;
  /** tflite's name of a result → ours, in the order of the ONNX outputs. Results not named are dropped with all their work. */
  readonly outputs: readonly { readonly tfliteName: string; readonly name: string }[];
}

type Translate = (operator: TfliteOperator, sheet: Sheet) => void;

const TRANSLATIONS: ReadonlyMap<number, Translate> = new Map([
  [OPERATOR.ADD, translateAdd],
  [OPERATOR.CONCATENATION, translateConcatenation],
  [OPERATOR.CONV_2D, translateConvolution],
  [OPERATOR.DEPTHWISE_CONV_2D, translateDepthwise],
  [OPERATOR.DEPTH_TO_SPACE, translateDepthToSpace],
  [OPERATOR.DEQUANTIZE, translateDequantize],
  [OPERATOR.LOGISTIC, translateLogistic],
  [OPERATOR.MAX_POOL_2D, translateMaxPool],
  [OPERATOR.RESHAPE, translateReshape],
  [OPERATOR.RESIZE_BILINEAR, translateResize],
  [OPERATOR.PAD, translatePad],
  [OPERATOR.DENSIFY, translateDensify],
]);

/**
 * @param graph as read by readTflite
 * @param wanted names and kept results
 * @returns opset-13 nodes in an order in which they can run
 * @throws GaitError 'model-unsupported' on an operator, type or setting that has no checked translation
 * @throws GaitError 'model-corrupt' when a wanted result is not in the graph
 */
export function convert(graph: TfliteGraph, wanted: Wanted): OnnxGraph {
  const kept = wanted.outputs.map(({ tfliteName, name }) => ({ tensor: outputNamed(graph, tfliteName), name }));
  const operators = neededOperators(
    graph,
    kept.map(({ tensor }) => tensor),
  );
  const names = new Map(kept.map(({ tensor, name }) => [tensor, name]));
  names.set(graph.inputs[0], wanted.inputName);
  const sheet = new Sheet({ ...graph, operators }, names);
  for (const operator of operators) {
    const translate = TRANSLATIONS.get(operator.code);
    if (!translate) throw unsupported(operator.code, 'it has no translation');
    translate(operator, sheet);
  }
  return {
    name: wanted.name,
    nodes: sheet.nodes,
    constants: sheet.constants,
    inputs: [boundary(graph, graph.inputs[0], wanted.inputName)],
    outputs: kept.map(({ tensor, name }) => boundary(graph, tensor, name)),
  };
}

function outputNamed(graph: TfliteGraph, tfliteName: string): number {
  const tensor = graph.outputs.find((output) => graph.tensors[output]?.name === tfliteName);
  if (tensor === undefined) throw new GaitError('model-corrupt', `The network has no result called ${tfliteName}.`);
  return tensor;
}

/** The operators that a wanted result depends on, in their order in the file, which is an order in which they can run. */
function neededOperators(graph: TfliteGraph, tensors: readonly number[]): TfliteOperator[] {
  const needed = new Set(tensors);
  const backwards = graph.operators.toReversed().filter(({ inputs, outputs }) => {
    const isNeeded = outputs.some((output) => needed.has(output));
    if (isNeeded) for (const input of inputs) needed.add(input);
    return isNeeded;
  });
  return backwards.toReversed();
}

function boundary(graph: TfliteGraph, tensor: number, name: string): OnnxValue {
  const { shape } = graph.tensors[tensor];
  const [batch, height, width, channels] = shape;
  return { name, shape: shape.length === 4 ? [batch, channels, height, width] : shape };
}
