// Writes one client with everything to a file for another OpenStride, locked with a passphrase.
import { type FormEvent, useState } from 'react';
import type { WrittenFile } from '../../../core/api/views.ts';
import type { Client } from '../../../core/records/records.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { useChange } from '../../api/queries.ts';
import { chooseSave, handOut } from '../../hooks/chooseFile.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import formCss from '../../parts/Form.module.css';
import { Progress } from '../../parts/Progress.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { Window } from '../../parts/Window.tsx';
import { nameOf } from '../../shell/useTrail.ts';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import { bytesText } from '../../text/dates.ts';
import { PARTS_TEXT } from '../../text/partsText.ts';

const text = CLIENT_TEXT.exporting;

export interface ExportClientProps {
  readonly client: Client;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ExportClient({ client, isOpen, onClose }: ExportClientProps) {
  return (
    <Window title={fill(text.title, { name: nameOf(client) })} isOpen={isOpen} onClose={onClose}>
      <Form client={client} onClose={onClose} />
    </Window>
  );
}

function Form({ client, onClose }: Omit<ExportClientProps, 'isOpen'>) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const write = useChange('clients.export', [], { toldHere: true });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setWrong(passphrase === again ? null : text.differ);
    if (!passphrase || passphrase !== again) return;
    const to = await chooseSave('client', `OpenStride client ${client.code}.openstride`.replace(' .', '.'));
    if (to) write.mutate({ clientId: client.id, passphrase, file: to.file }, { onSuccess: handOut });
  };
  return (
    <form noValidate className={formCss.form} onSubmit={(event) => void submit(event)}>
      <p className="quiet">{text.words}</p>
      <Field
        autoFocus
        type="password"
        label={text.passphrase}
        hint={text.hint}
        value={passphrase}
        onChange={setPassphrase}
      />
      <Field type="password" label={text.again} value={again} onChange={setAgain} wrong={wrong} />
      {write.isPending && <Progress label={text.doing} done={null} />}
      {write.data && <Written written={write.data} />}
      {write.error && <Trouble trouble={write.error} />}
      <div className={formCss.end}>
        <Button look="plain" onPress={onClose}>
          {write.data ? PARTS_TEXT.close : PARTS_TEXT.cancel}
        </Button>
        <Button type="submit" look="main" isDisabled={!passphrase} isPending={write.isPending}>
          {text.do}
        </Button>
      </div>
    </form>
  );
}

function Written({ written: { file, bytes, withoutFilm } }: { readonly written: WrittenFile }) {
  const name = file.replace(/^.*[/\\]/, '');
  return (
    <div role="status">
      <p>{fill(text.done, { file: name, size: bytesText(bytes) })}</p>
      {withoutFilm.length > 0 && <p>{fill(text.without, { films: withoutFilm.join(', ') })}</p>}
    </div>
  );
}
