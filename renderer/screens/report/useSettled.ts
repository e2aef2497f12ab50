// A value once it has stopped changing, so that nothing is made anew at every letter.
import { useEffect, useState } from 'react';

/** Longer than between two letters, shorter than one waits gladly. */
const QUIET_MS = 600;

/** The value as it was when it last stayed the same for a moment. @param value compared by its JSON */
export function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  const now = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(JSON.parse(now) as T), QUIET_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return settled;
}
