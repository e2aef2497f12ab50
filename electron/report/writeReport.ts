// Writes a report as a PDF: the model to HTML, the HTML to paper, the paper to disk.

import type { ReportModel } from '../../core/report/reportModel.ts';
import { writeAtomically } from '../export/writeAtomically.ts';
import type { FramePictures } from './keyFrameFigure.ts';
import { type Printer, startPrinter } from './printPdf.ts';
import { reportHtml } from './reportHtml.ts';

export interface ReportRequest {
  readonly model: ReportModel;
  /** JPEG of each frame named by `keyFrameNumbers(model)`, whole and of any size; a missing one is said on the page. */
  readonly frames: FramePictures;
  readonly outFile: string;
  /** A printer started early; without it one is started and ended here. The caller closes the one it brings. */
  readonly printer?: Printer;
  readonly signal?: AbortSignal;
}

/**
 * Prints two A4 pages.
 * @returns which browser printed them
 * @throws GaitError `browser-missing`, `disk-full`, `not-writable`, `cancelled`; no file is left then
 */
export async function writeReport(request: ReportRequest): Promise<{ readonly browser: string }> {
  const { model, frames, outFile, signal } = request;
  const printer = request.printer ?? startPrinter();
  try {
    const pdf = await printer.print(reportHtml(model, frames), { signal });
    await writeAtomically(outFile, pdf, { signal });
    return { browser: await printer.name };
  } finally {
    if (request.printer === undefined) await printer.close();
  }
}
