// Prints a report with the app's own Chromium: a window that is never shown, with no script but the report's own and no way out.
import { BrowserWindow, session } from 'electron';
import { GaitError } from '../../core/errors.ts';
import { PAGE_SCRIPT_SOURCE } from '../report/pageScript.ts';

/** In memory only: nothing of a report stays on the disk. */
const PARTITION = 'print';
const PRINT_URL = 'app://print/report.html';

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; script-src ${PAGE_SCRIPT_SOURCE}`,
  'Cache-Control': 'no-store',
};

/** Typefaces are there, and a report has laid its pages out. */
const READY = 'Promise.all([document.fonts.ready, window.reportReady]).then(() => true)';

/** Reports are printed one after another: they share the one address. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * A whole HTML document that needs nothing from outside to the bytes of a PDF: tagged, fonts embedded, page size from its `@page`.
 * @throws GaitError `browser-missing` when the page cannot be printed
 */
export function printPage(html: string): Promise<Uint8Array> {
  const printing = queue.then(() => print(html));
  queue = printing.catch(() => undefined); // told to whoever asked for that one
  return printing;
}

async function print(html: string): Promise<Uint8Array> {
  const { protocol, webRequest } = session.fromPartition(PARTITION);
  webRequest.onBeforeRequest(({ url }, done) => done({ cancel: url !== PRINT_URL && !url.startsWith('data:') }));
  protocol.handle('app', () => new Response(html, { headers: HEADERS }));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition: PARTITION, sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  try {
    await window.loadURL(PRINT_URL);
    await window.webContents.executeJavaScript(READY);
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    });
  } catch (cause) {
    throw new GaitError(
      'browser-missing',
      'The report could not be printed; try again, and start OpenStride anew if it fails again.',
      {
        cause,
      },
    );
  } finally {
    window.destroy();
    protocol.unhandle('app');
  }
}
