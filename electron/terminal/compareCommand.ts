// `openstride compare`: two visits, sides or conditions held against each other; a table, and files when a folder is named.
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ComparisonKind } from '../../core/compare/compareVisits.ts';
import { GaitError, type GaitErrorCode } from '../../core/errors.ts';
import { comparisonCsv } from '../../core/export/comparisonCsv.ts';
import { type ComparisonModel, comparedFrames, comparisonModel } from '../../core/report/comparisonModel.ts';
import { comparisonJson } from '../export/comparisonJson.ts';
import { diskTrouble } from '../export/diskTrouble.ts';
import type { StoredTrial } from '../export/readResult.ts';
import { writeAtomically } from '../export/writeAtomically.ts';
import { AppVersion } from '../jobs/appVersion.ts';
import { measureFilm } from '../jobs/measureFilm.ts';
import { PoseEngine } from '../pose/poseEngine.ts';
import { comparisonHtml } from '../report/comparisonHtml.ts';
import { type Printer, startPrinter } from '../report/printPdf.ts';
import { heldAgainst } from '../report/reportDocument.ts';
import type { Terminal } from './analyzeCommand.ts';
import { cellText, inColumns } from './columns.ts';
import { EXIT, exitCodeFor } from './exitCodes.ts';
import { foldersInside } from './folderNames.ts';
import { writePairFilms } from './pairFilms.ts';
import { picturesOf, printTo, setupOf, today } from './paper.ts';
import { ProgressBar } from './progressBar.ts';
import { isFilm, readVisit } from './readVisit.ts';
import type { CompareCommand } from './reportOptions.ts';
import { UsageError } from './words.ts';

/**
 * Compares two. That they are not comparable is a finding, not a failure: it is said and the exit code is 0.
 * @returns the exit code
 * @throws GaitError for what the world can do wrong; UsageError for what cannot be followed
 */
export async function compareCommand(command: CompareCommand, terminal: Terminal): Promise<number> {
  const setup = await setupOf(command.words);
  if (command.outDir !== null) await refuseForeign(command.outDir, command.force);
  const [a, b] = await readBoth(await measured(command, terminal));
  const kind = command.kind ?? kindOf(a, b);
  const [first = '', second = ''] = command.words.names;
  const visits = heldAgainst(kind, { date: first, films: a }, { date: second, films: b });
  const model = comparisonModel({ kind, ...visits, client: command.words.client, madeOn: today(), setup });
  const json = comparisonJson(model, { version: AppVersion.app, analysisVersion: AppVersion.analysis });
  const said = command.json ? `${JSON.stringify(json, null, 2)}\n` : tableText(model);
  if (command.outDir === null) {
    terminal.stdout.write(said);
    return EXIT.done;
  }
  const shortfall = await writeAll(command, command.outDir, model, json, [...new Set([...a, ...b])], terminal);
  terminal.stdout.write(said);
  return shortfall === null ? EXIT.done : exitCodeFor(shortfall);
}

/** The folders or files of results; films are measured into the folder first. */
async function measured(command: CompareCommand, terminal: Terminal): Promise<readonly string[]> {
  const areFilms = await Promise.all(command.places.map(isFilm));
  const films = command.places.filter((_, i) => areFilms[i]);
  if (films.length === 0) return command.places;
  if (command.outDir === null) throw new UsageError('A film has to be measured first: say where with --out DIR.');
  const folders = foldersInside(films, command.outDir);
  const engine = await PoseEngine.start({ model: command.analyze.model, workers: command.analyze.workers });
  try {
    for (const [i, film] of films.entries()) {
      const bar = new ProgressBar(terminal.stderr, path.basename(film));
      const onProgress = (stage: string, done: number) => bar.update(stage, done);
      const { signal } = terminal;
      await measureFilm(film, engine, {
        ...command.analyze,
        report: false,
        outDir: folders[i]!,
        signal,
        onProgress,
      }).finally(() => bar.end());
    }
  } finally {
    engine.close();
  }
  return command.places.map((place, i) => (areFilms[i] ? folders[films.indexOf(place)]! : place));
}

/** The same place twice is one visit, so that a film against itself is known to be one. */
async function readBoth([a, b]: readonly string[]): Promise<readonly [readonly StoredTrial[], readonly StoredTrial[]]> {
  const first = await readVisit(a!);
  return [first, await readVisit(b!)];
}

/** One film from each side is left against right; anything else is before and after. */
export function kindOf(a: readonly StoredTrial[], b: readonly StoredTrial[]): ComparisonKind {
  const views = [...a, ...b].map(({ result }) => result.capture.view).sort();
  return a.length === 1 && b.length === 1 && views.join() === 'left,right' ? 'left-right' : 'before-after';
}

async function writeAll(
  { words, report, filmSpeed }: CompareCommand,
  outDir: string,
  model: ComparisonModel,
  json: ReturnType<typeof comparisonJson>,
  trials: readonly StoredTrial[],
  terminal: Terminal,
): Promise<GaitError | null> {
  const { signal } = terminal;
  const printer = report ? startPrinter() : null;
  try {
    await mkdir(outDir, { recursive: true }).catch((error: unknown) => {
      throw diskTrouble(error, outDir);
    });
    await writeAtomically(path.join(outDir, 'comparison.json'), `${JSON.stringify(json, null, 2)}\n`, { signal });
    await writeAtomically(path.join(outDir, 'comparison.csv'), comparisonCsv(model), { signal });
    const paper =
      printer && picturesAndPaper(model, trials, words, path.join(outDir, 'comparison.pdf'), printer, terminal);
    const noPaper = paper && (await shortfallOf(paper, 'comparison.pdf', ['browser-missing'], terminal));
    const film = filmSpeed && writePairFilms({ model, trials, outDir, words, speed: filmSpeed }, terminal);
    const noFilm = film && (await shortfallOf(film, 'side-by-side.mp4', WITHOUT_FILM, terminal));
    return noPaper || noFilm || null;
  } finally {
    await printer?.close();
  }
}

async function picturesAndPaper(
  model: ComparisonModel,
  trials: readonly StoredTrial[],
  words: CompareCommand['words'],
  outFile: string,
  printer: Printer,
  terminal: Terminal,
): Promise<void> {
  const pictures = await picturesOf(trials, comparedFrames(model), words, terminal);
  await printTo(outFile, comparisonHtml(model, pictures), printer, terminal.signal);
}

/** What costs the film of both and nothing else. */
const WITHOUT_FILM: readonly GaitErrorCode[] = [
  'video-not-found',
  'video-unreadable',
  'result-unreadable',
  'not-exportable',
];

/** Says on stderr what one file could not be made for. @returns that, or null when it was made */
async function shortfallOf(
  work: Promise<void>,
  file: string,
  codes: readonly GaitErrorCode[],
  { stderr }: Terminal,
): Promise<GaitError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof GaitError && codes.includes(error.code))) throw error;
    stderr.write(`Compared, but without ${file}. ${error.message}\n`);
    return error;
  }
}

/** A comparison.json of another program is somebody's own. @throws GaitError `output-exists` */
async function refuseForeign(outDir: string, force: boolean): Promise<void> {
  const file = path.join(outDir, 'comparison.json');
  const before = await readFile(file, 'utf8').catch(() => null);
  if (before === null || force || before.includes('"openstride.comparison/')) return;
  throw new GaitError('output-exists', `${file} is not from OpenStride. Choose another folder, or add --force.`);
}

/** The report's own lines in columns, what forbids or weakens the comparison above them. */
function tableText({ lead, banner, lines, names, text, kind }: ComparisonModel): string {
  const { table } = text.comparison;
  const head = ['', kind === 'left-right' ? '' : table.leg, ...names, `${names[1]} − ${names[0]}`, ''];
  const rows = lines.map((line) => [
    line.unit === '' ? line.label : `${line.label} (${line.unit})`,
    line.leg,
    cellText(line.first),
    cellText(line.second),
    line.difference ?? '',
    line.causes === '' ? line.verdict.text : `${line.verdict.text} *`,
  ]);
  const warnings =
    banner === null ? [] : [banner.title, ...banner.lines.map(({ message, effect }) => `  ${message} ${effect}`)];
  return `${[...lead, ...warnings, ...inColumns([head, ...rows])].join('\n')}\n`;
}
