// Films on their way into the library: copied one after another, each with progress and cancel, and whole or not at all.
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ImportView, NewClip } from '../../core/api.ts';
import { GaitError } from '../../core/errors.ts';
import { CAPTURE_DEFAULTS, type Clip } from '../../core/records/records.ts';
import type { JobQueue } from '../jobs/jobQueue.ts';
import type { Library } from '../store/openLibrary.ts';
import { apiError } from './apiError.ts';
import type { Films } from './films.ts';
import { forgetReceived } from './receiveFilm.ts';

/** More often nobody can read it, ms. */
const NEWS_EVERY_MS = 200;

interface Import {
  readonly asked: NewClip;
  readonly stop: AbortController;
  view: ImportView;
  toldMs: number;
}

/** The imports of one open library. */
export class ImportQueue {
  readonly #library: Library;
  readonly #queue: JobQueue;
  readonly #films: Films;
  readonly #onNews: (view: ImportView) => void;
  readonly #imports = new Map<string, Import>();
  #last: Promise<void> = Promise.resolve();

  constructor(library: Library, queue: JobQueue, films: Films, onNews: (view: ImportView) => void) {
    this.#library = library;
    this.#queue = queue;
    this.#films = films;
    this.#onNews = onNews;
  }

  /** Every import since the program started, in order. */
  list(): ImportView[] {
    return [...this.#imports.values()].map(({ view }) => view);
  }

  /** @throws GaitError `record-missing` for a session that is gone */
  async add(asked: NewClip): Promise<ImportView> {
    this.#library.sessions.get(asked.sessionId);
    const bytes = await stat(asked.file).then(
      ({ size }) => size,
      () => 0, // copying it will say what is wrong
    );
    const fresh = { state: 'copying', done: 0, trouble: null, clipId: null } as const;
    const { sessionId, file } = asked;
    const view: ImportView = { id: randomUUID(), sessionId, fileName: path.basename(file), bytes, ...fresh };
    const one: Import = { asked, stop: new AbortController(), view, toldMs: 0 };
    this.#imports.set(view.id, one);
    this.#last = this.#last.then(() => this.#run(one));
    return view;
  }

  /** @throws RangeError for an import that never was */
  cancel(id: string): void {
    const one = this.#imports.get(id);
    if (!one) throw new RangeError(`there is no import ${id}`);
    one.stop.abort();
  }

  /** Cancels all and waits until nothing is left of them. */
  async close(): Promise<void> {
    for (const { stop } of this.#imports.values()) stop.abort();
    await this.#last;
  }

  async #run(one: Import): Promise<void> {
    try {
      const clip = await this.#takeIn(one);
      this.#tell(one, { state: 'done', done: 1, clipId: clip.id });
    } catch (error) {
      const trouble = apiError(error);
      this.#tell(one, trouble.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', trouble });
    } finally {
      await forgetReceived(this.#library.folder.work, one.asked.file).catch(() => undefined); // swept at the next start
    }
  }

  /** The film first, so that no clip is ever without one. */
  async #takeIn(one: Import): Promise<Clip> {
    const { sessionId, file, view, condition, exercise, capture } = one.asked;
    const { signal } = one.stop;
    if (signal.aborted) throw new GaitError('cancelled', 'Taking in the film was cancelled.');
    const progress = (done: number) => this.#progressed(one, done);
    const { sha256 } = await this.#library.videos.takeIn(file, { signal, progress });
    this.#library.sessions.get(sessionId); // it may have been removed meanwhile
    const clip = this.#library.clips.add({
      sessionId,
      videoSha256: sha256,
      fileName: path.basename(file),
      view: view ?? 'auto',
      condition: condition ?? null,
      ...(exercise == null ? {} : { exercise }),
      capture: capture ?? CAPTURE_DEFAULTS,
    });
    await this.#films.facts(sha256).catch(() => undefined); // a film that is none is told by its analysis
    this.#queue.add(clip.id);
    return clip;
  }

  #progressed(one: Import, done: number): void {
    one.view = { ...one.view, done: Math.max(one.view.done, done) };
    const nowMs = performance.now();
    if (nowMs - one.toldMs < NEWS_EVERY_MS) return;
    one.toldMs = nowMs;
    this.#onNews(one.view);
  }

  #tell(one: Import, change: Partial<ImportView>): void {
    one.view = { ...one.view, ...change };
    this.#onNews(one.view);
  }
}
