// The built app as a clinician has it: the real host over a real library and engine, and a page of it in a real browser.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { ApiInput, ApiName, ApiOutput } from '../../core/api.ts';
import { type AppOptions, type OpenApp, openApp } from '../../electron/host/openApp.ts';
import { startWebHost, type WebHost } from '../../electron/host/webHost.ts';
import { forkEngine } from '../../electron/jobs/forkEngine.ts';
import { bytesKey } from '../../electron/store/keyPort.ts';
import { type Library, openLibrary } from '../../electron/store/openLibrary.ts';
import { launchTestChromium } from '../support/testChromium.ts';
import { copyBuiltPage } from './builtCopy.ts';

/** Not a passphrase: scrypt takes its time on purpose. */
const KEY = bytesKey(Buffer.alloc(32, 5));

type Prepare = (library: Library) => Promise<void>;

export interface Look {
  readonly colorScheme?: 'light' | 'dark';
  readonly widthPx?: number;
  readonly heightPx?: number;
}

export interface AppUnderTest {
  readonly app: OpenApp;
  readonly host: WebHost;
  readonly browser: Browser;
  readonly page: Page;
  /** Everything of it lies in here, the library in `library`. */
  readonly root: string;
  /** What the page or the host complained of; a test that provokes one takes it out again. */
  readonly complaints: string[];
  /** Asks the library behind the page's back: to put something there, or to see what the page did. */
  call<N extends ApiName>(name: N, input: ApiInput<N>): Promise<ApiOutput<N>>;
  /** Another window on the same library. */
  open(look?: Look): Promise<Page>;
  /** Shows a screen, e.g. `/client/…`, and waits for its heading. */
  goTo(screen: string, page?: Page): Promise<void>;
  /** @throws Error with the complaints, when there are any */
  close(): Promise<void>;
}

/**
 * Opens a new library in a temporary folder and the app on it. Close it in every case.
 * @param startEngine left out = the real engine process
 * @param prepare puts something into the library before the app opens it
 * @throws Error when the page is not built
 */
export async function startAppUnderTest(
  look: Look = {},
  startEngine: AppOptions['startEngine'] = () => forkEngine(),
  prepare: Prepare | null = null,
): Promise<AppUnderTest> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'openstride ui '));
  const pageFolder = path.join(root, 'page');
  await copyBuiltPage(pageFolder);
  const complaints: string[] = [];
  let host: WebHost | null = null;
  const folder = path.join(root, 'library');
  if (prepare) await prepared(folder, prepare);
  const onNews: AppOptions['onNews'] = (news) => host?.tell(news);
  const app = await openApp({ folder, key: KEY, host: 'browser', startEngine, onNews });
  const onMistake = (name: string, error: unknown) => void complaints.push(`host, ${name}: ${String(error)}`);
  host = await startWebHost({ ...app, pageFolder, onMistake });
  const { url } = host;
  const browser = await launchTestChromium('plain');

  async function open({ colorScheme = 'light', widthPx = 1280, heightPx = 800 }: Look = {}): Promise<Page> {
    const viewport = { width: widthPx, height: heightPx };
    const context = await browser.newContext({ colorScheme, viewport, acceptDownloads: true });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    listen(page, complaints);
    await page.goto(url);
    await page.locator('#app > *').first().waitFor();
    return page;
  }

  const page = await open(look);
  return {
    ...{ app, host, browser, page, root, complaints, open },
    call: async <N extends ApiName>(name: N, input: ApiInput<N>) =>
      (app.handlers[name] as (input: ApiInput<N>) => Promise<ApiOutput<N>>)(input),
    goTo: async (screen, where = page) => {
      await where.evaluate((hash) => {
        location.hash = hash;
      }, screen);
      await where.locator('main h1').first().waitFor();
    },
    close: async () => {
      await browser.close();
      await host.close();
      await app.close();
      rmSync(root, { recursive: true, force: true });
      if (complaints.length > 0) throw new Error(`The page or the host complained:\n${complaints.join('\n')}`);
    },
  };
}

/** Two busy cores: what a page does at once takes its time. */
const PATIENCE_MS = 15_000;

async function prepared(folder: string, prepare: Prepare): Promise<void> {
  const library = await openLibrary(folder, { key: KEY });
  try {
    await prepare(library);
  } finally {
    library.close();
  }
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`page: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} ${message.location().url}`);
  });
}

export interface DemoIds {
  readonly clientId: string;
  /** The earlier visit first. */
  readonly sessionIds: readonly [string, string];
  /** Of the earlier visit, seen from the left and from the right; then of the later one. */
  readonly clipIds: readonly [string, string, string, string];
}

/** Puts the demo client into the library: two visits, four films that are measured already, without running a network. */
export async function addDemo({ call }: Pick<AppUnderTest, 'call'>): Promise<DemoIds> {
  const { id: clientId } = await call('demo.add', null);
  const { sessions } = await call('clients.open', { clientId });
  const [last, first] = sessions.map(({ id }) => id);
  const clipIds: string[] = [];
  for (const sessionId of [first!, last!]) {
    const { clips } = await call('sessions.open', { sessionId });
    clipIds.push(...clips.toSorted((a, b) => a.view.localeCompare(b.view)).map(({ id }) => id));
  }
  return { clientId, sessionIds: [first!, last!], clipIds: clipIds as unknown as DemoIds['clipIds'] };
}
