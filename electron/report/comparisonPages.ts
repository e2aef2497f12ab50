// The sheets of a comparison: one that a runner can read, then curves, table, and how each film was taken and measured.

import type { ComparedCurve } from '../../core/report/comparisonCurves.ts';
import type { ComparisonModel } from '../../core/report/comparisonModel.ts';
import type { ComparisonLine } from '../../core/report/comparisonRows.ts';
import type { Banner, ChangeWords, ComparedTile } from '../../core/report/comparisonSentences.ts';
import type { FilmFacts, FilmSheet } from '../../core/report/filmSheets.ts';
import { fill } from '../../core/report/formatNumber.ts';
import { goesIn } from '../../core/report/reportSetup.ts';
import type { ReportText } from '../../core/report/reportText.ts';
import { curveSvg, type LineStyles } from './curveSvg.ts';
import { differenceSvg } from './differenceSvg.ts';
import { type Html, html } from './html.ts';
import type { FramePictures } from './keyFrameFigure.ts';
import { arrowMark, sideMark, verdictMark } from './marks.ts';
import { noteBox, type Sheet } from './pageFrame.ts';
import { cell, factList, largeValue, reasonList, strideRow } from './reportParts.ts';

/** Pictures of each film, by its number in the model. */
export type FilmPictures = ReadonlyMap<number, FramePictures>;

/** Charts that have a sheet for themselves stand in three columns up to this many. */
const THREE_COLUMNS = 9;
/** Charts and table of one leg share a sheet while they are no more than this. */
const SHARED = { charts: 9, lines: 30 };
/** Lines of print that fit under each other on one sheet; a reason takes 2 of them, a film 8. */
const LINES_ON_SHEET = 70;

/** The sheets, those left out not among them. A film without pictures shows its skeletons alone. */
export function comparisonSheets(model: ComparisonModel, pictures: FilmPictures): readonly Sheet[] {
  const { text, setup } = model;
  const detail = (...parts: readonly (Html | false | null)[]): readonly Sheet[] => {
    const body = parts.filter((part) => part !== false && part !== null);
    return body.length === 0 ? [] : [{ kind: 'detail', title: text.comparison.detailTitle, body: html`${body}` }];
  };
  const table = goesIn(setup, 'table') && tableSection(model);
  const drift = goesIn(setup, 'trend') && model.drift.length > 0 && driftSection(model);
  const reasons = goesIn(setup, 'reasons') && reasonSection(model);
  const isShort = model.curves.length <= SHARED.charts && model.lines.length <= SHARED.lines;
  const curves = goesIn(setup, 'curves') && curveSection(model, isShort);
  const facts = provenanceSection(model.facts, text);
  const end = [
    noteBox(text.comparison.noteForColleague, setup.noteForColleague),
    goesIn(setup, 'film') && filmSection(model.sheets, text),
    goesIn(setup, 'methods') && methodSection(model.facts, text),
  ];
  const lineCount = model.lines.length + model.drift.length + 2 * model.reasons.length + 8 * model.films.length;
  const rest = [...end, facts];
  const details = [curves, table, drift, reasons, ...end].some((part) => part !== false && part !== null);
  return [
    { kind: 'runner', title: model.title, body: runnerPage(model, pictures) },
    ...(!details
      ? []
      : isShort
        ? [...detail(curves, table), ...detail(drift, reasons, ...rest)]
        : lineCount <= LINES_ON_SHEET
          ? [...detail(curves), ...detail(table, drift, reasons, ...rest)]
          : [...detail(curves), ...detail(table, drift, reasons), ...detail(...rest)]),
  ];
}

function runnerPage(model: ComparisonModel, pictures: FilmPictures): Html {
  const { text, setup, changes } = model;
  return html`<p class="lead">${model.lead.join(' ')}</p>
    ${model.banner && bannerBox(model.banner)}
    ${noteBox(text.comparison.noteForClient, setup.noteForClient)}
    ${goesIn(setup, 'headline') && html`<div class="headline pairs">${model.tiles.map((tile) => comparedTile(tile, model))}</div>`}
    ${goesIn(setup, 'differences') && changeSections(changes)}
    ${
      goesIn(setup, 'keyFrames') &&
      html`<section class="stride"><h2>${text.comparison.keyFrames.title}</h2>
      ${model.strides.map((row) => strideRow(row, pictures.get(row.film) ?? new Map(), row.picture, text))}
      ${pictures.size === 0 && html`<p class="fine">${text.comparison.keyFrames.none}</p>`}
      <p class="fine">${text.keyFrames.note}</p></section>`
    }
    <div class="sureness">
      ${model.nextFilm.length > 0 && html`<p><b>${text.comparison.nextFilm}.</b> ${model.nextFilm.join(' ')}</p>`}
      <p><b>${text.sureness.title}.</b> ${text.sureness.margin} ${changes.sameNote}</p>
    </div>`;
}

/** What the films do not share, and what that does. */
export function bannerBox({ title, lines }: Banner): Html {
  return html`<section class="banner"><h2>${title}</h2><ul>${lines.map(
    ({ message, effect }) => html`<li>${message} <b>${effect}</b></li>`,
  )}</ul></section>`;
}

/** What changed on the left, what is the same on the right. */
export function changeSections(changes: ChangeWords): Html {
  return html`<div class="sides">
    <section><h2>${changes.changedTitle}</h2>
      ${changes.none !== null && html`<p>${changes.none}</p>`}
      ${changes.changed.length > 0 && html`<ul>${changes.changed.map(({ line, size }) => html`<li>${verdictMark('different')}<b>${line}</b> ${size}</li>`)}</ul>`}
      ${changes.further !== null && html`<p class="fine">${changes.further}</p>`}</section>
    <section><h2>${changes.sameTitle}</h2><p>${changes.same}</p>
      ${changes.uncompared !== null && html`<p class="fine">${changes.uncompared}</p>`}</section></div>`;
}

function comparedTile(tile: ComparedTile, { text, kind }: ComparisonModel): Html {
  return kind === 'left-right' ? sideTile(tile, text) : changeTile(tile, text);
}

/** Left above right, as in the report of one film. */
export function sideTile({ label, unit, whole, values }: ComparedTile, text: ReportText): Html {
  return html`<div class="tile"><h3>${label}</h3>${values.map(
    ({
      first,
      second,
      verdict,
      note,
    }) => html`<p class="value">${sideMark('left', text.side.left)}${largeValue(first, unit, text)}</p>
      <p class="value">${sideMark('right', text.side.right)}${largeValue(second, unit, text)}</p>
      <p class="note">${verdictMark(verdict)}${note}</p>`,
  )}${whole !== null && html`<p class="value">${largeValue(whole, unit, text)}</p><p class="note">${whole.text !== null && text.headline.whole}</p>`}${
    whole === null && values.length === 0 && missingValue(text)
  }</div>`;
}

/** What it was and what it is, of each leg or of the whole body. */
export function changeTile({ label, unit, values }: ComparedTile, text: ReportText): Html {
  return html`<div class="tile"><h3>${label}</h3>${values.map(
    ({
      side,
      first,
      second,
      verdict,
      note,
    }) => html`<p class="value">${side !== null && sideMark(side, text.side[side])}${
      (first.text !== null || second.text !== null) &&
      html`<span class="was">${first.text ?? '\u2013'}</span>${arrowMark()}`
    }${largeValue(second, unit, text)}</p>
      <p class="note">${verdictMark(verdict)}${note}</p>`,
  )}${values.length === 0 && missingValue(text)}</div>`;
}

const missingValue = (text: ReportText): Html =>
  html`<p class="value"><span class="missing">${text.notMeasurable}</span></p>`;

function curveSection(model: ComparisonModel, sharesSheet: boolean): Html {
  const { text, curves, names, kind } = model;
  const words = text.comparison.curves;
  if (curves.length === 0) return html`<section><h2>${words.title}</h2><p>${words.none}</p></section>`;
  const styles: LineStyles = kind === 'left-right' ? ['left', 'right'] : ['first', 'second'];
  const columns = !sharesSheet && curves.length <= THREE_COLUMNS ? 'three' : 'four';
  return html`<section class="compared"><h2>${words.title}</h2><div class="curves ${columns}">${curves.map((one) => curvePanel(one, styles))}
    <div class="legend"><p>${sideMark(styles[0], names[0])}</p><p>${sideMark(styles[1], names[1])}</p>
    <p class="fine">${fill(words.note, { first: names[0], second: names[1] })}</p></div></div></section>`;
}

function curvePanel(one: ComparedCurve, styles: LineStyles): Html {
  const { panel } = one.pair;
  return html`<div class="panel"><h3>${one.title} <span>${panel.up}</span></h3>${curveSvg({ ...panel, alt: one.alt }, styles)}${differenceSvg(one)}
    <p class="finding ${one.beyond.length > 0 && 'beyond'}">${one.finding}</p></div>`;
}

function tableSection({ text, lines, names, kind }: ComparisonModel): Html {
  const words = text.comparison.table;
  if (lines.length === 0) return html`<section><h2>${words.title}</h2><p>${text.table.none}</p></section>`;
  const sides = kind === 'left-right';
  const name = (at: 0 | 1) => (sides ? sideMark(at === 0 ? 'left' : 'right', names[at]) : names[at]);
  return html`<section><h2>${words.title}</h2><table class="compared"><thead><tr><th scope="col">${text.table.measure}</th>
    ${!sides && html`<th scope="col">${words.leg}</th>`}<th scope="col">${text.table.unit}</th>
    <th scope="col" class="number">${name(0)}</th><th scope="col" class="number">${name(1)}</th>
    <th scope="col" class="number">${fill(words.difference, { first: names[0].toLowerCase(), second: names[1] })}</th><th scope="col">${text.table.verdict}</th></tr></thead>
    ${(['different', 'within-error', 'not-measurable'] as const).map((verdict) => rowGroup(lines, verdict, sides))}</table>
    <p class="fine">${words.note}</p></section>`;
}

function rowGroup(lines: readonly ComparisonLine[], verdict: ComparisonLine['verdict']['kind'], sides: boolean): Html {
  const own = lines.filter((line) => line.verdict.kind === verdict);
  if (own.length === 0) return html``;
  return html`<tbody>${own.map(
    (
      line,
    ) => html`<tr><th scope="row">${line.label}</th>${!sides && html`<td class="leg">${line.leg}</td>`}<td class="unit">${line.unit}</td>
      <td class="number">${cell(line.first)}</td><td class="number">${cell(line.second)}</td><td class="number">${line.difference}</td>
      <td class="verdict ${verdict}">${verdictMark(verdict)}${line.verdict.text}${line.causes !== '' && html` <span class="weak">*</span>`}</td></tr>`,
  )}</tbody>`;
}

function driftSection({ text, drift, driftIsTimed }: ComparisonModel): Html {
  const words = text.comparison.drift;
  return html`<section><h2>${words.title}</h2><table class="compared"><thead><tr><th scope="col">${text.table.measure}</th>
    <th scope="col">${text.comparison.table.leg}</th><th scope="col">${text.table.unit}</th><th scope="col">${words.clips}</th>
    <th scope="col" class="number">${words.change}</th><th scope="col" class="number">${words.perTen[driftIsTimed ? 'minutes' : 'clips']}</th>
    <th scope="col">${text.table.verdict}</th></tr></thead><tbody>${drift.map(
      (
        line,
      ) => html`<tr><th scope="row">${line.label}</th><td class="leg">${line.leg}</td><td class="unit">${line.unit}</td><td>${line.values.join(', ')}</td>
      <td class="number">${line.change}${line.margin !== null && html`<span class="margin">±${line.margin}</span>`}</td><td class="number">${line.perTen}</td>
      <td class="verdict ${line.verdict.kind}">${verdictMark(line.verdict.kind)}${line.verdict.text}</td></tr>`,
    )}</tbody></table><p class="fine">${words.note}</p></section>`;
}

function reasonSection({ text, reasons, lines }: ComparisonModel): Html {
  const causes = [...new Set(lines.flatMap((line) => (line.causes === '' ? [] : [line.causes])))];
  return html`<section><h2>${text.comparison.table.reasons}</h2>
    ${causes.map((cause) => html`<p>* ${fill(text.comparison.changed.cause, { causes: cause })}</p>`)}
    ${reasons.length === 0 ? html`<p>${text.reasons.none}</p>` : html`<div class="notes">${reasonList(reasons)}</div>`}</section>`;
}

/** How each film was taken and what weakened it. */
export function filmSection(sheets: readonly FilmSheet[], text: ReportText): Html {
  return html`<section><h2>${text.comparison.film.title}</h2><div class="sheets">${sheets.map(
    (sheet) => html`<div><h3>${sheet.label}</h3><p class="file">${sheet.file}</p><p>${sheet.lead.join(' ')}</p>
      ${sheet.notes.length === 0 && html`<p>${text.comparison.film.none}</p>`}
      ${sheet.notes.map((note) => html`<p><b>${note.title}.</b> ${note.message}</p>`)}
      ${sheet.excluded !== null && html`<p>${sheet.excluded}</p>`}</div>`,
  )}</div></section>`;
}

/** How it was measured, and after whom. */
export function methodSection({ methods, sources }: FilmFacts, text: ReportText): Html {
  return html`<section><h2>${text.methods.title}</h2><div class="notes">${methods.map((paragraph) => html`<p>${paragraph}</p>`)}
    <p><b>${text.methods.sourcesTitle}.</b> ${sources.join(' ')}</p></div></section>`;
}

/** What is needed to make the numbers again, of all films and of each. */
function provenanceSection({ shared, films }: FilmFacts, text: ReportText): Html {
  return html`<section class="provenance"><h2>${text.provenance.title}</h2>${shared.length > 0 && factList(shared)}
    ${films.map(({ label, facts }) => html`<h3>${label}</h3>${factList(facts)}`)}</section>`;
}
