// From where the runner was filmed: as the clinician said, otherwise as the picture shows.

import { findFacing } from '../events/findFacing.ts';
import type { AnalyzeOptions, CleanPose, View } from '../types.ts';

export interface ChosenView {
  readonly view: View;
  /** +1 image right, −1 image left; null from behind or when it cannot be told. */
  readonly facing: 1 | -1 | null;
}

/**
 * Choose the view. A runner who faces image right shows the right side, unless the film is mirrored; what the clinician says of the
 * side is believed, the direction is always read from the picture.
 * @returns view `right` when nothing can be told at all
 */
export function chooseView(clean: CleanPose, asked: AnalyzeOptions['view']): ChosenView {
  const seen = findFacing(clean);
  if (asked === 'posterior' || (asked === 'auto' && seen.posteriorLikely)) return { view: 'posterior', facing: null };
  if (asked === 'auto') return { view: seen.nearSide ?? 'right', facing: seen.facing };
  return { view: asked, facing: seen.facing ?? (asked === 'right' ? 1 : -1) };
}
