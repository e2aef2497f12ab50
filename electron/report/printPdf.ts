// Prints HTML to PDF with a headless Chromium that is started once, early, and without a network.

import type { Browser } from 'playwright-core';
import { GaitError } from '../../core/errors.ts';
import { browserMissing, type Chromium, findChromium } from './findChromium.ts';

/** A browser that prints. It starts on its own; trouble shows at the first print. */
export interface Printer {
  /** Which browser it is, once it has started. Rejects as {@link Printer.print} does. */
  readonly name: Promise<string>;
  /**
   * @param html a whole document that needs nothing from outside and sets `window.reportReady`
   * @returns the PDF: tagged, fonts embedded, backgrounds printed, page size from the document's own `@page`
   * @throws GaitError `browser-missing`, `cancelled`
   */
  print(html: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<Uint8Array>;
  /**
   * @param html a whole document that needs nothing from outside
   * @returns a PNG of its upper left corner
   * @throws GaitError `browser-missing`, `cancelled`
   */
  draw(html: string, options: DrawOptions): Promise<Uint8Array>;
  /** Ends the browser; waits until it is gone. Safe to call at any time, and twice. */
  close(): Promise<void>;
}

export interface DrawOptions {
  /** Size in CSS pixels, and how many pixels of the picture each of them gets. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly scale: number;
  readonly signal?: AbortSignal | undefined;
}

interface Started {
  readonly browser: Browser;
  readonly name: string;
}

/** No window, no graphics card, no shared memory that containers lack, and nothing that looks for a network at the start. */
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--font-render-hinting=none',
];

/**
 * Starts a browser in the background, so that it is ready when the report is. Close it in every case.
 * @param find which browsers to try; for tests
 */
export function startPrinter(find: () => AsyncIterable<Chromium> = findChromium): Printer {
  const started = startFirst(find);
  started.catch(() => {}); // told to whoever prints
  return {
    name: whenAsked(started.then(({ name }) => name)),
    async print(html, { signal } = {}) {
      const { browser } = await orCancelled(started, signal);
      return orCancelled(printOn(browser, html), signal);
    },
    async draw(html, options) {
      const { browser } = await orCancelled(started, options.signal);
      return orCancelled(drawOn(browser, html, options), options.signal);
    },
    async close() {
      const running = await started.catch(() => null);
      await running?.browser.close();
    },
  };
}

async function startFirst(find: () => AsyncIterable<Chromium>): Promise<Started> {
  const failures: unknown[] = [];
  for await (const chromium of find()) {
    try {
      return { browser: await launchChromium(chromium), name: chromium.name };
    } catch (error) {
      failures.push(new Error(`${chromium.name} (${chromium.path}) does not start`, { cause: error }));
    }
  }
  throw browserMissing(failures.length > 0 ? new AggregateError(failures, 'every browser tried') : undefined);
}

/**
 * Starts one browser the way reports are printed: letters are measured unhinted, as paper shows them.
 * @throws Error when it does not start
 */
export async function launchChromium({ path, env, sandbox }: Chromium): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: path,
    args: ARGUMENTS,
    chromiumSandbox: sandbox,
    env: { ...definedOnly(process.env), ...env },
    // Ctrl-C is ours to handle: the program cleans up and closes the printer itself.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));

async function printOn(browser: Browser, html: string): Promise<Uint8Array> {
  const context = await browser.newContext({ offline: true });
  try {
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.setContent(html, { waitUntil: 'load' });
    await page.evaluate('window.reportReady');
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  } finally {
    await context.close().catch(() => {}); // the browser may be gone already
  }
}

async function drawOn(browser: Browser, html: string, { widthPx, heightPx, scale }: DrawOptions): Promise<Uint8Array> {
  const viewport = { width: Math.ceil(widthPx), height: Math.ceil(heightPx) };
  const context = await browser.newContext({ offline: true, viewport, deviceScaleFactor: scale });
  try {
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: 'load' });
    // Merely waiting would end before the first of the typefaces is asked for.
    await page.evaluate('Promise.all(Array.from(document.fonts, (face) => face.load()))');
    return await page.screenshot({ type: 'png' });
  } finally {
    await context.close().catch(() => {}); // the browser may be gone already
  }
}

/** A promise whose failure is nobody's business until somebody waits for it. */
function whenAsked<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** Stops waiting at once when asked to; what was waited for ends by itself or with the printer. */
function orCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(new GaitError('cancelled', 'The report was cancelled.'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
