// The queue against an engine made of two functions: order, cancel, retry, crashes, and what survives closing.
import { describe, expect, it } from 'vitest';
import { GaitError } from '../../../core/errors.ts';
import { ANALYZE_DEFAULTS } from '../../../core/types.ts';
import type { ClipJob, EngineProcess, FromEngine, ToEngine } from '../../../electron/jobs/engineProtocol.ts';
import { type JobNews, JobQueue, type QueueOptions } from '../../../electron/jobs/jobQueue.ts';
import { type JobRecord, jobsInMemory } from '../../../electron/jobs/jobRecord.ts';

/** An engine that does only what the test tells it to. */
class HandEngine implements EngineProcess {
  readonly pid = undefined;
  readonly asked: ToEngine[] = [];
  killed = false;
  #hear: (message: FromEngine) => void = () => undefined;
  #exit: () => void = () => undefined;

  send(message: ToEngine): void {
    this.asked.push(message);
  }
  onMessage(hear: (message: FromEngine) => void): void {
    this.#hear = hear;
  }
  onExit(hear: () => void): void {
    this.#exit = hear;
  }
  kill(): void {
    this.killed = true;
  }
  get jobId(): string {
    const last = this.asked.findLast((message) => message.kind === 'run');
    return last?.kind === 'run' ? last.job.jobId : '';
  }
  say(message: FromEngine): Promise<void> {
    this.#hear(message);
    return new Promise((resolve) => setImmediate(resolve));
  }
  finish(): Promise<void> {
    return this.say({ kind: 'done', jobId: this.jobId });
  }
  fail(): Promise<void> {
    return this.say({ kind: 'failed', jobId: this.jobId, trouble: { code: 'no-person', message: 'Nobody.' } });
  }
  die(): void {
    this.#exit();
  }
}

const clipJob = (job: JobRecord): ClipJob => ({
  jobId: job.id,
  videoFile: `/${job.clipId}.mp4`,
  videoSha256: null,
  proxyFile: null,
  thumbnailFile: null,
  onlyPlayback: job.onlyPlayback,
  workers: null,
  workFolder: `/${job.id}`,
  model: 'full',
  analysis: ANALYZE_DEFAULTS,
  fromS: null,
  toS: null,
});

function setUp(over: Partial<QueueOptions> = {}) {
  const engines: HandEngine[] = [];
  const taken: string[] = [];
  const news: JobNews[] = [];
  const options: QueueOptions = {
    store: jobsInMemory(),
    startEngine: () => {
      engines.push(new HandEngine());
      return engines.at(-1)!;
    },
    describe: clipJob,
    takeOver: async (job) => void taken.push(job.clipId),
    onNews: (one) => void news.push(one),
    ...over,
  };
  const queue = new JobQueue(options);
  const engine = () => engines.at(-1)!;
  const running = () => queue.jobs().find((job) => job.state === 'running')?.clipId;
  const stateOf = (clipId: string) => queue.jobs().find((job) => job.clipId === clipId)?.state;
  return { queue, engines, engine, taken, news, running, stateOf, options };
}

describe('the queue of clips', () => {
  it('runs one at a time, in the order asked, in one engine', async () => {
    const { queue, engines, engine, taken, running } = setUp();
    for (const clip of ['a', 'b', 'c']) queue.add(clip);
    expect(queue.jobs().filter((job) => job.state === 'running').length).toBe(1);
    for (const clip of ['a', 'b', 'c']) {
      expect(running()).toBe(clip);
      await engine().finish();
    }
    expect(taken).toEqual(['a', 'b', 'c']);
    expect(engines.length).toBe(1);
    queue.close();
  });

  it('what the clinician looks at last goes first', async () => {
    const { queue, engine, taken } = setUp();
    for (const clip of ['a', 'b', 'c', 'd']) queue.add(clip);
    queue.lookAt('c');
    queue.lookAt('d');
    queue.lookAt('d');
    expect(queue.jobs().map((job) => job.clipId)).toEqual(['a', 'd', 'c', 'b']);
    for (let i = 0; i < 4; i++) await engine().finish();
    expect(taken).toEqual(['a', 'd', 'c', 'b']);
    queue.close();
  });

  it('a clip asked for twice is looked at once', () => {
    const { queue } = setUp();
    queue.add('a');
    expect(queue.add('b').id).toBe(queue.add('b').id);
    expect(queue.jobs().length).toBe(2);
    queue.close();
  });

  it('a waiting job is cancelled at once, a running one when the engine has stopped', async () => {
    const { queue, engine, stateOf, running } = setUp();
    queue.add('a');
    queue.cancel(queue.add('b').id);
    queue.add('c');
    expect(stateOf('b')).toBe('cancelled');
    const { id } = queue.jobs()[0];
    queue.cancel(id);
    expect(engine().asked.at(-1)).toEqual({ kind: 'cancel', jobId: id });
    expect(stateOf('a')).toBe('running');
    await engine().fail();
    expect(stateOf('a')).toBe('cancelled');
    expect(running()).toBe('c');
    queue.close();
  });

  it('a failure keeps its code, does not stop the others, and can be tried again', async () => {
    const { queue, engine, stateOf, running } = setUp();
    const { id } = queue.add('a');
    queue.add('b');
    await engine().fail();
    expect(queue.jobs().find((job) => job.id === id)).toMatchObject({
      state: 'failed',
      trouble: { code: 'no-person' },
    });
    expect(running()).toBe('b');
    queue.retry(id);
    expect(stateOf('a')).toBe('waiting');
    await engine().finish();
    expect(running()).toBe('a');
    queue.close();
  });

  it('an engine that dies is replaced and its clip goes on; a clip that kills three is given up', async () => {
    const { queue, engines, engine, running, stateOf } = setUp();
    queue.add('a');
    queue.add('b');
    engine().die();
    expect(engines.length).toBe(2);
    expect(running()).toBe('a');
    engine().die();
    engine().die();
    expect(queue.jobs().find((job) => job.clipId === 'a')?.trouble?.code).toBe('pose-engine-failed');
    expect(running()).toBe('b');
    await engine().finish();
    expect(stateOf('b')).toBe('done');
    queue.close();
  });

  it('a clip that is only to play can be asked to be measured too, and one that is measured plays anyway', async () => {
    const { queue, engine } = setUp();
    queue.add('a', { onlyPlayback: true });
    expect(queue.add('a', { onlyPlayback: true }).id).toBe(queue.jobs()[0].id);
    const whole = queue.add('a');
    expect(whole).toMatchObject({ state: 'waiting', onlyPlayback: false });
    expect(queue.add('a', { onlyPlayback: true }).clipId).toBe('a');
    expect(queue.jobs().length).toBe(2);
    await engine().finish();
    expect(engine().asked.at(-1)).toMatchObject({ kind: 'run', job: { jobId: whole.id, onlyPlayback: false } });
    expect(queue.add('a', { onlyPlayback: true }).id).toBe(whole.id);
    queue.close();
  });

  it('what an engine says after its death is not heard', async () => {
    const { queue, engines, engine, stateOf } = setUp();
    queue.add('a');
    engine().die();
    await engines[0].say({ kind: 'done', jobId: engine().jobId });
    expect(stateOf('a')).toBe('running');
    queue.close();
  });

  it('closing stops the engine; the next start goes on with what was running, then with what waited', () => {
    const first = setUp();
    first.queue.add('a');
    first.queue.add('b', { priority: 5 });
    first.queue.close();
    expect(first.engine().killed).toBe(true);
    const second = setUp({ store: first.options.store });
    second.queue.start();
    expect(second.running()).toBe('b');
    second.queue.close();
  });

  it('a program that was killed while a job ran finds it waiting', () => {
    const first = setUp();
    first.queue.add('a');
    const second = setUp({ store: first.options.store });
    expect(second.stateOf('a')).toBe('waiting');
    first.queue.close();
    second.queue.close();
  });

  it('a result that cannot be stored is a failure with its code', async () => {
    const full = new GaitError('disk-full', 'Full.');
    const { queue, engine } = setUp({ takeOver: () => Promise.reject(full) });
    queue.add('a');
    await engine().finish();
    expect(queue.jobs()[0]).toMatchObject({ state: 'failed', trouble: { code: 'disk-full' } });
    queue.close();
  });

  it('a disk too full to write down what became of a job costs nothing: asking is refused, what runs ends and is told', async () => {
    const store = jobsInMemory();
    let isFull = false;
    const save = (job: JobRecord) => {
      if (isFull) throw new GaitError('disk-full', 'Full.');
      store.save(job);
    };
    const { queue, engine, engines, stateOf, running, options } = setUp({ store: { ...store, save } });
    queue.add('a');
    queue.add('b');
    isFull = true;
    expect(() => queue.add('c')).toThrow(expect.objectContaining({ code: 'disk-full' }));
    expect(stateOf('c')).toBeUndefined();
    engine().die();
    expect(engines.length).toBe(2);
    await engine().say({
      kind: 'failed',
      jobId: engine().jobId,
      trouble: { code: 'disk-full', message: 'Full.' },
    });
    expect(queue.jobs().find((job) => job.clipId === 'a')).toMatchObject({ trouble: { code: 'disk-full' } });
    expect(running()).toBe('b');
    await engine().finish();
    expect(stateOf('b')).toBe('done');
    queue.close();
    // The next start knows what was written down last; nothing of it is lost.
    const next = setUp({ store: options.store });
    expect(['a', 'b'].map(next.stateOf)).toEqual(['waiting', 'waiting']);
    next.queue.close();
  });

  it('a deleted clip leaves the queue, and its engine is stopped', () => {
    const { queue, engines, running } = setUp();
    queue.add('a');
    queue.add('b');
    queue.forget('a');
    expect(engines[0].killed).toBe(true);
    expect(queue.jobs().map((job) => job.clipId)).toEqual(['b']);
    expect(running()).toBe('b');
    queue.close();
  });

  it('progress is one number that never goes back, with the time left', async () => {
    const { queue, engine, news } = setUp();
    const { id } = queue.add('a');
    const say = (stage: 'reading' | 'proxy' | 'pose', done: number) =>
      engine().say({ kind: 'progress', jobId: id, stage, done });
    await say('reading', 0);
    await engine().say({ kind: 'probed', jobId: id, frames: 600, durationS: 10 });
    for (const done of [0, 0.5, 1]) await say('proxy', done);
    for (const done of [0, 0.5, 1]) await say('pose', done);
    const told = news.flatMap((one) => (one.progress ? [one.progress] : []));
    expect(told.map((one) => one.stage)).toEqual(expect.arrayContaining(['reading', 'proxy', 'pose']));
    expect(told.map((one) => one.done)).toEqual(told.map((one) => one.done).toSorted((a, b) => a - b));
    expect(told[0].secondsLeft).toBeNull();
    expect(told.at(-1)!.secondsLeft).toBeGreaterThan(0);
    queue.close();
  });
});
