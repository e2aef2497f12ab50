// What a browser is told with everything of the page: nothing from elsewhere is loaded, nobody frames it, nothing of it is kept.
import { PAGE_SCRIPT_SOURCE } from '../report/pageScript.ts';

/** The same on 127.0.0.1 and on the desktop app's own protocol. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    // A report's preview lays its pages out with the very script that is printed with; it is in a frame that can reach nothing.
    `default-src 'self'; script-src 'self' ${PAGE_SCRIPT_SOURCE}; ` +
    "img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; " +
    // Reports are previewed in a frame of their own, with the letters they are printed in.
    "font-src 'self' data:; frame-src 'self' blob:; worker-src 'self' blob:; " +
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};
