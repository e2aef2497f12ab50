// One analysis in the list of what runs behind.
import { Link } from 'wouter';
import type { JobView } from '../../core/api.ts';
import { fill } from '../../core/report/formatNumber.ts';
import { useCall, useChange } from '../api/queries.ts';
import { errorText } from '../errorText.ts';
import { Button } from '../parts/Button.tsx';
import { Progress } from '../parts/Progress.tsx';
import { SHELL_TEXT } from '../text/shellText.ts';
import css from './JobsSeen.module.css';
import { progressWords, stageWords } from './jobsInWords.ts';
import { sessionPlace } from './places.ts';
import { nameOf } from './useTrail.ts';

const text = SHELL_TEXT.jobs;

export function JobLine({ job, onGo }: { readonly job: JobView; readonly onGo: () => void }) {
  const { data } = useCall('clips.open', { clipId: job.clipId });
  const cancel = useChange('jobs.cancel', ['jobs.list']);
  const retry = useChange('jobs.retry', ['jobs.list']);
  const film = data?.clip.fileName ?? text.film;
  const isFailed = job.state === 'failed';
  return (
    <li className={css.job}>
      <div className={css.what}>
        {data ? (
          <Link href={sessionPlace(data.session.id)} onClick={onGo} className={css.film}>
            {film}
          </Link>
        ) : (
          film
        )}
        <span className="fine">{data && nameOf(data.client)}</span>
      </div>
      {isFailed ? (
        <Button onPress={() => retry.mutate({ jobId: job.id })} aria-label={fill(text.retryOne, { film })}>
          {text.retry}
        </Button>
      ) : (
        <Button onPress={() => cancel.mutate({ jobId: job.id })} aria-label={fill(text.cancelOne, { film })}>
          {text.cancel}
        </Button>
      )}
      <div className={css.how}>
        {isFailed ? (
          <p className="fine">{job.trouble ? errorText(job.trouble) : text.failed}</p>
        ) : (
          <Progress label={stageWords(job)} done={job.progress?.done ?? 0} words={progressWords(job)} />
        )}
      </div>
    </li>
  );
}
