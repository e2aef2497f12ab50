// The files for other programs: points and angles for OpenSim and gait laboratories, numbers for spreadsheets.

import type { TableFormat } from '../../core/api/exports.ts';
import { GaitError } from '../../core/errors.ts';
import { c3dBytes } from '../../core/export/c3d.ts';
import { jointCoordinates } from '../../core/export/jointCoordinates.ts';
import { markerTracks } from '../../core/export/markerTracks.ts';
import { motLines } from '../../core/export/mot.ts';
import { resultSheets } from '../../core/export/sheets.ts';
import { curvesCsv, parametersCsv } from '../../core/export/tableCsv.ts';
import { trcLines } from '../../core/export/trc.ts';
import type { AppInfo, PoseInfo, VideoInfo } from '../../core/report/provenance.ts';
import type { ReportModel } from '../../core/report/reportModel.ts';
import type { TrialResult } from '../../core/types.ts';
import { resultJson } from './resultJson.ts';
import { type FileContent, writeAtomically } from './writeAtomically.ts';
import { writeXlsx } from './xlsx.ts';

/** Those that the command line writes beside what it always writes. */
export const EXPORT_FORMATS = ['xlsx', 'trc', 'mot', 'c3d'] as const satisfies readonly TableFormat[];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What each format's file is called in a folder of results. */
export const EXPORT_FILES = {
  xlsx: 'results.xlsx',
  trc: 'markers.trc',
  mot: 'angles.mot',
  c3d: 'motion.c3d',
} as const satisfies Readonly<Record<ExportFormat, string>>;

/** What is written: a result, the report's model of it (its words), and its provenance. */
export interface ExportSource {
  readonly result: TrialResult;
  readonly model: ReportModel;
  readonly video: VideoInfo;
  readonly pose: PoseInfo;
  readonly app: AppInfo;
}

interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes one file.
 * @throws GaitError `not-exportable` when the result has not what the format needs (the sentence says what); `disk-full`,
 *   `not-writable`, `cancelled`; no part of the file is left then
 */
export async function writeExport(
  format: TableFormat,
  outFile: string,
  source: ExportSource,
  options: WriteOptions = {},
): Promise<void> {
  const { result, model, app } = source;
  if (format === 'xlsx') return writeXlsx(outFile, resultSheets(result, model), options);
  return writeAtomically(outFile, contentOf(format, source, `${model.text.product} ${app.version}`), options);
}

function contentOf(format: Exclude<TableFormat, 'xlsx'>, source: ExportSource, software: string): FileContent {
  const { result, model } = source;
  switch (format) {
    case 'parameters':
      return parametersCsv(result, model.text);
    case 'curves':
      return curvesCsv(result, model.text);
    case 'json':
      return `${JSON.stringify(resultJson(source), null, 2)}\n`;
    case 'mot':
      return motLines(jointCoordinates(result));
    case 'trc':
      return trcLines(markerTracks(result), EXPORT_FILES.trc);
    case 'c3d':
      return c3dBytes(markerTracks(result), result, { software });
  }
}

/** A file that was asked for and could not be made although the measuring worked, with the reason. */
export interface Shortfall {
  readonly file: string;
  readonly error: GaitError;
}

/**
 * Writes several files into a folder of results.
 * @returns those that this result has no data for; the others are there
 * @throws GaitError `disk-full`, `not-writable`, `cancelled`
 */
export async function writeExports(
  formats: readonly ExportFormat[],
  path: (file: (typeof EXPORT_FILES)[ExportFormat]) => string,
  source: ExportSource,
  options: WriteOptions = {},
): Promise<readonly Shortfall[]> {
  const missing: Shortfall[] = [];
  for (const format of formats) {
    const file = EXPORT_FILES[format];
    try {
      await writeExport(format, path(file), source, options);
    } catch (error) {
      if (!(error instanceof GaitError && error.code === 'not-exportable')) throw error;
      missing.push({ file, error });
    }
  }
  return missing;
}
