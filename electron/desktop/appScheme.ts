// The address of the desktop app's page: a protocol of its own, so that nothing listens on a port and no file address is used.
import { protocol } from 'electron';

const APP_SCHEME = 'app';

/** Where the page and everything it loads come from. */
export const PAGE_ORIGIN = `${APP_SCHEME}://openstride`;

/** The page itself. */
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/** Gives the protocol the rights of https: an origin, fetch, and films in parts. Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}
