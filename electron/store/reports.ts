// Reports as they were handed over: the file itself, sealed, so that it can be given again years later.
import { randomUUID } from 'node:crypto';
import { GaitError } from '../../core/errors.ts';
import type { Fresh, ReportRecord } from '../../core/records/records.ts';
import type { Row } from './libraryDb.ts';
import type { Shelf } from './recordTable.ts';

export interface ReportStore {
  /** @param file the bytes of the PDF or page */
  add(report: Fresh<ReportRecord>, file: Uint8Array): ReportRecord;
  /** @throws GaitError `record-missing` */
  get(id: string): ReportRecord;
  /** The bytes that were added. @throws GaitError `record-missing` */
  readFile(id: string): Uint8Array;
  /** The last first. */
  listFor(sessionId: string): readonly ReportRecord[];
  remove(id: string): void;
}

const COLUMNS = 'id, session_id, created_at, changed_at, sealed';

/** Opens the table of reports. */
export function reportStore({ db, sealer }: Shelf): ReportStore {
  const place = (id: string) => `reports/${id}`;
  const filePlace = (id: string) => `reports/${id}/file`;
  const fromRow = (row: Row): ReportRecord => ({
    id: String(row.id),
    sessionId: String(row.session_id),
    createdAt: String(row.created_at),
    changedAt: String(row.changed_at),
    ...JSON.parse(sealer.open(row.sealed as Uint8Array, place(String(row.id))).toString()),
  });
  const rowOf = (columns: string, id: string): Row => {
    const row = db.get(`SELECT ${columns} FROM reports WHERE id = ?`, id);
    if (!row) throw new GaitError('record-missing', `The library has no report ${id}; it may have been removed.`);
    return row;
  };
  return {
    add: ({ sessionId, title, mediaType, resultIds }, file) => {
      const id = randomUUID();
      const now = new Date().toISOString();
      const sealed = sealer.seal(Buffer.from(JSON.stringify({ title, mediaType, resultIds })), place(id));
      const sql = `INSERT INTO reports (${COLUMNS}, sealed_file) VALUES (?, ?, ?, ?, ?, ?)`;
      const sealedFile = sealer.seal(file, filePlace(id));
      db.write(() => db.run(sql, id, sessionId, now, now, sealed, sealedFile));
      return { id, createdAt: now, changedAt: now, sessionId, title, mediaType, resultIds };
    },
    get: (id) => fromRow(rowOf(COLUMNS, id)),
    readFile: (id) => sealer.open(rowOf('sealed_file', id).sealed_file as Uint8Array, filePlace(id)),
    listFor: (sessionId) =>
      db
        .all(`SELECT ${COLUMNS} FROM reports WHERE session_id = ? ORDER BY created_at DESC, rowid DESC`, sessionId)
        .map(fromRow),
    remove: (id) => void db.write(() => db.run('DELETE FROM reports WHERE id = ?', id)),
  };
}
