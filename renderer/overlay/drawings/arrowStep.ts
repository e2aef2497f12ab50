// How far an arrow key moves what is drawn.
import type { KeyboardEvent } from 'react';
import type { PicturePoint } from '../../../core/report/skeletonLines.ts';

/** Two pixels of the film, twenty with Shift; null for other keys. */
export function arrowStep({ key, shiftKey }: KeyboardEvent): PicturePoint | null {
  const px = shiftKey ? 20 : 2;
  if (key === 'ArrowLeft') return { x: -px, y: 0 };
  if (key === 'ArrowRight') return { x: px, y: 0 };
  if (key === 'ArrowUp') return { x: 0, y: -px };
  if (key === 'ArrowDown') return { x: 0, y: px };
  return null;
}
