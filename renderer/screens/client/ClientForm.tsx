// The dialog that changes what is known of a client.
import { type FormEvent, useState } from 'react';
import { readNumber } from '../../../core/records/beltSpeed.ts';
import type { Client } from '../../../core/records/records.ts';
import { formatNumber } from '../../../core/report/formatNumber.ts';
import { useChange } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import formCss from '../../parts/Form.module.css';
import { Trouble } from '../../parts/Trouble.tsx';
import { Window } from '../../parts/Window.tsx';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import { PARTS_TEXT } from '../../text/partsText.ts';

const text = CLIENT_TEXT.form;

export interface ClientFormProps {
  readonly client: Client;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ClientForm({ client, isOpen, onClose }: ClientFormProps) {
  return (
    <Window title={text.title} isOpen={isOpen} onClose={onClose}>
      <Form client={client} onClose={onClose} />
    </Window>
  );
}

const SEXES = [
  { id: 'none', name: text.sexNone },
  ...(['female', 'male', 'other'] as const).map((id) => ({ id, name: CLIENT_TEXT.facts.sexes[id] })),
] as const;

function Form({ client, onClose }: Omit<ClientFormProps, 'isOpen'>) {
  const change = useChange(
    'clients.change',
    ['clients.open', 'clients.list', 'clients.search', 'clips.open', 'clients.trends'],
    { toldHere: true },
  );
  const [draft, setDraft] = useState(() => draftOf(client));
  const [checked, setChecked] = useState(false);
  const put = (field: keyof Draft) => (value: string) => setDraft((before) => ({ ...before, [field]: value }));
  const wrong = checked ? faultsOf(draft) : {};
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faultsOf(draft)).length > 0) return;
    change.mutate({ id: client.id, fields: fieldsOf(draft) }, { onSuccess: onClose });
  };
  return (
    <form className={formCss.form} onSubmit={submit} noValidate>
      <div className={formCss.pair}>
        <Field autoFocus label={text.name} value={draft.name} onChange={put('name')} wrong={wrong.name} />
        <Field label={text.code} value={draft.code} onChange={put('code')} />
      </div>
      <div className={formCss.pair}>
        <Field type="date" label={text.birthDate} value={draft.birthDate} onChange={put('birthDate')} />
        <Choice label={text.sex} value={draft.sex} options={SEXES} onChange={put('sex')} />
      </div>
      <div className={formCss.pair}>
        <Field
          inputMode="decimal"
          label={text.height}
          unit={text.heightUnit}
          hint={text.heightHint}
          value={draft.heightCm}
          onChange={put('heightCm')}
          wrong={wrong.heightCm}
        />
        <Field
          inputMode="decimal"
          label={text.mass}
          unit={text.massUnit}
          value={draft.massKg}
          onChange={put('massKg')}
          wrong={wrong.massKg}
        />
      </div>
      <Field rows={4} label={text.notes} value={draft.notes} onChange={put('notes')} />
      {change.error && <Trouble trouble={change.error} />}
      <div className={formCss.end}>
        <Button look="plain" onPress={onClose}>
          {PARTS_TEXT.cancel}
        </Button>
        <Button type="submit" look="main" isPending={change.isPending}>
          {PARTS_TEXT.save}
        </Button>
      </div>
    </form>
  );
}

type Sex = (typeof SEXES)[number]['id'];

interface Draft extends Record<'name' | 'code' | 'birthDate' | 'heightCm' | 'massKg' | 'notes', string> {
  readonly sex: Sex;
}

function draftOf({ name, code, birthDate, sex, heightM, massKg, notes }: Client): Draft {
  const shown = (value: number | null) => (value === null ? '' : formatNumber(value, 1).replace(/\.0$/, ''));
  const [heightCm, mass] = [shown(heightM === null ? null : 100 * heightM), shown(massKg)];
  return { name, code, birthDate: birthDate ?? '', sex: sex ?? 'none', heightCm, massKg: mass, notes };
}

type Faults = Partial<Record<keyof Draft, string>>;

function faultsOf({ name, code, heightCm, massKg }: Draft): Faults {
  return {
    ...(name.trim() || code.trim() ? {} : { name: text.needsOne }),
    ...(isBetween(heightCm, 30, 280) ? {} : { heightCm: text.heightWrong }),
    ...(isBetween(massKg, 1, 500) ? {} : { massKg: text.massWrong }),
  };
}

/** Nothing written is fine. */
function isBetween(written: string, low: number, high: number): boolean {
  const value = readNumber(written);
  return written.trim() === '' || (value !== null && value >= low && value <= high);
}

function fieldsOf({ name, code, birthDate, sex, heightCm, massKg, notes }: Draft) {
  const height = readNumber(heightCm);
  return {
    name: name.trim(),
    code: code.trim(),
    birthDate: birthDate || null,
    sex: sex === 'none' ? null : sex,
    heightM: height === null ? null : height / 100,
    massKg: readNumber(massKg),
    notes: notes.trim(),
  };
}
