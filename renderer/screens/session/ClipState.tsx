// How far a clip is: waiting, being analysed, failed with a way on, stopped, or measured with its result in a line.
import { Link } from 'wouter';
import type { TrendClip } from '../../../core/api/views.ts';
import type { JobView } from '../../../core/api.ts';
import type { Clip } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useCall, useChange } from '../../api/queries.ts';
import buttonCss from '../../parts/Button.module.css';
import { Button } from '../../parts/Button.tsx';
import { Progress } from '../../parts/Progress.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { lastOf, progressWords, stageWords } from '../../shell/jobsInWords.ts';
import { trialPlace } from '../../shell/places.ts';
import { SESSION_TEXT } from '../../text/sessionText.ts';
import css from './ClipCard.module.css';
import { ExerciseLine } from './ExerciseLine.tsx';
import { ResultLine } from './ResultLine.tsx';

const text = SESSION_TEXT.clip;

export interface ClipStateProps {
  readonly clip: Clip;
  readonly measured: TrendClip | null;
}

export function ClipState({ clip, measured: gait }: ClipStateProps) {
  const { data: exercise } = useCall('clips.exercise', { clipId: clip.id }, { enabled: Boolean(clip.exercise) });
  const { data: jobs } = useCall('jobs.list', null);
  const retry = useChange('jobs.retry', ['jobs.list']);
  const add = useChange('jobs.add', ['jobs.list']);
  const job = lastOf(jobs, clip.id);
  const measured = clip.exercise ? (exercise ?? null) : gait;
  const line = clip.exercise ? exercise && <ExerciseLine result={exercise} /> : gait && <ResultLine measured={gait} />;
  const isBusy = job?.state === 'running' || job?.state === 'waiting';
  return (
    <>
      {job?.state === 'failed' && job.trouble && (
        <Trouble trouble={job.trouble} onRetry={() => retry.mutate({ jobId: job.id })} />
      )}
      <div className={css.state}>
        {isBusy && (!measured || !job.onlyPlayback) && <Busy job={job} name={clip.fileName} />}
        {!isBusy && line}
        {!isBusy && !measured && job?.state !== 'failed' && jobs && (
          <>
            <span className="quiet">{job?.state === 'cancelled' ? text.stopped : text.notYet}</span>
            <Button onPress={() => (job ? retry.mutate({ jobId: job.id }) : add.mutate({ clipId: clip.id }))}>
              {text.analyse}
            </Button>
          </>
        )}
        {isBusy && job.onlyPlayback && line}
        <Link
          href={trialPlace(clip.id)}
          aria-label={fill(text.openOne, { name: clip.fileName })}
          className={`${buttonCss.button} ${measured ? buttonCss.main : ''} ${css.open}`}
        >
          {text.open}
        </Link>
      </div>
    </>
  );
}

function Busy({ job, name }: { readonly job: JobView; readonly name: string }) {
  const cancel = useChange('jobs.cancel', ['jobs.list']);
  return (
    <>
      <div className={css.progress}>
        <Progress label={stageWords(job)} done={job.progress?.done ?? 0} words={progressWords(job)} />
      </div>
      <Button onPress={() => cancel.mutate({ jobId: job.id })} aria-label={fill(text.cancelOne, { name })}>
        {text.cancel}
      </Button>
    </>
  );
}
