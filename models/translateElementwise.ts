// Sums, limits and the logistic function: the same on every value, whatever the layout.
import type { OnnxAttribute } from './onnxGraph.ts';
import type { TfliteOperator } from './readTflite.ts';
import type { Sheet } from './sheet.ts';
import { unsupported } from './unsupported.ts';

/** ActivationFunctionType of the schema. */
const ACTIVATION = { none: 0, relu: 1, relu6: 3 } as const;

/** ADD of two values of one shape. */
export function translateAdd(operator: TfliteOperator, sheet: Sheet): void {
  const [a, b] = [sheet.input(operator, 0), sheet.input(operator, 1)];
  if (a.shape.join() !== b.shape.join()) throw unsupported(operator.code, 'two shapes');
  const inputs = [sheet.valueName(operator, a.tensor), sheet.valueName(operator, b.tensor)];
  emitActivated(operator, sheet, 'Add', inputs, operator.options?.byte(0) ?? ACTIVATION.none);
}

/** LOGISTIC. */
export function translateLogistic(operator: TfliteOperator, sheet: Sheet): void {
  const { tensor } = sheet.input(operator, 0);
  emitActivated(operator, sheet, 'Sigmoid', [sheet.valueName(operator, tensor)], ACTIVATION.none);
}

/** Writes a node and after it the limit that tflite keeps inside the operator. */
export function emitActivated(
  operator: TfliteOperator,
  sheet: Sheet,
  onnxOperator: string,
  inputs: readonly string[],
  activation: number,
  attributes: Readonly<Record<string, OnnxAttribute>> = {},
): void {
  const output = sheet.nameOf(sheet.output(operator).tensor);
  if (activation === ACTIVATION.none) {
    sheet.emit(onnxOperator, inputs, output, attributes);
    return;
  }
  const unlimited = `${output}_unlimited`;
  sheet.emit(onnxOperator, inputs, unlimited, attributes);
  if (activation === ACTIVATION.relu) sheet.emit('Relu', [unlimited], output);
  else if (activation === ACTIVATION.relu6) {
    sheet.emit('Clip', [unlimited, sheet.scalar('zero', 0), sheet.scalar('six', 6)], output);
  } else throw unsupported(operator.code, `activation ${activation}`);
}
