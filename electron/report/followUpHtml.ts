// The report of several visits as a document.

import type { FollowUpModel } from '../../core/report/followUpModel.ts';
import type { FilmPictures } from './comparisonPages.ts';
import { documentHtml } from './documentHtml.ts';
import { followUpSheets } from './followUpPages.ts';
import { framed } from './pageFrame.ts';
import { filmNames, programOf } from './reportParts.ts';

/** The document of a follow-up, ready for any Chromium: load it, wait for `window.reportReady`, print it. */
export function followUpHtml(model: FollowUpModel, pictures: FilmPictures): string {
  const { text, setup, documentTitle, films, facts } = model;
  const words = { ...model, file: filmNames(films, text), program: programOf(facts, text) };
  const pages = framed(followUpSheets(model, pictures), words);
  return documentHtml(pages, { language: text.language, title: documentTitle, paper: setup.paper });
}
