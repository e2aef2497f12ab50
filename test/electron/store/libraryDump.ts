// Every row of a library, decrypted, and every film's hash: two libraries with equal dumps hold the same.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Row, Value } from '../../../electron/store/libraryDb.ts';
import type { Library } from '../../../electron/store/openLibrary.ts';
import { hashFile } from '../../../electron/video/hashFile.ts';

export interface LibraryDump {
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
  /** Name → SHA-256 of its bytes. */
  readonly films: Readonly<Record<string, string>>;
}

/** @param without tables that are not compared */
export async function dumpOf(library: Library, without: readonly string[] = []): Promise<LibraryDump> {
  const { db } = library.shelf;
  const names = db
    .all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .map((row) => String(row.name))
    .filter((name) => !without.includes(name));
  const tables = Object.fromEntries(names.map((name) => [name, rowsOf(library, name)]));
  const films: Record<string, string> = {};
  for (const name of readdirSync(library.folder.videos).sort())
    films[name] = await hashFile(path.join(library.folder.videos, name));
  return { tables, films };
}

/** Without regard to the order in which they were added. */
function rowsOf({ shelf }: Library, table: string): unknown[] {
  const plain = (value: Value, place: string): string => digest(shelf.sealer.open(value as Uint8Array, place));
  const opened = (row: Row): string => {
    const place = `${table}/${row.id ?? row.video_sha256 ?? row.clip_id ?? row.name}`;
    const all = Object.entries(row).map(([column, value]) => {
      if (column === 'sealed') return [column, plain(value, place)];
      if (column === 'sealed_file') return [column, plain(value, `${place}/file`)];
      return [column, value instanceof Uint8Array ? digest(value) : value];
    });
    return JSON.stringify(Object.fromEntries(all));
  };
  return shelf.db.all(`SELECT * FROM ${table}`).map(opened).sort();
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
