// Whether the screen is too narrow for two panels beside one another, measured in letters: large text needs more room.
import { useSize } from '../../player/useSize.ts';

/** @param needed an element as wide as two panels need, in rem */
export function useStacked(screen: HTMLElement | null, needed: HTMLElement | null): boolean {
  const { widthPx } = useSize(screen);
  const { widthPx: leastPx } = useSize(needed);
  return widthPx > 0 && widthPx < leastPx;
}
