// A long list begins with what is in sight and goes on as its end comes near.
import { useEffect, useState } from 'react';

/** More than a tall screen holds. */
const FIRST = 40;
const MORE = 200;
/** How far below the window its end may be before more is drawn. */
const NEAR = '800px';

/**
 * @param all begins anew whenever it is another array
 * @returns what to draw, and where its end is
 */
export function useFirst<T>(all: readonly T[]): {
  readonly first: readonly T[];
  readonly end: (end: HTMLElement | null) => void;
} {
  const [drawn, setDrawn] = useState({ of: all, count: FIRST });
  const [end, setEnd] = useState<HTMLElement | null>(null);
  const count = drawn.of === all ? drawn.count : FIRST;
  useEffect(() => {
    if (!end || count >= all.length) return;
    const watcher = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setDrawn({ of: all, count: count + MORE }),
      { rootMargin: NEAR },
    );
    watcher.observe(end);
    return () => watcher.disconnect();
  }, [end, all, count]);
  return { first: count < all.length ? all.slice(0, count) : all, end: setEnd };
}
