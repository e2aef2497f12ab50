// Films on their way from the clinician's hands into the library: handed over one after another, whatever screen is open.
import { useSyncExternalStore } from 'react';
import type { ApiError, ImportView } from '../../core/api.ts';
import { guessClip } from '../../core/guessClip.ts';
import { ApiProblem, call, connection } from '../api/connection.ts';

/** A file of the page, or its absolute path under Electron. */
export type FilmSource = File | string;

/** One film until the library has it in hand; from then on its {@link ImportView} tells. */
export interface HandOver {
  readonly id: string;
  readonly sessionId: string;
  readonly fileName: string;
  /** 0–1. */
  readonly sent: number;
  /** Null unless it failed. */
  readonly trouble: ApiError | null;
}

interface Underway extends HandOver {
  readonly source: FilmSource;
  readonly stop: AbortController;
}

let all: readonly Underway[] = [];
let last: Promise<void> = Promise.resolve();
/** What an import was made of, so that one that failed can be tried again. */
const sources = new Map<string, FilmSource>();
const listeners = new Set<() => void>();

function put(next: readonly Underway[]): void {
  all = next;
  for (const tell of listeners) tell();
}

const change = (id: string, fields: Partial<HandOver>): void =>
  put(all.map((one) => (one.id === id ? { ...one, ...fields } : one)));
const drop = (id: string): void => put(all.filter((one) => one.id !== id));

/** `Anna left.mp4` of a path or a file. */
export const sourceName = (source: FilmSource): string =>
  typeof source === 'string' ? source.replace(/^.*[/\\]/, '') : source.name;

/** Takes films into a session, one after another; view and condition are guessed from their names. */
export function importFilms(sessionId: string, films: readonly FilmSource[]): void {
  for (const source of films) {
    const id = crypto.randomUUID();
    const stop = new AbortController();
    put([...all, { id, sessionId, fileName: sourceName(source), sent: 0, trouble: null, source, stop }]);
    last = last.then(() => handOver(id));
  }
}

async function handOver(id: string): Promise<void> {
  const one = all.find((known) => known.id === id);
  if (!one || one.stop.signal.aborted) return;
  const { source, sessionId, stop, fileName } = one;
  try {
    const file =
      typeof source === 'string'
        ? source
        : await connection.handOver(source, (sent) => change(id, { sent }), stop.signal);
    if (stop.signal.aborted) return;
    const view = await call('imports.add', { sessionId, file, ...guessClip(fileName) });
    sources.set(view.id, source);
    drop(id);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.code !== 'cancelled') change(id, { trouble: { code: error.code, message: error.message } });
  }
}

/** Stops handing a film over, or forgets one that failed. */
export function forgetHandOver(id: string): void {
  all.find((one) => one.id === id)?.stop.abort();
  drop(id);
}

/** One that failed, once more. */
export function retryHandOver(id: string): void {
  const one = all.find((known) => known.id === id);
  if (!one) return;
  drop(id);
  importFilms(one.sessionId, [one.source]);
}

/** @returns false when nobody knows any more what the import was made of, as after the page was loaded again */
export function canRetryImport({ id }: ImportView): boolean {
  return sources.has(id);
}

/** An import that failed in the library, once more. */
export function retryImport({ id, sessionId }: ImportView): void {
  const source = sources.get(id);
  if (source) importFilms(sessionId, [source]);
}

/** Those of all sessions. */
export function useHandOvers(): readonly HandOver[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => all,
  );
}
