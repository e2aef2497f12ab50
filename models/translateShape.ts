// Padding, enlarging, regrouping and joining: operators that move values without weighing them.
import type { TfliteGraph, TfliteOperator, TfliteTensor } from './readTflite.ts';
import { TENSOR_TYPE } from './readTflite.ts';
import type { Sheet } from './sheet.ts';
import { takesMargins } from './translateConvolution.ts';
import { unsupported } from './unsupported.ts';

/** Where [batch, height, width, channels] stand in [batch, channels, height, width]. */
const CHANNELS_FIRST_AXIS = [0, 2, 3, 1];

/** PAD of a picture with zeros: left to the convolutions that follow where they can, a Pad node otherwise. */
export function translatePad(operator: TfliteOperator, sheet: Sheet): void {
  const input = sheet.input(operator, 0);
  const output = sheet.output(operator);
  const counts = constantIntegers(operator, sheet.input(operator, 1));
  if (counts.length !== 8 || operator.inputs.length !== 2) throw unsupported(operator.code, 'not a picture and zeros');
  const [, , top, bottom, left, right] = counts;
  const onlyAround = [0, 1, 6, 7].every((i) => counts[i] === 0);
  if (
    onlyAround &&
    takesMargins(readersOf(sheet.graph, output.tensor)) &&
    !sheet.graph.outputs.includes(output.tensor)
  ) {
    sheet.margins.set(output.tensor, { source: input.tensor, margins: [top, left, bottom, right] });
    return;
  }
  const name = sheet.nameOf(output.tensor);
  const onnxOrder = [0, 6, 2, 4, 1, 7, 3, 5].map((i) => counts[i]);
  const pads = sheet.integers(`${name}_pads`, onnxOrder);
  sheet.emit('Pad', [sheet.valueName(operator, input.tensor), pads], name, { mode: 'constant' });
}

/** RESIZE_BILINEAR between pixel centres, the edge repeated. */
export function translateResize(operator: TfliteOperator, sheet: Sheet): void {
  const input = sheet.input(operator, 0);
  const output = sheet.output(operator);
  const betweenCentres = operator.options?.byte(2) === 0 && operator.options.byte(3) === 1;
  if (!betweenCentres) throw unsupported(operator.code, 'positions other than pixel centres');
  const name = sheet.nameOf(output.tensor);
  const scale = (axis: number) => output.shape[axis] / input.shape[axis];
  const scales = sheet.floats(`${name}_scales`, [1, 1, scale(1), scale(2)]);
  sheet.emit('Resize', [sheet.valueName(operator, input.tensor), '', scales], name, {
    mode: 'linear',
    coordinate_transformation_mode: 'half_pixel',
  });
}

/** DEPTH_TO_SPACE: TensorFlow's order of channels is ONNX's "DCR". */
export function translateDepthToSpace(operator: TfliteOperator, sheet: Sheet): void {
  const { tensor } = sheet.input(operator, 0);
  const output = sheet.nameOf(sheet.output(operator).tensor);
  const blocksize = operator.options?.int(0) ?? 0;
  sheet.emit('DepthToSpace', [sheet.valueName(operator, tensor)], output, { blocksize, mode: 'DCR' });
}

/** RESHAPE of a picture to a list: turned to tflite's order first, unless one pixel or one channel makes both orders the same. */
export function translateReshape(operator: TfliteOperator, sheet: Sheet): void {
  const input = sheet.input(operator, 0);
  const output = sheet.output(operator);
  if (output.shape.length === 4) throw unsupported(operator.code, 'a list becomes a picture');
  const name = sheet.nameOf(output.tensor);
  const [, height, width, channels] = input.shape;
  let source = sheet.valueName(operator, input.tensor);
  if (input.shape.length === 4 && height * width !== 1 && channels !== 1) {
    const turned = `${name}_channels_last`;
    sheet.emit('Transpose', [source], turned, { perm: [0, 2, 3, 1] });
    source = turned;
  }
  sheet.emit('Reshape', [source, sheet.integers(`${name}_shape`, output.shape)], name);
}

/** CONCATENATION. */
export function translateConcatenation(operator: TfliteOperator, sheet: Sheet): void {
  const output = sheet.output(operator);
  const rank = output.shape.length;
  if (operator.options?.byte(1) !== 0) throw unsupported(operator.code, 'an activation');
  const axis = (operator.options.int(0) + rank) % rank;
  const inputs = operator.inputs.map((tensor) => sheet.valueName(operator, tensor));
  const onnxAxis = rank === 4 ? CHANNELS_FIRST_AXIS[axis] : axis;
  sheet.emit('Concat', inputs, sheet.nameOf(output.tensor), { axis: onnxAxis });
}

function readersOf(graph: TfliteGraph, tensor: number): TfliteOperator[] {
  return graph.operators.filter(({ inputs }) => inputs.includes(tensor));
}

function constantIntegers(operator: TfliteOperator, tensor: TfliteTensor): number[] {
  if (tensor.type !== TENSOR_TYPE.int32 || tensor.data.length === 0) throw unsupported(operator.code, 'computed sizes');
  const view = new DataView(tensor.data.buffer, tensor.data.byteOffset, tensor.data.byteLength);
  return Array.from({ length: tensor.data.length >> 2 }, (_, i) => view.getInt32(4 * i, true));
}
