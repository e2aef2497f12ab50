// Keeps a value for as long as the next one says the same, so that what is drawn from it is not drawn anew.
import { useRef } from 'react';

/** @param value plain data, small @returns the same object at every drawing until something in it is otherwise */
export function useSteady<T>(value: T): T {
  const keptRef = useRef(value);
  if (keptRef.current !== value && JSON.stringify(keptRef.current) !== JSON.stringify(value)) keptRef.current = value;
  return keptRef.current;
}
