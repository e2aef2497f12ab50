// Convolutions and pooling: kernels reordered to channels first, TensorFlow's padding written out as numbers.
import type { FlatTable } from './flatbuffer.ts';
import type { TfliteOperator } from './readTflite.ts';
import type { Margins, Sheet, Weight } from './sheet.ts';
import { emitActivated } from './translateElementwise.ts';
import { weightOf } from './translateWeights.ts';
import { OPERATOR, unsupported } from './unsupported.ts';

/** Padding.VALID of the schema; 0 is SAME. */
const VALID = 1;

/** Height first, as ONNX wants. */
interface Window {
  readonly kernel: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
}

/** CONV_2D: kernel [out, height, width, in] → [out, in, height, width]. */
export function translateConvolution(operator: TfliteOperator, sheet: Sheet): void {
  const options = optionsOf(operator);
  const { shape, values } = weightOf(operator, 1, 4, sheet);
  const [out, height, width, channels] = shape;
  const kernel = {
    shape: [out, channels, height, width],
    values: channelsFirst(values, out, height * width, channels),
  };
  const dilations = [options.int(5, 1), options.int(4, 1)] as const;
  emitConvolution(operator, sheet, kernel, 1, dilations, options.byte(3));
}

/** DEPTHWISE_CONV_2D: kernel [1, height, width, out] → [out, 1, height, width], one group per channel. */
export function translateDepthwise(operator: TfliteOperator, sheet: Sheet): void {
  const options = optionsOf(operator);
  const { shape, values } = weightOf(operator, 1, 4, sheet);
  const [one, height, width, out] = shape;
  const channels = sheet.input(operator, 0).shape[3];
  if (one !== 1 || out !== channels * options.int(3)) throw unsupported(operator.code, `kernel ${shape.join('×')}`);
  const kernel = { shape: [out, 1, height, width], values: channelsFirst(values, 1, height * width, out) };
  const dilations = [options.int(6, 1), options.int(5, 1)] as const;
  emitConvolution(operator, sheet, kernel, channels, dilations, options.byte(4));
}

/** MAX_POOL_2D. */
export function translateMaxPool(operator: TfliteOperator, sheet: Sheet): void {
  const options = optionsOf(operator);
  const input = sheet.input(operator, 0);
  const output = sheet.output(operator);
  const strides = [options.int(2), options.int(1)] as const;
  const window: Window = { kernel: [options.int(4), options.int(3)], strides, dilations: [1, 1] };
  const pads = options.byte(0) === VALID ? [0, 0, 0, 0] : samePadding(input.shape, window);
  checkSize(operator, input.shape, output.shape, window, pads);
  emitActivated(operator, sheet, 'MaxPool', [sheet.valueName(operator, input.tensor)], options.byte(5), {
    kernel_shape: window.kernel,
    strides,
    pads,
  });
}

/** Whether every one of these operators can take over the zeros put around its input. */
export function takesMargins(operators: readonly TfliteOperator[]): boolean {
  return operators.every(({ code, options }) => isConvolution(code) && options?.byte(0) === VALID);
}

function isConvolution(code: number): boolean {
  return code === OPERATOR.CONV_2D || code === OPERATOR.DEPTHWISE_CONV_2D;
}

function emitConvolution(
  operator: TfliteOperator,
  sheet: Sheet,
  kernel: Weight,
  group: number,
  dilations: readonly [number, number],
  activation: number,
): void {
  const options = optionsOf(operator);
  const input = sheet.input(operator, 0);
  const left = sheet.margins.get(input.tensor);
  const source = left ? sheet.graph.tensors[left.source] : input;
  const strides = [options.int(2), options.int(1)] as const;
  const window: Window = { kernel: [kernel.shape[2], kernel.shape[3]], strides, dilations };
  const pads = options.byte(0) === VALID ? (left?.margins ?? [0, 0, 0, 0]) : samePadding(source.shape, window);
  checkSize(operator, source.shape, sheet.output(operator).shape, window, pads);
  const bias = weightOf(operator, 2, 1, sheet);
  const inputs = [
    sheet.valueName(operator, left?.source ?? input.tensor),
    sheet.emitWeight(sheet.nameOf(operator.inputs[1]), kernel),
    sheet.emitWeight(sheet.nameOf(operator.inputs[2]), bias),
  ];
  const attributes = { kernel_shape: window.kernel, strides, dilations, pads, group };
  emitActivated(operator, sheet, 'Conv', inputs, activation, attributes);
}

function optionsOf(operator: TfliteOperator): FlatTable {
  if (!operator.options) throw unsupported(operator.code, 'it has no settings');
  return operator.options;
}

/** [outer, positions, channels] → [outer, channels, positions]. */
function channelsFirst(values: Uint16Array, outer: number, positions: number, channels: number): Uint16Array {
  const turned = new Uint16Array(values.length);
  for (let o = 0, at = 0; o < outer; o++) {
    for (let c = 0; c < channels; c++) {
      for (let p = 0; p < positions; p++) turned[at++] = values[(o * positions + p) * channels + c];
    }
  }
  return turned;
}

/** Reach of a dilated kernel along one side. */
function reach(window: Window, side: 0 | 1): number {
  return (window.kernel[side] - 1) * window.dilations[side] + 1;
}

/**
 * TensorFlow's SAME: as many results as input positions divided by the stride, rounded up; an odd zero goes last.
 * @param shape [1, height, width, channels]
 */
function samePadding(shape: readonly number[], window: Window): Margins {
  const total = (side: 0 | 1) => {
    const results = Math.ceil(shape[1 + side] / window.strides[side]);
    return Math.max((results - 1) * window.strides[side] + reach(window, side) - shape[1 + side], 0);
  };
  const before = [Math.floor(total(0) / 2), Math.floor(total(1) / 2)] as const;
  return [before[0], before[1], total(0) - before[0], total(1) - before[1]];
}

/** ONNX works sizes out by itself; they must come to what the tflite file says. */
function checkSize(
  operator: TfliteOperator,
  input: readonly number[],
  output: readonly number[],
  window: Window,
  pads: readonly number[],
): void {
  for (const side of [0, 1] as const) {
    const room = input[1 + side] + pads[side] + pads[2 + side] - reach(window, side);
    if (Math.floor(room / window.strides[side]) + 1 !== output[1 + side]) {
      throw unsupported(operator.code, `${input.join('×')} to ${output.join('×')}`);
    }
  }
}
