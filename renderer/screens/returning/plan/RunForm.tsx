// The dialog in which a run of a stage is noted: when, to the end or not, pain at four moments, limp.
import { type FormEvent, useState } from 'react';
import type { WalkRunDay } from '../../../../core/records/records.ts';
import { fill } from '../../../../core/report/formatNumber.ts';
import { Button } from '../../../parts/Button.tsx';
import { Field } from '../../../parts/Field.tsx';
import formCss from '../../../parts/Form.module.css';
import { PainScale } from '../../../parts/PainScale.tsx';
import { Segmented } from '../../../parts/Segmented.tsx';
import { Window } from '../../../parts/Window.tsx';
import { today } from '../../../text/dates.ts';
import { PARTS_TEXT } from '../../../text/partsText.ts';
import { RETURNING_TEXT } from '../../../text/returningText.ts';

const text = RETURNING_TEXT.plan;
const PAINS = ['painBefore', 'painDuring', 'painAfter', 'painNextDay'] as const;
const COMPLETED = (['yes', 'no'] as const).map((id) => ({ id, name: text.completedOptions[id] }));
const LIMPS = (['unknown', 'no', 'yes'] as const).map((id) => ({ id, name: text.limpOptions[id] }));

export interface RunFormProps {
  readonly stage: number;
  /** Null = closed. */
  readonly day: WalkRunDay | 'new' | null;
  readonly onClose: () => void;
  readonly onKeep: (day: WalkRunDay) => void;
}

export function RunForm({ stage, day, onClose, onKeep }: RunFormProps) {
  return (
    <Window title={fill(text.runTitle, { stage })} isOpen={day !== null} onClose={onClose}>
      <Form day={day === 'new' || day === null ? freshDay() : day} onClose={onClose} onKeep={onKeep} />
    </Window>
  );
}

const freshDay = (): WalkRunDay => ({
  date: today(),
  completed: true,
  painBefore: null,
  painDuring: null,
  painAfter: null,
  painNextDay: null,
  limp: null,
  notes: '',
});

interface FormProps extends Pick<RunFormProps, 'onClose' | 'onKeep'> {
  readonly day: WalkRunDay;
}

function Form({ day: before, onClose, onKeep }: FormProps) {
  const [day, setDay] = useState(before);
  const set = (fields: Partial<WalkRunDay>): void => setDay((now) => ({ ...now, ...fields }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!day.date) return;
    onKeep({ ...day, notes: day.notes.trim() });
    onClose();
  };
  return (
    <form className={formCss.form} onSubmit={submit} noValidate>
      <div className={formCss.pair}>
        <Field autoFocus type="date" label={text.date} value={day.date} onChange={(date) => set({ date })} />
        <Segmented
          label={text.completed}
          value={day.completed ? 'yes' : 'no'}
          options={COMPLETED}
          onChange={(answer) => set({ completed: answer === 'yes' })}
        />
      </div>
      {PAINS.map((when) => (
        <PainScale key={when} label={text.pains[when]} value={day[when]} onChange={(pain) => set({ [when]: pain })} />
      ))}
      <Segmented
        label={text.limp}
        value={day.limp === null ? 'unknown' : day.limp ? 'yes' : 'no'}
        options={LIMPS}
        onChange={(answer) => set({ limp: answer === 'unknown' ? null : answer === 'yes' })}
      />
      <Field rows={2} label={text.notes} value={day.notes} onChange={(notes) => set({ notes })} />
      <div className={formCss.end}>
        <Button look="plain" onPress={onClose}>
          {PARTS_TEXT.cancel}
        </Button>
        <Button type="submit" look="main" isDisabled={!day.date}>
          {PARTS_TEXT.save}
        </Button>
      </div>
    </form>
  );
}
