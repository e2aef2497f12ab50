// One session in the timeline: what it was for, how it hurt, how long after onset, and its films.
import { Link } from 'wouter';
import { speedText } from '../../../core/records/beltSpeed.ts';
import type { Clip, Injury, Session } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useSettings } from '../../hooks/useSettings.ts';
import { sessionPlace } from '../../shell/places.ts';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import { counted, longDate } from '../../text/dates.ts';
import { daysSinceOnset } from './injuryWords.ts';
import { VisitClip } from './VisitClip.tsx';
import css from './Visits.module.css';

const text = CLIENT_TEXT.visits;

export interface VisitProps {
  readonly session: Session;
  /** Undefined while they are being asked for. */
  readonly clips: readonly Clip[] | undefined;
  readonly injuries: readonly Injury[];
  readonly chosen: readonly string[];
  readonly onChoose: (clipId: string, on: boolean) => void;
}

export function Visit({ session, clips, injuries, chosen, onChoose }: VisitProps) {
  const { speedUnit } = useSettings();
  const { speedMs, footwear, purpose } = session;
  const conditions = [
    speedMs === null ? null : `${speedText(speedMs, speedUnit)} ${speedUnit}`,
    footwear || null,
    painWords(session),
  ];
  return (
    <li className={css.visit}>
      <div className={css.title}>
        <Link href={sessionPlace(session.id)} className={css.link}>
          {longDate(session.date)}
        </Link>
        {purpose && <span className={css.purpose}>{purpose}</span>}
        <span className={css.films}>
          {clips && (clips.length === 0 ? text.noFilms : counted(clips.length, text.films))}
        </span>
      </div>
      {daysSinceOnset(session, injuries).map((words) => (
        <p key={words} className={css.day}>
          {words}
        </p>
      ))}
      <p className="fine">{conditions.filter((one) => one !== null).join(' · ')}</p>
      {clips && clips.length > 0 && (
        <ul className={css.clips}>
          {clips.map((clip) => (
            <VisitClip
              key={clip.id}
              clip={clip}
              isChosen={chosen.includes(clip.id)}
              onChoose={(on) => onChoose(clip.id, on)}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function painWords({ painBefore, painAfter }: Session): string | null {
  if (painBefore === null && painAfter === null) return null;
  if (painBefore === null || painAfter === null) return fill(text.pain, { before: (painBefore ?? painAfter)! });
  return fill(text.painBoth, { before: painBefore, after: painAfter });
}
