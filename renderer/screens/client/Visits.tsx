// The timeline of a client: sessions with their films, the newest first, and where injuries began between them.
import { useState } from 'react';
import { Link } from 'wouter';
import type { SessionView } from '../../../core/api/views.ts';
import type { Injury, Session } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { Button } from '../../parts/Button.tsx';
import { Empty } from '../../parts/Empty.tsx';
import sectionCss from '../../parts/Section.module.css';
import { reportPlace } from '../../shell/places.ts';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import { shortDate } from '../../text/dates.ts';
import { REPORT_SCREEN_TEXT } from '../../text/reportScreenText.ts';
import { injuryName } from './injuryWords.ts';
import { PairBar } from './PairBar.tsx';
import { useVisits } from './useVisits.ts';
import { Visit } from './Visit.tsx';
import css from './Visits.module.css';

const text = CLIENT_TEXT.visits;

export interface VisitsProps {
  readonly sessions: readonly Session[];
  readonly injuries: readonly Injury[];
  readonly onNew: () => void;
}

export function Visits({ sessions, injuries, onNew }: VisitsProps) {
  const visits = useVisits(sessions);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  /** The second takes its place beside the first; a third pushes out the one that was chosen first. */
  const choose = (clipId: string, on: boolean) =>
    setChosen((before) => [...before.filter((id) => id !== clipId), ...(on ? [clipId] : [])].slice(-2));
  const clipIds = visits.flatMap((visit) => visit?.clips.filter(({ exercise }) => !exercise).map(({ id }) => id) ?? []);
  const entries = timeline(sessions, visits, injuries);
  return (
    <section aria-labelledby="visits">
      <div className={sectionCss.head}>
        <h2 id="visits">{text.title}</h2>
        {clipIds.length > 0 && <Link href={reportPlace(clipIds)}>{REPORT_SCREEN_TEXT.linkVisits}</Link>}
      </div>
      {sessions.length === 0 ? (
        <Empty title={text.none}>
          <p>{text.noneWords}</p>
          <Button onPress={onNew}>{CLIENT_TEXT.newSession}</Button>
        </Empty>
      ) : (
        <ol className={css.timeline}>
          {entries.map((entry) =>
            'injury' in entry ? (
              <li key={entry.injury.id} className={css.onset}>
                <span className={css.date}>{shortDate(entry.date)}</span>
                {fill(text.began, { injury: injuryName(entry.injury) })}
              </li>
            ) : (
              <Visit
                key={entry.session.id}
                session={entry.session}
                clips={entry.visit?.clips}
                injuries={injuries}
                chosen={chosen}
                onChoose={choose}
              />
            ),
          )}
        </ol>
      )}
      <PairBar visits={visits} chosen={chosen} onClear={() => setChosen([])} />
    </section>
  );
}

type Entry =
  | { readonly date: string; readonly session: Session; readonly visit: SessionView | undefined }
  | { readonly date: string; readonly injury: Injury };

/** The newest first; on the same day the session stands above what it was about. */
function timeline(
  sessions: readonly Session[],
  visits: readonly (SessionView | undefined)[],
  injuries: readonly Injury[],
): readonly Entry[] {
  const began = injuries.flatMap((injury) => (injury.onset === null ? [] : [{ date: injury.onset, injury }]));
  const seen = sessions.map((session, i) => ({ date: session.date, session, visit: visits[i] }));
  return [...seen, ...began].toSorted((a, b) => b.date.localeCompare(a.date));
}
