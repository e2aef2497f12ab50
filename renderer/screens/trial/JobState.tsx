// What is going on with a clip's analysis: waiting, running with its progress, failed with a way on, or not asked for yet.
import type { JobView } from '../../../core/api.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useCall, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { Progress } from '../../parts/Progress.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import css from './JobState.module.css';

export interface JobStateProps {
  readonly clipId: string;
  /** The film can be watched. */
  readonly playable: boolean;
  /** There are numbers. */
  readonly measured: boolean;
}

const text = TRIAL_TEXT.states;

/** Nothing when all is done. */
export function JobState({ clipId, playable, measured }: JobStateProps) {
  const { data: jobs } = useCall('jobs.list', null);
  const retry = useChange('jobs.retry', ['jobs.list']);
  const add = useChange('jobs.add', ['jobs.list']);
  const job = jobs?.findLast((one) => one.clipId === clipId);
  if (measured && playable) return null;
  if (job?.state === 'failed' && job.trouble)
    return <Trouble trouble={job.trouble} onRetry={() => retry.mutate({ jobId: job.id })} />;
  if (job?.state === 'running' || job?.state === 'waiting') return <Running job={job} playable={playable} />;
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
  const pct = Math.round(100 * done);
  if (secondsLeft === null) return fill(text.progress, { pct });
  const left =
    secondsLeft >= 90
      ? fill(text.minutes, { n: Math.round(secondsLeft / 60) })
      : fill(text.seconds, { n: Math.max(1, Math.round(secondsLeft)) });
  return fill(text.progressLeft, { pct, left });
}
