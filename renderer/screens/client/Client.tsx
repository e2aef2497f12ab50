// A client: who they are, what hurts, every session, and what has changed since the baseline.
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { ClientView } from '../../../core/api/views.ts';
import { useCall, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { MoreMenu } from '../../parts/MoreMenu.tsx';
import { Page } from '../../parts/Page.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { SheetWindow } from '../../sheets/PrintSheet.tsx';
import { useKeyLines } from '../../shell/keys.ts';
import { returningPlace, sessionPlace } from '../../shell/places.ts';
import { useKey } from '../../shell/useKey.ts';
import { nameOf } from '../../shell/useTrail.ts';
import { CLIENT_TEXT } from '../../text/clientText.ts';
import { today } from '../../text/dates.ts';
import { RETURNING_TEXT } from '../../text/returningText.ts';
import { SHEETS_TEXT } from '../../text/sheetsText.ts';
import css from './Client.module.css';
import { ClientForm } from './ClientForm.tsx';
import { clientFacts } from './clientFacts.ts';
import { DeleteClient } from './DeleteClient.tsx';
import { ExportClient } from './ExportClient.tsx';
import { Injuries } from './Injuries.tsx';
import { Trends } from './Trends.tsx';
import { Visits } from './Visits.tsx';

type Dialog = 'edit' | 'card' | 'export' | 'delete';

const MORE = [
  { id: 'card', name: SHEETS_TEXT.filmingCard },
  { id: 'export', name: CLIENT_TEXT.export },
  { id: 'delete', name: CLIENT_TEXT.delete, danger: true },
] as const;

export function Client() {
  const { clientId = '' } = useParams();
  const { data, error } = useCall('clients.open', { clientId });
  if (error) return <Trouble trouble={error} />;
  return data ? <ClientScreen key={clientId} view={data} /> : null;
}

function ClientScreen({ view }: { readonly view: ClientView }) {
  const { client, injuries, sessions } = view;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const begin = useNewSession(view);
  useKeyLines(CLIENT_TEXT.keys);
  useKey({ N: begin });
  return (
    <Page
      title={nameOf(client)}
      beside={client.name.trim() && client.code && <span className="quiet">{client.code}</span>}
      below={<Facts view={view} />}
      actions={
        <>
          <Link href={returningPlace(client.id)} className={css.link}>
            {RETURNING_TEXT.link}
          </Link>
          <Button onPress={() => setDialog('edit')}>{CLIENT_TEXT.edit}</Button>
          <MoreMenu label={CLIENT_TEXT.more} items={MORE} onChoose={(id) => setDialog(id as Dialog)} />
          <Button look="main" onPress={begin}>
            <Sign name="plus" />
            {CLIENT_TEXT.newSession}
          </Button>
        </>
      }
    >
      <div className={css.columns}>
        <Visits sessions={sessions} injuries={injuries} onNew={begin} />
        <div className={css.aside}>
          <Injuries clientId={client.id} injuries={injuries} />
          <Trends clientId={client.id} />
        </div>
      </div>
      <ClientForm client={client} isOpen={dialog === 'edit'} onClose={close} />
      <SheetWindow
        title={SHEETS_TEXT.filmingCard}
        ask={{ kind: 'filming-card', clientId: client.id }}
        isOpen={dialog === 'card'}
        onClose={close}
      />
      <ExportClient client={client} isOpen={dialog === 'export'} onClose={close} />
      <DeleteClient view={view} isOpen={dialog === 'delete'} onClose={close} />
    </Page>
  );
}

function Facts({ view: { client } }: { readonly view: ClientView }) {
  const facts = clientFacts(client);
  return (
    <>
      {facts.length > 0 && <p className="quiet">{facts.join(' · ')}</p>}
      {client.notes && <p className={css.notes}>{client.notes}</p>}
    </>
  );
}

/** Adds a session of today and opens it: the first is the baseline, later ones are check-ins until somebody says otherwise. */
function useNewSession({ client, sessions }: ClientView): () => void {
  const [, go] = useLocation();
  const add = useChange('sessions.add', ['clients.open', 'clients.list', 'clients.search']);
  const [first, later] = CLIENT_TEXT.purposes;
  const fresh = { footwear: '', speedMs: null, inclinePct: null, painBefore: null, painAfter: null, notes: '' };
  return () => {
    if (add.isPending) return;
    const purpose = sessions.length === 0 ? first : later;
    add.mutate(
      { clientId: client.id, date: today(), purpose, ...fresh },
      { onSuccess: ({ id }) => go(sessionPlace(id)) },
    );
  };
}
