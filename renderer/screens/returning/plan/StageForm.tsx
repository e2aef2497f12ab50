// The dialog that adds a stage or changes what is done in one.
import { type FormEvent, useState } from 'react';
import type { WalkRunStage } from '../../../../core/records/records.ts';
import { fill } from '../../../../core/report/formatNumber.ts';
import { useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/Button.tsx';
import { Field } from '../../../parts/Field.tsx';
import formCss from '../../../parts/Form.module.css';
import { useNotice } from '../../../parts/Notice.tsx';
import { Trouble } from '../../../parts/Trouble.tsx';
import { Window } from '../../../parts/Window.tsx';
import { PARTS_TEXT } from '../../../text/partsText.ts';
import { RETURNING_TEXT } from '../../../text/returningText.ts';
import { numbersIn } from '../tests/testDraft.ts';
import { OF_STAGES } from './ofStages.ts';

const text = RETURNING_TEXT.plan;
const MOST_MIN = 180;
const MOST_REPEATS = 60;

export interface StageFormProps {
  readonly clientId: string;
  /** A stage to change, the number of a new one, or null = closed. */
  readonly stage: WalkRunStage | number | null;
  readonly onClose: () => void;
}

export function StageForm({ clientId, stage, onClose }: StageFormProps) {
  const number = typeof stage === 'number' ? stage : (stage?.stage ?? 0);
  return (
    <Window title={fill(text.editTitle, { stage: number })} isOpen={stage !== null} onClose={onClose}>
      {stage !== null && <Form clientId={clientId} stage={stage} onClose={onClose} />}
    </Window>
  );
}

const minutesOf = (seconds: number): string => String(seconds / 60);

interface FormProps extends StageFormProps {
  readonly stage: WalkRunStage | number;
}

function Form({ clientId, stage, onClose }: FormProps) {
  const say = useNotice();
  const add = useChange('stages.add', OF_STAGES, { toldHere: true });
  const change = useChange('stages.change', OF_STAGES, { toldHere: true });
  const remove = useChange('stages.remove', OF_STAGES);
  const known = typeof stage === 'number' ? null : stage;
  const [walk, setWalk] = useState(known ? minutesOf(known.walkS) : '0');
  const [run, setRun] = useState(known ? minutesOf(known.runS) : '30');
  const [repeats, setRepeats] = useState(String(known?.repeats ?? 1));
  const [isAsked, ask] = useState(false);
  const [walkMin, runMin] = [within(walk, 0, MOST_MIN), within(run, 0, MOST_MIN)];
  const times = within(repeats, 1, MOST_REPEATS);
  const isWhole = times !== null && Number.isInteger(times);
  const said = (told: string, undo: () => void): void => {
    say({ text: told, undo });
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask(true);
    if (walkMin === null || runMin === null || times === null || !isWhole) return;
    const fields = { walkS: Math.round(60 * walkMin), runS: Math.round(60 * runMin), repeats: times };
    if (known) {
      const { walkS, runS, repeats: before } = known;
      const undo = () => change.mutate({ id: known.id, fields: { walkS, runS, repeats: before } });
      const told = fill(text.changed, { stage: known.stage });
      change.mutate({ id: known.id, fields }, { onSuccess: () => said(told, undo) });
    } else {
      const rest = { startedOn: null, completedOn: null, painDuring: null, painNextDay: null, days: [], notes: '' };
      const told = fill(text.changed, { stage: stage as number });
      add.mutate(
        { clientId, stage: stage as number, ...fields, ...rest },
        { onSuccess: ({ id }) => said(told, () => remove.mutate({ id })) },
      );
    }
  };
  const error = add.error ?? change.error;
  return (
    <form className={formCss.form} onSubmit={submit} noValidate>
      <div className={formCss.pair}>
        <Field
          autoFocus
          label={text.run}
          unit={text.minutes}
          inputMode="decimal"
          value={run}
          wrong={isAsked && runMin === null ? text.wrongMinutes : null}
          onChange={setRun}
        />
        <Field
          label={text.walk}
          unit={text.minutes}
          inputMode="decimal"
          value={walk}
          wrong={isAsked && walkMin === null ? text.wrongMinutes : null}
          onChange={setWalk}
        />
        <Field
          label={text.repeats}
          inputMode="numeric"
          value={repeats}
          wrong={isAsked && !isWhole ? text.wrongRepeats : null}
          onChange={setRepeats}
        />
      </div>
      {error && <Trouble trouble={error} />}
      <div className={formCss.end}>
        <Button look="plain" onPress={onClose}>
          {PARTS_TEXT.cancel}
        </Button>
        <Button type="submit" look="main" isPending={add.isPending || change.isPending}>
          {PARTS_TEXT.save}
        </Button>
      </div>
    </form>
  );
}

/** The one number of a field. @returns null when it is none or outside */
function within(typed: string, least: number, most: number): number | null {
  const numbers = numbersIn(typed);
  const [value] = numbers ?? [];
  return numbers?.length === 1 && value !== undefined && value >= least && value <= most ? value : null;
}
