// Films on their way into this session: how far each is, with cancel; one that failed says why and can be tried again.
import { useState } from 'react';
import type { ApiError } from '../../../core/api.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useCall, useChange } from '../../api/queries.ts';
import { errorText } from '../../errorText.ts';
import { canRetryImport, forgetHandOver, retryHandOver, retryImport, useHandOvers } from '../../hooks/filmImports.ts';
import { Button } from '../../parts/Button.tsx';
import { Progress } from '../../parts/Progress.tsx';
import { percentWords } from '../../shell/jobsInWords.ts';
import { SESSION_TEXT } from '../../text/sessionText.ts';
import css from './ImportList.module.css';

const text = SESSION_TEXT.films;

interface Coming {
  readonly id: string;
  readonly fileName: string;
  readonly done: number;
  readonly trouble: ApiError | null;
  /** Cancels it, or puts a failure out of sight. */
  readonly onDrop: () => void;
  /** Null = nobody knows any more where it came from. */
  readonly onRetry: (() => void) | null;
}

export function ImportList({ sessionId }: { readonly sessionId: string }) {
  const coming = useComing(sessionId);
  return (
    <ul className={css.list}>
      {coming.map((one) => (
        <li key={one.id} className={css.line}>
          {one.trouble ? <Failed coming={one} trouble={one.trouble} /> : <Copying coming={one} />}
        </li>
      ))}
    </ul>
  );
}

function Copying({ coming: { fileName: name, done, onDrop } }: { readonly coming: Coming }) {
  const words = done > 0 ? percentWords(done) : text.waiting;
  return (
    <>
      <div className={css.progress}>
        <Progress label={fill(text.copying, { name })} done={done} words={words} />
      </div>
      <Button onPress={onDrop} aria-label={fill(text.cancelOne, { name })}>
        {text.cancel}
      </Button>
    </>
  );
}

function Failed({ coming, trouble }: { readonly coming: Coming; readonly trouble: ApiError }) {
  const { fileName: name, onDrop, onRetry } = coming;
  return (
    <div role="alert" className={css.failed}>
      <p className={css.why}>
        <b>{fill(text.failed, { name })}</b> {errorText(trouble)}
      </p>
      {onRetry && <Button onPress={onRetry}>{text.again}</Button>}
      <Button look="plain" onPress={onDrop} aria-label={fill(text.dismiss, { name })}>
        ✕
      </Button>
    </div>
  );
}

/** In a browser a film is first sent, then copied: half of the way each. */
function useComing(sessionId: string): readonly Coming[] {
  const sending = useHandOvers().filter((one) => one.sessionId === sessionId);
  const { data: imports } = useCall('imports.list', null);
  const cancel = useChange('imports.cancel', ['imports.list']);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const begin = window.openstride ? 0 : 0.5;
  const own = imports?.filter((one) => one.sessionId === sessionId && !dismissed.includes(one.id)) ?? [];
  const dismiss = (id: string) => setDismissed((before) => [...before, id]);
  return [
    ...own
      .filter(({ state }) => state === 'copying' || state === 'failed')
      .map((one) => ({
        ...one,
        done: begin + (1 - begin) * one.done,
        onDrop: () => (one.trouble ? dismiss(one.id) : cancel.mutate({ id: one.id })),
        onRetry: canRetryImport(one)
          ? () => {
              dismiss(one.id);
              retryImport(one);
            }
          : null,
      })),
    ...sending.map((one) => ({
      ...one,
      done: begin * one.sent,
      onDrop: () => forgetHandOver(one.id),
      onRetry: () => retryHandOver(one.id),
    })),
  ];
}
