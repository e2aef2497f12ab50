// Arrow keys among the numbers of a table: up and down between rows, left and right within one, Escape closes what is open.
import type { KeyboardEvent } from 'react';

/** Which way each key goes. */
const ROWS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };
const CELLS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** For the table's keydown; numbers are the buttons marked `data-number` in rows marked `data-row`. */
export function onGridKey(event: KeyboardEvent<HTMLTableElement>, close: () => void): void {
  const here = event.target instanceof HTMLElement ? event.target.closest('[data-number]') : null;
  if (event.key === 'Escape') {
    close();
    return;
  }
  if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
  const next = neighbour(event.currentTarget, here, ROWS[event.key] ?? 0, CELLS[event.key] ?? 0);
  if (ROWS[event.key] === undefined && CELLS[event.key] === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  next?.focus();
}

function neighbour(table: HTMLElement, here: Element, rows: number, cells: number): HTMLElement | undefined {
  const lines = [...table.querySelectorAll('[data-row]')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('[data-number]'),
  ]);
  const full = lines.filter((line) => line.length > 0);
  const at = full.findIndex((line) => line.some((one) => one === here));
  const across = full[at]?.findIndex((one) => one.isSameNode(here)) ?? 0;
  const line = full[at + rows];
  return line?.[Math.min(line.length - 1, across + cells)];
}
