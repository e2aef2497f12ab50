// The report of one film as a document.

import type { ReportModel } from '../../core/report/reportModel.ts';
import { documentHtml } from './documentHtml.ts';
import type { FramePictures } from './keyFrameFigure.ts';
import { framed } from './pageFrame.ts';
import { reportSheets } from './reportPages.ts';

/** The document of a report, ready for any Chromium: load it, wait for `window.reportReady`, print it. */
export function reportHtml(model: ReportModel, pictures: FramePictures): string {
  const { text, setup, documentTitle } = model;
  const program = model.provenance.find((fact) => fact.label === text.provenance.program)?.value ?? text.product;
  const pages = framed(reportSheets(model, pictures), { ...model, program });
  return documentHtml(pages, { language: text.language, title: documentTitle, paper: setup.paper });
}
