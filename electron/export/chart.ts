// A chart as a picture of its own: SVG with its typeface inside, or PNG by the browser that prints reports.

import type { CurvePanel } from '../../core/report/curvePanels.ts';
import type { ReportText } from '../../core/report/reportText.ts';
import type { TrendChart } from '../../core/report/trendCharts.ts';
import { curveSvg, type LineStyles } from '../report/curveSvg.ts';
import { FONT_FAMILY, fontFaces } from '../report/fontFaces.ts';
import { Html, html } from '../report/html.ts';
import { type Printer, startPrinter } from '../report/printPdf.ts';
import { reportStyle } from '../report/reportStyle.ts';
import { trendSvg } from '../report/trendSvg.ts';
import { writeAtomically } from './writeAtomically.ts';

/** The mean stride of one angle. */
export interface CurveChartPicture {
  readonly panel: CurvePanel;
  readonly text: ReportText;
  /** What the two lines are; left out means the left and the right leg. */
  readonly names?: readonly [one: string, other: string] | undefined;
  readonly styles?: LineStyles | undefined;
}

/** One variable over the visits. */
export interface TrendChartPicture {
  readonly trend: TrendChart;
  /** What each visit is called, in order. */
  readonly labels: readonly string[];
  readonly text: ReportText;
}

export type ChartPicture = CurveChartPicture | TrendChartPicture;

/** A drawing of the report with what stands around it. */
interface Framed {
  readonly drawing: Html;
  readonly title: string;
  /** Beside the title: which way is up, or the unit. */
  readonly note: string;
  readonly axis: string;
  readonly alt: string;
  /** Classes as in the report's style: of the drawing, and of each line. */
  readonly family: 'curve' | 'trend';
  readonly legend: readonly { readonly name: string; readonly look: string }[];
}

/** Around the drawing, in its units. */
const ROOM = { head: 46, foot: 58, side: 14, legendFrom: 64, legendStep: 180 };
/** CSS pixels to pixels: some 1300 across, sharp on a slide and in a letter. */
const PNG_SCALE = 3;

/** The chart with title and legend as an SVG document that needs nothing from outside. */
export function chartSvg(picture: ChartPicture): string {
  return framedSvg('panel' in picture ? curveFrame(picture) : trendFrame(picture));
}

function curveFrame({ panel, text, names, styles = ['left', 'right'] }: CurveChartPicture): Framed {
  const [one, other] = names ?? [text.table.left, text.table.right];
  const lines = [
    { curve: panel.left, name: one, look: `mean ${styles[0]}` },
    { curve: panel.right, name: other, look: `mean ${styles[1]}` },
  ];
  return {
    drawing: curveSvg(panel, styles),
    title: panel.title,
    note: panel.up,
    axis: text.curves.axis,
    alt: panel.alt,
    family: 'curve',
    legend: lines.filter(({ curve }) => curve !== null),
  };
}

function trendFrame({ trend, labels, text }: TrendChartPicture): Framed {
  return {
    drawing: trendSvg(trend, labels),
    title: trend.title,
    note: trend.unit,
    axis: visitsInOneLine(labels),
    alt: trend.alt,
    family: 'trend',
    legend: trend.tracks.flatMap(({ side }) =>
      side === null ? [] : [{ name: side === 'left' ? text.table.left : text.table.right, look: `way ${side}` }],
    ),
  };
}

/** Letters that fit under the drawing. */
const AXIS_LETTERS = 46;

/** All visits by name; of many the first and the last. */
function visitsInOneLine(labels: readonly string[]): string {
  const named = labels.map((label, i) => `${i + 1}: ${label}`);
  const all = named.join(' \u00b7 ');
  return all.length <= AXIS_LETTERS ? all : `${named[0]} \u2026 ${named.at(-1)}`;
}

function framedSvg({ drawing, title, note, axis, alt, family, legend }: Framed): string {
  const inner = sizeOf(drawing);
  const { width, height } = framedSize(drawing);
  const words = [title, note, axis, ...legend.map(({ name }) => name)].join(' ');
  const sized = new Html(drawing.text.replace('<svg ', `<svg width="${inner.width}" height="${inner.height}" `));
  const base = ROOM.head + inner.height;
  const style = new Html(`${fontFaces(words)}\n${chartRules()}`);
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title>${alt}</title>
<style>${style}</style><rect width="${width}" height="${height}" fill="#fff"/>
<text x="${ROOM.side}" y="28"><tspan class="title">${title}</tspan> <tspan class="note" dx="6">${note}</tspan></text>
<g transform="translate(${ROOM.side} ${ROOM.head})">${sized}</g>
<text class="note" text-anchor="middle" x="${width / 2}" y="${base + 18}">${axis}</text>
<g class="${family}">${legend.map(({ name, look }, i) => legendEntry(name, look, ROOM.legendFrom + i * ROOM.legendStep, base + 40))}</g></svg>
`.text;
}

function legendEntry(name: string, look: string, x: number, y: number): Html {
  return html`<path class="${look}" d="M${x} ${y - 6}h46"/><text class="name" x="${x + 56}" y="${y}">${name}</text>`;
}

/** The size that a drawing of the report says of itself. */
function sizeOf(drawing: Html): { readonly width: number; readonly height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawing.text) ?? [];
  if (width === undefined || height === undefined) throw new RangeError('a chart without a size');
  return { width: Number(width), height: Number(height) };
}

function framedSize(drawing: Html): { readonly width: number; readonly height: number } {
  const { width, height } = sizeOf(drawing);
  return { width: width + 2 * ROOM.side, height: height + ROOM.head + ROOM.foot };
}

/** The report's own rules for lines and ticks, so that a chart looks the same wherever it is seen. */
function chartRules(): string {
  const own = reportStyle('a4')
    .split('\n')
    .filter((rule) => /^\.(curve|mean|trend)\b/.test(rule));
  const font = `text{font-family:'${FONT_FAMILY}',sans-serif}`;
  // Seen alone and large, lines need not be as strong as in the small drawings of a page.
  const finer = '.curve .mean{stroke-width:3}.curve .toe-off{stroke-width:1.3}';
  return [font, ...own, finer, '.title{font-size:22px;font-weight:600}.note,.name{font-size:18px;fill:#444}'].join(
    '\n',
  );
}

export type ChartRequest = ChartPicture & {
  readonly format: 'svg' | 'png';
  readonly outFile: string;
  /** A printer started early; without it one is started and ended here where a PNG needs it. */
  readonly printer?: Printer | undefined;
  readonly signal?: AbortSignal | undefined;
};

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
  const { width, height } = sizeOf(new Html(svg));
  try {
    const page = `<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>${svg}`;
    return await printer.draw(page, { widthPx: width, heightPx: height, scale: PNG_SCALE, signal });
  } finally {
    if (brought === undefined) await printer.close();
  }
}
