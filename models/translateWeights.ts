// Weights: half precision, stored whole or sparse, widened to float32 in the network.
import { densify } from './densify.ts';
import { TENSOR_TYPE, type TfliteOperator } from './readTflite.ts';
import type { Sheet, Weight } from './sheet.ts';
import { unsupported } from './unsupported.ts';

/** DENSIFY: the zeros of a sparse weight are filled in now, since no ONNX operator does it. */
export function translateDensify(operator: TfliteOperator, sheet: Sheet): void {
  const { type, data, sparsity, shape } = sheet.input(operator, 0);
  if (type !== TENSOR_TYPE.float16 || sparsity === null)
    throw unsupported(operator.code, 'not a sparse float16 weight');
  sheet.weights.set(operator.outputs[0], { shape, values: densify(halves(data), sparsity, shape) });
}

/** DEQUANTIZE of a float16 weight: remembered as it is; whoever uses it writes it with a Cast. */
export function translateDequantize(operator: TfliteOperator, sheet: Sheet): void {
  const { tensor, type, data, sparsity, shape } = sheet.input(operator, 0);
  const known = sheet.weights.get(tensor);
  if (!known && (type !== TENSOR_TYPE.float16 || data.length === 0 || sparsity !== null)) {
    throw unsupported(operator.code, 'not a float16 weight');
  }
  sheet.weights.set(operator.outputs[0], known ?? { shape, values: halves(data) });
}

/**
 * The weights of a convolution.
 * @param rank how many dimensions they must have
 * @throws GaitError 'model-unsupported' when they are computed, or of another size than their shape says
 */
export function weightOf(operator: TfliteOperator, place: number, rank: number, sheet: Sheet): Weight {
  const weight = sheet.weights.get(operator.inputs[place]);
  const size = weight?.shape.reduce((a, b) => a * b, 1);
  if (!weight || weight.shape.length !== rank || size !== weight.values.length) {
    throw unsupported(operator.code, `input ${place} is not a constant of ${rank} dimensions`);
  }
  return weight;
}

/** A copy, since the bytes of a file need not start at an even address. */
function halves(data: Uint8Array): Uint16Array {
  return new Uint16Array(data.slice().buffer);
}
