// Which exports this window asked for, and which of them it has told of: those are handed over by themselves when they are done.
import { useSyncExternalStore } from 'react';
import type { ExportAsk } from '../../core/api/exports.ts';

interface OwnExports {
  /** What was asked for, by export. */
  readonly asks: ReadonlyMap<string, ExportAsk>;
  /** Cleared from the list. */
  readonly cleared: ReadonlySet<string>;
}

let own: OwnExports = { asks: new Map(), cleared: new Set() };
const told = new Set<string>();
const listeners = new Set<() => void>();

function put(next: Partial<OwnExports>): void {
  own = { ...own, ...next };
  for (const tell of listeners) tell();
}

/** @param id of an export that this window has just asked for */
export function rememberExport(id: string, ask: ExportAsk): void {
  put({ asks: new Map(own.asks).set(id, ask) });
}

/** Takes exports out of the list; files stay where they are. */
export function clearExports(ids: readonly string[]): void {
  put({ cleared: new Set([...own.cleared, ...ids]) });
}

/** @returns true the first time it is asked of an export */
export function isNews(id: string): boolean {
  if (told.has(id)) return false;
  told.add(id);
  return true;
}

/** Those of this window. */
export function useOwnExports(): OwnExports {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => own,
  );
}
