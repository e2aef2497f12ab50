// Reads a .tflite file into a typed graph: tensors, operators and weights, nothing interpreted yet.
// Source: the field numbers are those of tensorflow/lite/schema/schema.fbs (version 3), in order of declaration.
import { GaitError } from '../core/errors.ts';
import { FlatTable } from './flatbuffer.ts';

/** A tensor's element type, by the schema's number. */
export const TENSOR_TYPE = { float32: 0, float16: 1, int32: 2 } as const;

/** How one dimension of a sparse tensor is stored. */
export interface SparseDimension {
  /** dense: every position is present, `size` of them. csr: only the positions listed. */
  readonly format: 'dense' | 'csr';
  readonly size: number;
  /** csr: where each parent's positions start in `indices` (one more entry than parents). */
  readonly segments: readonly number[];
  readonly indices: readonly number[];
}

/** How the stored values of a sparse tensor are laid out. */
export interface Sparsity {
  /** Order in which the dimensions (then the block dimensions) are walked. */
  readonly traversalOrder: readonly number[];
  /** Which dimension each block dimension cuts up. */
  readonly blockMap: readonly number[];
  readonly dimensions: readonly SparseDimension[];
}

/** One value of the network: a constant with its bytes, or one that is computed. */
export interface TfliteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** One of {@link TENSOR_TYPE}, or another number of the schema. */
  readonly type: number;
  /** The constant's bytes, little endian; empty when the tensor is computed. */
  readonly data: Uint8Array;
  readonly sparsity: Sparsity | null;
}

/** One step of the computation. */
export interface TfliteOperator {
  /** The builtin operator's number in the schema. */
  readonly code: number;
  /** Tensor numbers; −1 for an input that is left out. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** The operator's settings, null when it has none. */
  readonly options: FlatTable | null;
}

/** The whole network; tensors are named by their place in `tensors`. */
export interface TfliteGraph {
  readonly tensors: readonly TfliteTensor[];
  readonly operators: readonly TfliteOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/**
 * Reads the one graph of a .tflite file.
 * @param bytes the whole file; weights in the result are views of it
 * @throws GaitError 'model-corrupt' when the file is cut off, damaged or something else
 * @throws GaitError 'model-unsupported' when it holds more than one graph or a later schema
 */
export function readTflite(bytes: Uint8Array): TfliteGraph {
  const model = FlatTable.root(bytes, 'TFL3');
  const graphs = model.tables(2);
  if (model.int(0) !== 3 || graphs.length !== 1) {
    throw new GaitError('model-unsupported', 'Only .tflite files of schema 3 with a single graph can be converted.');
  }
  const buffers = model.tables(4).map((buffer) => buffer.bytes(0));
  const codes = model.tables(1).map(builtinCode);
  const graph = graphs[0];
  const tensors = graph.tables(0).map((tensor) => readTensor(tensor, buffers));
  const operators = graph.tables(3).map((operator) => readOperator(operator, codes, tensors.length));
  return { tensors, operators, inputs: graph.ints(1), outputs: graph.ints(2) };
}

/** Numbers above 127 do not fit the old byte field, so the larger of old and new is meant. */
function builtinCode(table: FlatTable): number {
  return Math.max(table.byte(0), table.int(3));
}

function readTensor(table: FlatTable, buffers: readonly Uint8Array[]): TfliteTensor {
  const data = buffers[table.int(2)];
  if (data === undefined) throw new GaitError('model-corrupt', 'A tensor names a buffer that the file does not hold.');
  const sparsity = table.table(6);
  return {
    name: table.text(3),
    shape: table.ints(0),
    type: table.byte(1),
    data,
    sparsity: sparsity && readSparsity(sparsity),
  };
}

function readSparsity(table: FlatTable): Sparsity {
  return {
    traversalOrder: table.ints(0),
    blockMap: table.ints(1),
    dimensions: table.tables(2).map((dimension) => ({
      format: dimension.byte(0) === 0 ? 'dense' : 'csr',
      size: dimension.int(1),
      segments: readIndexVector(dimension, 2),
      indices: readIndexVector(dimension, 4),
    })),
  };
}

/** A union of vectors of 32-bit, 16-bit or 8-bit numbers: its kind stands in one field, its table in the next. */
function readIndexVector(table: FlatTable, kindField: number): number[] {
  const vector = table.table(kindField + 1);
  if (vector === null) return [];
  const kind = table.byte(kindField);
  if (kind === 1) return vector.ints(0);
  if (kind === 2) return vector.shorts(0);
  return Array.from(vector.bytes(0));
}

function readOperator(table: FlatTable, codes: readonly number[], tensorCount: number): TfliteOperator {
  const code = codes[table.int(0)];
  const inputs = table.ints(1);
  const outputs = table.ints(2);
  const known = (tensor: number) => tensor >= -1 && tensor < tensorCount;
  if (code === undefined || !inputs.every(known) || !outputs.every(known)) {
    throw new GaitError('model-corrupt', 'An operator names a code or a tensor that the file does not hold.');
  }
  return { code, inputs, outputs, options: table.table(4) };
}
