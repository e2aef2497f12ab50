// From the words of the command line to paper: the setup with its logo, the pictures, the print.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { checkReportSetup, type ReportSetup } from '../../core/report/reportSetup.ts';
import type { StoredTrial } from '../export/readResult.ts';
import { writeAtomically } from '../export/writeAtomically.ts';
import type { FilmPictures } from '../report/comparisonPages.ts';
import { filmPictures } from '../report/filmPictures.ts';
import type { Printer } from '../report/printPdf.ts';
import type { Terminal } from './analyzeCommand.ts';
import type { PaperWords } from './reportOptions.ts';
import { UsageError } from './words.ts';

/** A logo larger than this makes every report heavy, bytes. */
const MOST_LOGO_BYTES = 500_000;

/** @throws UsageError for a logo that is no picture or too large, and for texts that are too long */
export async function setupOf(words: PaperWords): Promise<ReportSetup> {
  const { paper, reader, clinicName, noteForClient, noteForColleague, leftOut, logoFile } = words;
  const clinicLogo = logoFile === null ? null : await readLogo(logoFile);
  const setup = { paper, reader, clinicName, clinicLogo, noteForClient, noteForColleague, leftOut };
  try {
    checkReportSetup(setup);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  return setup;
}

async function readLogo(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) throw new UsageError(`The logo ${file} cannot be opened; check its name.`);
  if (bytes.length > MOST_LOGO_BYTES)
    throw new UsageError(`The logo ${path.basename(file)} is larger than 500 kB; make the picture smaller.`);
  const isPng = bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!isPng && !isJpeg) throw new UsageError(`The logo ${path.basename(file)} is no PNG or JPEG picture.`);
  return `data:image/${isPng ? 'png' : 'jpeg'};base64,${bytes.toString('base64')}`;
}

/** The pictures of all films; what is missing is said on stderr, once a film. @param frames by number of the film */
export async function picturesOf(
  trials: readonly StoredTrial[],
  frames: ReadonlyMap<number, readonly number[]>,
  { films, blurFaces }: PaperWords,
  { stderr, signal }: Terminal,
): Promise<FilmPictures> {
  const found = await Promise.all(
    Array.from(frames, async ([film, numbers]) => {
      const { pictures, shortfall } = await filmPictures(trials[film]!, numbers, { films, blurFaces, signal });
      if (shortfall !== null) stderr.write(`${shortfall}\n`);
      return [film, pictures] as const;
    }),
  );
  return new Map(found.filter(([, pictures]) => pictures.size > 0));
}

/** Prints a document and writes it whole. @throws GaitError `browser-missing`, `disk-full`, `not-writable`, `cancelled` */
export async function printTo(outFile: string, html: string, printer: Printer, signal: AbortSignal): Promise<void> {
  await writeAtomically(outFile, await printer.print(html, { signal }), { signal });
}

/** @throws GaitError `output-exists` when a file is there already that was not to be replaced */
export async function refuseExisting(file: string, force: boolean): Promise<void> {
  if (force || (await stat(file).catch(() => null)) === null) return;
  throw new GaitError('output-exists', `${file} is there already. Choose another name, or add --force to replace it.`);
}

/** The day as people write it. */
export function today(): string {
  return new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
