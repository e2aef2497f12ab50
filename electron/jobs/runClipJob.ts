// The path of one clip inside the engine process: reading → probing → proxy → pose → measuring, each step found done when it was done before.
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { analyze } from '../../core/analyze.ts';
import { GaitError } from '../../core/errors.ts';
import type { EngineOptions, PoseEngine } from '../pose/poseEngine.ts';
import { hashFile } from '../video/hashFile.ts';
import { probeVideo } from '../video/probe.ts';
import { AppVersion } from './appVersion.ts';
import { type ChunkKey, openChunkFolder } from './chunkFolder.ts';
import { codeHash } from './codeHash.ts';
import type { ClipJob, ClipOutcome, FromEngine, JobStage } from './engineProtocol.ts';
import { filmFlags } from './filmFlags.ts';
import { makeProxy } from './makeProxy.ts';
import { makeThumbnail } from './makeThumbnail.ts';
import { readSealed, writeSealed } from './sealedFile.ts';

export interface ClipJobHelp {
  readonly say: (message: FromEngine) => void;
  /** The networks, started when the first job needs them. */
  readonly engine: (options: EngineOptions) => Promise<PoseEngine>;
  readonly signal: AbortSignal;
  /** Length of the stretches kept, s of film; left out = the usual one. */
  readonly chunkS?: number;
}

/** Where a finished job's outcome waits for the app. */
export function outcomeFile(workFolder: string): string {
  return path.join(workFolder, 'outcome');
}

/**
 * Takes one clip from its film to its result and leaves the {@link ClipOutcome} in the job's folder (none for one that only plays).
 * Interrupted anywhere and run again, it goes on where it stood and leaves the same bytes.
 * @throws GaitError for everything the world can do wrong
 */
export async function runClipJob(job: ClipJob, help: ClipJobHelp): Promise<void> {
  const { signal, say } = help;
  const progress = (stage: JobStage) => (done: number) => say({ kind: 'progress', jobId: job.jobId, stage, done });
  progress('reading')(0);
  await mkdir(job.workFolder, { recursive: true });
  const videoSha256 = await hashFile(job.videoFile, signal);
  refuseChangedFilm(job, videoSha256);
  progress('probing')(0);
  const probe = await probeVideo(job.videoFile, { signal });
  say({ kind: 'probed', jobId: job.jobId, frames: probe.frames, durationS: probe.durationS });
  if (job.proxyFile) {
    progress('proxy')(0);
    await makeProxy(probe, job.proxyFile, { signal, onProgress: progress('proxy') });
    if (job.thumbnailFile) await makeThumbnail(probe, job.thumbnailFile, signal);
    say({ kind: 'proxied', jobId: job.jobId });
  }
  if (job.onlyPlayback) return;
  progress('pose')(0);
  const engine = await help.engine({ model: job.model, workers: job.workers });
  const key = await chunkKey(videoSha256, engine, job);
  if (!(await isFinished(job, key))) {
    const checkpoint = await openChunkFolder(path.join(job.workFolder, 'pose'), key, help.chunkS);
    const pose = await engine.estimate(probe, {
      fromS: job.fromS ?? undefined,
      toS: job.toS ?? undefined,
      signal,
      checkpoint,
      onProgress: progress('pose'),
    });
    progress('measuring')(0);
    const flags = [...pose.flags, ...filmFlags(probe, job.analysis.slowMotion)];
    const result = analyze({ ...pose, flags }, job.analysis);
    const outcome: ClipOutcome = {
      videoSha256,
      probe,
      pose,
      poseFrom: engine.provenance,
      app: AppVersion,
      analysis: job.analysis,
      result,
    };
    await writeSealed(outcomeFile(job.workFolder), { key, outcome });
  }
  progress('measuring')(1);
}

/**
 * What a finished job left.
 * @returns null when it is not finished, or its file is damaged
 */
export async function readOutcome(workFolder: string): Promise<ClipOutcome | null> {
  const sealed = await readSealed<{ readonly outcome: ClipOutcome }>(outcomeFile(workFolder));
  return sealed?.outcome ?? null;
}

async function chunkKey(videoSha256: string, engine: PoseEngine, { fromS, toS }: ClipJob): Promise<ChunkKey> {
  const { modelSha256, engine: name } = engine.provenance;
  return { videoSha256, modelSha256, engine: name, codeSha256: await codeHash(), fromS, toS };
}

async function isFinished(job: ClipJob, key: ChunkKey): Promise<boolean> {
  const file = outcomeFile(job.workFolder);
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (!there) return false;
  const sealed = await readSealed<{ readonly key: ChunkKey; readonly outcome: ClipOutcome }>(file);
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return sealed !== null && same(sealed.key, key) && same(sealed.outcome.app, AppVersion);
}

function refuseChangedFilm(job: ClipJob, videoSha256: string): void {
  if (job.videoSha256 === null || job.videoSha256 === videoSha256) return;
  const name = path.basename(job.videoFile);
  throw new GaitError(
    'video-unreadable',
    `${name} is not the film that was taken into the library: it was changed or damaged since. Take it in again from the camera.`,
  );
}
