// One table of records: some fields in clear columns for joining and sorting, all others sealed together in one value.
import { randomUUID } from 'node:crypto';
import { GaitError } from '../../core/errors.ts';
import type { Fresh, Kept } from '../../core/records/records.ts';
import type { LibraryDb, Row, Value } from './libraryDb.ts';
import type { Sealer } from './seal.ts';
import type { SearchIndex, Words } from './searchIndex.ts';

/** What every table works with. */
export interface Shelf {
  readonly db: LibraryDb;
  readonly sealer: Sealer;
  /** Records of long lists as they were last opened, by place: in memory only, and emptied when anything is removed for good. */
  readonly opened: Map<string, OpenedRecord>;
  /** Set once the index is open. */
  search: SearchIndex | null;
}

/** The same sealed bytes in the same place are the same record, whoever wrote them. */
interface OpenedRecord {
  readonly sealed: Uint8Array;
  readonly hidden: object;
}

export interface TableShape<T extends Kept> {
  readonly table: string;
  /** Field of the record → column. */
  readonly clear: Readonly<Partial<Record<keyof T & string, string>>>;
  readonly sealed: readonly (keyof T & string)[];
  /** @throws RangeError */
  readonly check: (record: Fresh<T>) => void;
  /** All of them are listed at once, which would take too long if each were opened every time. Flat records only. */
  readonly listedWhole?: boolean;
  /** What can be searched; left out = nothing. */
  readonly words?: (record: T) => Words;
}

export interface RecordTable<T extends Kept> {
  /** @throws RangeError for values that no record can have */
  add(fresh: Fresh<T>): T;
  /** Fields left out stay. @throws GaitError `record-missing` */
  change(id: string, fields: Partial<Fresh<T>>): T;
  /** @throws GaitError `record-missing` */
  get(id: string): T;
  /** @param tail SQL after the table's name, over columns */
  list(tail: string, ...values: Value[]): readonly T[];
  remove(id: string): void;
  fromRow(row: Row): T;
}

/** The table of that shape. */
export function recordTable<T extends Kept>(shelf: Shelf, shape: TableShape<T>): RecordTable<T> {
  const { db, sealer } = shelf;
  const clear = Object.entries(shape.clear) as [keyof T & string, string][];
  const columns = ['id', 'created_at', 'changed_at', 'sealed', ...clear.map(([, column]) => column)];
  const place = (id: string) => `${shape.table}/${id}`;
  const noted = (record: T): T => {
    if (shape.words) shelf.search?.put(shape.words(record));
    return record;
  };
  const unsealed = (row: Row): object => {
    const at = place(String(row.id));
    const sealed = row.sealed as Uint8Array;
    const known = shelf.opened.get(at);
    if (known && Buffer.compare(known.sealed, sealed) === 0) return known.hidden;
    const hidden: object = JSON.parse(sealer.open(sealed, at).toString());
    if (shape.listedWhole) shelf.opened.set(at, { sealed, hidden });
    return hidden;
  };
  const fromRow = (row: Row): T =>
    ({
      id: row.id,
      createdAt: row.created_at,
      changedAt: row.changed_at,
      ...Object.fromEntries(clear.map(([field, column]) => [field, row[column]])),
      ...unsealed(row),
    }) as unknown as T;
  const valuesOf = (record: T): Value[] => {
    const hidden = JSON.stringify(Object.fromEntries(shape.sealed.map((field) => [field, record[field]])));
    const sealed = sealer.seal(Buffer.from(hidden), place(record.id));
    return [record.id, record.createdAt, record.changedAt, sealed, ...clear.map(([field]) => record[field] as Value)];
  };
  const get = (id: string): T => {
    const row = db.get(`SELECT * FROM ${shape.table} WHERE id = ?`, id);
    if (!row)
      throw new GaitError('record-missing', `The library has no ${shape.table} ${id}; it may have been removed.`);
    return fromRow(row);
  };
  return {
    add: (fresh) => {
      shape.check(fresh);
      const now = new Date().toISOString();
      const record = { ...fresh, id: randomUUID(), createdAt: now, changedAt: now } as unknown as T;
      const marks = columns.map(() => '?').join(', ');
      return db.write(() => {
        db.run(`INSERT INTO ${shape.table} (${columns.join(', ')}) VALUES (${marks})`, ...valuesOf(record));
        return noted(record);
      });
    },
    change: (id, fields) =>
      db.write(() => {
        const record = { ...get(id), ...fields, id, changedAt: new Date().toISOString() } as T;
        shape.check(record);
        const sets = columns.map((column) => `${column} = ?`).join(', ');
        db.run(`UPDATE ${shape.table} SET ${sets} WHERE id = ?`, ...valuesOf(record), id);
        return noted(record);
      }),
    get,
    list: (tail, ...values) => db.all(`SELECT ${shape.table}.* FROM ${shape.table} ${tail}`, ...values).map(fromRow),
    remove: (id) =>
      db.write(() => {
        db.run(`DELETE FROM ${shape.table} WHERE id = ?`, id);
        shelf.opened.delete(place(id));
        if (shape.words) shelf.search?.remove(id);
      }),
    fromRow,
  };
}
