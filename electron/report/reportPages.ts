// The two pages: one that a runner can read, one of detail for the clinician.

import type { CurvePanel } from '../../core/report/curvePanels.ts';
import type { ParameterRow, RowGroup } from '../../core/report/parameterRows.ts';
import type { ReportModel } from '../../core/report/reportModel.ts';
import { goesIn, type ReportSection } from '../../core/report/reportSetup.ts';
import type { HeadlineNumber, HeadlineValue } from '../../core/report/runnerSentences.ts';
import type { Side } from '../../core/types.ts';
import { curveSvg } from './curveSvg.ts';
import { type Html, html } from './html.ts';
import type { FramePictures } from './keyFrameFigure.ts';
import { sideMark, verdictMark } from './marks.ts';
import { noteBox, type Sheet } from './pageFrame.ts';
import { cell, factList, largeValue, reasonList, strideRow } from './reportParts.ts';

/** The sheets of one film's report: one that a runner can read, one of detail for the clinician where any of it goes in. */
export function reportSheets(model: ReportModel, pictures: FramePictures): readonly Sheet[] {
  const first: Sheet = { kind: 'runner', title: model.title, body: runnerPage(model, pictures) };
  const wanted = DETAILS.some((section) => goesIn(model.setup, section)) || model.setup.noteForColleague.trim() !== '';
  return wanted ? [first, { kind: 'detail', title: model.text.detailTitle, body: detailPage(model) }] : [first];
}

const DETAILS = ['curves', 'table', 'reasons', 'film', 'methods'] as const satisfies readonly ReportSection[];

/** Page 1: what was filmed, four numbers, what is the same and what differs, and the stride in pictures. */
function runnerPage(model: ReportModel, pictures: FramePictures): Html {
  const { text, comparison, setup } = model;
  return html`<div><p class="lead">${model.lead.join(' ')}</p>
        ${model.filmNotes.map((note) => note.severity === 'stop' && html`<p class="stop"><b>${note.title}.</b> ${note.message}</p>`)}</div>
      ${noteBox(text.comparison.noteForClient, setup.noteForClient)}
      ${goesIn(setup, 'headline') && html`<div class="headline">${model.headline.map((number) => headlineTile(number, model))}</div>`}
      ${
        goesIn(setup, 'differences') &&
        html`<div class="sides">
        <section><h2>${text.differs.title}</h2>${differences(model)}</section>
        <section><h2>${text.same.title}</h2>
          <p>${comparison.same}</p>
          <p class="fine">${text.same.note}${comparison.uncompared && html` ${comparison.uncompared}`}</p>
          ${model.strike && html`<p class="fine">${model.strike}</p>`}
        </section>
      </div>`
      }
      ${
        goesIn(setup, 'keyFrames') &&
        html`<section class="stride"><h2>${text.keyFrames.title}</h2>
        ${model.keyFrames.map((row) => strideRow(row, pictures, model.picture, text))}
        <p class="fine">${text.keyFrames.note}</p>
      </section>`
      }
      <div class="sureness">
        ${model.nextFilm.length > 0 && html`<p><b>${text.sureness.nextFilm}.</b> ${model.nextFilm.join(' ')}</p>`}
        <p><b>${text.sureness.title}.</b> ${model.sureness} ${text.sureness.margin}</p>
      </div>`;
}

/** Page 2: curves, table, what is weak or missing and why, how it was filmed and measured. */
function detailPage(model: ReportModel): Html {
  const { text, setup } = model;
  const part = (section: ReportSection, title: string, body: Html): Html | false =>
    goesIn(setup, section) && html`<section><h2>${title}</h2>${body}</section>`;
  return html`${part('curves', text.curves.title, html`<div class="curves">${model.curves.map(curvePanel)}${curveLegend(model)}</div>`)}
      ${part('table', text.table.title, parameterTable(model))}
      <div class="notes">
        ${part('reasons', text.reasons.title, reasons(model))}
        ${part('film', text.film.title, film(model))}
        ${part(
          'methods',
          text.methods.title,
          html`${model.methods.map((paragraph) => html`<p>${paragraph}</p>`)}
          <p><b>${text.methods.sourcesTitle}.</b> ${model.sources.join(' ')}</p>`,
        )}
      </div>
      ${noteBox(text.comparison.noteForColleague, setup.noteForColleague)}
      <section class="provenance"><h2>${text.provenance.title}</h2>${factList(model.provenance)}</section>`;
}

function headlineTile(number: HeadlineNumber, model: ReportModel): Html {
  const { text } = model;
  const value = (one: HeadlineValue, side: Side | null) =>
    html`<p class="value">${side && sideMark(side, text.side[side])}${largeValue(one, number.unit, text)}</p>`;
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

function reasons(model: ReportModel): Html {
  if (model.table.length === 0) return html`<p>${model.text.table.none}</p>`;
  if (model.reasons.length === 0) return html`<p>${model.text.reasons.none}</p>`;
  return reasonList(model.reasons);
}

function film(model: ReportModel): Html {
  const { text } = model;
  return html`${model.filmNotes.length === 0 && html`<p>${text.film.none}</p>`}
    ${model.filmNotes.map((note) => html`<p><b>${note.title}.</b> ${note.message}</p>`)}
    ${model.excluded && html`<p>${model.excluded}</p>`}`;
}
