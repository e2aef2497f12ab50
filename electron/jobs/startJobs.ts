// The jobs of one open library: its clips in, their outcomes back, everything in between in folders beside it.
import { GaitError } from '../../core/errors.ts';
import type { AnalyzeOptions } from '../../core/types.ts';
import type { EngineOptions } from '../pose/poseEngine.ts';
import type { ClipOutcome, EngineProcess } from './engineProtocol.ts';
import { jobFolder, jobsInFolders } from './jobFolders.ts';
import { type JobNews, JobQueue } from './jobQueue.ts';
import { readOutcome } from './runClipJob.ts';

/** A clip as the jobs need it. */
export interface ClipSource {
  /** Absolute path of the film inside the library. */
  readonly videoFile: string;
  readonly videoSha256: string;
  /** Where its film for playback belongs: the same film twice has one. */
  readonly proxyFile: string;
  readonly thumbnailFile: string;
  readonly analysis: AnalyzeOptions;
  /** Part of the film to look at, s on its own clock; null = from the start, to the end. */
  readonly fromS: number | null;
  readonly toS: number | null;
}

/** The library as the jobs need it: its store fills this. */
export interface ClipLibrary {
  /** @returns null when the clip is gone */
  source(clipId: string): ClipSource | null;
  /** Stores pose and result, whole, before it resolves; asked again after a crash, it must not store them twice. */
  take(clipId: string, outcome: ClipOutcome): void | Promise<void>;
}

export interface JobsOptions {
  /** Unfinished work lies here. */
  readonly workFolder: string;
  readonly clips: ClipLibrary;
  /** How the next clip is to be looked at. */
  readonly engine: () => EngineOptions;
  readonly startEngine: () => EngineProcess;
  readonly onNews: (news: JobNews) => void;
  /** Something of this clip is new: its film for playback, or its result. */
  readonly onClip: (clipId: string) => void;
}

/** Takes up what an earlier run of the program left, and goes on. @throws GaitError `not-writable`, `disk-full` */
export function startJobs(options: JobsOptions): JobQueue {
  const { clips, workFolder } = options;
  const queue = new JobQueue({
    store: jobsInFolders(workFolder),
    startEngine: options.startEngine,
    describe: ({ id, clipId, onlyPlayback }) => {
      const source = clips.source(clipId);
      if (!source) throw new GaitError('video-not-found', 'This clip is no longer in the library.');
      return { jobId: id, ...source, workFolder: jobFolder(workFolder, id), onlyPlayback, ...options.engine() };
    },
    takeOver: async ({ clipId, onlyPlayback }, clip) => {
      if (onlyPlayback) return;
      const outcome = await readOutcome(clip.workFolder);
      if (!outcome) throw new GaitError('pose-engine-failed', 'The finished analysis cannot be read back; try again.');
      await clips.take(clipId, outcome);
      options.onClip(clipId);
    },
    onProxy: ({ clipId }) => options.onClip(clipId),
    onNews: options.onNews,
  });
  queue.start();
  return queue;
}
