// Press and drag on a stretch of time: the film follows the pointer.
import type { PointerEvent } from 'react';
import { type TimeWindow, timeAt } from './timeWindow.ts';

/** Where on an element a pointer is, as a time of the window that it shows, s. */
export function pointedS(event: PointerEvent<HTMLElement>, element: HTMLElement, window: TimeWindow): number {
  const box = element.getBoundingClientRect();
  return timeAt(window, (event.clientX - box.left) / Math.max(1, box.width));
}

/** @returns what the element that shows the window listens to */
export function useScrub(window: TimeWindow, onTime: (timeS: number) => void) {
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      onTime(pointedS(event, event.currentTarget, window));
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) onTime(pointedS(event, event.currentTarget, window));
    },
  };
}
