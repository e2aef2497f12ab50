// Files on their way out of the library: made one after another, each with progress and cancel, and whole or not at all.
import { randomUUID } from 'node:crypto';
import type { ExportAsk, ExportView } from '../../core/api/exports.ts';
import { GaitError } from '../../core/errors.ts';
import { apiError } from './apiError.ts';
import { codeInName, outgoingFile, writtenFile } from './outgoing.ts';
import { type ExportRooms, writeAsk } from './writeAsk.ts';

/** More often nobody can read it, ms. */
const NEWS_EVERY_MS = 200;

const ENDINGS = { parameters: ' measures.csv', curves: ' curves.csv', jpeg: '.jpg' } as const;
const WORDS = { table: '', film: ' film', frame: ' frame', chart: ' chart', pair: ' comparison' } as const;

interface Export {
  readonly ask: ExportAsk;
  readonly file: string | null;
  readonly stop: AbortController;
  view: ExportView;
  toldMs: number;
}

/** The exports of one open library. */
export class ExportQueue {
  readonly #rooms: ExportRooms;
  readonly #onNews: (view: ExportView) => void;
  readonly #exports = new Map<string, Export>();
  #last: Promise<void> = Promise.resolve();

  constructor(rooms: ExportRooms, onNews: (view: ExportView) => void) {
    this.#rooms = rooms;
    this.#onNews = onNews;
  }

  /** Every export since the program started, in order. */
  list(): ExportView[] {
    return [...this.#exports.values()].map(({ view }) => view);
  }

  /**
   * @param file where it goes; null = into the outgoing folder
   * @throws GaitError `record-missing` for a clip that is gone
   */
  add(ask: ExportAsk, file: string | null): ExportView {
    for (const clipId of ask.kind === 'pair' ? [ask.a.clipId, ask.b.clipId] : [ask.clipId])
      this.#rooms.library.clips.get(clipId);
    const view: ExportView = {
      id: randomUUID(),
      kind: ask.kind,
      state: 'writing',
      done: 0,
      trouble: null,
      written: null,
    };
    const one: Export = { ask, file, stop: new AbortController(), view, toldMs: 0 };
    this.#exports.set(view.id, one);
    this.#last = this.#last.then(() => this.#run(one));
    return view;
  }

  /** @throws RangeError for an export that never was */
  cancel(id: string): void {
    const one = this.#exports.get(id);
    if (!one) throw new RangeError(`there is no export ${id}`);
    one.stop.abort();
  }

  /** Cancels all and waits until nothing is left of them. */
  async close(): Promise<void> {
    for (const { stop } of this.#exports.values()) stop.abort();
    await this.#last;
  }

  async #run(one: Export): Promise<void> {
    const { ask, stop } = one;
    try {
      if (stop.signal.aborted) throw new GaitError('cancelled', 'Writing the file was cancelled.');
      const { library } = this.#rooms;
      const file = one.file ?? (await this.#outgoing(ask));
      await writeAsk(this.#rooms, ask, file, {
        signal: stop.signal,
        onProgress: (done) => this.#progressed(one, done),
      });
      this.#tell(one, { state: 'done', done: 1, written: await writtenFile(library, file) });
    } catch (error) {
      const trouble = apiError(error);
      this.#tell(one, trouble.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', trouble });
    }
  }

  /** `OpenStride R-17 film 2026-03-02.mp4` */
  #outgoing(ask: ExportAsk): Promise<string> {
    const { library } = this.#rooms;
    const clip = library.clips.get(ask.kind === 'pair' ? ask.a.clipId : ask.clipId);
    const { code } = library.clients.get(library.sessions.get(clip.sessionId).clientId);
    return outgoingFile(library, `OpenStride ${codeInName(code)}${WORDS[ask.kind]}`, endingOf(ask));
  }

  #progressed(one: Export, done: number): void {
    one.view = { ...one.view, done: Math.max(one.view.done, done) };
    const nowMs = performance.now();
    if (nowMs - one.toldMs < NEWS_EVERY_MS) return;
    one.toldMs = nowMs;
    this.#onNews(one.view);
  }

  #tell(one: Export, change: Partial<ExportView>): void {
    one.view = { ...one.view, ...change };
    this.#onNews(one.view);
  }
}

function endingOf(ask: ExportAsk): string {
  if (ask.kind === 'film' || ask.kind === 'pair') return '.mp4';
  return ask.format in ENDINGS ? ENDINGS[ask.format as keyof typeof ENDINGS] : `.${ask.format}`;
}
