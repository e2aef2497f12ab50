// The work sheet of one conversion: the graph that is read, the weights known so far and the ONNX nodes written so far.
//
// Pictures: tflite stores them as [1, height, width, channels], ONNX as [1, channels, height, width]. Every tensor of four
// dimensions is written channels first and every other as it is, so no transposition is needed between two pictures.
import { GaitError } from '../core/errors.ts';
import type { OnnxAttribute, OnnxConstant, OnnxNode } from './onnxGraph.ts';
import { TENSOR_TYPE, type TfliteGraph, type TfliteOperator, type TfliteTensor } from './readTflite.ts';
import { unsupported } from './unsupported.ts';

/** Half precision as stored, 16 bits each: weights are never rounded or widened by the converter. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Uint16Array;
}

/** Zeros to be put around a picture: top, left, bottom, right. */
export type Margins = readonly [number, number, number, number];

const INT64_BYTES = 8;

/** What the translations of single operators read from and write to. */
export class Sheet {
  readonly graph: TfliteGraph;
  /** Tensors that hold weights. */
  readonly weights = new Map<number, Weight>();
  /** Padded pictures whose zeros are left to the convolutions that read them. */
  readonly margins = new Map<number, { readonly source: number; readonly margins: Margins }>();
  readonly nodes: OnnxNode[] = [];
  readonly #constants = new Map<string, OnnxConstant>();
  readonly #names: ReadonlyMap<number, string>;

  /** @param names the value names of the graph's inputs and wanted outputs, by tensor */
  constructor(graph: TfliteGraph, names: ReadonlyMap<number, string>) {
    this.graph = graph;
    this.#names = names;
  }

  get constants(): OnnxConstant[] {
    return [...this.#constants.values()];
  }

  /** The tensor at an operator's input. @throws GaitError 'model-corrupt' when the operator has no such input */
  input(operator: TfliteOperator, place: number): { readonly tensor: number } & TfliteTensor {
    return this.#tensor(operator.inputs[place]);
  }

  /** The only output of an operator. @throws GaitError 'model-unsupported' unless it is one float32 tensor */
  output(operator: TfliteOperator): { readonly tensor: number } & TfliteTensor {
    const output = this.#tensor(operator.outputs[0]);
    if (operator.outputs.length !== 1 || output.type !== TENSOR_TYPE.float32) {
      throw unsupported(operator.code, 'its result is not one float32 tensor');
    }
    return output;
  }

  /** The name of a computed value. @throws GaitError 'model-unsupported' when it is a weight or a padding left to others */
  valueName(operator: TfliteOperator, tensor: number): string {
    if (this.weights.has(tensor) || this.margins.has(tensor) || this.graph.tensors[tensor]?.data.length !== 0) {
      throw unsupported(operator.code, 'it works on a constant');
    }
    return this.nameOf(tensor);
  }

  /** The name a tensor has in the ONNX file. */
  nameOf(tensor: number): string {
    return this.#names.get(tensor) ?? `t${tensor}`;
  }

  /** Writes one node, named for its result. */
  emit(
    operator: string,
    inputs: readonly string[],
    output: string,
    attributes: Readonly<Record<string, OnnxAttribute>> = {},
  ): void {
    this.nodes.push({ operator, name: `${operator}_${output}`, inputs, outputs: [output], attributes });
  }

  /** Stores half-precision weights once and @returns the name of the same values as float32, made by a Cast. */
  emitWeight(name: string, weight: Weight): string {
    const stored = `${name}_half`;
    if (!this.#constants.has(stored)) {
      const { buffer, byteOffset, byteLength } = weight.values;
      const data = new Uint8Array(buffer, byteOffset, byteLength);
      this.#constants.set(stored, { name: stored, type: 'float16', shape: weight.shape, data });
      this.emit('Cast', [stored], name, { to: 1 });
    }
    return name;
  }

  /** Stores a float32 number once and @returns its name. */
  scalar(name: string, value: number): string {
    return this.#store({ name, type: 'float32', shape: [], data: floatBytes([value]) });
  }

  /** Stores a list of float32 numbers and @returns its name. */
  floats(name: string, values: readonly number[]): string {
    return this.#store({ name, type: 'float32', shape: [values.length], data: floatBytes(values) });
  }

  /** Stores a list of whole numbers and @returns its name. */
  integers(name: string, values: readonly number[]): string {
    const data = new Uint8Array(values.length * INT64_BYTES);
    const view = new DataView(data.buffer);
    values.forEach((value, i) => {
      view.setBigInt64(i * INT64_BYTES, BigInt(value), true);
    });
    return this.#store({ name, type: 'int64', shape: [values.length], data });
  }

  #store(constant: OnnxConstant): string {
    this.#constants.set(constant.name, constant);
    return constant.name;
  }

  #tensor(tensor: number | undefined): { readonly tensor: number } & TfliteTensor {
    const found = tensor === undefined ? undefined : this.graph.tensors[tensor];
    if (tensor === undefined || !found) {
      throw new GaitError('model-corrupt', 'An operator of the network lacks an input or output.');
    }
    return { ...found, tensor };
  }
}

function floatBytes(values: readonly number[]): Uint8Array {
  const data = new Uint8Array(values.length * 4);
  const view = new DataView(data.buffer);
  values.forEach((value, i) => {
    view.setFloat32(i * 4, value, true);
  });
  return data;
}
