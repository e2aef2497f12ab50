// Libraries of every released schema open, and the schema changes only by a new step.
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type LibraryDb, openDb } from '../../../electron/store/libraryDb.ts';
import { migrate, versionOf } from '../../../electron/store/migrate.ts';
import { MIGRATIONS } from '../../../electron/store/schema.ts';
import { OTHER_KEY } from './sampleRecords.ts';
import { open, tempFolder } from './tempLibrary.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/library/', import.meta.url));

function oldLibrary(schema: number): string {
  const root = path.join(tempFolder(), 'library');
  mkdirSync(root);
  copyFileSync(path.join(FIXTURES, `schema-${schema}.db`), path.join(root, 'library.db'));
  return root;
}

const schemaOf = (db: LibraryDb) =>
  db
    .all('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, name')
    .map((row) => `${row.sql};\n`)
    .join('\n');

async function fresh(steps: number): Promise<LibraryDb> {
  const db = await openDb(path.join(tempFolder(), 'a.db'));
  await migrate(db, tempFolder(), MIGRATIONS.slice(0, steps));
  return db;
}

describe('the schema', () => {
  it('is the one that is written down', async () => {
    const db = await fresh(MIGRATIONS.length);
    await expect(schemaOf(db)).toMatchFileSnapshot('../../fixtures/library/schema.sql');
    db.close();
  });

  it('keeps every released step as it was released', async () => {
    const released = readdirSync(FIXTURES).flatMap((name) => /^schema-(\d+)\.db$/.exec(name)?.[1] ?? []);
    expect(released).toEqual(['1']);
    for (const steps of released.map(Number)) {
      const [old, now] = [await openDb(path.join(oldLibrary(steps), 'library.db')), await fresh(steps)];
      expect(schemaOf(now)).toBe(schemaOf(old));
      old.close();
      now.close();
    }
  });

  it('has strict tables only', async () => {
    const db = await fresh(MIGRATIONS.length);
    expect(
      db.all("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'"),
    ).toEqual([]);
    expect(db.pragma('foreign_keys')).toBe(1);
    expect(db.pragma('journal_mode')).toBe('wal');
    db.close();
  });
});

describe('an old library', () => {
  it('opens with all it held, after a copy was made', async () => {
    const root = oldLibrary(1);
    const library = await open(root);
    const [entry] = library.clients.list();
    expect(entry).toMatchObject({ client: { name: 'Old Client', code: 'V1' }, sessions: 1, lastSession: '2026-01-05' });
    expect(library.injuries.listFor(entry!.client.id)).toMatchObject([{ region: 'knee', status: 'resolved' }]);
    expect(library.walkRunStages.listFor(entry!.client.id)).toEqual([]);
    library.close();
    const copy = await openDb(path.join(root, 'copies', 'before-schema-2.db'));
    expect(versionOf(copy)).toBe(1);
    expect(copy.all('SELECT id FROM clients')).toHaveLength(1);
    copy.close();
  });

  it('is not changed by a wrong key', async () => {
    const root = oldLibrary(1);
    await expect(open(root, OTHER_KEY)).rejects.toMatchObject({ code: 'wrong-key' });
    expect(existsSync(path.join(root, 'copies'))).toBe(false);
  });

  it('keeps its schema when a step fails', async () => {
    const db = await openDb(path.join(oldLibrary(1), 'library.db'));
    const steps = [...MIGRATIONS.slice(0, 1), 'CREATE TABLE extra (a TEXT) STRICT; CREATE TABLE extra (a TEXT) STRICT'];
    await expect(migrate(db, tempFolder(), steps)).rejects.toThrow(/already exists/);
    expect(versionOf(db)).toBe(1);
    expect(db.all("SELECT name FROM sqlite_master WHERE name = 'extra'")).toEqual([]);
    db.close();
  });

  it('of a newer program is refused and not touched', async () => {
    const root = oldLibrary(1);
    const db = await openDb(path.join(root, 'library.db'));
    db.pragma('user_version = 99');
    db.close();
    await expect(open(root)).rejects.toMatchObject({ code: 'library-newer' });
  });

  it('that is no database is called damaged', async () => {
    const root = path.join(tempFolder(), 'library');
    mkdirSync(root);
    copyFileSync(fileURLToPath(import.meta.url), path.join(root, 'library.db'));
    await expect(open(root)).rejects.toMatchObject({ code: 'library-damaged' });
  });
});
