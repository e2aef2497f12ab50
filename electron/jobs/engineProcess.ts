// The engine's own process: runs one clip job at a time, so that nothing it does can freeze or fell the app.
import { GaitError } from '../../core/errors.ts';
import { type EngineOptions, PoseEngine } from '../pose/poseEngine.ts';
import { type AppPort, appPort } from './appPort.ts';
import type { ClipJob, JobTrouble, ToEngine } from './engineProtocol.ts';
import { runClipJob } from './runClipJob.ts';

/** The networks stay loaded from clip to clip; another choice of network or workers replaces them. */
class WarmEngine {
  #engine: Promise<PoseEngine> | null = null;
  #options: EngineOptions | null = null;

  get(options: EngineOptions): Promise<PoseEngine> {
    const same = this.#options?.model === options.model && this.#options.workers === options.workers;
    if (this.#engine && same) return this.#engine;
    this.drop();
    this.#options = options;
    this.#engine = PoseEngine.start(options);
    return this.#engine;
  }

  /** Stops the workers: after a failure fresh ones are the safe ones. */
  drop(): void {
    this.#engine?.then(
      (engine) => engine.close(),
      () => undefined,
    );
    this.#engine = null;
  }
}

const warm = new WarmEngine();
const stops = new Map<string, AbortController>();

async function run(job: ClipJob, port: AppPort): Promise<void> {
  const { jobId } = job;
  const stop = new AbortController();
  stops.set(jobId, stop);
  try {
    const chunkS = Number(process.env.OPENSTRIDE_CHUNK_S) || undefined;
    await runClipJob(job, { say: port.say, engine: (options) => warm.get(options), signal: stop.signal, chunkS });
    port.say({ kind: 'done', jobId });
  } catch (error) {
    if (error instanceof GaitError && error.code === 'pose-engine-failed') warm.drop();
    port.say({ kind: 'failed', jobId, trouble: trouble(error) });
  } finally {
    stops.delete(jobId);
  }
}

function trouble(error: unknown): JobTrouble {
  if (error instanceof GaitError) return { code: error.code, message: error.message };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'engine-mistake', message: `OpenStride made a mistake of its own. Please report this:\n${detail}` };
}

const port = appPort();
port.hear((message: ToEngine) => {
  if (message.kind === 'run') void run(message.job, port);
  else stops.get(message.jobId)?.abort();
});
// The app is gone: what is finished lies on the disk, and nobody waits for the rest.
port.gone(() => {
  for (const stop of stops.values()) stop.abort(); // ffmpeg goes with us
  process.exit(0);
});
// Ctrl-C reaches the whole group; the app decides when its engine stops.
process.on('SIGINT', () => undefined);
