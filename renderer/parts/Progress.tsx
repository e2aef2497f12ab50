// How far something is, as a bar and in words.
import { Label, ProgressBar } from 'react-aria-components';
import css from './Progress.module.css';

export interface ProgressProps {
  readonly label: string;
  /** 0–1; null while it cannot be told. */
  readonly done: number | null;
  /** Behind the bar, e.g. `40 %, 12 s left`. */
  readonly words?: string;
}

export function Progress({ label, done, words }: ProgressProps) {
  return (
    <ProgressBar value={100 * (done ?? 0)} isIndeterminate={done === null} valueLabel={words} className={css.progress}>
      <div className={css.words}>
        <Label>{label}</Label>
        <span className="quiet">{words}</span>
      </div>
      <div className={css.track}>
        <div className={css.bar} style={{ width: `${100 * (done ?? 0)}%` }} />
      </div>
    </ProgressBar>
  );
}
