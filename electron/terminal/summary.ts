// What the terminal says when all films are done.
import path from 'node:path';
import { GaitError } from '../../core/errors.ts';
import type { ReportModel } from '../../core/report/reportModel.ts';
import type { FilmOutcome } from '../jobs/measureFilm.ts';
import { cellText, inColumns } from './columns.ts';
import { exitCodeFor } from './exitCodes.ts';

/** What became of one film. */
export interface FilmReport {
  readonly file: string;
  readonly outDir: string;
  /** Null when it failed. */
  readonly outcome: FilmOutcome | null;
  /** Null when all that was asked for is there. */
  readonly error: unknown;
}

/** A table for people: one block per film, the same words and digits as the report. */
export function summaryLines(reports: readonly FilmReport[]): string {
  return `${reports.map(block).join('\n\n')}\n`;
}

/** The same for programs: one JSON document. */
export function summaryJson(reports: readonly FilmReport[]): string {
  const films = reports.map(({ file, outDir, outcome, error }) => ({
    file,
    out: outcome ? outDir : null,
    exitCode: error === null ? 0 : exitCodeFor(error),
    error: error === null ? null : { code: error instanceof GaitError ? error.code : 'bug', message: messageOf(error) },
    result: outcome?.json ?? null,
  }));
  return `${JSON.stringify({ films }, null, 2)}\n`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function block({ file, outDir, outcome, error }: FilmReport): string {
  const name = path.basename(file);
  if (!outcome) return `${name}\n  not measured: ${messageOf(error)}`;
  return [`${name}  →  ${outDir}`, ...outcome.model.lead.map((s) => `  ${s}`), ...table(outcome.model)].join('\n');
}

/** The rows of the report's own table in columns. */
function table(model: ReportModel): string[] {
  const rows = model.table.flatMap((group) => group.rows);
  const cells = rows.map((row) => [
    row.unit ? `${row.label} (${row.unit})` : row.label,
    row.whole ? cellText(row.whole) : cellText(row.left),
    row.whole ? '' : cellText(row.right),
    row.difference ?? '',
    row.verdict?.text ?? '',
  ]);
  return inColumns([['', 'left', 'right', 'right − left', ''], ...cells]).map((line) => `  ${line}`);
}
