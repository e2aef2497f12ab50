// One client in the list: who, what hurts, when last seen. The whole line is the link.
import { memo } from 'react';
import { Link } from 'wouter';
import { clientPlace } from '../../shell/places.ts';
import { nameOf } from '../../shell/useTrail.ts';
import { CLIENTS_TEXT } from '../../text/clientsText.ts';
import { ago, counted, shortDate } from '../../text/dates.ts';
import css from './Clients.module.css';
import { InjuryMark } from './InjuryMark.tsx';
import type { Match } from './matching.ts';

export const ClientRow = memo(function ClientRow({ line, excerpt }: Match) {
  const { client, openInjuries, lastSession, sessions } = line;
  return (
    <li className={css.item}>
      <Link href={clientPlace(client.id)} className={css.row}>
        <span className={css.who}>
          <span className={css.name}>{nameOf(client)}</span>
          {client.name.trim() && client.code && <span className={css.code}>{client.code}</span>}
          {excerpt && <Excerpt words={excerpt} />}
        </span>
        <span className={css.injuries}>
          {openInjuries.map((injury) => (
            <InjuryMark key={`${injury.region} ${injury.side}`} injury={injury} />
          ))}
        </span>
        <span className={css.visit}>
          {lastSession ? (
            <>
              <span>{shortDate(lastSession)}</span>
              <span className="fine">{ago(lastSession) || counted(sessions, CLIENTS_TEXT.sessions)}</span>
            </>
          ) : (
            <span className="fine">{CLIENTS_TEXT.noVisit}</span>
          )}
        </span>
      </Link>
    </li>
  );
});

/** The library marks what it found with ‹ ›. */
function Excerpt({ words }: { readonly words: string }) {
  return (
    <span className={css.excerpt}>
      {[...words.matchAll(/‹([^›]*)›|[^‹]+/g)].map(({ 0: whole, 1: found, index }) =>
        found === undefined ? whole : <mark key={index}>{found}</mark>,
      )}
    </span>
  );
}
