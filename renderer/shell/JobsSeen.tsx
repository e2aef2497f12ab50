// How many films are being analysed, on every screen; pressed, it lists them with progress, cancel and the way to each.
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { JobView } from '../../core/api.ts';
import { fill } from '../../core/report/formatNumber.ts';
import { useCall } from '../api/queries.ts';
import { Button } from '../parts/Button.tsx';
import { Sign } from '../parts/Sign.tsx';
import { SHELL_TEXT } from '../text/shellText.ts';
import { JobLine } from './JobLine.tsx';
import css from './JobsSeen.module.css';
import { busyJobs, failedJobs, percentWords } from './jobsInWords.ts';

const text = SHELL_TEXT.jobs;

export function JobsSeen() {
  const { data: jobs } = useCall('jobs.list', null);
  const busy = busyJobs(jobs);
  const failed = failedJobs(jobs);
  if (busy.length + failed.length === 0) return null;
  return (
    <DialogTrigger>
      <Button look="plain" className={css.seen}>
        <Sign name={busy.length > 0 ? 'pulse' : 'caution'} />
        {busy.length > 0 ? busyWords(busy) : counted(failed.length, text.oneFailed, text.manyFailed)}
      </Button>
      <Popover className={css.popover} placement="bottom end">
        <Dialog className={css.dialog} aria-label={text.title}>
          {({ close }) => (
            <ul className={css.list}>
              {[...busy, ...failed].map((job) => (
                <JobLine key={job.id} job={job} onGo={close} />
              ))}
            </ul>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function busyWords(busy: readonly JobView[]): string {
  const running = busy.find(({ state }) => state === 'running')?.progress;
  const words = busy.every(({ onlyPlayback }) => onlyPlayback)
    ? counted(busy.length, text.onePlayback, text.manyPlayback)
    : counted(busy.length, text.one, text.many);
  return running ? `${words}, ${percentWords(running.done)}` : words;
}

const counted = (n: number, one: string, many: string): string => (n === 1 ? one : fill(many, { n }));
