// `openstride report`: a PDF of stored results, of one film, of two, or of a baseline and every visit since.
import path from 'node:path';
import type { ComparisonKind } from '../../core/compare/compareVisits.ts';
import { comparedFrames, comparisonModel, type RunClip } from '../../core/report/comparisonModel.ts';
import { followUpModel } from '../../core/report/followUpModel.ts';
import { keyFrameNumbers, reportModel } from '../../core/report/reportModel.ts';
import type { ReportSetup } from '../../core/report/reportSetup.ts';
import type { StoredTrial } from '../export/readResult.ts';
import { comparisonHtml } from '../report/comparisonHtml.ts';
import { followUpHtml } from '../report/followUpHtml.ts';
import { startPrinter } from '../report/printPdf.ts';
import { reportHtml } from '../report/reportHtml.ts';
import type { Terminal } from './analyzeCommand.ts';
import { kindOf, visitsOf } from './compareCommand.ts';
import { EXIT } from './exitCodes.ts';
import { picturesOf, printTo, refuseExisting, setupOf, today } from './paper.ts';
import { readVisit } from './readVisit.ts';
import type { ReportCommand, ReportKind } from './reportOptions.ts';

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
  const facts = { client: words.client, madeOn: today(), setup };
  if (kind === 'single') {
    const film = visits[0]![0]!;
    const model = reportModel({ ...film, ...facts });
    const pictures = await picturesOf([film], new Map([[0, keyFrameNumbers(model)]]), words, terminal);
    return reportHtml(model, pictures.get(0) ?? new Map());
  }
  if (kind === 'follow-up') {
    const names = words.names.length > 0 ? words.names : places.map((place) => path.parse(path.resolve(place)).name);
    const model = followUpModel({ visits: visits.map((films, i) => ({ date: names[i]!, films })), ...facts });
    const pictures = await picturesOf(visits.flat(), comparedFrames(model), words, terminal);
    return followUpHtml(model, pictures);
  }
  const run = kind === 'fresh-tired' ? visits.map(([film], i) => ({ film: film!, atMin: minutes[i] ?? null })) : [];
  return comparisonDocument(kind, visits, run, words, facts, terminal);
}

async function comparisonDocument(
  kind: ComparisonKind,
  visits: Visits,
  run: readonly RunClip[],
  words: ReportCommand['words'],
  facts: { readonly client: string | null; readonly madeOn: string; readonly setup: ReportSetup },
  terminal: Terminal,
): Promise<string> {
  const model = comparisonModel({
    kind,
    ...visitsOf(kind, [visits[0]!, visits.at(-1)!], [words.names[0] ?? '', words.names.at(-1) ?? '']),
    run,
    ...facts,
  });
  const trials = model.films as readonly StoredTrial[];
  return comparisonHtml(model, await picturesOf(trials, comparedFrames(model), words, terminal));
}
