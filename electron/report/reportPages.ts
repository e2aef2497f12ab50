// The two pages: one that a runner can read, one of detail for the clinician.

import type { CurvePanel } from '../../core/report/curvePanels.ts';
import { fill } from '../../core/report/formatNumber.ts';
import type { KeyFrameRow } from '../../core/report/keyFrames.ts';
import type { Cell, ParameterRow, RowGroup, Verdict } from '../../core/report/parameterRows.ts';
import type { ReportModel } from '../../core/report/reportModel.ts';
import type { HeadlineNumber, HeadlineValue } from '../../core/report/runnerSentences.ts';
import type { Side } from '../../core/types.ts';
import { curveSvg } from './curveSvg.ts';
import { type Html, html } from './html.ts';
import { type FramePictures, keyFrameFigure } from './keyFrameFigure.ts';

const PAGES = 2;

/** Page 1: what was filmed, four numbers, what is the same and what differs, and the stride in pictures. */
export function runnerPage(model: ReportModel, pictures: FramePictures): Html {
  const { text, comparison } = model;
  return html`<section class="page">
    ${pageHead(model, model.title)}
    <main>
      <div><p class="lead">${model.lead.join(' ')}</p>
        ${model.filmNotes.map((note) => note.severity === 'stop' && html`<p class="stop"><b>${note.title}.</b> ${note.message}</p>`)}</div>
      <div class="headline">${model.headline.map((number) => headlineTile(number, model))}</div>
      <div class="sides">
        <section><h2>${text.differs.title}</h2>${differences(model)}</section>
        <section><h2>${text.same.title}</h2>
          <p>${comparison.same}</p>
          <p class="fine">${text.same.note}${comparison.uncompared && html` ${comparison.uncompared}`}</p>
          ${model.strike && html`<p class="fine">${model.strike}</p>`}
        </section>
      </div>
      <section class="stride"><h2>${text.keyFrames.title}</h2>
        ${model.keyFrames.map((row) => keyFrames(row, model, pictures))}
        <p class="fine">${text.keyFrames.note}</p>
      </section>
      <div class="sureness">
        ${model.nextFilm.length > 0 && html`<p><b>${text.sureness.nextFilm}.</b> ${model.nextFilm.join(' ')}</p>`}
        <p><b>${text.sureness.title}.</b> ${model.sureness} ${text.sureness.margin}</p>
      </div>
    </main>
    ${pageFoot(model, 1)}
  </section>`;
}

/** Page 2: curves, table, what is weak or missing and why, how it was filmed and measured. */
export function detailPage(model: ReportModel): Html {
  const { text } = model;
  return html`<section class="page detail">
    ${pageHead(model, text.detailTitle)}
    <main>
      <section><h2>${text.curves.title}</h2>
        <div class="curves">${model.curves.map(curvePanel)}${curveLegend(model)}</div>
      </section>
      <section><h2>${text.table.title}</h2>${parameterTable(model)}</section>
      <div class="notes">
        <section><h2>${text.reasons.title}</h2>${reasons(model)}</section>
        <section><h2>${text.film.title}</h2>${film(model)}</section>
        <section><h2>${text.methods.title}</h2>
          ${model.methods.map((paragraph) => html`<p>${paragraph}</p>`)}
          <p><b>${text.methods.sourcesTitle}.</b> ${model.sources.join(' ')}</p>
        </section>
      </div>
      <section class="provenance"><h2>${text.provenance.title}</h2><dl>${model.provenance.map(
        (fact) => html`<div class="${fact.kind}"><dt>${fact.label}</dt><dd>${fact.value}</dd></div>`,
      )}</dl></section>
    </main>
    ${pageFoot(model, 2)}
  </section>`;
}

function pageHead(model: ReportModel, title: string): Html {
  const facts = [model.client, model.madeOn].filter((fact) => fact !== null);
  return html`<header><div><p class="brand">${strideMark()}${model.text.product}</p>
    <h1>${title}</h1></div>
    <div class="about">${facts.map((fact) => html`<p>${fact}</p>`)}<p class="file">${model.file}</p></div></header>`;
}

/** A small sign: one stride of each leg. */
function strideMark(): Html {
  return html`<svg class="mark" viewBox="0 0 26 14" aria-hidden="true">
    <path class="mean left" d="M1 12C6 12 6 2 11 2S16 12 21 12"/><path class="mean right" d="M5 12C10 12 10 2 15 2S20 12 25 12"/></svg>`;
}

function pageFoot(model: ReportModel, page: number): Html {
  const { text } = model;
  const program = model.provenance.find((fact) => fact.label === text.provenance.program)?.value;
  return html`<footer><span>${program}</span><span class="file">${model.file}</span>
    <span>${fill(text.pageOf, { page, pages: PAGES })}</span></footer>`;
}

function headlineTile(number: HeadlineNumber, model: ReportModel): Html {
  const { text } = model;
  const value = (one: HeadlineValue, side: Side | null) =>
    html`<p class="value">${side && sideMark(side, text.side[side])}${
      one.text === null
        ? html`<span class="missing">${text.notMeasurable}</span>`
        : html`<b>${one.text}${number.unit === '°' && '°'}</b>${number.unit !== '°' && html`<span class="unit">${number.unit}</span>`}${
            one.margin !== null && html`<span class="margin">±${one.margin}</span>`
          }`
    }</p>`;
  return html`<div class="tile"><h3>${number.label}</h3>
    ${number.whole && value(number.whole, null)}
    ${number.left && value(number.left, 'left')}${number.right && value(number.right, 'right')}
    <p class="note">${number.verdict && verdictMark(number.verdict)}${number.note}</p></div>`;
}

function differences(model: ReportModel): Html {
  const { comparison, text } = model;
  if (comparison.differs.length === 0)
    return html`<p>${comparison.compared ? text.differs.none : text.differs.unknown}</p>`;
  return html`<ul>${comparison.differs.map(
    (difference) => html`<li>${verdictMark('different')}<b>${difference.line}</b> ${difference.size}</li>`,
  )}</ul>${comparison.further && html`<p class="fine">${comparison.further}</p>`}`;
}

function keyFrames(row: KeyFrameRow, model: ReportModel, pictures: FramePictures): Html {
  return html`<div class="moments"><h3>${sideMark(row.side, '')}${row.title}</h3>
    ${keyFramePictures(row, model, pictures)}</div>`;
}

/** The four pictures, or one line when there is none of this leg. */
function keyFramePictures(row: KeyFrameRow, model: ReportModel, pictures: FramePictures): Html {
  const why = row.frames[0]?.missing;
  if (why != null && row.frames.every((picture) => picture.missing === why)) return html`<p>${why}</p>`;
  return html`<div>${row.frames.map((picture) => keyFrameFigure(picture, row.side, pictures, model.text.keyFrames.noPicture))}</div>`;
}

/** A short stroke in the leg's own line, so that colour is never the only sign. */
function sideMark(side: Side, label: string): Html {
  return html`<svg class="side-mark" viewBox="0 0 24 8" aria-hidden="true"><path class="mean ${side}" d="M1 4H23"/></svg>${
    label !== '' && html`<span class="side">${label}</span>`
  }`;
}

/** Filled for a difference, open for none, a dash for not comparable. */
function verdictMark(verdict: Verdict): Html {
  const shape = {
    different: html`<circle class="full" cx="5" cy="5" r="4"/>`,
    'within-error': html`<circle class="open" cx="5" cy="5" r="3.4"/>`,
    'not-measurable': html`<path class="open" d="M2 5H8"/>`,
  }[verdict];
  return html`<svg class="verdict-mark" viewBox="0 0 10 10" aria-hidden="true">${shape}</svg>`;
}

function curvePanel(panel: CurvePanel): Html {
  return html`<div class="panel"><h3>${panel.title} <span>${panel.up}</span>${
    panel.missing && html`<span class="missing">${panel.missing}</span>`
  }</h3>${curveSvg(panel)}</div>`;
}

function curveLegend(model: ReportModel): Html {
  const { text, curves } = model;
  if (curves.length === 0) return html`<p class="nothing">${text.curves.none}</p>`;
  const count = (side: Side) => Math.max(0, ...curves.map((panel) => panel[side]?.n ?? 0));
  return html`<div class="legend">
    <p>${sideMark('left', text.side.left)} n ${count('left')}</p><p>${sideMark('right', text.side.right)} n ${count('right')}</p>
    <p class="fine">${text.curves.note}</p></div>`;
}

function parameterTable(model: ReportModel): Html {
  const { text, table } = model;
  if (table.length === 0) return html`<p>${text.table.none}</p>`;
  const words = text.table;
  return html`<table><thead><tr><td></td><th scope="col">${words.measure}</th><th scope="col">${words.unit}</th>
    <th scope="col" class="number">${sideMark('left', words.left)}</th><th scope="col" class="number">${sideMark('right', words.right)}</th>
    <th scope="col" class="number">${words.difference}</th><th scope="col">${words.verdict}</th></tr></thead>
    ${table.map(rowGroup)}</table><p class="fine">${words.note}</p>`;
}

function rowGroup(group: RowGroup): Html {
  return html`<tbody>${group.rows.map(
    (row, i) =>
      html`<tr>${
        i === 0 && html`<th class="group" scope="rowgroup" rowspan="${group.rows.length}">${group.title}</th>`
      }<th scope="row">${row.label}</th><td class="unit">${row.unit}</td>${values(row)}</tr>`,
  )}</tbody>`;
}

function values(row: ParameterRow): Html {
  if (row.whole !== null && row.verdict === null)
    return html`<td class="number whole" colspan="2">${cell(row.whole)}</td><td></td><td></td>`;
  return html`<td class="number">${cell(row.left)}</td><td class="number">${cell(row.right)}</td>
    <td class="number">${row.difference}</td>
    <td class="verdict ${row.verdict?.kind}">${row.verdict && html`${verdictMark(row.verdict.kind)}${row.verdict.text}`}</td>`;
}

function cell(value: Cell): Html {
  const letter = value.letter !== null && html`<sup>${value.letter}</sup>`;
  if (value.quality === 'not-measurable') return html`<span class="missing">${value.text}${letter}</span>`;
  return html`<span class="value">${value.text}</span>${
    value.margin !== null && html`<span class="margin">±${value.margin}</span>`
  }<span class="letter">${letter}</span>`;
}

function reasons(model: ReportModel): Html {
  if (model.table.length === 0) return html`<p>${model.text.table.none}</p>`;
  if (model.reasons.length === 0) return html`<p>${model.text.reasons.none}</p>`;
  return html`<ul class="reasons">${model.reasons.map(
    (one) => html`<li><sup>${one.letter}</sup><b>${one.measures}:</b> ${one.reason}</li>`,
  )}</ul>`;
}

function film(model: ReportModel): Html {
  const { text } = model;
  return html`${model.filmNotes.length === 0 && html`<p>${text.film.none}</p>`}
    ${model.filmNotes.map((note) => html`<p><b>${note.title}.</b> ${note.message}</p>`)}
    ${model.excluded && html`<p>${model.excluded}</p>`}`;
}
