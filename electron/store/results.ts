// What was measured of each clip, as it was measured: with the options, the edits and the versions that made it.
import { randomUUID } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { GaitError } from '../../core/errors.ts';
import type { ResultSummary } from '../../core/records/records.ts';
import type { AnalyzeOptions, Edit } from '../../core/types.ts';
import type { ResultJson } from '../export/resultJson.ts';
import type { Row } from './libraryDb.ts';
import type { Shelf } from './recordTable.ts';

/** All that a result carries. */
export interface ResultContent {
  readonly options: AnalyzeOptions;
  /** The edits it was made with, in order. */
  readonly edits: readonly Edit[];
  readonly result: ResultJson;
}

export interface ResultStore {
  add(clipId: string, poseId: string, content: ResultContent): ResultSummary;
  /** The last first. */
  listFor(clipId: string): readonly ResultSummary[];
  /** Of every clip of a session, the last first. */
  listForSession(sessionId: string): readonly ResultSummary[];
  /** @throws GaitError `record-missing` */
  read(id: string): ResultSummary & ResultContent;
}

const COLUMNS = 'results.id, clip_id, pose_id, results.created_at, app_version, analysis_version, gait';

/** Opens the table of results. */
export function resultStore({ db, sealer }: Shelf): ResultStore {
  const place = (id: string) => `results/${id}`;
  return {
    add: (clipId, poseId, { options, edits, result }) => {
      const id = randomUUID();
      const createdAt = new Date().toISOString();
      const { version, analysisVersion } = result.app;
      const content = deflateSync(JSON.stringify({ options, edits, result }), { level: 1 });
      const sql = `INSERT INTO results (id, clip_id, pose_id, created_at, app_version, analysis_version, gait, sealed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
      const sealed = sealer.seal(content, place(id));
      db.write(() => db.run(sql, id, clipId, poseId, createdAt, version, analysisVersion, result.gait, sealed));
      return { id, clipId, poseId, createdAt, appVersion: version, analysisVersion, gait: result.gait };
    },
    listFor: (clipId) =>
      db
        .all(`SELECT ${COLUMNS} FROM results WHERE clip_id = ? ORDER BY created_at DESC, rowid DESC`, clipId)
        .map(summaryOf),
    listForSession: (sessionId) =>
      db
        .all(
          `SELECT ${COLUMNS} FROM results JOIN clips ON clips.id = clip_id
           WHERE session_id = ? ORDER BY results.created_at DESC, results.rowid DESC`,
          sessionId,
        )
        .map(summaryOf),
    read: (id) => {
      const row = db.get('SELECT * FROM results WHERE id = ?', id);
      if (!row) throw new GaitError('record-missing', `The library has no result ${id}; it may have been removed.`);
      const content = JSON.parse(inflateSync(sealer.open(row.sealed as Uint8Array, place(id))).toString());
      return { ...summaryOf(row), ...(content as ResultContent) };
    },
  };
}

function summaryOf(row: Row): ResultSummary {
  return {
    id: String(row.id),
    clipId: String(row.clip_id),
    poseId: String(row.pose_id),
    createdAt: String(row.created_at),
    appVersion: String(row.app_version),
    analysisVersion: String(row.analysis_version),
    gait: row.gait as ResultSummary['gait'],
  };
}
