// The queue of clips to be looked at: one at a time, what the clinician looks at first, and no clip lost by a crash.
import { randomUUID } from 'node:crypto';
import { GaitError } from '../../core/errors.ts';
import type { ClipJob, EngineProcess, FromEngine, JobStage, JobTrouble } from './engineProtocol.ts';
import { type JobRecord, type JobState, type JobStore, nextJob } from './jobRecord.ts';
import { type JobProgress, TimeLeft } from './timeLeft.ts';

/** A job with where it stands now; what the screen shows. */
export interface JobNews extends JobRecord {
  /** Null unless running. */
  readonly progress: JobProgress | null;
}

export interface QueueOptions {
  readonly store: JobStore;
  readonly startEngine: () => EngineProcess;
  /** What the engine must know of a clip; throws when the clip is gone. */
  readonly describe: (job: JobRecord) => ClipJob;
  /** Takes a finished job's outcome into the library; the job is done when it has. Called again after a crash in between. */
  readonly takeOver: (job: JobRecord, clip: ClipJob) => Promise<void>;
  /** The film for playback of a running job is there. */
  readonly onProxy?: (job: JobRecord) => void;
  readonly onNews?: (news: JobNews) => void;
  /** An engine without work is stopped after this, to give its memory back, ms. */
  readonly idleMs?: number;
}

/** A clip on which this many engine processes died is the clip's fault. */
const MOST_DEATHS = 3;
/** Long enough to go from one clip to the next without loading the networks again, ms. */
const IDLE_MS = 60_000;
/** Above everything that was asked for by the way. */
const LOOKED_AT = 1_000_000;
/** More often nobody can read it, s. */
const NEWS_EVERY_S = 0.2;

const seconds = () => performance.now() / 1000;

/** Runs the jobs of one library. The store is the truth: what is in it survives, and what was running waits again. */
export class JobQueue {
  readonly #options: QueueOptions;
  readonly #timeLeft = new TimeLeft();
  /** The store's jobs: this queue is their only writer. */
  readonly #jobs: Map<string, JobRecord>;
  #engine: EngineProcess | null = null;
  #running: { readonly jobId: string; readonly clip: ClipJob; cancelling: boolean } | null = null;
  #progress: JobProgress | null = null;
  #toldS = 0;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#jobs = new Map(options.store.all().map((job) => [job.id, job]));
    for (const job of this.#jobs.values()) if (job.state === 'running') this.#note({ ...job, state: 'waiting' });
  }

  /** Begins with what an earlier run of the program left waiting. */
  start(): void {
    this.#next();
  }

  /** Every job, first to run first, then those that are over. */
  jobs(): JobNews[] {
    const rank: Record<JobState, number> = { running: 0, waiting: 1, failed: 2, cancelled: 3, done: 4 };
    return [...this.#jobs.values()]
      .sort((a, b) => rank[a.state] - rank[b.state] || b.priority - a.priority || a.order - b.order)
      .map((job) => this.#newsOf(job));
  }

  /** Asks for a clip; a job of that clip which is not over and does as much is answered instead of a second one. */
  add(clipId: string, { priority = 0, onlyPlayback = false } = {}): JobNews {
    const all = [...this.#jobs.values()];
    const open = all.find(
      (job) =>
        job.clipId === clipId &&
        (job.state === 'waiting' || job.state === 'running') &&
        (onlyPlayback || !job.onlyPlayback),
    );
    if (open) return this.#newsOf(open);
    const order = all.reduce((most, job) => Math.max(most, job.order), 0) + 1;
    const fresh = { state: 'waiting', deaths: 0, trouble: null } as const;
    const job: JobRecord = { id: randomUUID(), clipId, priority, onlyPlayback, order, ...fresh };
    this.#save(job);
    this.#next();
    return this.#newsOf(this.#find(job.id));
  }

  /** What the clinician looks at goes before everything that waits; the clip looked at last goes first. */
  lookAt(clipId: string): void {
    const all = [...this.#jobs.values()];
    const job = all.find((each) => each.clipId === clipId && each.state === 'waiting');
    if (!job) return;
    const highest = all.reduce((most, each) => (each.state === 'waiting' ? Math.max(most, each.priority) : most), 0);
    if (nextJob(all)?.id !== job.id) this.#save({ ...job, priority: Math.max(LOOKED_AT, highest + 1) });
  }

  /** Stops a job; what it finished is kept for a retry. A job that is over stays as it is. */
  cancel(jobId: string): void {
    const job = this.#find(jobId);
    if (job.state === 'waiting') this.#save({ ...job, state: 'cancelled' });
    if (job.state !== 'running' || !this.#running) return;
    this.#running.cancelling = true;
    this.#engine?.send({ kind: 'cancel', jobId });
  }

  /** A failed or cancelled job waits again and goes on from what it had finished. */
  retry(jobId: string): void {
    const job = this.#find(jobId);
    if (job.state !== 'failed' && job.state !== 'cancelled') return;
    this.#save({ ...job, state: 'waiting', deaths: 0, trouble: null });
    this.#next();
  }

  /** Drops every job of a clip that is being deleted; nothing of it runs or is taken over afterwards. */
  forget(clipId: string): void {
    for (const job of [...this.#jobs.values()].filter((each) => each.clipId === clipId)) {
      if (this.#running?.jobId === job.id) {
        this.#running = null;
        this.#progress = null;
        this.#rest();
      }
      this.#jobs.delete(job.id);
      this.#options.store.remove(job.id);
    }
    this.#next();
  }

  /** Stops the engine at once; the running job waits for the next start of the program. Safe to call twice. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#idle);
    const running = this.#running;
    this.#running = null;
    this.#engine?.kill();
    this.#engine = null;
    if (running) this.#note({ ...this.#find(running.jobId), state: 'waiting' });
  }

  /** The engine's process number, for measuring and for tests that kill it. */
  get engineId(): number | undefined {
    return this.#engine?.pid;
  }

  #next(): void {
    if (this.#closed || this.#running) return;
    const job = nextJob([...this.#jobs.values()]);
    clearTimeout(this.#idle);
    if (!job) {
      this.#idle = setTimeout(() => this.#rest(), this.#options.idleMs ?? IDLE_MS).unref();
      return;
    }
    try {
      const clip = this.#options.describe(job);
      this.#running = { jobId: job.id, clip, cancelling: false };
      this.#timeLeft.begin(seconds());
      this.#noteAndTell({ ...job, state: 'running' });
      this.#engine ??= this.#startEngine();
      this.#engine.send({ kind: 'run', job: clip });
    } catch (error) {
      this.#running = null;
      this.#end(job.id, troubleOf(error));
    }
  }

  #rest(): void {
    const engine = this.#engine;
    this.#engine = null;
    engine?.kill();
  }

  #startEngine(): EngineProcess {
    const engine = this.#options.startEngine();
    engine.onMessage((message) => engine === this.#engine && this.#hear(message));
    engine.onExit(() => engine === this.#engine && this.#mourn());
    return engine;
  }

  #hear(message: FromEngine): void {
    const running = this.#running;
    if (!running || message.jobId !== running.jobId) return;
    if (message.kind === 'progress') {
      this.#progressed(this.#find(running.jobId), message.stage, message.done);
    } else if (message.kind === 'probed') {
      this.#timeLeft.probed(message.frames);
    } else if (message.kind === 'proxied') {
      this.#options.onProxy?.(this.#find(running.jobId));
    } else if (message.kind === 'done') {
      void this.#takeOver(running.jobId, running.clip);
    } else {
      this.#running = null;
      this.#end(running.jobId, running.cancelling ? null : message.trouble);
    }
  }

  #progressed(job: JobRecord, stage: JobStage, done: number): void {
    const nowS = seconds();
    const newStage = this.#progress?.stage !== stage;
    this.#progress = this.#timeLeft.heard(stage, done, nowS);
    if (!newStage && nowS - this.#toldS < NEWS_EVERY_S) return;
    this.#toldS = nowS;
    this.#tell(job);
  }

  async #takeOver(jobId: string, clip: ClipJob): Promise<void> {
    let trouble: JobTrouble | 'none' = 'none';
    try {
      await this.#options.takeOver(this.#find(jobId), clip);
    } catch (error) {
      trouble = troubleOf(error);
    }
    if (this.#closed || this.#running?.jobId !== jobId) return;
    this.#running = null;
    if (trouble === 'none') {
      this.#progress = null;
      this.#noteAndTell({ ...this.#find(jobId), state: 'done', priority: 0 });
      this.#next();
    } else {
      this.#end(jobId, trouble);
    }
  }

  /** The engine died: its job goes on in a fresh one, unless it has killed too many. */
  #mourn(): void {
    this.#engine = null;
    const running = this.#running;
    this.#running = null;
    if (this.#closed || !running) return;
    if (running.cancelling) {
      this.#end(running.jobId, null);
      return;
    }
    const job = this.#find(running.jobId);
    const deaths = job.deaths + 1;
    if (deaths < MOST_DEATHS) {
      this.#progress = null;
      this.#noteAndTell({ ...job, state: 'waiting', deaths });
      this.#next();
      return;
    }
    const message =
      'The analysis keeps stopping on this film. Close other programs to free memory and try again; if it happens again, ' +
      'the film may be damaged: copy it from the camera again.';
    this.#note({ ...job, deaths });
    this.#end(job.id, { code: 'pose-engine-failed', message });
  }

  /** @param trouble null = it was cancelled */
  #end(jobId: string, trouble: JobTrouble | null): void {
    this.#progress = null;
    const job = this.#find(jobId);
    this.#noteAndTell(trouble ? { ...job, state: 'failed', trouble } : { ...job, state: 'cancelled' });
    this.#next();
  }

  /** What somebody asked for: told to them when it cannot be kept. */
  #save(job: JobRecord): void {
    this.#options.store.save(job);
    this.#jobs.set(job.id, job);
    this.#tell(job);
  }

  #noteAndTell(job: JobRecord): void {
    this.#note(job);
    this.#tell(job);
  }

  /**
   * What became of a job: so even on a disk too full to write it down, where nobody waits for an answer. Then the job waits again
   * at the next start, and goes on from what it had finished.
   */
  #note(job: JobRecord): void {
    this.#jobs.set(job.id, job);
    try {
      this.#options.store.save(job);
    } catch (error) {
      if (!(error instanceof GaitError)) throw error;
    }
  }

  #tell(job: JobRecord): void {
    this.#options.onNews?.(this.#newsOf(job));
  }

  #newsOf(job: JobRecord): JobNews {
    return { ...job, progress: job.state === 'running' ? this.#progress : null };
  }

  #find(jobId: string): JobRecord {
    const job = this.#jobs.get(jobId);
    if (!job) throw new RangeError(`there is no job ${jobId}`);
    return job;
  }
}

function troubleOf(error: unknown): JobTrouble {
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof GaitError ? error.code : 'engine-mistake', message };
}
