// What the app and its engine process say to each other; plain data, the same over child_process and Electron's utilityProcess.
import type { GaitErrorCode } from '../../core/errors.ts';
import type { AnalyzeOptions, RawPose, TrialResult } from '../../core/types.ts';
import type { PoseModel, PoseProvenance } from '../pose/poseEngine.ts';
import type { VideoProbe } from '../video/probe.ts';

/** The path of one clip, in order. */
export const JOB_STAGES = ['reading', 'probing', 'proxy', 'pose', 'measuring'] as const;
export type JobStage = (typeof JOB_STAGES)[number];

/** All the engine must know of one clip. Paths are absolute. */
export interface ClipJob {
  readonly jobId: string;
  /** The film inside the library; only ever read. */
  readonly videoFile: string;
  /** As it was when it was taken in; null = not known, then nothing is compared. */
  readonly videoSha256: string | null;
  /** Where the film for playback is to lie; one that is there is kept. Null = none wanted. */
  readonly proxyFile: string | null;
  /** Where its picture for lists is to lie; one that is there is kept. Null = none wanted. */
  readonly thumbnailFile: string | null;
  /** Nothing is measured: it was before. */
  readonly onlyPlayback: boolean;
  /** A folder of this job alone: what is finished waits here, so that a crash does not cost it. */
  readonly workFolder: string;
  readonly model: PoseModel;
  /** Processes to look with; null = as many as suit this computer. */
  readonly workers: number | null;
  readonly analysis: AnalyzeOptions;
  /** Part of the film to look at, s on its own clock; null = from the start, to the end. */
  readonly fromS: number | null;
  readonly toS: number | null;
}

/** What a finished job leaves in its folder for the app to take over. */
export interface ClipOutcome {
  readonly videoSha256: string;
  readonly probe: VideoProbe;
  /** As the engine saw it, without what the film itself says: that depends on the options. */
  readonly pose: RawPose;
  readonly poseFrom: PoseProvenance;
  readonly app: { readonly app: string; readonly analysis: string };
  readonly analysis: AnalyzeOptions;
  /** Measured with these options and no edits. */
  readonly result: TrialResult;
}

export interface JobTrouble {
  readonly code: GaitErrorCode | 'engine-mistake';
  readonly message: string;
}

export type ToEngine =
  | { readonly kind: 'run'; readonly job: ClipJob }
  | { readonly kind: 'cancel'; readonly jobId: string };

export type FromEngine =
  | {
      readonly kind: 'progress';
      readonly jobId: string;
      readonly stage: JobStage;
      /** Of this stage, 0–1. */
      readonly done: number;
    }
  | { readonly kind: 'probed'; readonly jobId: string; readonly frames: number; readonly durationS: number }
  | { readonly kind: 'proxied'; readonly jobId: string }
  | { readonly kind: 'done'; readonly jobId: string }
  | { readonly kind: 'failed'; readonly jobId: string; readonly trouble: JobTrouble };

/** A running engine process as the queue sees it: child_process today, utilityProcess under Electron. */
export interface EngineProcess {
  readonly pid: number | undefined;
  send(message: ToEngine): void;
  onMessage(hear: (message: FromEngine) => void): void;
  /** Called once, however it ended. */
  onExit(hear: () => void): void;
  kill(): void;
}
