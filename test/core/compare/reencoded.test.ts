// The same film in another encoding is the same runner: nothing has changed.
//
// The pose is what the heavy network saw in demo_before_right60.mp4 after `ffmpeg -c:v libx264 -crf 34 -preset veryfast`, which makes the
// file less than half as large and its pictures visibly blocky. It is recorded because looking takes half a minute.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareVisits } from '../../../core/compare/compareVisits.ts';
import { comparedCurves } from '../../../core/report/comparisonCurves.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import { readPose } from '../../../electron/store/poseBytes.ts';
import { comparedFilm, demoTrial, sampleOf } from '../../support/demoTrials.ts';

const original = await demoTrial('demo_before_right60');
const recorded = new URL('../../fixtures/demo_before_right60.crf34.pose', import.meta.url);
const encoded = sampleOf('demo_before_right60 again', readPose(readFileSync(recorded)), original.pose);
const films = [comparedFilm(original), comparedFilm(encoded, { sessionId: 'again' })] as const;

describe('a film against its own re-encoding', () => {
  it('is another file in which the network saw other points', () => {
    expect(encoded.raw.timeS.length).toBe(original.raw.timeS.length);
    const moved = encoded.raw.xPx.reduce((sum, x, i) => sum + Math.abs(x - original.raw.xPx[i]!), 0);
    expect(moved / encoded.raw.xPx.length).toBeGreaterThan(0.1);
  });

  it.each(['before-after', 'fresh-tired'] as const)('has not changed, taken as %s', (kind) => {
    const { rows, notes } = compareVisits(kind, [films[0]], [films[1]]);
    expect(rows.filter((row) => row.verdict === 'changed')).toEqual([]);
    expect(rows.filter((row) => row.verdict === 'within-error').length).toBeGreaterThan(30);
    expect(notes).toEqual([]);
  });

  it('differs by less than half of what would be called a change, but for the push-off of the ankle', () => {
    const { rows } = compareVisits('before-after', [films[0]], [films[1]]);
    // The toe in blocky pictures is what the network sees worst: 4.3° of the 5.3° that would be a change.
    const others = rows.filter(({ id }) => id !== 'anklePlantarflexionPeak');
    for (const { clearness } of others) expect(clearness ?? 0).toBeLessThan(0.5);
  });

  it('has the same curves within their error', () => {
    const comparison = compareVisits('before-after', [films[0]], [films[1]]);
    for (const { beyond, meanDifferenceDeg } of comparedCurves(comparison, ['Before', 'After'], REPORT_TEXT)) {
      expect(beyond).toEqual([]);
      expect(Math.abs(meanDifferenceDeg!)).toBeLessThan(2);
    }
  });
});
