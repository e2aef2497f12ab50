// Turns a graph into the bytes of an .onnx file; the same graph gives the same bytes.
// Source: field numbers of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
import {
  ONNX_TYPE,
  type OnnxAttribute,
  type OnnxConstant,
  type OnnxGraph,
  type OnnxNode,
  type OnnxValue,
} from './onnxGraph.ts';
import { bytesField, join, messageField, textField, varintField } from './protobuf.ts';

/** File format 7 with operators of set 13: the oldest pair with every operator used here, so that any runtime reads it. */
const IR_VERSION = 7;
const OPSET = 13;

const ATTRIBUTE_TYPE = { int: 2, text: 3, ints: 7 } as const;

/**
 * @param graph the network
 * @param notes written into the file: where it comes from, its licence
 * @returns the whole file
 */
export function writeOnnx(graph: OnnxGraph, notes: Readonly<Record<string, string>>): Uint8Array {
  return join([
    varintField(1, IR_VERSION),
    textField(2, 'openstride'),
    messageField(7, graphFields(graph)),
    messageField(8, [textField(1, ''), varintField(2, OPSET)]),
    ...Object.entries(notes).map(([key, value]) => messageField(14, [textField(1, key), textField(2, value)])),
  ]);
}

function graphFields(graph: OnnxGraph): Uint8Array[] {
  return [
    ...graph.nodes.map((node) => messageField(1, nodeFields(node))),
    textField(2, graph.name),
    ...graph.constants.map((constant) => messageField(5, constantFields(constant))),
    ...graph.inputs.map((value) => messageField(11, valueFields(value))),
    ...graph.outputs.map((value) => messageField(12, valueFields(value))),
  ];
}

function nodeFields(node: OnnxNode): Uint8Array[] {
  return [
    ...node.inputs.map((name) => textField(1, name)),
    ...node.outputs.map((name) => textField(2, name)),
    textField(3, node.name),
    textField(4, node.operator),
    ...Object.entries(node.attributes).map(([name, value]) => messageField(5, attributeFields(name, value))),
  ];
}

function attributeFields(name: string, value: OnnxAttribute): Uint8Array[] {
  if (typeof value === 'number')
    return [textField(1, name), varintField(3, value), varintField(20, ATTRIBUTE_TYPE.int)];
  if (typeof value === 'string') return [textField(1, name), textField(4, value), varintField(20, ATTRIBUTE_TYPE.text)];
  return [textField(1, name), ...value.map((item) => varintField(8, item)), varintField(20, ATTRIBUTE_TYPE.ints)];
}

function constantFields(constant: OnnxConstant): Uint8Array[] {
  return [
    ...constant.shape.map((size) => varintField(1, size)),
    varintField(2, ONNX_TYPE[constant.type]),
    textField(8, constant.name),
    bytesField(9, constant.data),
  ];
}

function valueFields(value: OnnxValue): Uint8Array[] {
  const sizes = value.shape.map((size) => messageField(1, [varintField(1, size)]));
  const tensor = [varintField(1, ONNX_TYPE.float32), messageField(2, sizes)];
  return [textField(1, value.name), messageField(2, [messageField(1, tensor)])];
}
