// The diary of one stage: every run with its pains and how it was borne.
import type { WalkRunDay } from '../../../../core/records/records.ts';
import { judgeRun, type PainRule } from '../../../../core/rehab/painRules.ts';
import { fill } from '../../../../core/report/formatNumber.ts';
import { Button } from '../../../parts/Button.tsx';
import { shortDate } from '../../../text/dates.ts';
import { RETURNING_TEXT } from '../../../text/returningText.ts';
import css from '../Returning.module.css';

const text = RETURNING_TEXT.plan;

export interface RunTableProps {
  readonly stage: number;
  readonly days: readonly WalkRunDay[];
  readonly rule: PainRule;
  readonly onChange: (day: WalkRunDay) => void;
  readonly onRemove: (day: WalkRunDay) => void;
}

export function RunTable({ stage, days, rule, onChange, onRemove }: RunTableProps) {
  return (
    <div className={css.runs}>
      <table className={css.table}>
        <caption className="unseen">{fill(text.runs, { stage })}</caption>
        <thead>
          <tr>
            {text.runColumns.map((name) => (
              <th key={name} scope="col">
                {name || <span className="unseen">{RETURNING_TEXT.tests.change}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => {
            const places = { date: shortDate(day.date) };
            return (
              <tr key={`${day.date} ${days.indexOf(day)}`}>
                <th scope="row">{shortDate(day.date)}</th>
                {([day.painBefore, day.painDuring, day.painAfter, day.painNextDay] as const).map((pain, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={i}>{pain ?? RETURNING_TEXT.standing.unknown}</td>
                ))}
                <td>
                  {text.verdicts[judgeRun(day, rule).verdict]}
                  {day.notes && <span className="fine"> {day.notes}</span>}
                </td>
                <td>
                  <Button look="plain" aria-label={fill(text.changeRun, places)} onPress={() => onChange(day)}>
                    {RETURNING_TEXT.tests.change}
                  </Button>
                  <Button look="plain" aria-label={fill(text.removeRun, places)} onPress={() => onRemove(day)}>
                    ✕
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
