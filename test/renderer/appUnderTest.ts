// The built app as a clinician has it: the real host over a real library, and a page of it in a real browser.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ApiInput, ApiName, ApiOutput } from '../../core/api.ts';
import { type OpenApp, openApp } from '../../electron/host/openApp.ts';
import { startWebHost, type WebHost } from '../../electron/host/webHost.ts';
import { forkEngine } from '../../electron/jobs/forkEngine.ts';
import { bytesKey } from '../../electron/store/keyPort.ts';
import { ROOT } from '../house/sourceFiles.ts';
import { launchTestChromium } from '../support/testChromium.ts';

const PAGE = path.join(ROOT, 'out/renderer');
/** Not a passphrase: scrypt takes its time on purpose. */
const KEY = bytesKey(Buffer.alloc(32, 5));

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
  /** Everything of it lies in here. */
  readonly root: string;
  /** What the page or the host complained of; empty in a good test. */
  readonly complaints: string[];
  call<N extends ApiName>(name: N, input: ApiInput<N>): Promise<ApiOutput<N>>;
  /** Another window on the same library. */
  open(look?: Look): Promise<Page>;
  /** Shows a screen, e.g. `/client/…`. */
  goTo(screen: string, page?: Page): Promise<void>;
  close(): Promise<void>;
}

/** Opens a new library in a temporary folder and the app on it. Close it in every case. */
export async function startAppUnderTest(look: Look = {}): Promise<AppUnderTest> {
  if (!existsSync(path.join(PAGE, 'index.html'))) throw new Error('The page is not built: npm run build');
  const root = mkdtempSync(path.join(os.tmpdir(), 'openstride ui '));
  const complaints: string[] = [];
  let host: WebHost | null = null;
  const app = await openApp({
    folder: path.join(root, 'library'),
    key: KEY,
    host: 'browser',
    startEngine: () => forkEngine(),
    onNews: (news) => host?.tell(news),
  });
  host = await startWebHost({
    ...app,
    pageFolder: PAGE,
    onMistake: (name, error) => complaints.push(`host, ${name}: ${String(error)}`),
  });
  const { url } = host;
  const browser = await launchTestChromium();
  const contexts: BrowserContext[] = [];

  async function open({ colorScheme = 'light', widthPx = 1280, heightPx = 800 }: Look = {}): Promise<Page> {
    const viewport = { width: widthPx, height: heightPx };
    const context = await browser.newContext({ colorScheme, viewport, acceptDownloads: true });
    contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`page: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
    });
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
    },
    close: async () => {
      await browser.close();
      await host.close();
      await app.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
