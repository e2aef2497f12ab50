// How long the report of a session with two clips takes, from stored results to the PDF on the disk.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { comparedFrames, comparisonModel } from '../../core/report/comparisonModel.ts';
import { readResult } from '../../electron/export/readResult.ts';
import { comparisonHtml } from '../../electron/report/comparisonHtml.ts';
import { type Printer, startPrinter } from '../../electron/report/printPdf.ts';
import { picturesOf, printTo, setupOf } from '../../electron/terminal/paper.ts';
import { demoTrial } from '../support/demoTrials.ts';
import { storeResult } from '../support/storedResult.ts';

const WORDS = {
  names: [],
  client: null,
  clinicName: '',
  logoFile: null,
  noteForClient: '',
  noteForColleague: '',
  paper: 'a4',
  reader: 'client',
  leftOut: [],
  films: [],
  blurFaces: false,
} as const;

/**
 * Prints the same report twice with one browser.
 * @returns seconds with the browser's start in them, as the first report of a day, and without, as the next ones
 */
export async function reportSeconds(): Promise<{ readonly firstS: number; readonly nextS: number }> {
  const room = mkdtempSync(path.join(os.tmpdir(), 'openstride bench '));
  const places = [path.join(room, 'left'), path.join(room, 'right')];
  await storeResult(places[0]!, await demoTrial('demo_before_left60'));
  await storeResult(places[1]!, await demoTrial('demo_before_right60'));
  const began = performance.now();
  const printer = startPrinter();
  try {
    await report(places, path.join(room, 'first.pdf'), printer);
    const between = performance.now();
    await report(places, path.join(room, 'next.pdf'), printer);
    return { firstS: (between - began) / 1000, nextS: (performance.now() - between) / 1000 };
  } finally {
    await printer.close();
    rmSync(room, { recursive: true });
  }
}

async function report(places: readonly string[], outFile: string, printer: Printer): Promise<void> {
  const films = await Promise.all(places.map(readResult));
  const visit = { date: '', films };
  const model = comparisonModel({ kind: 'left-right', first: visit, second: visit, setup: await setupOf(WORDS) });
  const { signal } = new AbortController();
  const pictures = await picturesOf(films, comparedFrames(model), WORDS, { ...process, signal });
  await printTo(outFile, comparisonHtml(model, pictures), printer, signal);
}
