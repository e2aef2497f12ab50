// What the page may not do, whatever it shows: no permission, no other page, no window, no request that leaves this computer.
import { app, type Session, shell, type WebContents } from 'electron';
import { PAGE_ORIGIN, PAGE_URL } from './appScheme.ts';

/** Sources that the app names; they open in the user's own browser when they are clicked. */
const OUTSIDE = ['https://doi.org/', 'https://pubmed.ncbi.nlm.nih.gov/'] as const;

/** Everything a page needs is here: the app's own protocol, and what pages hold in memory. */
const OWN_PROTOCOLS: readonly string[] = ['app:', 'blob:', 'data:', 'devtools:'];

/** Guards a session: no camera, no notifications, no dictionary from the network, no request to anywhere. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, done) => done(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false); // it would load its dictionaries from elsewhere
  session.webRequest.onBeforeRequest(({ url }, done) => done({ cancel: !isOwn(url) }));
}

/** Guards every page of the app, also those that are made by mistake. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents));
}

function guardPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (withoutHash(event.url) !== PAGE_URL) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !isPreview(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (OUTSIDE.some((place) => url.startsWith(place))) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** A report's preview: a frame with what the page itself has made. */
function isPreview(url: string): boolean {
  return url === 'about:srcdoc' || url === 'about:blank' || url.startsWith(`blob:${PAGE_ORIGIN}/`);
}

function isOwn(url: string): boolean {
  return URL.canParse(url) && OWN_PROTOCOLS.includes(new URL(url).protocol);
}

function withoutHash(url: string): string {
  return url.split('#')[0];
}
