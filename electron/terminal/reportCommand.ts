// `openstride report`: a PDF of stored results, of one film, of two, or of a baseline and every visit since.
import path from 'node:path';
import type { ReportKind } from '../../core/report/reportKinds.ts';
import type { ReportSetup } from '../../core/report/reportSetup.ts';
import type { StoredTrial } from '../export/readResult.ts';
import { startPrinter } from '../report/printPdf.ts';
import { reportDocument } from '../report/reportDocument.ts';
import type { Terminal } from './analyzeCommand.ts';
import { kindOf } from './compareCommand.ts';
import { EXIT } from './exitCodes.ts';
import { picturesOf, printTo, refuseExisting, setupOf, today } from './paper.ts';
import { readVisit } from './readVisit.ts';
import type { ReportCommand } from './reportOptions.ts';

type Visits = readonly (readonly StoredTrial[])[];

/**
 * Prints a report of stored results.
 * @returns the exit code
 * @throws GaitError for what the world can do wrong, no file is left then; UsageError for what cannot be followed
 */
export async function reportCommand(command: ReportCommand, terminal: Terminal): Promise<number> {
  const setup = await setupOf(command.words);
  await refuseExisting(command.outFile, command.force);
  const visits = await Promise.all(command.places.map(readVisit));
  const printer = startPrinter();
  try {
    const html = await documentOf(command.kind ?? reportKind(visits), visits, command, setup, terminal);
    await printTo(command.outFile, html, printer, terminal.signal);
  } finally {
    await printer.close();
  }
  terminal.stdout.write(`${path.resolve(command.outFile)}\n`);
  return EXIT.done;
}

/** One film alone; one visit from both sides, or two films from each side, left against right; two visits; more. */
function reportKind(visits: Visits): ReportKind {
  const [first = [], second] = visits;
  if (visits.length > 2) return 'follow-up';
  if (second !== undefined) return kindOf(first, second);
  const views = first.map(({ result }) => result.capture.view);
  return views.includes('left') && views.includes('right') ? 'left-right' : first.length > 1 ? 'follow-up' : 'single';
}

async function documentOf(
  kind: ReportKind,
  visits: Visits,
  { words, places, minutes }: ReportCommand,
  setup: ReportSetup,
  terminal: Terminal,
): Promise<string> {
  const folders = places.map((place) => path.parse(path.resolve(place)).name);
  const names = kind !== 'follow-up' || words.names.length > 0 ? words.names : folders;
  // Of two, the last name is that of the second, also when there are visits between them.
  const nameOf = (i: number) => (kind === 'follow-up' || i === 0 ? names[i] : names.at(-1)) ?? '';
  const dated = visits.map((films, i) => ({ date: nameOf(i), films }));
  const facts = { client: words.client, madeOn: today(), setup, minutes };
  const { html } = await reportDocument({ kind, visits: dated, ...facts }, (films, frames) =>
    picturesOf(films, frames, words, terminal),
  );
  return html;
}
