// What runs behind, put together for the list of it: analyses that are under way or need a look.
import type { JobView } from '../../core/api.ts';
import { fill } from '../../core/report/formatNumber.ts';
import { timeLeft } from '../text/dates.ts';
import { SHELL_TEXT } from '../text/shellText.ts';

const text = SHELL_TEXT.jobs;

/** Under way, the running ones first, then those that wait. */
export function busyJobs(jobs: readonly JobView[] | undefined): readonly JobView[] {
  return jobs?.filter(({ state }) => state === 'running' || state === 'waiting') ?? [];
}

/** Failed, and nothing newer of the same clip. */
export function failedJobs(jobs: readonly JobView[] | undefined): readonly JobView[] {
  return jobs?.filter((job) => job.state === 'failed' && job.id === lastOf(jobs, job.clipId)?.id) ?? [];
}

/** What was asked for last of a clip, an analysis rather than playback alone. */
export function lastOf(jobs: readonly JobView[] | undefined, clipId: string): JobView | undefined {
  const own = jobs?.filter((job) => job.clipId === clipId) ?? [];
  return own.find(isBusy) ?? own.findLast(({ onlyPlayback }) => !onlyPlayback) ?? own.at(-1);
}

const isBusy = ({ state }: JobView): boolean => state === 'running' || state === 'waiting';

/** Which stage, e.g. `Looking for the runner in every frame`. */
export function stageWords({ state, progress }: JobView): string {
  return progress && state === 'running' ? text.stages[progress.stage] : text.stages.waiting;
}

/** How far, e.g. `40 %, 2 min left`; undefined while it waits. */
export function progressWords({ progress }: JobView): string | undefined {
  if (!progress) return undefined;
  const done = percentWords(progress.done);
  return progress.secondsLeft === null ? done : `${done}, ${timeLeft(progress.secondsLeft)}`;
}

/** `40 %`. @param done 0–1 */
export const percentWords = (done: number): string => fill(text.percent, { pct: Math.floor(100 * done) });
