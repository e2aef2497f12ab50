// Where the clinician is, from the address alone: Clients › name › date of the session › film.
import { useRoute } from 'wouter';
import type { Client, Clip, Session } from '../../core/records/records.ts';
import { useCall } from '../api/queries.ts';
import { shortDate } from '../text/dates.ts';
import { REPORT_SCREEN_TEXT } from '../text/reportScreenText.ts';
import { RETURNING_TEXT } from '../text/returningText.ts';
import { SHELL_TEXT } from '../text/shellText.ts';
import { clientPlace, PLACES, sessionPlace } from './places.ts';

export interface Crumb {
  readonly name: string;
  /** Null for where one is. */
  readonly href: string | null;
}

/** The way from the clients to this screen; of what is still being asked for nothing is said. */
export function useTrail(): readonly Crumb[] {
  const [, onClient] = useRoute(PLACES.client);
  const [, onReturning] = useRoute(PLACES.returning);
  const [, onSession] = useRoute(PLACES.session);
  const [, onTrial] = useRoute(PLACES.trial);
  const [, onPair] = useRoute(PLACES.sideBySide);
  const [, onReport] = useRoute(PLACES.report);
  const [isSettings] = useRoute(PLACES.settings);
  const clipId = onTrial?.clipId ?? onPair?.a ?? onReport?.clipIds?.split(',')[0];
  const { data: ofClip } = useCall('clips.open', { clipId: clipId ?? '' }, { enabled: clipId !== undefined });
  const sessionId = onSession?.sessionId;
  const { data: ofSession } = useCall('sessions.open', { sessionId: sessionId ?? '' }, { enabled: Boolean(sessionId) });
  const session = clipId ? ofClip?.session : sessionId ? ofSession?.session : undefined;
  const clientId = onClient?.clientId ?? onReturning?.clientId ?? session?.clientId;
  const { data: ofClient } = useCall('clients.open', { clientId: clientId ?? '' }, { enabled: Boolean(clientId) });
  const client = clientId ? ofClient?.client : undefined;
  if (isSettings) return [{ name: SHELL_TEXT.settings, href: null }];
  const film = onTrial && ofClip ? ofClip.clip : null;
  const last = onPair
    ? SHELL_TEXT.sideBySide
    : onReport
      ? REPORT_SCREEN_TEXT.title
      : onReturning
        ? RETURNING_TEXT.title
        : null;
  return trailOf(client, session, film, last);
}

function trailOf(
  client: Client | undefined,
  session: Session | undefined,
  film: Clip | null,
  last: string | null,
): readonly Crumb[] {
  const way: Crumb[] = [{ name: SHELL_TEXT.clients, href: PLACES.clients }];
  if (client) way.push({ name: nameOf(client), href: clientPlace(client.id) });
  if (client && session) way.push({ name: shortDate(session.date), href: sessionPlace(session.id) });
  if (film) way.push({ name: film.fileName, href: null });
  if (last) way.push({ name: last, href: null });
  return way.map((crumb, i) => (i === way.length - 1 ? { ...crumb, href: null } : crumb));
}

/** How a person is called on screen: the name, else the code. */
export function nameOf({ name, code }: Pick<Client, 'name' | 'code'>): string {
  return name.trim() || code.trim() || SHELL_TEXT.unnamed;
}
