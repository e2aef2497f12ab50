// The one place in the stride that all charts of a screen mark, and how they ask for another.
import { useSyncExternalStore } from 'react';

/** Charts read it, draw it and move it; who makes it knows which film is meant. */
export interface ChartCursor {
  /** Hears every change. @returns stops hearing */
  readonly subscribe: (hear: () => void) => () => void;
  /** Place in the stride now, %; null between strides. */
  readonly pct: () => number | null;
  /** Goes to a place in the stride. */
  readonly goTo: (pct: number) => void;
  /** A pointer looks at a place without pressing; null when it has left. Left out = looking does nothing. */
  readonly look?: (pct: number | null) => void;
}

/** The place in the stride, in whole per cents. */
export function useCursorPct({ subscribe, pct }: ChartCursor): number | null {
  return useSyncExternalStore(subscribe, () => {
    const now = pct();
    return now === null ? null : Math.min(100, Math.max(0, Math.round(now)));
  });
}
