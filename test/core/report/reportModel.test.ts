import { describe, expect, it } from 'vitest';
import { keyFrameNumbers, type ReportModel, reportModel } from '../../../core/report/reportModel.ts';
import type { TrialResult } from '../../../core/types.ts';
import {
  sampleTrial,
  withEveryReason,
  withLeftLegOnly,
  withNothingMeasured,
  withoutAnything,
} from '../../support/sampleResult.ts';

const demo = sampleTrial();
const modelOf = (result: TrialResult): ReportModel => reportModel({ ...demo, result });
const model = modelOf(demo.result);
const row = (m: ReportModel, id: string) => m.table.flatMap((group) => group.rows).find((r) => r.id === id);

/** Every word of a model, the catalogue left out. */
const wordsOf = (m: ReportModel): string => JSON.stringify({ ...m, text: null });

describe('the report of a runner whose right knee bends less in swing', () => {
  it('says so first, with both numbers', () => {
    expect(model.comparison.differs[0]?.line).toMatch(/^Knee bend in swing: right 8\d°, left 10\d°\.$/);
    expect(model.comparison.differs[0]?.size).toMatch(
      /^That is 1\d° less on the right; \d+° or less would count as the same\.$/,
    );
    expect(model.comparison.same).not.toMatch(/knee bend in swing/i);
  });

  it('says what was filmed in plain words', () => {
    expect(model.lead.join(' ')).toBe(
      'Filmed from the left for 12.0 s at 60 pictures per second, belt at 3.0 m/s (10.8 km/h). Measured on 15 left and 15 right strides.',
    );
    expect(model.title).toBe('How you run');
  });

  it('has four headline numbers with their margins', () => {
    expect(model.headline.map((n) => n.id)).toEqual(['cadence', 'contactTime', 'strideLength', 'trunkLean']);
    expect(model.headline[0]?.whole?.text).toBe('160');
    expect(Number(model.headline[1]?.left?.margin)).toBeGreaterThan(0);
    expect(model.headline[1]?.verdict).toBe(demo.result.asymmetry.find((a) => a.id === 'contactTime')?.verdict);
  });

  it('shows every variable of the result once, and every verdict as the analysis gave it', () => {
    const shown = model.table.flatMap((group) => group.rows.map((r) => r.id)).sort();
    expect(shown).toEqual([...new Set(demo.result.parameters.map((p) => p.id))].sort());
    for (const { id, verdict } of demo.result.asymmetry) expect(row(model, id)?.verdict?.kind, id).toBe(verdict);
  });

  it('gives each weak or missing value a letter whose reason is listed', () => {
    const letters = model.reasons.map((reason) => reason.letter);
    const cells = model.table.flatMap((group) => group.rows.flatMap((r) => [r.left, r.right, r.whole]));
    for (const cell of cells.filter((c) => c !== null && c.quality !== 'none'))
      expect(cell?.letter === null ? 'good' : letters.includes(cell?.letter ?? ''), cell?.text).toBe(
        cell?.quality === 'good' ? 'good' : true,
      );
  });

  it('has a chart for each angle with both legs, and says the range in words', () => {
    expect(model.curves.map((c) => c.id)).toEqual([
      'trunkLean',
      'hipFlexion',
      'thigh',
      'kneeFlexion',
      'ankle',
      'foot',
      'shank',
    ]);
    const knee = model.curves.find((c) => c.id === 'kneeFlexion');
    expect(knee?.left?.meanDeg).toHaveLength(101);
    expect(knee?.alt).toMatch(/Left: from \d+° to 10\d°/);
    expect(knee?.ticksDeg[0]).toBe(knee?.minDeg);
    expect(knee?.ticksDeg.at(-1)).toBe(knee?.maxDeg);
  });

  it('never speaks of injury or risk, and leaves no place unfilled', () => {
    for (const change of [
      (r: TrialResult) => r,
      withNothingMeasured,
      withoutAnything,
      withLeftLegOnly,
      withEveryReason,
    ]) {
      const words = wordsOf(modelOf(change(demo.result)));
      expect(words).not.toMatch(/injur|risk/i);
      expect(words).not.toMatch(/\{\w+\}/);
      expect(words).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(JSON.stringify(model.text)).not.toMatch(/injur|risk/i);
  });
});

describe('key frames', () => {
  it('are contact, mid-stance, toe-off and mid-swing of one stride that was used, in order', () => {
    for (const keyRow of model.keyFrames) {
      const times = keyRow.frames.map((f) => f.timeS ?? Number.NaN);
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      const stride = demo.result.strides.find(
        (s) => s.side === keyRow.side && s.startS <= (times[1] ?? 0) && s.endS >= (times[1] ?? 0),
      );
      expect(stride?.excluded).toBeNull();
      // Half a frame at 60 Hz is 8.4 ms.
      expect(Math.abs((times[0] ?? 0) - (stride?.startS ?? 0))).toBeLessThan(0.0085);
      expect(Math.abs((times[2] ?? 0) - (stride?.toeOffS ?? 0))).toBeLessThan(0.0085);
    }
  });

  it('show the whole body, all pictures at one size, inside the film', () => {
    const crops = model.keyFrames.flatMap((r) => r.frames.map((f) => f.crop));
    expect(new Set(crops.map((c) => c?.width)).size).toBe(1);
    for (const keyRow of model.keyFrames)
      for (const { crop, lines } of keyRow.frames) {
        expect(crop?.x).toBeGreaterThanOrEqual(0);
        expect((crop?.x ?? 0) + (crop?.width ?? 0)).toBeLessThanOrEqual(demo.video.widthPx);
        for (const point of lines.flatMap((line) => line.points)) {
          expect(point.x).toBeGreaterThan(crop?.x ?? 0);
          expect(point.x).toBeLessThan((crop?.x ?? 0) + (crop?.width ?? 0));
          expect(point.y).toBeGreaterThan(crop?.y ?? 0);
          expect(point.y).toBeLessThan((crop?.y ?? 0) + (crop?.height ?? 0));
        }
      }
  });

  it('are asked for by number, each once', () => {
    const numbers = keyFrameNumbers(model);
    expect(numbers).toHaveLength(8);
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
  });

  it('leave out a stride that was excluded', () => {
    const chosen = model.keyFrames[0]?.frames[0]?.timeS ?? 0;
    const strides = demo.result.strides.map((s) =>
      s.side === 'left' && Math.abs(s.startS - chosen) < 0.1 ? { ...s, excluded: 'left out by hand' } : s,
    );
    const other = modelOf({ ...demo.result, strides });
    expect(Math.abs((other.keyFrames[0]?.frames[0]?.timeS ?? 0) - chosen)).toBeGreaterThan(0.3);
    expect(other.excluded).toBe('Strides left out: 1 (left out by hand).');
  });

  it('without toe-offs show the contact and say why the rest is missing', () => {
    const strides = demo.result.strides.map((s) => ({ ...s, toeOffS: null }));
    const frames = modelOf({ ...demo.result, strides }).keyFrames[0]?.frames ?? [];
    expect(frames.map((f) => f.missing)).toEqual([null, ...Array(3).fill('Toe-off is not measured in this film.')]);
  });
});

describe('what is missing is said, never invented', () => {
  it('nothing measured: no digit in the table, no picture, no verdict of sameness', () => {
    const m = modelOf(withNothingMeasured(demo.result));
    const cells = m.table.flatMap((g) => g.rows.flatMap((r) => [r.left, r.right, r.whole]));
    for (const cell of cells)
      if (cell) expect(cell.text === '' || cell.text === 'not measurable', cell.text).toBe(true);
    expect(keyFrameNumbers(m)).toEqual([]);
    expect(m.curves).toEqual([]);
    expect(m.comparison.compared).toBe(false);
    expect(m.comparison.same).toBe('No measure can be called the same.');
    expect(m.sureness).toBe('No number could be given for this film.');
    expect(m.lead.at(-1)).toBe('No full stride could be measured.');
  });

  it('an empty result still makes a whole report', () => {
    const m = modelOf(withoutAnything(demo.result));
    expect(m.table).toEqual([]);
    expect(m.headline).toHaveLength(4);
    expect(m.headline.every((n) => (n.whole?.text ?? null) === null)).toBe(true);
  });

  it('one leg: its values stand, the other is not measurable, nothing is compared', () => {
    const m = modelOf(withLeftLegOnly(demo.result));
    const knee = row(m, 'kneeFlexionPeakSwing');
    expect(knee?.left.text).toMatch(/^10\d\.\d$/);
    expect(knee?.right.text).toBe('not measurable');
    expect(knee?.difference).toBeNull();
    expect(m.curves.every((c) => c.missing === 'right not measured')).toBe(true);
    expect(m.keyFrames[1]?.frames[0]?.missing).toBe('No full stride of this leg could be measured.');
  });

  it('lists no more reasons than fit and says that there are more', () => {
    const m = modelOf(withEveryReason(demo.result));
    expect(m.reasons).toHaveLength(15);
    expect(m.reasons.at(-1)?.reason).toBe('Further reasons stand in result.json.');
  });
});

describe('film notes', () => {
  const quality = [
    { code: 'dark', severity: 'info', message: 'Dark.' },
    { code: 'feet-cut-off', severity: 'stop', message: 'No feet.' },
    { code: 'low-frame-rate', severity: 'caution', message: 'Slow.' },
    { code: 'legs-repaired', severity: 'info', message: 'Put back.' },
  ] as const;
  const m = modelOf({ ...demo.result, quality });

  it('come worst first, each with how to film it better', () => {
    expect(m.filmNotes.map((n) => n.severity)).toEqual(['stop', 'caution', 'info', 'info']);
    expect(m.nextFilm).toHaveLength(3);
    expect(m.nextFilm[0]).toMatch(/^Step back/);
  });
});

describe('other films', () => {
  it('walking is called walking', () => {
    expect(reportModel(sampleTrial('dev04_walk_right60')).title).toBe('How you walk');
  });

  it('from behind the headline numbers are those of that view, and both legs are near', () => {
    const m = reportModel(sampleTrial('dev05_run_post60_dropL'));
    expect(m.headline.map((n) => n.id)).toEqual(['cadence', 'pelvicDrop', 'lateralTrunkLean', 'stepWidth']);
    expect(m.keyFrames.every((r) => r.near)).toBe(true);
  });

  it('slow motion is told in time of the world', () => {
    const slow = reportModel({ ...demo, video: { ...demo.video, slowMotion: 4, rateHz: 30, durationS: 48 } });
    expect(slow.lead[0]).toContain('for 12.0 s at 120 pictures per second');
  });

  it('the same result gives the same report', () => {
    expect(reportModel(demo)).toEqual(model);
  });
});
