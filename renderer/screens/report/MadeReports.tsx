// Reports handed over before for the same session: each can be saved again, or deleted.
import { useState } from 'react';
import type { ReportRecord } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useCall, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import { longDate } from '../../text/dates.ts';
import { REPORT_SCREEN_TEXT } from '../../text/reportScreenText.ts';
import css from './Report.module.css';

const text = REPORT_SCREEN_TEXT.made;

export interface MadeReportsProps {
  readonly sessionId: string;
  /** Of that session. */
  readonly date: string;
  readonly onSave: (report: ReportRecord) => void;
}

export function MadeReports({ sessionId, date, onSave }: MadeReportsProps) {
  const { data: reports } = useCall('reports.list', { sessionId });
  const [removing, setRemoving] = useState<string | null>(null);
  const remove = useChange('reports.remove', ['reports.list', 'library.status'], { toldHere: true });
  if (!reports) return null;
  const close = (): void => setRemoving(null);
  return (
    <section aria-labelledby="made" className={css.made}>
      <h2 id="made">{text.title}</h2>
      {reports.length === 0 && <p className="fine">{fill(text.none, { date: longDate(date) })}</p>}
      <ul className={css.list}>
        {reports.map((report) => {
          const name = fill(text.line, { title: report.title, date: longDate(report.createdAt) });
          return (
            <li key={report.id} className={css.one}>
              <span>{name}</span>
              <span className={css.ways}>
                <Button look="plain" aria-label={fill(text.saveAgainOf, { name })} onPress={() => onSave(report)}>
                  {text.saveAgain}
                </Button>
                <Button look="plain" aria-label={fill(text.removeOf, { name })} onPress={() => setRemoving(report.id)}>
                  {text.remove}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      <Confirm
        title={text.removing}
        words={text.removingWords}
        action={text.removeDo}
        isOpen={removing !== null}
        isBusy={remove.isPending}
        error={remove.error}
        onDo={() => removing && remove.mutate({ id: removing }, { onSuccess: close })}
        onClose={close}
      />
    </section>
  );
}
