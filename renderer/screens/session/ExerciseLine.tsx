// What a film of an exercise counted, in a line.
import type { ExerciseResult } from '../../../core/exercises/exerciseTypes.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { EXERCISE_SCREEN_TEXT as text } from '../../text/exerciseScreenText.ts';
import css from './ClipCard.module.css';

export function ExerciseLine({ result }: { readonly result: ExerciseResult }) {
  const { exercise, counts, cautions, unclear } = result;
  const legs = (['left', 'right', 'both'] as const).filter((leg) => counts[leg] > 0);
  const isUnsure = unclear > 0 || cautions.includes('count-unsure');
  return (
    <p className={css.result}>
      <span className="quiet">{fill(text.line.title, { name: text.names[exercise] })}</span>
      {legs.map((leg) => (
        <span key={leg} className={`${css.number} ${css[leg] ?? ''}`}>
          {text.leg[leg]} <b>{counts[leg]}</b>
        </span>
      ))}
      {legs.length === 0 && <span className="quiet">{text.line.nothing}</span>}
      {isUnsure && <span className="fine">{text.line.unsure}</span>}
    </p>
  );
}
