// Which films the report is of, by visit.
import type { TrendClip } from '../../../core/api/views.ts';
import { Tick } from '../../parts/Tick.tsx';
import { longDate } from '../../text/dates.ts';
import { REPORT_SCREEN_TEXT as text } from '../../text/reportScreenText.ts';
import css from './Report.module.css';

export interface ReportFilmsProps {
  /** All measured ones of the client, the oldest first. */
  readonly films: readonly TrendClip[];
  readonly chosen: readonly string[];
  readonly onChoose: (clipIds: readonly string[]) => void;
}

export function ReportFilms({ films, chosen, onChoose }: ReportFilmsProps) {
  const sessions = [...new Set(films.map(({ sessionId }) => sessionId))];
  const put = (clipId: string, on: boolean): void =>
    onChoose([...chosen.filter((id) => id !== clipId), ...(on ? [clipId] : [])]);
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{text.films}</legend>
      {sessions.map((id) => {
        const own = films.filter(({ sessionId }) => sessionId === id);
        return (
          <div key={id} className={css.visit}>
            <p className="fine">{longDate(own[0]!.date)}</p>
            {own.map((film) => (
              <Tick
                key={film.clipId}
                isOn={chosen.includes(film.clipId)}
                onChange={(on) => put(film.clipId, on)}
                words={filmWords(film)}
                more={film.fileName}
              />
            ))}
          </div>
        );
      })}
    </fieldset>
  );
}

/** `from the left, fresh` */
function filmWords({ view, condition }: TrendClip): string {
  return condition ? `${text.views[view]}, ${text.conditions[condition]}` : text.views[view];
}
