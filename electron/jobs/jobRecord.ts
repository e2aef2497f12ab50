// One job as it is kept in the library, and where it is kept.
import type { JobTrouble } from './engineProtocol.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JobRecord {
  readonly id: string;
  readonly clipId: string;
  readonly state: JobState;
  /** The larger goes first; among equals the older. What the clinician looks at is raised above all others. */
  readonly priority: number;
  /** Only the film for playback and its picture are to be made: what is measured is there already. */
  readonly onlyPlayback: boolean;
  /** Order of asking. */
  readonly order: number;
  /** Engine processes that died on it since it was asked for. */
  readonly deaths: number;
  /** Null unless failed. */
  readonly trouble: JobTrouble | null;
}

/** The library's table of jobs. Each call is whole when it returns, and survives a crash from then on. */
export interface JobStore {
  /** Every job there is, in any order. */
  all(): readonly JobRecord[];
  save(job: JobRecord): void;
  remove(jobId: string): void;
}

/** Jobs that live as long as the program; for tests and for batch work. */
export function jobsInMemory(): JobStore {
  const jobs = new Map<string, JobRecord>();
  return {
    all: () => [...jobs.values()],
    save: (job) => void jobs.set(job.id, job),
    remove: (jobId) => void jobs.delete(jobId),
  };
}

/** The waiting job that goes first; null when none waits. */
export function nextJob(jobs: readonly JobRecord[]): JobRecord | null {
  const waiting = jobs.filter((job) => job.state === 'waiting');
  return waiting.reduce<JobRecord | null>((first, job) => (first && !isBefore(job, first) ? first : job), null);
}

function isBefore(a: JobRecord, b: JobRecord): boolean {
  return a.priority === b.priority ? a.order < b.order : a.priority > b.priority;
}
