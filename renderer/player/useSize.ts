// The size of an element, as it changes.
import { useLayoutEffect, useState } from 'react';
import type { Size } from './pictureFrame.ts';

/** CSS px of an element; 0 × 0 until it is there. */
export function useSize(element: HTMLElement | null): Size {
  const [size, setSize] = useState<Size>({ widthPx: 0, heightPx: 0 });
  useLayoutEffect(() => {
    if (!element) return;
    const measure = (): void => {
      const { clientWidth: widthPx, clientHeight: heightPx } = element;
      setSize((before) =>
        before.widthPx === widthPx && before.heightPx === heightPx ? before : { widthPx, heightPx },
      );
    };
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    measure();
    return () => watcher.disconnect();
  }, [element]);
  return size;
}
