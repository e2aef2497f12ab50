// Keys of a screen or of the whole app: not while somebody writes, not while a dialog is open.
import { useEffect, useRef } from 'react';

/** `?`, `/`, letters in capitals; two keys one after the other with a space between, e.g. `G C`. */
export type KeyWork = Readonly<Record<string, () => void>>;

const WRITING = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]';
/** What is over the page, or finds entries by their letters. */
const TAKING = '[role=dialog], [role=menu], [role=listbox]';
/** Two keys that belong together come this soon after each other, ms. */
const TOGETHER_MS = 1000;

/** Does the keys' work as long as the component is there. */
export function useKey(work: KeyWork): void {
  const ref = useRef(work);
  ref.current = work;
  useEffect(() => {
    let before = { key: '', atMs: 0 };
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTaken(event.target)) return;
      const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
      const isSecond = event.timeStamp - before.atMs < TOGETHER_MS;
      const does = (isSecond && ref.current[`${before.key} ${key}`]) || ref.current[key];
      before = { key, atMs: event.timeStamp };
      if (!does) return;
      event.preventDefault();
      does();
    };
    // Before the screen's own: the second of two keys is not one of the screen's.
    window.addEventListener('keydown', pressed, true);
    return () => window.removeEventListener('keydown', pressed, true);
  }, []);
}

function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && (target.matches(WRITING) || target.closest(TAKING) !== null);
}
