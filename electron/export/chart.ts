// A chart of the mean stride as a picture of its own: SVG with its typeface inside, or PNG by the browser that prints reports.

import type { CurvePanel } from '../../core/report/curvePanels.ts';
import type { ReportText } from '../../core/report/reportText.ts';
import { curveSvg, type LineStyles, SIZE } from '../report/curveSvg.ts';
import { FONT_FAMILY, fontFaces } from '../report/fontFaces.ts';
import { Html, html } from '../report/html.ts';
import { type Printer, startPrinter } from '../report/printPdf.ts';
import { reportStyle } from '../report/reportStyle.ts';
import { writeAtomically } from './writeAtomically.ts';

export interface ChartPicture {
  readonly panel: CurvePanel;
  readonly text: ReportText;
  /** What the two lines are; left out means the left and the right leg. */
  readonly names?: readonly [one: string, other: string] | undefined;
  readonly styles?: LineStyles | undefined;
}

/** Above and below the drawing, in its units. */
const ROOM = { head: 46, foot: 58, side: 14 };
const CHART_SIZE = { width: SIZE.width + 2 * ROOM.side, height: SIZE.height + ROOM.head + ROOM.foot };
/** CSS pixels to pixels: 1374 across, sharp on a slide and in a letter. */
const PNG_SCALE = 3;

/** The chart with title and legend as an SVG document that needs nothing from outside. */
export function chartSvg({ panel, text, names, styles = ['left', 'right'] }: ChartPicture): string {
  const [one, other] = names ?? [text.table.left, text.table.right];
  const words = [panel.title, panel.up, one, other, text.curves.axis].join(' ');
  const drawing = new Html(
    curveSvg(panel, styles).text.replace('<svg ', `<svg width="${SIZE.width}" height="${SIZE.height}" `),
  );
  const base = ROOM.head + SIZE.height;
  const style = new Html(`${fontFaces(words)}\n${chartRules()}`);
  const { width, height } = CHART_SIZE;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title>${panel.alt}</title>
<style>${style}</style><rect width="${width}" height="${height}" fill="#fff"/>
<text x="${ROOM.side}" y="28"><tspan class="title">${panel.title}</tspan> <tspan class="up" dx="6">${panel.up}</tspan></text>
<g transform="translate(${ROOM.side} ${ROOM.head})">${drawing}</g>
<text class="up" text-anchor="middle" x="${ROOM.side + (SIZE.left + SIZE.width) / 2}" y="${base + 18}">${text.curves.axis}</text>
<g class="curve">${[[panel.left, one, styles[0]] as const, [panel.right, other, styles[1]] as const].map(
    ([curve, name, look], i) => curve !== null && legend(name, look, ROOM.side + SIZE.left + i * 190, base + 40),
  )}</g></svg>
`.text;
}

function legend(name: string, look: LineStyles[number], x: number, y: number): Html {
  return html`<path class="mean ${look}" d="M${x} ${y - 6}h46"/><text class="name" x="${x + 56}" y="${y}">${name}</text>`;
}

/** The report's own rules for lines and ticks, so that a chart looks the same wherever it is seen. */
function chartRules(): string {
  const own = reportStyle('a4')
    .split('\n')
    .filter((rule) => /^\.(curve|mean)\b/.test(rule));
  const font = `text{font-family:'${FONT_FAMILY}',sans-serif}`;
  return [font, ...own, '.title{font-size:22px;font-weight:600}.up,.name{font-size:18px;fill:#444}'].join('\n');
}

export interface ChartRequest extends ChartPicture {
  readonly format: 'svg' | 'png';
  readonly outFile: string;
  /** A printer started early; without it one is started and ended here where a PNG needs it. */
  readonly printer?: Printer | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the chart.
 * @throws GaitError `browser-missing` for a PNG, `disk-full`, `not-writable`, `cancelled`; no file is left then
 */
export async function writeChart(request: ChartRequest): Promise<void> {
  const { format, outFile, signal } = request;
  const svg = chartSvg(request);
  await writeAtomically(outFile, format === 'svg' ? svg : await chartPng(svg, request), { signal });
}

async function chartPng(svg: string, { printer: brought, signal }: ChartRequest): Promise<Uint8Array> {
  const printer = brought ?? startPrinter();
  const { width, height } = CHART_SIZE;
  try {
    const page = `<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>${svg}`;
    return await printer.draw(page, { widthPx: width, heightPx: height, scale: PNG_SCALE, signal });
  } finally {
    if (brought === undefined) await printer.close();
  }
}
