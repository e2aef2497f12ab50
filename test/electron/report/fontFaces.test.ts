import { describe, expect, it } from 'vitest';
import { fontFaces } from '../../../electron/report/fontFaces.ts';

const count = (css: string) => css.match(/@font-face/g)?.length;

describe('fontFaces', () => {
  it('inlines the two weights of the latin letters for an ordinary page', () => {
    const css = fontFaces('Knee 12° ± 3 − 4');
    expect(count(css)).toBe(2);
    expect(css).toContain('data:font/woff2;base64,');
    expect(css).not.toContain('http');
  });

  it('adds an alphabet when a name needs it', () => {
    expect(count(fontFaces('Ωμέγα'))).toBe(4);
    expect(count(fontFaces('Привет, Łódź'))).toBeGreaterThanOrEqual(6);
  });
});
