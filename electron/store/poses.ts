// What the network saw of each clip: saved once, never changed.
import { randomUUID } from 'node:crypto';
import { GaitError } from '../../core/errors.ts';
import type { PoseInfo } from '../../core/report/provenance.ts';
import type { RawPose } from '../../core/types.ts';
import type { Row } from './libraryDb.ts';
import { poseBytes, readPose } from './poseBytes.ts';
import type { Shelf } from './recordTable.ts';

/** A stored pose without its series. */
export interface PoseSummary extends PoseInfo {
  readonly id: string;
  readonly clipId: string;
  readonly createdAt: string;
}

export interface PoseStore {
  add(clipId: string, pose: RawPose, from: PoseInfo): PoseSummary;
  /** The last one of a clip, or null when it was never looked at. */
  latestFor(clipId: string): PoseSummary | null;
  /** The series, the same bits as were added. @throws GaitError `record-missing` */
  read(id: string): RawPose;
}

/** Opens the table of poses. */
export function poseStore({ db, sealer }: Shelf): PoseStore {
  const place = (id: string) => `poses/${id}`;
  return {
    add: (clipId, pose, { model, modelSha256, engine, framesSeen }) => {
      const id = randomUUID();
      const createdAt = new Date().toISOString();
      const sealed = sealer.seal(poseBytes(pose), place(id));
      const sql = `INSERT INTO poses (id, clip_id, created_at, model, model_sha256, engine, frames_seen, sealed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
      db.write(() => db.run(sql, id, clipId, createdAt, model, modelSha256, engine, framesSeen, sealed));
      return { id, clipId, createdAt, model, modelSha256, engine, framesSeen };
    },
    latestFor: (clipId) => {
      const columns = 'id, clip_id, created_at, model, model_sha256, engine, frames_seen';
      const row = db.get(
        `SELECT ${columns} FROM poses WHERE clip_id = ? ORDER BY created_at DESC, rowid DESC LIMIT 1`,
        clipId,
      );
      return row ? summaryOf(row) : null;
    },
    read: (id) => {
      const row = db.get('SELECT sealed FROM poses WHERE id = ?', id);
      if (!row) throw new GaitError('record-missing', `The library has no pose ${id}; it may have been removed.`);
      return readPose(sealer.open(row.sealed as Uint8Array, place(id)));
    },
  };
}

function summaryOf(row: Row): PoseSummary {
  return {
    id: String(row.id),
    clipId: String(row.clip_id),
    createdAt: String(row.created_at),
    model: String(row.model),
    modelSha256: String(row.model_sha256),
    engine: String(row.engine),
    framesSeen: Number(row.frames_seen),
  };
}
