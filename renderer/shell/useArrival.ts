// Arriving on a screen: the window says where one is, and the focus is on the screen's heading.
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { fill } from '../../core/report/formatNumber.ts';
import { SHELL_TEXT } from '../text/shellText.ts';
import type { Crumb } from './useTrail.ts';

/** A screen that has no heading by then never gets one, ms. */
const PATIENCE_MS = 5000;

/** Keeps title and focus. */
export function useArrival(trail: readonly Crumb[]): void {
  const here = trail.at(-1)?.name ?? SHELL_TEXT.product;
  useEffect(() => {
    document.title = fill(SHELL_TEXT.title, { screen: here });
  }, [here]);
  const [place] = useLocation();
  const left = useRef(place); // where the page itself begins, the browser's own order holds
  useEffect(() => {
    if (left.current === place) return;
    left.current = place;
    return focusHeading();
  }, [place]);
}

/** Waits for the heading when the screen still asks the library. @returns gives up */
function focusHeading(): () => void {
  const main = document.getElementById('content');
  if (!main || arrive(main)) return () => {};
  const watch = new MutationObserver(() => {
    if (arrive(main)) watch.disconnect();
  });
  watch.observe(main, { childList: true, subtree: true });
  const timer = setTimeout(() => watch.disconnect(), PATIENCE_MS);
  return () => {
    clearTimeout(timer);
    watch.disconnect();
  };
}

function arrive(main: HTMLElement): boolean {
  const heading = main.querySelector('h1');
  if (!heading) return false;
  main.scrollTop = 0;
  // A screen that put the focus where the work begins knows better.
  if (main.contains(document.activeElement) && document.activeElement !== main) return true;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
