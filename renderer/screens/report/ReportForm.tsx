// What the clinician decides of the report: kind, reader, paper, parts, own words.
import { Link } from 'wouter';
import { fill } from '../../../core/report/formatNumber.ts';
import type { ReportKind } from '../../../core/report/reportKinds.ts';
import { MOST_NOTE_LETTERS, PAPERS, READERS } from '../../../core/report/reportSetup.ts';
import { useSettings } from '../../hooks/useSettings.ts';
import { Field } from '../../parts/Field.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { Tick } from '../../parts/Tick.tsx';
import { PLACES } from '../../shell/places.ts';
import { REPORT_SCREEN_TEXT as text } from '../../text/reportScreenText.ts';
import css from './Report.module.css';
import { type ReportDraft, sectionsOf } from './reportDraft.ts';

export interface ReportFormProps {
  readonly draft: ReportDraft;
  readonly kinds: readonly ReportKind[];
  /** Null when the films make no report. */
  readonly kind: ReportKind | null;
  readonly onChange: (draft: ReportDraft) => void;
}

export function ReportForm({ draft, kinds, kind, onChange }: ReportFormProps) {
  const { setup } = draft;
  const { clinicName } = useSettings();
  const put = (fields: Partial<ReportDraft['setup']>): void => onChange({ ...draft, setup: { ...setup, ...fields } });
  return (
    <>
      {kind !== null && kinds.length > 1 && (
        <Segmented
          label={text.kind}
          value={kind}
          options={kinds.map((id) => ({ id, name: text.kinds[id] }))}
          onChange={(chosen) => onChange({ ...draft, kind: chosen })}
        />
      )}
      <div className={css.pair}>
        <Segmented
          label={text.reader}
          value={setup.reader}
          options={READERS.map((id) => ({ id, name: text.readers[id] }))}
          onChange={(reader) => put({ reader })}
        />
        <Segmented
          label={text.paper}
          value={setup.paper}
          options={PAPERS.map((id) => ({ id, name: text.papers[id] }))}
          onChange={(paper) => put({ paper })}
        />
      </div>
      <Note
        label={text.noteForClient}
        value={setup.noteForClient}
        onChange={(noteForClient) => put({ noteForClient })}
      />
      <Note
        label={text.noteForColleague}
        value={setup.noteForColleague}
        onChange={(noteForColleague) => put({ noteForColleague })}
      />
      <fieldset className={css.group}>
        <legend className={css.legend}>{text.parts}</legend>
        {sectionsOf(kind ?? 'single').map((section) => (
          <Tick
            key={section}
            isOn={!setup.leftOut.includes(section)}
            onChange={(on) =>
              put({ leftOut: [...setup.leftOut.filter((one) => one !== section), ...(on ? [] : [section])] })
            }
            words={text.sections[section]}
          />
        ))}
      </fieldset>
      <Tick isOn={draft.blurFaces} onChange={(blurFaces) => onChange({ ...draft, blurFaces })} words={text.blurFaces} />
      <p className="fine">
        {clinicName ? fill(text.clinic, { name: clinicName }) : text.noClinic}{' '}
        <Link href={PLACES.settings}>{text.clinicSettings}</Link>
      </p>
    </>
  );
}

interface NoteProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
}

/** How much room is left is said once it gets tight. */
function Note({ label, value, onChange }: NoteProps) {
  const isTight = value.length > 0.8 * MOST_NOTE_LETTERS;
  return (
    <Field
      label={label}
      rows={3}
      value={value}
      onChange={onChange}
      maxLength={MOST_NOTE_LETTERS}
      hint={isTight ? fill(text.letters, { n: value.length, most: MOST_NOTE_LETTERS }) : ''}
    />
  );
}
