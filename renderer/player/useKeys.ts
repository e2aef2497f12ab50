// Keys of the whole screen: they work wherever the focus is, except where the focus has its own use for them.
import { useEffect, useRef } from 'react';

/** `Space`, `ArrowLeft`, `Shift+ArrowLeft`, `Ctrl+Z`, letters in capitals; Ctrl also means ⌘. */
export type Keys = Readonly<Record<string, () => void>>;

/** Where letters are written. */
const WRITING = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]';
/** What uses arrows itself. */
const ARROWS = '[role=listbox], [role=menu], [role=radiogroup], [role=tablist], [role=separator], [role=dialog]';
/** What Space and Enter press. */
const PRESSED = 'button, a, summary, [role=button], [role=tab], [role=option], input';

/** Does the keys' work while the component is there. */
export function useKeys(keys: Keys): void {
  const keysRef = useRef(keys);
  keysRef.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || belongsToFocus(event)) return;
      const work = keysRef.current[nameOf(event)];
      if (!work) return;
      event.preventDefault();
      work();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function belongsToFocus({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches(WRITING) || target.closest('[role=dialog]')) return key !== 'Escape';
  if (key.startsWith('Arrow') && target.closest(ARROWS)) return true;
  return (key === ' ' || key === 'Enter') && target.closest(PRESSED) !== null;
}

function nameOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  // Signs such as + already hold their Shift.
  const shift = shiftKey && (key.length > 1 || /[a-z]/i.test(key)) ? 'Shift+' : '';
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${shift}${name}`;
}
