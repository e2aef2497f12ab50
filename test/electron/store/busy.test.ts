// While another program writes, the library waits; when that takes too long it says so, has changed nothing, and works again.
import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { backUp } from '../../../electron/store/backup.ts';
import { exportClient, importClient } from '../../../electron/store/exportClient.ts';
import { type Library, openLibrary } from '../../../electron/store/openLibrary.ts';
import { ROOT } from '../../house/sourceFiles.ts';
import { dumpOf } from './libraryDump.ts';
import { addClient, addClip, addEverything, addSession, KEY } from './sampleRecords.ts';
import { open, tempFolder } from './tempLibrary.ts';

/** Shorter than the five seconds of the app, so that the tests need not wait them. */
const PATIENCE_MS = 300;
const SHORT_HOLD_MS = 900;

const BUSY = {
  code: 'library-busy',
  message: expect.stringMatching(/Another program is writing.*nothing was changed.*Try again/),
};

/** Another process that begins to write and lets go after a while, or when it is killed. */
async function holdWriting(file: string, holdMs: number) {
  const script = pathToFileURL(path.join(ROOT, 'electron/store/loadSqlite.ts')).href;
  const code = `const { loadSqlite } = await import(${JSON.stringify(script)});
    const db = (await loadSqlite())(${JSON.stringify(file)});
    db.exec('BEGIN IMMEDIATE');
    console.log('held');
    setTimeout(() => { db.exec('COMMIT'); db.close(); }, ${holdMs});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const letGo = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  return { gone, letGo };
}

const impatient = (root: string) => openLibrary(root, { key: KEY, busyWaitMs: PATIENCE_MS });

/** Every way of writing. */
async function allWrites(library: Library, aside: string): Promise<Record<string, () => unknown>> {
  const client = await addEverything(library, 'Ada');
  const session = library.sessions.listFor(client.id)[0]!;
  const clip = library.clips.listFor(session.id)[0]!;
  const pose = library.poses.latestFor(clip.id)!;
  const raw = library.poses.read(pose.id);
  const film = path.join(aside, 'new film.mp4');
  writeFileSync(film, 'new film');
  const other = await open(path.join(aside, 'other'));
  const traveller = addClient(other, 'Traveller');
  await addClip(other, addSession(other, traveller.id).id, 'film of the traveller');
  const file = path.join(aside, 'traveller');
  await exportClient(other, traveller.id, file, KEY);
  other.close();
  return {
    'a new client': () => addClient(library, 'Ben'),
    'a changed client': () => library.clients.change(client.id, { notes: 'new' }),
    'a film': () => library.videos.takeIn(film),
    'a pose': () => library.poses.add(clip.id, raw, pose),
    'a correction': () => library.edits.add(clip.id, { kind: 'legs-swapped', fromFrame: 1, toFrame: 2 }),
    'one taken back': () => library.edits.undo(clip.id),
    'a setting': () => library.settings.change({ clinicName: 'New' }),
    'an import': () => importClient(library, file, KEY),
    'a removal': () => library.removeClient(client.id),
  };
}

describe('while another program writes', () => {
  it('for a short time, every write waits and succeeds', async () => {
    const folder = tempFolder();
    const library = await open(path.join(folder, 'library'));
    const other = await holdWriting(library.folder.database, SHORT_HOLD_MS);
    const began = performance.now();
    const client = addClient(library, 'Patient');
    expect(performance.now() - began).toBeGreaterThan(SHORT_HOLD_MS / 2);
    expect(library.clients.get(client.id).name).toBe('Patient');
    await other.gone;
    library.close();
  });

  it('for long, every write says so and changes nothing, reading goes on, and afterwards all of it works', async () => {
    const folder = tempFolder();
    (await open(path.join(folder, 'library'))).close();
    const library = await impatient(path.join(folder, 'library'));
    const writes = await allWrites(library, folder);
    const before = await dumpOf(library);
    const other = await holdWriting(library.folder.database, 60_000);
    try {
      for (const [what, write] of Object.entries(writes))
        await expect(new Promise((resolve) => resolve(write())), what).rejects.toMatchObject(BUSY);
      expect(await dumpOf(library)).toEqual(before);
      expect(library.search('ada')).toHaveLength(1);
      expect(library.search('traveller')).toEqual([]);
      expect(readdirSync(library.folder.work)).toEqual([]);
    } finally {
      await other.letGo();
    }
    for (const [what, write] of Object.entries(writes)) expect(await write(), what).not.toBeNull();
    expect(library.clients.list().map(({ client }) => client.name)).toEqual(['Ben', 'Traveller']);
    library.close();
  });

  it('the library opens, can be read and is backed up', async () => {
    const folder = tempFolder();
    const root = path.join(folder, 'library');
    const library = await open(root);
    await addEverything(library, 'Ada');
    // Something is left to tidy up, which has to wait.
    library.shelf.db.run("INSERT INTO removals VALUES ('space')");
    const other = await holdWriting(library.folder.database, 60_000);
    try {
      const second = await impatient(root);
      expect(second.search('ada')).toHaveLength(1);
      expect((await backUp(second, path.join(folder, 'backup'))).missing).toEqual([]);
      second.close();
    } finally {
      await other.letGo();
    }
    library.close();
    const after = await open(root);
    expect(after.shelf.db.all('SELECT what FROM removals')).toEqual([]);
    after.close();
  });
});
