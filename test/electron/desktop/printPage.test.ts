// Printing under Electron: a hidden window that is as closed as the app's own, and leaves nothing behind.
import { beforeEach, describe, expect, it, vi } from 'vitest';

type Fake = typeof import('../../support/fakeElectron.ts');
let fake: Fake;
let printPage: typeof import('../../../electron/desktop/printPage.ts').printPage;

beforeEach(async () => {
  vi.resetModules();
  fake = await import('../../support/fakeElectron.ts');
  ({ printPage } = await import('../../../electron/desktop/printPage.ts'));
});

describe('printing a report', () => {
  it('loads the document alone, without foreign scripts and without a way out, and prints it tagged', async () => {
    const { webContents } = await seenDuring(() => printPage('<p>one</p>'));
    expect(webContents.preferences).toEqual({
      partition: 'print',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
    expect(webContents.printed).toEqual({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true });
    const cancelled: boolean[] = [];
    for (const url of [
      'https://example.org/',
      'app://openstride/index.html',
      'app://print/report.html',
      'data:font/woff2;base64,',
    ])
      webContents.session.beforeRequest({ url }, ({ cancel }) => cancelled.push(cancel));
    expect(cancelled).toEqual([true, true, false, false]);
  });

  it('gives each its own document, one after another, and no window is left', async () => {
    const served: string[] = [];
    fake.machine.onLoad = async ({ session }, url) => {
      const response = await session.protocol.handlers.get('app')!(new Request(url));
      expect(response.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src.*; script-src 'sha256-[\w+/=]{44}'$/,
      );
      served.push(await response.text());
    };
    const both = await Promise.all([printPage('<p>one</p>'), printPage('<p>two</p>')]);
    expect(served).toEqual(['<p>one</p>', '<p>two</p>']);
    expect(both.map((pdf) => new TextDecoder().decode(pdf).slice(0, 5))).toEqual(['%PDF-', '%PDF-']);
    expect(fake.machine.windows).toEqual([]);
  });

  it('that fails is a sentence, and the next is printed all the same', async () => {
    fake.machine.onLoad = async () => {
      throw new Error('ERR_FAILED');
    };
    const failing = printPage('<p>one</p>');
    await expect(failing).rejects.toMatchObject({ name: 'GaitError', code: 'browser-missing' });
    fake.machine.onLoad = null;
    await expect(printPage('<p>two</p>')).resolves.toBeInstanceOf(Uint8Array);
    expect(fake.machine.windows).toEqual([]);
  });
});

/** The window that is there while something is done. */
async function seenDuring(work: () => Promise<unknown>) {
  const seen: Fake['machine']['windows'] = [];
  fake.machine.onLoad = async () => void seen.push(...fake.machine.windows);
  await work();
  return seen[0];
}
