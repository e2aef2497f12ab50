// One criterion: how it stands, what was measured and when, and what the threshold rests on.
import { daysBetween } from '../../../core/records/calendar.ts';
import type { JudgedCriterion } from '../../../core/rehab/judgeCriterion.ts';
import { criterionWords, sourceWords, verdictSentences } from '../../../core/rehab/rehabSentences.ts';
import { criterionValueWords } from '../../../core/rehab/valueWords.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { ago, shortDate, today } from '../../text/dates.ts';
import { RETURNING_TEXT } from '../../text/returningText.ts';
import css from './Returning.module.css';
import { VerdictSign } from './VerdictSign.tsx';

const text = RETURNING_TEXT.standing;

export function CriterionLine({ judged }: { readonly judged: JudgedCriterion }) {
  const { criterion, verdict, date } = judged;
  const weeks = date === null ? 0 : Math.round(daysBetween(date, today()) / 7);
  const [, ...rest] = verdictSentences(judged, weeks);
  const value = criterionValueWords(judged);
  const measured = [
    value === null ? null : fill(text.was, { value }),
    date && [shortDate(date), ago(date)].filter(Boolean).join(', '),
  ];
  return (
    <li className={css.criterion}>
      <VerdictSign verdict={verdict} />
      <div>
        <p>{criterionWords(criterion)}</p>
        {measured.some(Boolean) && <p className={css.value}>{measured.filter(Boolean).join(', ')}</p>}
        {rest.length > 0 && <p className="fine">{rest.join(' ')}</p>}
        <p className="fine">{criterion.sources.map((name) => sourceWords(name)).join('; ')}</p>
      </div>
    </li>
  );
}
