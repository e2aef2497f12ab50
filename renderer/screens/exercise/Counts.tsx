// How many repetitions each leg did, what was not counted and why, and one leg against the other.
import { exerciseSentences } from '../../../core/exercises/exerciseSentences.ts';
import type { ExerciseResult } from '../../../core/exercises/exerciseTypes.ts';
import { legsCompared } from '../../../core/exercises/legsCompared.ts';
import { fill, formatNumber } from '../../../core/report/formatNumber.ts';
import { EXERCISE_SCREEN_TEXT as text } from '../../text/exerciseScreenText.ts';
import css from './Exercise.module.css';

export function Counts({ result }: { readonly result: ExerciseResult }) {
  const { exercise, counts, reason } = result;
  const legs = counts.both > 0 ? (['left', 'right', 'both'] as const) : (['left', 'right'] as const);
  // The counts themselves stand above in figures.
  const [first, ...rest] = exerciseSentences({ ...result, counts: { left: 0, right: 0, both: 0 } });
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{text.names[exercise]}</h2>
      <dl className={css.counts}>
        {legs.map((leg) => (
          <div key={leg} className={`${css.count} ${css[leg]}`}>
            <dt>{text.Legs[leg]}</dt>
            <dd>{counts[leg]}</dd>
          </div>
        ))}
      </dl>
      <p className={css.symmetry}>{symmetryWords(result)}</p>
      {first && (
        <ul className={css.said} data-weak={reason !== null || result.cautions.length > 1 || undefined}>
          {[first, ...rest].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function symmetryWords(result: ExerciseResult): string {
  const compared = legsCompared(result);
  const { counts } = result;
  if (!compared) return counts.left + counts.right > 0 ? text.symmetry.one : text.symmetry.none;
  const { left, right, sharePct } = compared;
  const words = left === right ? text.symmetry.alike : text.symmetry.compared;
  return fill(words, { left, right, share: formatNumber(sharePct, 0) });
}
