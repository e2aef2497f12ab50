import { describe, expect, it } from 'vitest';
import { GaitError } from '../../../core/errors.ts';
import { findChromium, installedChromiums } from '../../../electron/report/findChromium.ts';
import { startPrinter } from '../../../electron/report/printPdf.ts';

const first = async (env: Record<string, string>) => (await findChromium(env).next()).value;

describe('findChromium', () => {
  it('takes the browser that OPENSTRIDE_CHROMIUM names, and no other', async () => {
    const found = [];
    for await (const chromium of findChromium({ OPENSTRIDE_CHROMIUM: process.execPath })) found.push(chromium);
    expect(found.map(({ path, name }) => ({ path, name }))).toEqual([
      { path: process.execPath, name: 'OPENSTRIDE_CHROMIUM' },
    ]);
  });

  it('says so when OPENSTRIDE_CHROMIUM names nothing', async () => {
    const error = await first({ OPENSTRIDE_CHROMIUM: '/none/chrome' }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(GaitError);
    expect(error).toMatchObject({ code: 'browser-missing', message: expect.stringContaining('/none/chrome') });
  });

  it('knows where browsers are installed on Windows, macOS and Linux', () => {
    const windows = installedChromiums({ ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'D:\\x' }, 'win32');
    expect(windows.map((c) => c.path)).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(windows.map((c) => c.path)).toContain('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
    const mac = installedChromiums({}, 'darwin');
    expect(mac[0]?.path).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    const linux = installedChromiums({ PATH: '/usr/bin:relative:/snap/bin' }, 'linux');
    expect(linux.map((c) => c.path)).toContain('/usr/bin/chromium');
    expect(linux.map((c) => c.path)).toContain('/snap/bin/chromium');
    expect(linux.every((c) => c.path.startsWith('/'))).toBe(true);
  });
});

describe('a printer', () => {
  it('without a browser that starts says so at the first print and can be closed', async () => {
    async function* notABrowser() {
      yield { path: process.execPath, name: 'not a browser', env: {}, sandbox: false };
    }
    const printer = startPrinter(notABrowser);
    const error = await printer.print('<p>').catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'browser-missing', message: expect.stringContaining('Google Chrome') });
    await printer.close();
    await printer.close();
  });
});
