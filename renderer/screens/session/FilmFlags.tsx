// The capture check: what is wrong with a film and how to film it again; its weight is a word and a sign, not a colour alone.
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import { type FilmNote, filmNotes } from '../../../core/report/filmNotes.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import type { QualityFlag } from '../../../core/types.ts';
import { Sign } from '../../parts/Sign.tsx';
import { counted } from '../../text/dates.ts';
import { SESSION_TEXT } from '../../text/sessionText.ts';
import css from './FilmFlags.module.css';

const text = SESSION_TEXT.check;

export interface FilmFlagsProps {
  readonly flags: readonly QualityFlag[];
  /** Before that only the file itself was looked at. */
  readonly isMeasured: boolean;
}

export function FilmFlags({ flags, isMeasured }: FilmFlagsProps) {
  const notes = filmNotes(flags, REPORT_TEXT);
  const grave = notes.filter(({ severity }) => severity !== 'info');
  const rest = notes.filter(({ severity }) => severity === 'info');
  return (
    <div className={css.check}>
      {grave.length === 0 && (
        <p className={css.good}>
          <Sign name="check" />
          {isMeasured ? text.good : text.goodSoFar}
        </p>
      )}
      <Notes notes={grave} />
      {rest.length > 0 && (
        <Disclosure>
          <AriaButton slot="trigger" className={css.more}>
            <span className={css.turn}>
              <Sign name="down" />
            </span>
            {counted(rest.length, text.more)}
          </AriaButton>
          <DisclosurePanel>
            <Notes notes={rest} />
          </DisclosurePanel>
        </Disclosure>
      )}
    </div>
  );
}

function Notes({ notes }: { readonly notes: readonly FilmNote[] }) {
  return (
    <ul className={css.notes}>
      {notes.map(({ title, message, severity }) => (
        <li key={title} className={css.note} data-severity={severity}>
          <Sign name={severity} />
          <div>
            <p>
              <b>{title}</b> <span className={css.weight}>{text.severities[severity]}</span>
            </p>
            <p>{message}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
