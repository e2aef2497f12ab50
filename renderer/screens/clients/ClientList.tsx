// The list of clients; the arrow keys go through it, from the search field on.
import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { fill } from '../../../core/report/formatNumber.ts';
import { Button } from '../../parts/Button.tsx';
import { clientPlace } from '../../shell/places.ts';
import { CLIENTS_TEXT } from '../../text/clientsText.ts';
import { ClientRow } from './ClientRow.tsx';
import css from './Clients.module.css';
import type { Match } from './matching.ts';
import { useAddClient } from './useAddClient.ts';
import { useFirst } from './useFirst.ts';

export interface ClientListProps {
  readonly shown: readonly Match[];
  /** Without spaces around; '' = all are shown. */
  readonly query: string;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onClear: () => void;
}

export function ClientList({ shown, query, search, onClear }: ClientListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [, go] = useLocation();
  const best = shown[0]?.line.client.id;
  const { first, end } = useFirst(shown);
  useArrows(list, search, () => best !== undefined && query !== '' && go(clientPlace(best)));
  return (
    <div ref={list}>
      <p role="status" className="unseen">
        {query && `${CLIENTS_TEXT.found}: ${shown.length}`}
      </p>
      {shown.length > 0 ? (
        <>
          <div aria-hidden="true" className={`${css.row} ${css.heads}`}>
            <span>{CLIENTS_TEXT.columns.client}</span>
            <span>{CLIENTS_TEXT.columns.injuries}</span>
            <span>{CLIENTS_TEXT.columns.visit}</span>
          </div>
          <ul aria-label={query ? CLIENTS_TEXT.found : CLIENTS_TEXT.list}>
            {first.map(({ line, excerpt }) => (
              <ClientRow key={line.client.id} line={line} excerpt={excerpt} />
            ))}
          </ul>
          <div ref={end} />
        </>
      ) : (
        <Nobody query={query} onClear={onClear} />
      )}
    </div>
  );
}

function Nobody({ query, onClear }: { readonly query: string; readonly onClear: () => void }) {
  const add = useAddClient();
  return (
    <div className={css.nobody}>
      <p>
        <b>{fill(CLIENTS_TEXT.nothing, { query })}</b>
      </p>
      <p className="quiet">{CLIENTS_TEXT.nothingHint}</p>
      <div className={css.ways}>
        <Button onPress={() => add.mutate({ name: query, code: '' })}>
          {fill(CLIENTS_TEXT.addNamed, { name: query })}
        </Button>
        <Button look="plain" onPress={onClear}>
          {CLIENTS_TEXT.clear}
        </Button>
      </div>
    </div>
  );
}

/** Up and down through the links, and between the first of them and the search field; Enter there opens the best. */
function useArrows(
  list: RefObject<HTMLElement | null>,
  search: RefObject<HTMLInputElement | null>,
  openFirst: () => void,
): void {
  const open = useRef(openFirst);
  open.current = openFirst;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const links = [...(list.current?.querySelectorAll<HTMLElement>('li a') ?? [])];
      const at = links.indexOf(document.activeElement as HTMLElement);
      const inSearch = document.activeElement === search.current;
      if (event.key === 'Enter' && inSearch) open.current();
      const to = targetOf(event.key, at, links.length, inSearch);
      if (to === null) return;
      event.preventDefault();
      if (to === -1) search.current?.focus();
      else links[to]?.focus();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [list, search]);
}

/** @returns which link, −1 for the search field, null for nothing */
function targetOf(key: string, at: number, count: number, inSearch: boolean): number | null {
  if (at < 0) return key === 'ArrowDown' && inSearch && count > 0 ? 0 : null;
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return at - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
