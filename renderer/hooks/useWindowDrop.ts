// Files dropped anywhere on the window; without it a missed drop zone would replace the app by the film.
import { useEffect, useRef, useState } from 'react';

/** @returns whether files are held over the window */
export function useWindowDrop(onDrop: (transfer: DataTransfer) => void): boolean {
  const [isOver, setOver] = useState(false);
  const hear = useRef(onDrop);
  hear.current = onDrop;
  useEffect(() => {
    let depth = 0;
    const brings = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (!brings(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!brings(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const over = (event: DragEvent) => brings(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (!brings(event) || !event.dataTransfer) return;
      event.preventDefault();
      hear.current(event.dataTransfer);
    };
    const all = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    const names = Object.keys(all) as (keyof typeof all)[];
    for (const name of names) window.addEventListener(name, all[name]);
    return () => {
      for (const name of names) window.removeEventListener(name, all[name]);
    };
  }, []);
  return isOver;
}
