// Whether one of two films laid side by side has to be turned, so that both run the same way.

import type { TrialResult } from '../types.ts';

/**
 * From the side the second film is turned to face as the first; from behind only to lay a left leg on a right one.
 * @param otherSide a left leg is held against a right one
 */
export function facesOtherWay(
  a: Pick<TrialResult, 'capture'>,
  b: Pick<TrialResult, 'capture'>,
  otherSide: boolean,
): boolean {
  const [one, other] = [a.capture.facing, b.capture.facing];
  return one !== null && other !== null ? one !== other : one === null && other === null && otherSide;
}
