// A report as one HTML document that needs nothing from outside: style, fonts, pictures and charts are in it.

import type { Paper } from '../../core/report/reportSetup.ts';
import { fontFaces } from './fontFaces.ts';
import { Html, html } from './html.ts';
import { PAGE_SCRIPT } from './pageScript.ts';
import { reportStyle } from './reportStyle.ts';

/** Nothing is fetched, whatever a file name or a client's name may hold. */
const POLICY =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/** Pages as a document, ready for any Chromium: load it, wait for `window.reportReady`, print it. */
export function documentHtml(
  pages: Html,
  { language, title, paper }: { readonly language: string; readonly title: string; readonly paper: Paper },
): string {
  const visible = pages.text.replaceAll(/data:image[^"]*/g, '');
  const document = html`<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${title}</title>
<style>${new Html(fontFaces(visible) + reportStyle(paper))}</style></head><body>${pages}
<script>${new Html(PAGE_SCRIPT)}</script></body></html>`;
  return document.text;
}
