// The one list of keys: every screen tells its own while it is there, and `?` shows them.
import { useEffect, useSyncExternalStore } from 'react';

/** What to press, and what it does. */
export type KeyLine = readonly [key: string, does: string];

let shown: readonly KeyLine[] = [];
const listeners = new Set<() => void>();

function show(lines: readonly KeyLine[]): void {
  shown = lines;
  for (const tell of listeners) tell();
}

/** Tells the keys of a screen as long as it is there. @param lines the same array at every drawing */
export function useKeyLines(lines: readonly KeyLine[]): void {
  useEffect(() => {
    show(lines);
    return () => show([]);
  }, [lines]);
}

/** The keys of the screen that is there now. */
export function useShownKeys(): readonly KeyLine[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => shown,
  );
}
