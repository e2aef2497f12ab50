// Parts that every report is put together from: values with their margin, pictures of a stride, lists of reasons and facts.

import type { Fact } from '../../core/report/filmNotes.ts';
import type { FilmFacts } from '../../core/report/filmSheets.ts';
import { fill } from '../../core/report/formatNumber.ts';
import type { KeyFrameRow } from '../../core/report/keyFrames.ts';
import type { Cell, Reason } from '../../core/report/parameterRows.ts';
import type { ReportText } from '../../core/report/reportText.ts';
import type { HeadlineValue } from '../../core/report/runnerSentences.ts';
import { type Html, html } from './html.ts';
import { type FramePictures, keyFrameFigure, type PictureSize } from './keyFrameFigure.ts';
import { sideMark } from './marks.ts';

/** A large number with unit and margin, or the words for a missing one. */
export function largeValue(value: HeadlineValue, unit: string, text: ReportText): Html {
  if (value.text === null) return html`<span class="missing">${text.notMeasurable}</span>`;
  return html`<b>${value.text}${unit === '°' && '°'}</b>${unit !== '°' && html`<span class="unit">${unit}</span>`}${
    value.margin !== null && html`<span class="margin">±${value.margin}</span>`
  }`;
}

/** A value of the table with its margin and the letter of its reason. */
export function cell(value: Cell): Html {
  const letter = value.letter !== null && html`<sup>${value.letter}</sup>`;
  if (value.quality === 'not-measurable') return html`<span class="missing">${value.text}${letter}</span>`;
  return html`<span class="value">${value.text}</span>${
    value.margin !== null && html`<span class="margin">±${value.margin}</span>`
  }<span class="letter">${letter}</span>`;
}

/** The pictures of one leg under their title. */
export function strideRow(row: KeyFrameRow, pictures: FramePictures, size: PictureSize, text: ReportText): Html {
  return html`<div class="moments"><h3>${sideMark(row.side, '')}${row.title}</h3>
    ${stridePictures(row, pictures, size, text)}</div>`;
}

/** The four pictures, or one line when there is none of this leg. */
function stridePictures(row: KeyFrameRow, pictures: FramePictures, size: PictureSize, text: ReportText): Html {
  const why = row.frames[0]?.missing;
  if (why != null && row.frames.every((picture) => picture.missing === why)) return html`<p>${why}</p>`;
  return html`<div>${row.frames.map((picture) => keyFrameFigure(picture, row.side, pictures, size, text.keyFrames.noPicture))}</div>`;
}

/** What each letter of a table stands for. */
export function reasonList(reasons: readonly Reason[]): Html {
  return html`<ul class="reasons">${reasons.map(
    (one) => html`<li><sup>${one.letter}</sup><b>${one.measures}:</b> ${one.reason}</li>`,
  )}</ul>`;
}

/** Names and values in two columns, hashes over the whole width. */
export function factList(facts: readonly Fact[]): Html {
  return html`<dl>${facts.map(
    (fact) => html`<div class="${fact.kind}"><dt>${fact.label}</dt><dd>${fact.value}</dd></div>`,
  )}</dl>`;
}

/** The program that made the numbers, for the foot of a page; the product's name where films were made by several. */
export function programOf({ shared, films }: FilmFacts, text: ReportText): string {
  const facts = films.length === 1 ? (films[0]?.facts ?? []) : shared;
  return facts.find((fact) => fact.label === text.provenance.program)?.value ?? text.product;
}

/** More names than this do not fit into the head of a page. */
const MOST_NAMES = 2;

/** The films' names for head and foot, or how many there are. */
export function filmNames(films: readonly { readonly video: { readonly file: string } }[], text: ReportText): string {
  if (films.length > MOST_NAMES) return fill(text.comparison.films, { count: films.length });
  return films.map(({ video }) => video.file).join(', ');
}
