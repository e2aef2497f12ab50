// The sheets of a follow-up: one that a runner can read, then every trend, every value, and how each film was taken and measured.

import type { FollowUpModel } from '../../core/report/followUpModel.ts';
import { goesIn } from '../../core/report/reportSetup.ts';
import type { TrendChart, TrendTableRow } from '../../core/report/trendCharts.ts';
import {
  bannerBox,
  changeSections,
  changeTile,
  type FilmPictures,
  filmSection,
  methodSection,
  sideTile,
} from './comparisonPages.ts';
import { type Html, html } from './html.ts';
import { sideMark, verdictMark } from './marks.ts';
import { noteBox, type Sheet } from './pageFrame.ts';
import { factList, strideRow } from './reportParts.ts';
import { trendSvg } from './trendSvg.ts';

/** How each was filmed: this many films on a sheet. */
const FILMS_ON_SHEET = 16;

/** The sheets, those left out not among them. A film without pictures shows its skeletons alone. */
export function followUpSheets(model: FollowUpModel, pictures: FilmPictures): readonly Sheet[] {
  const { text, setup, sheets, facts } = model;
  const detail = (...parts: readonly (Html | false | null)[]): readonly Sheet[] => {
    const body = parts.filter((part) => part !== false && part !== null);
    return body.length === 0 ? [] : [{ kind: 'detail', title: text.comparison.detailTitle, body: html`${body}` }];
  };
  const trend = goesIn(setup, 'curves') && model.furtherCharts.length > 0 && trendSection(model);
  const table = goesIn(setup, 'table') && tableSection(model);
  const film = goesIn(setup, 'film');
  const note = noteBox(text.comparison.noteForColleague, setup.noteForColleague);
  const methods = goesIn(setup, 'methods') && methodSection(facts, text);
  const front: readonly Sheet[] = [
    { kind: 'runner', title: model.title, body: runnerPage(model) },
    ...(goesIn(setup, 'keyFrames')
      ? [{ kind: 'runner', title: model.title, body: picturePage(model, pictures) } as const]
      : []),
  ];
  if (trend === false && table === false && !film && note === null && methods === false) return front;
  const films = Array.from({ length: Math.ceil(sheets.length / FILMS_ON_SHEET) }, (_, i) =>
    sheets.slice(i * FILMS_ON_SHEET, (i + 1) * FILMS_ON_SHEET),
  ).map((part) => film && filmSection(part, text));
  return [
    ...front,
    ...detail(trend),
    ...detail(table, noteSection(model)),
    ...detail(note, methods, films[0] ?? null, films.length < 2 && filmTable(model)),
    ...films.slice(1).flatMap((part, i) => detail(part, i === films.length - 2 && filmTable(model))),
  ];
}

function picturePage({ strides, text }: FollowUpModel, pictures: FilmPictures): Html {
  return html`<section class="stride"><h2>${text.comparison.keyFrames.title}</h2>
    ${strides.map((row) => strideRow(row, pictures.get(row.film) ?? new Map(), row.picture, text))}
    ${pictures.size === 0 && html`<p class="fine">${text.comparison.keyFrames.none}</p>`}
    <p class="fine">${text.keyFrames.note}</p></section>`;
}

function runnerPage(model: FollowUpModel): Html {
  const { text, setup, changes } = model;
  const words = text.comparison;
  return html`<p class="lead">${model.lead.join(' ')}</p>
    ${model.banner && bannerBox(model.banner)}
    ${noteBox(words.noteForClient, setup.noteForClient)}
    ${goesIn(setup, 'headline') && html`<div class="headline pairs">${model.tiles.map((tile) => (model.kind === 'left-right' ? sideTile : changeTile)(tile, text))}</div>`}
    ${goesIn(setup, 'differences') && changeSections(changes)}
    ${
      goesIn(setup, 'trend') &&
      html`<section><h2>${words.trend.title}</h2>${charts(model.charts, model)}
      ${legend(model)}</section>`
    }
    <div class="sureness">
      ${model.nextFilm.length > 0 && html`<p><b>${words.nextFilm}.</b> ${model.nextFilm.join(' ')}</p>`}
      <p><b>${text.sureness.title}.</b> ${text.sureness.margin} ${changes.sameNote}</p>
    </div>`;
}

function charts(list: readonly TrendChart[], { labels }: FollowUpModel): Html {
  return html`<div class="trends">${list.map(
    (chart) =>
      html`<div class="panel"><h3>${chart.title} <span>${chart.unit}</span></h3>${trendSvg(chart, labels)}</div>`,
  )}</div>`;
}

function legend({ labels, text }: FollowUpModel): Html {
  const visits = labels.map((label, i) => `${i + 1}: ${label}`).join(' \u00b7 ');
  return html`<p class="fine">${sideMark('left', text.side.left)} ${sideMark('right', text.side.right)} \u00b7 ${visits}. ${text.comparison.trend.note}</p>`;
}

function trendSection(model: FollowUpModel): Html {
  const { trend } = model.text.comparison;
  return html`<section><h2>${trend.title}</h2>${charts(model.furtherCharts, model)}${legend(model)}</section>`;
}

function tableSection({ text, table, labels }: FollowUpModel): Html {
  const words = text.comparison;
  if (table.length === 0) return html`<section><h2>${words.trend.tableTitle}</h2><p>${text.table.none}</p></section>`;
  return html`<section><h2>${words.trend.tableTitle}</h2><table class="visits"><thead><tr><th scope="col" class="name">${text.table.measure}</th>
    <th scope="col" class="leg">${words.table.leg}</th><th scope="col" class="unit">${text.table.unit}</th>${labels.map((label) => html`<th scope="col" class="number">${label}</th>`)}</tr></thead>
    <tbody>${table.map(tableRow)}</tbody></table><p class="fine">${words.trend.tableNote}</p></section>`;
}

function tableRow({ label, leg, unit, margin, cells }: TrendTableRow): Html {
  return html`<tr><th scope="row" class="name">${label}</th><td class="leg">${leg}</td><td class="unit">${unit}</td>${cells.map(
    (cell, i) =>
      html`<td class="number ${cell.verdict === 'different' && 'changed'}">${cell.text}${i === 0 && margin !== null && html`<span class="margin">±${margin}</span>`}${cell.verdict !== 'baseline' && verdictMark(cell.verdict)}</td>`,
  )}</tr>`;
}

function noteSection({ text, visitNotes }: FollowUpModel): Html {
  const { trend } = text.comparison;
  return html`<section><h2>${trend.notesTitle}</h2>${visitNotes.length === 0 && html`<p>${trend.notesNone}</p>`}${visitNotes.map((note) => html`<p>${note}</p>`)}</section>`;
}

/** What makes each film's numbers repeatable, a line for each. */
function filmTable({ facts, text }: FollowUpModel): Html {
  const columns = [...new Set(facts.films.flatMap((film) => film.facts.map(({ label }) => label)))];
  const rows = facts.films.map(
    ({ label, facts: own }) =>
      html`<tr><th scope="row">${label}</th>${columns.map((column) => {
        const fact = own.find((one) => one.label === column);
        return html`<td class="${fact?.kind ?? 'text'}">${fact?.value}</td>`;
      })}</tr>`,
  );
  return html`<section class="provenance"><h2>${text.provenance.title}</h2>${factList(facts.shared)}
    <table class="films"><thead><tr><td></td>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows}</tbody></table></section>`;
}
