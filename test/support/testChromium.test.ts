// The tests' own browser: it starts twice at once, draws and prints.
import { describe, expect, it } from 'vitest';
import { launchTestChromium, TEST_CHROMIUM_MISSING } from './testChromium.ts';

describe.skipIf(TEST_CHROMIUM_MISSING !== null)('the test browser (Linux x64 only)', () => {
  it('starts twice at the same time, draws with WebGL and prints a page', async () => {
    const browsers = await Promise.all([launchTestChromium(), launchTestChromium()]);
    try {
      const page = await browsers[0].newPage();
      await page.setContent('<h1>Knee 12°</h1><canvas></canvas>');
      expect(await page.evaluate(() => document.querySelector('canvas')?.getContext('webgl2') !== null)).toBe(true);
      expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    } finally {
      await Promise.all(browsers.map((browser) => browser.close()));
    }
  });
});
