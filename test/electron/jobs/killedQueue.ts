// A program with a queue of one clip and the real engine, which goes on with what an earlier run left, until it is killed or done.
//
// node killedQueue.ts <folder>
import { copyFileSync, existsSync, readdirSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { ANALYZE_DEFAULTS } from '../../../core/types.ts';
import type { EngineProcess } from '../../../electron/jobs/engineProtocol.ts';
import { forkEngine } from '../../../electron/jobs/forkEngine.ts';
import { jobsInFolders } from '../../../electron/jobs/jobFolders.ts';
import { JobQueue } from '../../../electron/jobs/jobQueue.ts';
import { outcomeFile } from '../../../electron/jobs/runClipJob.ts';
import { fixturePath } from '../video/fixturePath.ts';

/** One line of what the program says. */
export type Told =
  | { readonly kind: 'engine'; readonly pid: number }
  /** Of the whole job, 0–1. */
  | { readonly kind: 'progress'; readonly done: number }
  /** The outcome is in the folder; stretches as they were then. */
  | { readonly kind: 'taken'; readonly stretches: Readonly<Record<string, string>> };

/** Long enough for some stretches and strides, s of film. */
const PART_S = 1.6;
const CHUNK_S = '0.25';

function tell(told: Told): void {
  writeSync(1, `${JSON.stringify(told)}\n`);
}

function startEngine(): EngineProcess {
  const engine = forkEngine({ ...process.env, OPENSTRIDE_CHUNK_S: CHUNK_S });
  if (engine.pid !== undefined) tell({ kind: 'engine', pid: engine.pid });
  return engine;
}

function stretchesIn(workFolder: string): Record<string, string> {
  const pose = path.join(workFolder, 'pose');
  const names = existsSync(pose) ? readdirSync(pose).filter((name) => /^from-\d+$/.test(name)) : [];
  return Object.fromEntries(
    names.map((name) => [name, String(statSync(path.join(pose, name), { bigint: true }).mtimeNs)]),
  );
}

const root = process.argv[2];
const queue: JobQueue = new JobQueue({
  store: jobsInFolders(path.join(root, 'work')),
  startEngine,
  describe: (job) => ({
    jobId: job.id,
    videoFile: fixturePath('dev01_run_before_right60.mp4'),
    videoSha256: null,
    proxyFile: null,
    thumbnailFile: null,
    onlyPlayback: false,
    workers: 2,
    workFolder: path.join(root, 'work', job.id),
    model: 'full',
    analysis: ANALYZE_DEFAULTS,
    fromS: null,
    toS: PART_S,
  }),
  takeOver: async (_, clip) => {
    const stretches = stretchesIn(clip.workFolder);
    copyFileSync(outcomeFile(clip.workFolder), path.join(root, 'outcome'));
    tell({ kind: 'taken', stretches });
  },
  onNews: ({ state, progress }) => {
    if (progress) tell({ kind: 'progress', done: progress.done });
    if (state === 'waiting' || state === 'running') return;
    queue.close();
  },
});
for (const { id } of queue.jobs()) queue.retry(id); // one that failed is tried again
if (queue.jobs().length > 0) queue.start();
else if (existsSync(path.join(root, 'outcome'))) queue.close();
else queue.add('clip');
