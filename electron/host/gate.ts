// Who may speak to the loopback host: this app's own page in this user's browser, and nobody else.
import { timingSafeEqual } from 'node:crypto';

/** The cookie that carries the token; the port is part of its name because browsers share cookies between ports. */
export function cookieName(port: number): string {
  return `openstride-${port}`;
}

export interface GateRequest {
  readonly method: string;
  /** As sent; undefined = not sent. */
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which pages cannot forge. */
  readonly fetchSite: string | undefined;
  readonly cookie: string | undefined;
}

export interface Refusal {
  readonly status: 401 | 403 | 421;
  readonly code: 'no-token' | 'foreign-origin' | 'foreign-host';
}

/**
 * Checks a request before anything of it is looked at. Host first: a page of another name that was pointed at this computer (DNS
 * rebinding) has its own name there. Then Origin: another page may send requests here but not from here. Then the token.
 * @returns null when it may pass
 */
export function refuse(request: GateRequest, port: number, token: string): Refusal | null {
  if (!ownHosts(port).includes(request.host ?? '')) return { status: 421, code: 'foreign-host' };
  if (!isOwnOrigin(request, port)) return { status: 403, code: 'foreign-origin' };
  const given = readCookie(request.cookie ?? '', cookieName(port));
  return given !== null && sameSecret(given, token) ? null : { status: 401, code: 'no-token' };
}

/** Whether two secrets are equal, in a time that does not tell how much of them is. */
export function sameSecret(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A page's own GET sends no Origin; everything that changes something must say where it comes from. */
function isOwnOrigin({ method, origin, fetchSite }: GateRequest, port: number): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  if (origin === undefined) return method === 'GET' || method === 'HEAD';
  return ownHosts(port).some((host) => origin === `http://${host}`);
}

function ownHosts(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

function readCookie(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
