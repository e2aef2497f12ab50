import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportModel } from '../../../core/report/reportModel.ts';
import { REPORT_TEXT } from '../../../core/report/reportText.ts';
import { chartSvg, writeChart } from '../../../electron/export/chart.ts';
import { type Printer, startPrinter } from '../../../electron/report/printPdf.ts';
import { sampleTrial, withLeftLegOnly } from '../../support/sampleResult.ts';

const demo = sampleTrial();
const panel = reportModel(demo).curves.find(({ id }) => id === 'kneeFlexion')!;
const text = REPORT_TEXT;

let folder = '';
let printer: Printer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openstride-chart-'));
  printer = startPrinter();
});
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

describe('a chart as a picture', () => {
  it('is SVG that needs nothing from outside, with its title, both lines and their names', () => {
    const svg = chartSvg({ panel, text });
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg.match(/class="mean left"/g)?.length).toBe(2);
    expect(svg.match(/class="mean right"/g)?.length).toBe(2);
    expect(svg).toContain(panel.title);
    expect(svg.replaceAll(/url\(data:[^)]*\)/g, '')).not.toMatch(/https?:(?!\/\/www\.w3\.org)|url\(/);
    const named = chartSvg({ panel, text, names: ['Before <b>', 'After'], styles: ['first', 'second'] });
    expect(named).toContain('Before &lt;b&gt;');
    expect(named).not.toContain('<b>');
  });

  it('leaves out of the legend what was not measured', () => {
    const alone = reportModel({ ...demo, result: withLeftLegOnly(demo.result) }).curves.find(
      ({ id }) => id === 'kneeFlexion',
    )!;
    const svg = chartSvg({ panel: alone, text });
    expect(svg).toContain(`>${text.table.left}<`);
    expect(svg).not.toContain(`>${text.table.right}<`);
  });

  it('is a PNG three times as large, of the same drawing', async () => {
    const outFile = join(folder, 'knee.png');
    await writeChart({ panel, text, format: 'png', outFile, printer });
    const png = readFileSync(outFile);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1374, 1020]);
    // White alone would be some 5 kB.
    expect(png.length).toBeGreaterThan(20_000);
    await writeChart({ panel, text, format: 'svg', outFile: join(folder, 'knee.svg') });
    expect(readdirSync(folder).sort()).toEqual(['knee.png', 'knee.svg']);
  });

  it('cancelled or into no folder leaves nothing', async () => {
    const request = { panel, text, format: 'png', printer } as const;
    const stopped = writeChart({ ...request, outFile: join(folder, 'a.png'), signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    const nowhere = writeChart({ ...request, format: 'svg', outFile: join(folder, 'none', 'a.svg') });
    await expect(nowhere).rejects.toMatchObject({ code: 'not-writable' });
    expect(readdirSync(folder)).not.toContain('a.png');
  });
});
