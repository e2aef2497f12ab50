// What is going on with a clip's analysis: waiting, running with its progress, failed with a way on, or not asked for yet.
import type { JobView } from '../../../core/api.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useCall, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { Progress } from '../../parts/Progress.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { timeLeft } from '../../text/dates.ts';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import css from './JobState.module.css';

export interface JobStateProps {
  readonly clipId: string;
  /** The film can be watched. */
  readonly playable: boolean;
  /** There are numbers. */
  readonly measured: boolean;
  /** In place of the film only what the film needs is told; what the numbers need is told in theirs. */
  readonly inPlaceOf: 'film' | 'numbers';
}

const text = TRIAL_TEXT.states;

/** Nothing when all is done. */
export function JobState({ clipId, playable, measured, inPlaceOf }: JobStateProps) {
  const { data: jobs } = useCall('jobs.list', null);
  const retry = useChange('jobs.retry', ['jobs.list']);
  const add = useChange('jobs.add', ['jobs.list']);
  const job = jobs?.findLast((one) => one.clipId === clipId);
  if (measured && playable) return null;
  const isOver = job?.state !== 'running' && job?.state !== 'waiting';
  if (inPlaceOf === 'film' && !measured && isOver) return <p className={css.state}>{text.notPlayable}</p>;
  if (job?.state === 'failed' && job.trouble)
    return <Trouble trouble={job.trouble} onRetry={() => retry.mutate({ jobId: job.id })} />;
  if (job && !isOver) return <Running job={job} playable={playable} />;
  if (measured) return null;
  return (
    <div className={css.state}>
      <p>{text.notAnalysed}.</p>
      <Button look="main" onPress={() => add.mutate({ clipId })}>
        {text.analyse}
      </Button>
    </div>
  );
}

function Running({ job, playable }: { readonly job: JobView; readonly playable: boolean }) {
  const { progress } = job;
  if (!progress)
    return (
      <div className={css.state}>
        <Progress label={text.waiting} done={null} />
      </div>
    );
  const proxy = progress.stage === 'proxy' || !playable;
  return (
    <div className={css.state}>
      <Progress label={proxy ? text.proxy : text.analysing} done={progress.done} words={wordsOf(progress)} />
      <p className="fine">{proxy ? text.proxyNote : text.analysingNote}</p>
    </div>
  );
}

function wordsOf({ done, secondsLeft }: NonNullable<JobView['progress']>): string {
  const pct = fill(text.progress, { pct: Math.round(100 * done) });
  return secondsLeft === null ? pct : `${pct}, ${timeLeft(secondsLeft)}`;
}
