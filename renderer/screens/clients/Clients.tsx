// All clients: found as one types, opened with Enter, added in one line.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { AppCommand } from '../../../core/api/bridge.ts';
import { useCall } from '../../api/queries.ts';
import { Button } from '../../parts/Button.tsx';
import { Page } from '../../parts/Page.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { useKeyLines } from '../../shell/keys.ts';
import { useScreenCommands } from '../../shell/useAppCommands.ts';
import { useKey } from '../../shell/useKey.ts';
import { CLIENTS_TEXT } from '../../text/clientsText.ts';
import { counted } from '../../text/dates.ts';
import { AddClient } from './AddClient.tsx';
import { ClientList } from './ClientList.tsx';
import { FirstClient } from './FirstClient.tsx';
import { ImportClient } from './ImportClient.tsx';
import { byVisit, matches } from './matching.ts';
import { type ClientOrder, SearchLine } from './SearchLine.tsx';

export function Clients() {
  const { data: lines, error } = useCall('clients.list', null);
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<ClientOrder>('name');
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const asked = query.trim();
  const { data: found } = useCall('clients.search', { query: asked }, { enabled: asked !== '' });
  const ordered = useMemo(() => (order === 'visit' ? byVisit(lines ?? []) : (lines ?? [])), [lines, order]);
  const shown = useMemo(() => matches(ordered, asked, found ?? []), [ordered, asked, found]);
  useKeyLines(CLIENTS_TEXT.keys);
  useKey({ '/': () => search.current?.focus(), N: () => setAdding(true) });
  useScreenCommands(
    useCallback(({ kind }: AppCommand) => {
      if (kind === 'new-client') setAdding(true);
      return kind === 'new-client';
    }, []),
  );
  if (error) return <Trouble trouble={error} />;
  if (!lines) return null;
  return (
    <Page
      title={CLIENTS_TEXT.title}
      beside={lines.length > 0 && <span className="quiet">{counted(lines.length, CLIENTS_TEXT.count)}</span>}
      actions={
        <>
          <Button onPress={() => setImporting(true)}>{CLIENTS_TEXT.import}</Button>
          <Button look="main" onPress={() => setAdding(true)} isDisabled={adding}>
            <Sign name="plus" />
            {CLIENTS_TEXT.add}
          </Button>
        </>
      }
    >
      {adding && <AddClient onClose={() => setAdding(false)} />}
      {lines.length === 0 ? (
        !adding && <FirstClient onAdd={() => setAdding(true)} />
      ) : (
        <>
          <SearchLine ref={search} query={query} onQuery={setQuery} order={order} onOrder={setOrder} />
          <ClientList shown={shown} query={asked} search={search} onClear={() => setQuery('')} />
        </>
      )}
      <ImportClient isOpen={importing} onClose={() => setImporting(false)} />
    </Page>
  );
}
