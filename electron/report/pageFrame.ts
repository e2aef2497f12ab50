// One sheet: the clinic and the title above, what is on it, program and page number below.

import { fill } from '../../core/report/formatNumber.ts';
import type { ReportSetup } from '../../core/report/reportSetup.ts';
import type { ReportText } from '../../core/report/reportText.ts';
import { type Html, html } from './html.ts';
import { strideMark } from './marks.ts';

/** What stands in every head and foot. */
export interface FrameWords {
  readonly text: ReportText;
  readonly setup: ReportSetup;
  readonly client: string | null;
  readonly madeOn: string | null;
  /** The film's name, or those of several. */
  readonly file: string;
  /** Which program made the numbers. */
  readonly program: string;
}

/** One sheet before its number is known. */
export interface Sheet {
  readonly kind: 'runner' | 'detail';
  readonly title: string;
  readonly body: Html;
}

/** The sheets in their frames, numbered. */
export function framed(sheets: readonly Sheet[], words: FrameWords): Html {
  return html`${sheets.map(
    (sheet, i) => html`<section class="page ${sheet.kind === 'detail' && 'detail'}">
    ${pageHead(words, sheet.title)}
    <main>${sheet.body}</main>
    ${pageFoot(words, i + 1, sheets.length)}
  </section>`,
  )}`;
}

function pageHead({ text, setup, client, madeOn, file }: FrameWords, title: string): Html {
  const facts = [client, madeOn].filter((fact) => fact !== null);
  const { clinicName, clinicLogo } = setup;
  const name = clinicName.trim();
  return html`<header>${clinicLogo !== null && html`<img class="logo" alt="${name}" src="${clinicLogo}">`}
    <div class="headline-title"><p class="brand">${name === '' ? html`${strideMark()}${text.product}` : html`<span class="clinic">${name}</span>`}</p>
    <h1>${title}</h1></div>
    <div class="about">${facts.map((fact) => html`<p>${fact}</p>`)}<p class="file">${file}</p></div></header>`;
}

function pageFoot({ text, program, file }: FrameWords, page: number, pages: number): Html {
  return html`<footer><span>${program}</span><span class="file">${file}</span>
    <span>${fill(text.pageOf, { page, pages })}</span></footer>`;
}

/** The clinician's own words in a box; nothing when there are none. Line breaks are kept. */
export function noteBox(title: string, note: string): Html | null {
  const words = note.trim();
  return words === '' ? null : html`<section class="own-words"><h2>${title}</h2><p>${words}</p></section>`;
}
