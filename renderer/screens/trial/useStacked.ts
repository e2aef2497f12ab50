// Whether the screen is too narrow for two panels beside one another, measured in letters: large text needs more room.
import { useSize } from '../../player/useSize.ts';

/** Two panels of some 32 em. */
const LEAST_REM = 64;

export function useStacked(element: HTMLElement | null): boolean {
  const { widthPx } = useSize(element);
  const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return widthPx > 0 && widthPx < LEAST_REM * remPx;
}
