// Files on their way out of the library: films one after another, small files beside them, each with progress and cancel, and whole or not at all.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { ExportAsk, ExportView } from '../../core/api/exports.ts';
import { GaitError } from '../../core/errors.ts';
import { exportName, type NamedClip } from '../../core/export/exportName.ts';
import { apiError } from './apiError.ts';
import { freeFile, writtenFile } from './outgoing.ts';
import { type ExportRooms, writeAsk } from './writeAsk.ts';

/** More often nobody can read it, ms. */
const NEWS_EVERY_MS = 200;

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
  /** A film takes a minute; nobody should wait so long for a table. */
  readonly #last: Record<'films' | 'small', Promise<void>> = { films: Promise.resolve(), small: Promise.resolve() };

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
    const [clipId, other] = 'a' in ask ? [ask.a.clipId, ask.b.clipId] : [ask.clipId, ask.clipId];
    const name = exportName(ask, this.#named(clipId), this.#named(other));
    const view: ExportView = {
      id: randomUUID(),
      kind: ask.kind,
      clipId,
      name: file === null ? name : path.basename(file),
      state: 'waiting',
      done: 0,
      trouble: null,
      written: null,
    };
    const one: Export = { ask, file, stop: new AbortController(), view, toldMs: 0 };
    this.#exports.set(view.id, one);
    this.#onNews(view);
    const lane = ask.kind === 'film' || ask.kind === 'pair' ? 'films' : 'small';
    this.#last[lane] = this.#last[lane].then(() => this.#run(one));
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
    await Promise.all(Object.values(this.#last));
  }

  async #run(one: Export): Promise<void> {
    const { ask, stop } = one;
    try {
      if (stop.signal.aborted) throw new GaitError('cancelled', 'Writing the file was cancelled.');
      this.#tell(one, { state: 'writing' });
      const { library } = this.#rooms;
      const file = one.file ?? (await freeFile(library, one.view.name));
      await writeAsk(this.#rooms, ask, file, {
        signal: stop.signal,
        onProgress: (done) => this.#progressed(one, done),
      });
      const written = await writtenFile(library, file);
      this.#tell(one, { state: 'done', done: 1, name: path.basename(file), written });
    } catch (error) {
      const trouble = apiError(error);
      this.#tell(one, trouble.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', trouble });
    }
  }

  #named(clipId: string): NamedClip {
    const { clips, sessions, clients } = this.#rooms.library;
    const clip = clips.get(clipId);
    const session = sessions.get(clip.sessionId);
    return { clip, session, client: clients.get(session.clientId) };
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
