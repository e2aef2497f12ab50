// What is noted of a session, each field saved when it is left.
import { useState } from 'react';
import { readNumber, readSpeed, speedText } from '../../../core/records/beltSpeed.ts';
import type { Session } from '../../../core/records/records.ts';
import { formatNumber } from '../../../core/report/formatNumber.ts';
import { useSettings } from '../../hooks/useSettings.ts';
import { Choice } from '../../parts/Choice.tsx';
import { PainScale } from '../../parts/PainScale.tsx';
import { SavedField } from '../../parts/SavedField.tsx';
import { SavedMark } from '../../parts/SavedMark.tsx';
import sectionCss from '../../parts/Section.module.css';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import { SESSION_TEXT } from '../../text/sessionText.ts';
import css from './Session.module.css';
import { isIncline, isSpeed } from './typedBelt.ts';
import { useChangeSession } from './useChangeSession.ts';

const text = SESSION_TEXT.notes;

export function SessionNotes({ session }: { readonly session: Session }) {
  const change = useChangeSession(session.id);
  const [savedAt, setSavedAt] = useState(0);
  const put = (fields: Parameters<typeof change>[0]): void => {
    const told = () => undefined; // by a notice
    change(fields).then(() => setSavedAt(Date.now()), told);
  };
  return (
    <section aria-labelledby="notes">
      <div className={sectionCss.head}>
        <h2 id="notes">{text.title}</h2>
        <SavedMark at={savedAt} />
      </div>
      <div className={css.notes}>
        <div className={css.day}>
          <SavedField
            type="date"
            label={text.date}
            value={session.date}
            check={(written) => (written ? null : text.dateNeeded)}
            save={(date) => change({ date })}
          />
          <Choice
            label={text.purpose}
            value={session.purpose || NONE}
            options={purposesWith(session.purpose)}
            onChange={(purpose) => put({ purpose: purpose === NONE ? '' : purpose })}
          />
        </div>
        <PainScale label={text.painBefore} value={session.painBefore} onChange={(painBefore) => put({ painBefore })} />
        <PainScale label={text.painAfter} value={session.painAfter} onChange={(painAfter) => put({ painAfter })} />
        <p className="fine">{text.painHint}</p>
        <Belt session={session} />
        <SavedField label={text.footwear} value={session.footwear} save={(footwear) => change({ footwear })} />
        <SavedField rows={5} label={text.notes} value={session.notes} save={(notes) => change({ notes })} />
      </div>
    </section>
  );
}

const NONE = 'none';

/** The usual ones, and what this session says when it is none of them. */
function purposesWith(own: string): { readonly id: string; readonly name: string }[] {
  const usual: readonly string[] = CLIENT_TEXT.purposes;
  const all = own === '' || usual.includes(own) ? usual : [...usual, own];
  return [{ id: NONE, name: text.purposeNone }, ...all.map((id) => ({ id, name: id }))];
}

function Belt({ session: { id, speedMs, inclinePct } }: { readonly session: Session }) {
  const change = useChangeSession(id);
  const { speedUnit } = useSettings();
  return (
    <>
      <div className={css.pair}>
        <SavedField
          inputMode="decimal"
          label={text.speed}
          unit={speedUnit}
          value={speedMs === null ? '' : speedText(speedMs, speedUnit)}
          check={(written) => (isSpeed(written, speedUnit) ? null : text.speedWrong[speedUnit])}
          save={(written) => change({ speedMs: readSpeed(written, speedUnit) })}
        />
        <SavedField
          inputMode="decimal"
          label={text.incline}
          unit="%"
          value={inclinePct === null ? '' : formatNumber(inclinePct, 1).replace(/\.0$/, '')}
          check={(written) => (isIncline(written) ? null : text.inclineWrong)}
          save={(written) => change({ inclinePct: readNumber(written) })}
        />
      </div>
      <p className="fine">{text.speedHint}</p>
    </>
  );
}
