// The report of two films or visits as a document.

import type { ComparisonModel } from '../../core/report/comparisonModel.ts';
import { comparisonSheets, type FilmPictures } from './comparisonPages.ts';
import { documentHtml } from './documentHtml.ts';
import { framed } from './pageFrame.ts';
import { filmNames, programOf } from './reportParts.ts';

/** The document of a comparison, ready for any Chromium: load it, wait for `window.reportReady`, print it. */
export function comparisonHtml(model: ComparisonModel, pictures: FilmPictures): string {
  const { text, setup, documentTitle, films, facts } = model;
  const file = filmNames(films, text);
  const pages = framed(comparisonSheets(model, pictures), { ...model, file, program: programOf(facts, text) });
  return documentHtml(pages, { language: text.language, title: documentTitle, paper: setup.paper });
}
