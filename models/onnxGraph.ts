// What an ONNX network is made of, as plain records, before it becomes bytes.

/** A setting of a node: whole numbers, a list of them, or a word. */
export type OnnxAttribute = number | readonly number[] | string;

/** One step of the computation. */
export interface OnnxNode {
  readonly operator: string;
  readonly name: string;
  /** Value names; '' for an input that is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

/** ONNX's numbers for element types (onnx.proto, TensorProto.DataType). */
export const ONNX_TYPE = { float32: 1, int64: 7, float16: 10 } as const;

/** A constant with its bytes. */
export interface OnnxConstant {
  readonly name: string;
  readonly type: keyof typeof ONNX_TYPE;
  readonly shape: readonly number[];
  /** Little endian. */
  readonly data: Uint8Array;
}

/** A named input or output, float32. */
export interface OnnxValue {
  readonly name: string;
  readonly shape: readonly number[];
}

/** The whole network; nodes stand in an order in which they can run. */
export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxConstant[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}
