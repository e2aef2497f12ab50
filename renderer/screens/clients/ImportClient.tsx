// Takes in a client that another OpenStride has exported: the file, its passphrase, and then the client is opened.

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useLocation } from 'wouter';
import { ApiProblem, call, connection } from '../../api/connection.ts';
import { chooseOpen, hasPaths } from '../../hooks/chooseFile.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Progress } from '../../parts/Progress.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { Window } from '../../parts/Window.tsx';
import { clientPlace } from '../../shell/places.ts';
import { CLIENTS_TEXT } from '../../text/clientsText.ts';
import css from './ImportClient.module.css';

const text = CLIENTS_TEXT.importing;

/** A file of this page, or a path under Electron. */
type Chosen = { readonly name: string; readonly from: File | string };

export function ImportClient({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Window title={text.title} isOpen={isOpen} onClose={onClose}>
      <ImportForm />
    </Window>
  );
}

function ImportForm() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const { take, done, trouble } = useTakeIn();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen && passphrase) void take(chosen, passphrase);
  };
  const choose = async (): Promise<void> => {
    const path = await chooseOpen('client');
    if (path) setChosen({ name: path.replace(/^.*[/\\]/, ''), from: path });
  };
  return (
    <form noValidate className={css.form} onSubmit={submit}>
      <p className="quiet">{text.words}</p>
      <div className={css.file}>
        {hasPaths() ? (
          <Button onPress={() => void choose()}>{text.choose}</Button>
        ) : (
          <FileTrigger onSelect={(files) => files?.[0] && setChosen({ name: files[0].name, from: files[0] })}>
            <Button>{text.choose}</Button>
          </FileTrigger>
        )}
        <span className={css.chosen}>{chosen?.name}</span>
      </div>
      <Field
        type="password"
        label={text.passphrase}
        hint={text.passphraseHint}
        value={passphrase}
        onChange={setPassphrase}
      />
      {done !== null && <Progress label={text.taking} done={done < 1 ? done : null} />}
      {trouble && <Trouble trouble={trouble} />}
      <div className={css.end}>
        <Button type="submit" look="main" isDisabled={!chosen || !passphrase} isPending={done !== null}>
          {text.take}
        </Button>
      </div>
    </form>
  );
}

/** Sends the file where that is needed, takes it in and opens the client. `done` is null while nothing is under way. */
function useTakeIn() {
  const [done, setDone] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<ApiProblem | null>(null);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const take = async ({ from }: Chosen, passphrase: string): Promise<void> => {
    setTrouble(null);
    setDone(0);
    try {
      const file =
        typeof from === 'string' ? from : await connection.handOver(from, setDone, new AbortController().signal);
      const { id } = await call('clients.import', { file, passphrase });
      await queries.invalidateQueries();
      go(clientPlace(id));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setTrouble(error);
    } finally {
      setDone(null);
    }
  };
  return { take, done, trouble };
}
