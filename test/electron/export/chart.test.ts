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

  it('of a trend has both legs, their names and what each visit is called', async () => {
    const dot = (value: number | null) =>
      ({ value, margin: value === null ? null : 4, verdict: 'baseline', text: '' }) as const;
    const tracks = (['left', 'right'] as const).map((side) => ({
      side,
      dots: [dot(60), dot(null), dot(72)],
      band: { low: 55, high: 65 },
    }));
    const axis = { low: 40, high: 80, ticks: [40, 60, 80].map((at) => ({ at, text: String(at) })) };
    const trend = {
      id: 'kneeFlexionPeakSwing',
      title: 'Knee flexion, peak in swing',
      unit: '°',
      tracks,
      axis,
      alt: 'Three visits.',
    } as const;
    const picture = { trend, labels: ['January', 'February & March', 'April'], text };
    const svg = chartSvg(picture);
    expect(svg).toContain('1: January · 2: February &amp; March · 3: April');
    expect(svg).toContain('.trend .way');
    const many = chartSvg({ ...picture, labels: Array.from({ length: 12 }, (_, i) => `visit ${i}`) });
    expect(many).toContain('>1: visit 0 … 12: visit 11<');
    for (const side of ['left', 'right']) expect(svg.split(`"way ${side}"`).length - 1).toBe(2);
    await writeChart({ ...picture, format: 'png', outFile: join(folder, 'trend.png'), printer });
    expect(readFileSync(join(folder, 'trend.png')).length).toBeGreaterThan(15_000);
    rmSync(join(folder, 'trend.png'));
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
