// Reads back what `openstride analyze` wrote: result.json, and the series from the tables beside it.

import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { GaitError } from '../../core/errors.ts';
import { LANDMARK_NAMES } from '../../core/landmarks.ts';
import type { AppInfo, PoseInfo, VideoInfo } from '../../core/report/provenance.ts';
import { REPORT_TEXT } from '../../core/report/reportText.ts';
import type { AngleChannel, ChannelId, CleanPose, PointSeries, Side, TrialResult } from '../../core/types.ts';
import { type Columns, readColumns } from './readCsv.ts';
import type { ResultJson } from './resultJson.ts';
import { RESULT_SCHEMA } from './resultSchema.ts';

/** A result as it was written, with where it lies. */
export interface StoredTrial {
  /** Absolute path of the result.json. */
  readonly file: string;
  /** Series are empty where their table is missing: then there are no key frames. */
  readonly result: TrialResult;
  readonly video: VideoInfo;
  readonly pose: PoseInfo;
  readonly app: AppInfo;
  /** Where the film lay when it was measured; null when the result does not say. */
  readonly filmPath: string | null;
}

/**
 * Reads a result.
 * @param place a result.json (under any name) or the folder that holds one
 * @throws GaitError `result-unreadable` when there is none, it is no JSON, of another schema, or lacks something
 */
export async function readResult(place: string): Promise<StoredTrial> {
  const file = resolve((await isFolder(place)) ? join(place, 'result.json') : place);
  const json = parseResult(await readText(file), file);
  const folder = dirname(file);
  const angles = await readColumns(join(folder, 'angles.csv'));
  const points = await readColumns(join(folder, 'keypoints-clean.csv'));
  return {
    file,
    result: trialOf(json, angles, points),
    video: json.video,
    pose: json.pose,
    app: json.app,
    filmPath: json.video.path === undefined ? null : resolve(folder, json.video.path),
  };
}

async function isFolder(place: string): Promise<boolean> {
  try {
    return (await stat(place)).isDirectory();
  } catch {
    throw unreadable(place, 'there is no such file or folder; check the name, or make it with openstride analyze');
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = missing
      ? 'the folder holds no result.json; name a folder that openstride analyze wrote'
      : 'the file cannot be opened; check that you may read it';
    throw unreadable(file, why, error);
  }
}

/** @throws GaitError `result-unreadable` */
function parseResult(text: string, file: string): ResultJson {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw unreadable(file, 'it is not JSON; it may be cut short, so measure the film again', error);
  }
  const schema = (json as { schema?: unknown } | null)?.schema;
  if (typeof schema !== 'string' || !schema.startsWith('openstride.result/'))
    throw unreadable(file, 'it is no result of OpenStride; name a result.json or the folder that holds one');
  if (schema !== 'openstride.result/1')
    throw unreadable(
      file,
      `it is of the schema ${schema}, and this version reads openstride.result/1; update OpenStride`,
    );
  const parsed = RESULT_SCHEMA.safeParse(json);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  const where = first === undefined ? '' : ` (${first.path.join('.')}: ${first.message})`;
  throw unreadable(file, `something in it is missing or changed${where}; measure the film again`, parsed.error);
}

function unreadable(place: string, why: string, cause?: unknown): GaitError {
  return new GaitError('result-unreadable', `${basename(place)} cannot be read as a result: ${why}.`, { cause });
}

/** Variables, angles and flags of a later version are left out: there are no words for them here. */
function trialOf(json: ResultJson, angles: Columns | null, points: Columns | null): TrialResult {
  const timeS = angles?.get('time_s') ?? points?.get('time_s') ?? new Float64Array(0);
  const { gait, capture, events, strides, legs } = json;
  return {
    gait,
    capture,
    events,
    strides,
    legs,
    parameters: json.parameters.filter(({ id }) => id in REPORT_TEXT.parameters) as TrialResult['parameters'],
    asymmetry: json.asymmetry.filter(({ id }) => id in REPORT_TEXT.parameters) as TrialResult['asymmetry'],
    curves: json.curves.channels.filter(({ id }) => id in REPORT_TEXT.channels) as TrialResult['curves'],
    quality: json.quality.filter(({ code }) => code in REPORT_TEXT.quality) as TrialResult['quality'],
    timeS,
    angles: angleChannels(angles),
    clean: cleanPose(timeS, points),
  };
}

const ANGLE_COLUMN = /^(\w+?)(?:_(left|right))?_deg$/;

function angleChannels(angles: Columns | null): readonly AngleChannel[] {
  return [...(angles ?? [])].flatMap(([name, deg]): AngleChannel[] => {
    const [, id, side] = ANGLE_COLUMN.exec(name) ?? [];
    if (id === undefined || !(id in REPORT_TEXT.channels)) return [];
    return [{ id: id as ChannelId, side: (side as Side | undefined) ?? null, deg }];
  });
}

function cleanPose(timeS: Float64Array, points: Columns | null): CleanPose {
  const missing = new Float64Array(timeS.length).fill(Number.NaN);
  return {
    timeS,
    points: LANDMARK_NAMES.map(
      (name): PointSeries => ({
        x: points?.get(`${name}_x_px`) ?? missing,
        y: points?.get(`${name}_y_px`) ?? missing,
      }),
    ),
  };
}
