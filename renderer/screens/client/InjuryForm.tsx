// The dialog that adds or changes an injury.
import { type FormEvent, useState } from 'react';
import { INJURY_STATUS, type Injury } from '../../../core/records/records.ts';
import { useChange } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import formCss from '../../parts/Form.module.css';
import { Segmented } from '../../parts/Segmented.tsx';
import { Suggest } from '../../parts/Suggest.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { Window } from '../../parts/Window.tsx';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import { PARTS_TEXT } from '../../text/partsText.ts';
import { OF_INJURIES } from './injuryWords.ts';

const text = CLIENT_TEXT.injuries;

export interface InjuryFormProps {
  readonly clientId: string;
  /** Null = closed. */
  readonly injury: Injury | 'new' | null;
  readonly onClose: () => void;
}

export function InjuryForm({ clientId, injury, onClose }: InjuryFormProps) {
  const title = injury === 'new' ? text.addTitle : text.editTitle;
  return (
    <Window title={title} isOpen={injury !== null} onClose={onClose}>
      <Form clientId={clientId} injury={injury === 'new' ? null : injury} onClose={onClose} />
    </Window>
  );
}

const SIDES = (['left', 'right', 'both', 'none'] as const).map((id) => ({ id, name: text.sides[id] }));
const STATUSES = INJURY_STATUS.map((id) => ({ id, name: text.statuses[id] }));
const NEW = { region: '', side: null, onset: null, status: 'active', mechanism: '', notes: '' } as const;

interface FormProps extends Omit<InjuryFormProps, 'injury'> {
  readonly injury: Injury | null;
}

function Form({ clientId, injury, onClose }: FormProps) {
  const add = useChange('injuries.add', OF_INJURIES, { toldHere: true });
  const change = useChange('injuries.change', OF_INJURIES, { toldHere: true });
  const before = injury ?? NEW;
  const [region, setRegion] = useState<string>(before.region);
  const [side, setSide] = useState<(typeof SIDES)[number]['id']>(injury ? (injury.side ?? 'none') : 'left');
  const [onset, setOnset] = useState(before.onset ?? '');
  const [status, setStatus] = useState<Injury['status']>(before.status);
  const [mechanism, setMechanism] = useState<string>(before.mechanism);
  const [notes, setNotes] = useState<string>(before.notes);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!region.trim()) {
      setWrong(text.regionNeeded);
      return;
    }
    const words = { region: region.trim(), mechanism: mechanism.trim(), notes: notes.trim() };
    const fields = { clientId, ...words, side: side === 'none' ? null : side, onset: onset || null, status };
    if (injury) change.mutate({ id: injury.id, fields }, { onSuccess: onClose });
    else add.mutate(fields, { onSuccess: onClose });
  };
  const error = add.error ?? change.error;
  return (
    <form className={formCss.form} onSubmit={submit} noValidate>
      <Suggest
        autoFocus
        label={text.region}
        placeholder={text.regionHint}
        value={region}
        suggestions={text.regions}
        onChange={setRegion}
        wrong={region.trim() ? null : wrong}
      />
      <Segmented label={text.side} value={side} options={SIDES} onChange={setSide} />
      <div className={formCss.pair}>
        <Field type="date" label={text.onset} value={onset} onChange={setOnset} />
        <Field label={text.mechanism} value={mechanism} onChange={setMechanism} />
      </div>
      <Segmented label={text.status} value={status} options={STATUSES} onChange={setStatus} />
      <Field rows={3} label={text.notes} value={notes} onChange={setNotes} />
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
