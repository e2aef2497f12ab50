// The addresses of the screens.
export const PLACES = {
  clients: '/',
  client: '/clients/:clientId',
  returning: '/clients/:clientId/return',
  session: '/sessions/:sessionId',
  trial: '/trial/:clipId',
  sideBySide: '/side-by-side/:a/:b',
  report: '/report/:clipIds',
  settings: '/settings',
} as const;

/** A client's screen. */
export const clientPlace = (clientId: string): string => `/clients/${clientId}`;
/** A client's return to running. */
export const returningPlace = (clientId: string): string => `/clients/${clientId}/return`;
/** A session's screen. */
export const sessionPlace = (sessionId: string): string => `/sessions/${sessionId}`;
/** A clip's screen. */
export const trialPlace = (clipId: string): string => `/trial/${clipId}`;
/** A report of clips, in any order. */
export const reportPlace = (clipIds: readonly string[]): string => `/report/${clipIds.join(',')}`;
/** Two clips beside each other. */
export const sideBySidePlace = (a: string, b: string): string => `/side-by-side/${a}/${b}`;
