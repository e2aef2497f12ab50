// The window comes back to a place where it can be seen.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FIRST_STATE, placeOn, readWindowState, writeWindowState } from '../../../electron/desktop/windowState.ts';

const LAPTOP = { x: 0, y: 25, width: 1440, height: 875 };
const BESIDE = { x: 1440, y: 0, width: 1920, height: 1040 };
const folder = mkdtempSync(path.join(tmpdir(), 'openstride-window-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the place of the window', () => {
  it('is kept while its screen is there', () => {
    const there = { x: 1500, y: 100, width: 1300, height: 800 };
    expect(placeOn(there, [LAPTOP, BESIDE])).toEqual(there);
    expect(placeOn(there, [LAPTOP])).toBe(null);
    expect(placeOn(null, [LAPTOP])).toBe(null);
  });

  it('is no larger than its screen, never smaller than the screens of the app, and its title bar can be taken hold of', () => {
    expect(placeOn({ x: 0, y: 25, width: 3000, height: 2000 }, [LAPTOP])).toEqual(LAPTOP);
    expect(placeOn({ x: 10, y: 30, width: 200, height: 100 }, [LAPTOP])).toMatchObject({ width: 960, height: 640 });
    expect(placeOn({ x: 10, y: 0, width: 1000, height: 700 }, [LAPTOP])).toMatchObject({ y: 25 });
    expect(placeOn({ x: 10, y: -300, width: 1000, height: 700 }, [LAPTOP])).toBe(null);
    expect(placeOn({ x: 10, y: 890, width: 1000, height: 700 }, [LAPTOP])).toBe(null);
    expect(placeOn({ x: -950, y: 100, width: 1000, height: 700 }, [LAPTOP])).toBe(null);
  });
});

describe('what is kept', () => {
  it('is read back; a file that is not there, cut off or nonsense is the first start', () => {
    const file = path.join(folder, 'window.json');
    expect(readWindowState(file)).toEqual(FIRST_STATE);
    const state = { bounds: LAPTOP, maximised: true, zoom: 1.5, theme: 'dark' } as const;
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
    for (const text of [
      '{"bounds": {"x"',
      'null',
      '{"bounds": {"x": 1}, "zoom": 9, "theme": "pink", "maximised": "yes"}',
    ]) {
      writeFileSync(file, text);
      expect(readWindowState(file), text).toEqual(FIRST_STATE);
    }
    expect(() => writeWindowState(path.join(folder, 'gone', 'window.json'), state)).not.toThrow();
  });
});
