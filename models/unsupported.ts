// The refusal to convert what the converter was not written and checked for.
import { GaitError } from '../core/errors.ts';

/** Names of the operators of schema.fbs that are translated, by number. */
export const OPERATOR = {
  ADD: 0,
  CONCATENATION: 2,
  CONV_2D: 3,
  DEPTHWISE_CONV_2D: 4,
  DEPTH_TO_SPACE: 5,
  DEQUANTIZE: 6,
  LOGISTIC: 14,
  MAX_POOL_2D: 17,
  RESHAPE: 22,
  RESIZE_BILINEAR: 23,
  PAD: 34,
  DENSIFY: 124,
} as const;

/** @returns the operator's name in the schema, or its number when it is none of ours */
function operatorName(code: number): string {
  const known = Object.entries(OPERATOR).find(([, number]) => number === code);
  return known ? known[0] : `operator ${code}`;
}

/**
 * @param code the operator that cannot be translated
 * @param what the setting, type or shape that is new
 */
export function unsupported(code: number, what: string): GaitError {
  return new GaitError('model-unsupported', `The network uses ${operatorName(code)} in a way not known here: ${what}.`);
}
