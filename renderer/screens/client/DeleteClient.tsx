// The one question that is asked before something is gone: what a client's deletion takes with it, and their name typed.
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { ClientView } from '../../../core/api/views.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useChange } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import formCss from '../../parts/Form.module.css';
import { useNotice } from '../../parts/Notice.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { Window } from '../../parts/Window.tsx';
import { PLACES } from '../../shell/places.ts';
import { nameOf } from '../../shell/useTrail.ts';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import { counted } from '../../text/dates.ts';
import { PARTS_TEXT } from '../../text/partsText.ts';
import css from './DeleteClient.module.css';
import { useVisits } from './useVisits.ts';

const text = CLIENT_TEXT.deleting;

export interface DeleteClientProps {
  readonly view: ClientView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function DeleteClient({ view, isOpen, onClose }: DeleteClientProps) {
  return (
    <Window title={fill(text.title, { name: nameOf(view.client) })} isOpen={isOpen} onClose={onClose}>
      <Form view={view} onClose={onClose} />
    </Window>
  );
}

function Form({ view, onClose }: Omit<DeleteClientProps, 'isOpen'>) {
  const { client, injuries, sessions } = view;
  const [typed, setTyped] = useState('');
  const [, go] = useLocation();
  const say = useNotice();
  const remove = useChange('clients.remove', ['clients.list', 'clients.search', 'jobs.list', 'library.status'], {
    toldHere: true,
  });
  const films = useVisits(sessions).flatMap((visit) => visit?.clips ?? []).length;
  const names = [client.name, client.code].map((one) => one.trim()).filter((one) => one !== '');
  const isMeant = names.some((one) => one.toLowerCase() === typed.trim().toLowerCase());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isMeant) return;
    remove.mutate(
      { id: client.id },
      {
        onSuccess: () => {
          say({ text: fill(text.done, { name: nameOf(client) }) });
          go(PLACES.clients);
        },
      },
    );
  };
  const [name, code] = names;
  return (
    <form noValidate className={formCss.form} onSubmit={submit}>
      <p>{text.words}</p>
      <ul className={css.lost}>
        <li>{counted(sessions.length, text.sessions)}</li>
        <li>{counted(films, text.films)}</li>
        <li>{counted(injuries.length, text.injuries)}</li>
        <li>{text.rest}</li>
      </ul>
      <Field
        autoFocus
        label={fill(text.type, { name: code ? fill(text.or, { name: name!, code }) : name! })}
        value={typed}
        onChange={setTyped}
      />
      {remove.error && <Trouble trouble={remove.error} />}
      <div className={formCss.end}>
        <Button look="plain" onPress={onClose}>
          {PARTS_TEXT.cancel}
        </Button>
        <Button type="submit" look="danger" isDisabled={!isMeant} isPending={remove.isPending}>
          {text.do}
        </Button>
      </div>
    </form>
  );
}
