import { describe, expect, it } from 'vitest';
import { resultSheets } from '../../../core/export/sheets.ts';
import { curvesCsv, parametersCsv } from '../../../core/export/tableCsv.ts';
import { valueRows } from '../../../core/export/valueRows.ts';
import { reportModel } from '../../../core/report/reportModel.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import { sampleTrial, withEveryReason, withNothingMeasured, withoutAnything } from '../../support/sampleResult.ts';

const demo = sampleTrial();
const model = reportModel(demo);

/** RFC 4180, written for this test. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const table = (result = demo.result) => readCsv([...parametersCsv(result)].join(''));

describe('parameters.csv', () => {
  it('has every number of the report in the same digits', () => {
    const [, ...lines] = table();
    const seen = model.table.flatMap((group) =>
      group.rows.flatMap((row) =>
        [row.whole, row.left, row.right].flatMap((cell, i) => {
          if (cell === null || cell.quality === 'none') return [];
          const line = lines.find(([id, , side]) => id === row.id && side === ['whole', 'left', 'right'][i])!;
          expect(line[1]).toBe(row.label);
          expect(line[3]!.replace('-', '\u2212')).toBe(cell.quality === 'not-measurable' ? '' : cell.text);
          expect(line[4]).toBe(cell.margin ?? '');
          expect(line[5]).toBe(row.unit);
          return [row.id];
        }),
      ),
    );
    expect(seen.length).toBe(demo.result.parameters.length);
    for (const row of model.table.flatMap((group) => group.rows).filter(({ verdict }) => verdict !== null)) {
      const line = lines.find(([id, , side]) => id === row.id && side === 'difference')!;
      expect(line[3]!.replace('-', '\u2212')).toBe((row.difference ?? '').replace('+', ''));
      expect(line[9]).toBe(row.verdict!.text);
    }
  });

  it('leaves what could not be measured empty and says why', () => {
    const nothing = withNothingMeasured(demo.result);
    for (const line of table(nothing).slice(1)) expect(line[3]).toBe('');
    const knee = table(nothing).find(([id]) => id === 'kneeFlexionAtContact')!;
    expect(knee[7]).toBe('not-measurable');
    expect(knee[8]).toBe('Only 2 strides were seen; 5 are needed.');
    for (const line of table(withEveryReason(demo.result))) expect(line.length).toBe(10);
    expect(table(withoutAnything(demo.result)).length).toBe(1);
  });

  it('has points in its numbers also in a language with decimal commas', () => {
    const text = { ...REPORT_TEXT, decimalMark: ',' };
    const own = readCsv([...parametersCsv(demo.result, text)].join(''));
    expect(own.map((line) => line[3])).toEqual(table().map((line) => line[3]));
  });
});

describe('curves.csv', () => {
  it('has the curves that are drawn, 0 to 100 %', () => {
    const [head, ...lines] = readCsv([...curvesCsv(demo.result)].join(''));
    expect(lines.length).toBe(101);
    for (const panel of model.curves)
      for (const side of ['left', 'right'] as const) {
        const column = head!.indexOf(`${panel.id}_${side}_mean_deg`);
        expect(column !== -1).toBe(panel[side] !== null);
        panel[side]?.meanDeg.forEach((deg, percent) => {
          if (deg === null) expect(lines[percent]![column]).toBe('');
          else expect(Number(lines[percent]![column])).toBeCloseTo(deg, 5);
        });
      }
  });

  it('without curves has the percents only', () => {
    expect(readCsv([...curvesCsv(withoutAnything(demo.result))].join(''))[0]).toEqual(['percent']);
  });
});

describe('valueRows', () => {
  it('holds beside each shown number the number in full, which rounds to it', () => {
    for (const row of valueRows(demo.result)) {
      if (row.value !== null) expect(row.text.replace('+', '')).toBe(shown(row.value, row.digits));
      if (row.marginValue !== null) expect(row.margin).toBe(shown(row.marginValue, row.digits));
    }
  });

  const shown = (value: number, digits: number) => {
    const text = value.toFixed(digits);
    return (/[1-9]/.test(text) ? text : text.replace('-', '')).replace('-', '\u2212');
  };
});

describe('sheets', () => {
  it('list every value, stride, event and hash', () => {
    const [summary, curves, strides, events, measured] = resultSheets(demo.result, model);
    expect(summary!.rows.length).toBe(valueRows(demo.result).length);
    expect(curves!.rows.length).toBe(101);
    expect(strides!.rows.length).toBe(demo.result.strides.length);
    expect(events!.rows.length).toBe(demo.result.events.length);
    const facts = measured!.rows.flat();
    for (const hash of [demo.video.sha256, demo.pose.modelSha256]) expect(facts).toContain(hash);
    expect(facts.join(' ')).toContain('1.0.0');
    for (const sheet of resultSheets(demo.result, model)) {
      expect(sheet.widths.length).toBe(sheet.heading.length);
      for (const row of sheet.rows) expect(row.length).toBe(sheet.heading.length);
    }
  });

  it('are whole also of an empty result', () => {
    const empty = withoutAnything(demo.result);
    const sheets = resultSheets(empty, reportModel({ ...demo, result: empty }));
    expect(sheets.map(({ name }) => name)).toEqual(['Summary', 'Curves', 'Strides', 'Events', 'How measured']);
    expect(sheets[1]!.rows).toEqual([]);
  });
});
