// One line that adds a client: a name or a code is enough, Enter adds and opens.
import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { CLIENTS_TEXT } from '../../text/clientsText.ts';
import { PARTS_TEXT } from '../../text/partsText.ts';
import css from './AddClient.module.css';
import { useAddClient } from './useAddClient.ts';

export function AddClient({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const add = useAddClient();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const who = { name: name.trim(), code: code.trim() };
    if (who.name || who.code) add.mutate(who);
    else setWrong(CLIENTS_TEXT.needsOne);
  };
  const change = (set: (text: string) => void) => (text: string) => {
    setWrong(null);
    set(text);
  };
  return (
    <form
      noValidate
      className={css.form}
      aria-label={CLIENTS_TEXT.add}
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <div className={css.line}>
        <Field autoFocus label={CLIENTS_TEXT.name} value={name} onChange={change(setName)} className={css.name} />
        <Field
          label={CLIENTS_TEXT.code}
          placeholder={CLIENTS_TEXT.codeHint}
          value={code}
          onChange={change(setCode)}
          className={css.code}
        />
        <div className={css.buttons}>
          <Button type="submit" look="main" isPending={add.isPending}>
            {CLIENTS_TEXT.addAndOpen}
          </Button>
          <Button look="plain" onPress={onClose}>
            {PARTS_TEXT.cancel}
          </Button>
        </div>
      </div>
      {wrong && (
        <p role="alert" className={css.wrong}>
          {wrong}
        </p>
      )}
      {add.error && <Trouble trouble={add.error} />}
    </form>
  );
}
