// A small pool of workers: hands out jobs, replaces a worker that dies and gives its jobs to another.
import os from 'node:os';
import { GaitError } from '../../core/errors.ts';
import type { FromWorker, PoseAnswer, PoseJob } from './poseProtocol.ts';
import { suitableKind, type WorkerHandle, type WorkerKind } from './startWorker.ts';

export interface PosePoolOptions {
  /** How many workers, one processor thread each. */
  readonly workers: number;
  /** Processes or threads; what suits this program when left out. */
  readonly kind?: WorkerKind;
  readonly detectorFile: string;
  readonly landmarkFile: string;
}

/** Jobs a worker holds at once: one running and one waiting, so that it never idles between two. */
const HELD_PER_WORKER = 2;
/** A job that kills this many workers is the job's fault, not theirs. */
const MOST_TRIES = 3;
/** Memory and the law of diminishing returns: more than eight workers gain nothing. */
const MOST_WORKERS = 8;

interface Pending {
  readonly id: number;
  readonly job: PoseJob;
  tries: number;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Worker {
  readonly handle: WorkerHandle;
  readonly held: Map<number, Pending>;
  ready: boolean;
}

/** How many workers suit this machine: one per core that is there to be used, at most eight. */
export function suitableWorkers(): number {
  return Math.max(1, Math.min(MOST_WORKERS, os.availableParallelism()));
}

/** Runs detector and landmark jobs on several workers. Answers do not depend on how many there are. */
export class PosePool {
  readonly #options: PosePoolOptions;
  readonly #kind: WorkerKind;
  readonly #workers: Worker[] = [];
  readonly #waiting: Pending[] = [];
  #nextId = 0;
  #closed = false;
  #failure: Error | null = null;
  /** Deaths since the last answer: a worker that cannot even start must not be replaced for ever. */
  #deathsInARow = 0;
  /** Time spent inside the networks, summed over workers, ms. */
  networkMs = 0;
  /** Workers that died and were replaced. */
  replaced = 0;

  constructor(options: PosePoolOptions) {
    this.#options = options;
    this.#kind = options.kind ?? suitableKind();
    this.#hire();
  }

  /** Jobs not yet answered. */
  get pending(): number {
    return this.#waiting.length + this.#workers.reduce((sum, w) => sum + w.held.size, 0);
  }

  /** Jobs that keep every worker busy; more only cost memory. */
  get appetite(): number {
    return this.#options.workers * (HELD_PER_WORKER + 1);
  }

  /** The workers' process numbers, for measuring memory and for tests that kill one; none of threads. */
  get processIds(): number[] {
    return this.#workers.flatMap((w) => (w.handle.pid === null ? [] : [w.handle.pid]));
  }

  /**
   * Runs one job. `urgent` puts it before those already waiting.
   * @throws GaitError `pose-engine-failed` when it cannot be answered, `cancelled` when the pool was closed
   */
  run<J extends PoseJob>(job: J, urgent = false): Promise<PoseAnswer<J>> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      const pending: Pending = {
        id: this.#nextId++,
        job,
        tries: 0,
        resolve: resolve as (answer: unknown) => void,
        reject,
      };
      if (urgent) this.#waiting.unshift(pending);
      else this.#waiting.push(pending);
      this.#handOut();
    });
  }

  /** Stops every worker at once; unanswered jobs fail with `cancelled`. Safe to call twice. */
  close(): void {
    this.#closed = true;
    this.#fail(new GaitError('cancelled', 'The analysis was stopped.'));
    for (const worker of this.#workers) worker.handle.kill();
    this.#workers.length = 0;
  }

  /** Fills the pool up, as far as may be started at once. */
  #hire(): void {
    while (!this.#closed && !this.#failure && this.#workers.length < this.#options.workers) {
      if (this.#kind.oneAfterAnother && this.#workers.some((w) => !w.ready)) return;
      this.#hireOne();
    }
  }

  #hireOne(): void {
    const worker: Worker = { handle: this.#kind.start(), held: new Map(), ready: false };
    this.#workers.push(worker);
    worker.handle.onMessage((message) => this.#hear(worker, message));
    worker.handle.onExit(() => this.#bury(worker));
    const { detectorFile, landmarkFile } = this.#options;
    worker.handle.send({ kind: 'setup', detectorFile, landmarkFile });
  }

  #hear(worker: Worker, message: FromWorker): void {
    if (message.kind === 'ready') {
      worker.ready = true;
      this.#hire();
    } else if (message.kind === 'failed' && message.id === null) {
      this.#fail(new GaitError('pose-engine-failed', `The pose network could not be started: ${message.message}`));
    } else if (message.id !== null) {
      const pending = worker.held.get(message.id);
      worker.held.delete(message.id);
      if (message.kind === 'done') {
        this.#deathsInARow = 0;
        this.networkMs += message.networkMs;
        pending?.resolve(ownCopy(message.answer));
      } else {
        pending?.reject(new GaitError('pose-engine-failed', `The pose network failed on a frame: ${message.message}`));
      }
    }
    this.#handOut();
  }

  #bury(worker: Worker): void {
    const at = this.#workers.indexOf(worker);
    if (at < 0 || this.#closed) return;
    this.#workers.splice(at, 1);
    this.#deathsInARow++;
    this.replaced++;
    const orphans = [...worker.held.values()];
    const hopeless =
      orphans.some((p) => ++p.tries >= MOST_TRIES) || this.#deathsInARow > MOST_TRIES + this.#options.workers;
    if (hopeless) {
      this.#fail(
        new GaitError(
          'pose-engine-failed',
          'The pose engine keeps stopping on this computer. Close other programs to free memory and try again; if it happens again, restart the computer.',
        ),
      );
      return;
    }
    this.#waiting.unshift(...orphans);
    this.#hire();
    this.#handOut();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const worker of this.#workers) {
      for (const pending of worker.held.values()) pending.reject(this.#failure);
      worker.held.clear();
    }
    for (const pending of this.#waiting.splice(0)) pending.reject(this.#failure);
  }

  #handOut(): void {
    for (let round = 1; round <= HELD_PER_WORKER; round++) {
      for (const worker of this.#workers) {
        if (!worker.ready || worker.held.size >= round) continue;
        const next = this.#waiting.shift();
        if (!next) return;
        worker.held.set(next.id, next);
        worker.handle.send({ kind: 'job', id: next.id, job: next.job });
      }
    }
  }
}

/**
 * The answer with arrays of its own: as received they are views into the message's buffer, and keeping a frame's 33 points would keep
 * tens of kilobytes of message with them, for every frame of the film.
 */
function ownCopy(answer: unknown): unknown {
  if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) return answer;
  const copied = Object.entries(answer).map(([key, value]) => [
    key,
    value instanceof Float32Array ? value.slice() : value,
  ]);
  return Object.fromEntries(copied);
}
