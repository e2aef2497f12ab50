// Films and the folder: stored once, found after moving, missed when gone, and really gone when removed.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownMark } from '../../../electron/export/leftBehind.ts';
import { backUp, restoreBackup } from '../../../electron/store/backup.ts';
import { exportClient, importClient } from '../../../electron/store/exportClient.ts';
import type { LibraryFolder } from '../../../electron/store/libraryFolder.ts';
import { openLibrary } from '../../../electron/store/openLibrary.ts';
import { addClient, addClip, addEverything, addSession, everythingIn, KEY, OTHER_KEY } from './sampleRecords.ts';
import { open, tempFolder } from './tempLibrary.ts';

const films = (folder: string) => readdirSync(path.join(folder, 'videos'));

describe('films', () => {
  it('the same content is stored once and the original is untouched', async () => {
    const folder = tempFolder();
    const library = await open(path.join(folder, 'library'));
    const source = path.join(folder, 'Run.MOV');
    writeFileSync(source, 'a film');
    const before = statSync(source).mtimeMs;
    const first = await library.videos.takeIn(source);
    expect(await library.videos.takeIn(source)).toEqual(first);
    expect(films(library.folder.root)).toEqual([`${first.sha256}.mov`]);
    expect(readFileSync(source, 'utf8')).toBe('a film');
    expect(statSync(source).mtimeMs).toBe(before);
    library.close();
  });

  it('what cannot be taken in leaves nothing', async () => {
    const folder = tempFolder();
    const library = await open(path.join(folder, 'library'));
    writeFileSync(path.join(folder, 'empty.mp4'), '');
    writeFileSync(path.join(folder, 'film.mp4'), 'film');
    const taking = (name: string, signal?: AbortSignal) => library.videos.takeIn(path.join(folder, name), { signal });
    await expect(taking('none.mp4')).rejects.toMatchObject({ code: 'video-not-found' });
    await expect(taking('empty.mp4')).rejects.toMatchObject({ code: 'video-empty' });
    await expect(taking('library')).rejects.toMatchObject({ code: 'video-is-folder' });
    await expect(taking('film.mp4', AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
    expect(films(library.folder.root)).toEqual([]);
    library.close();
  });

  it('a moved folder works; a missing or changed film is said', async () => {
    const folder = tempFolder();
    const library = await open(path.join(folder, 'here'));
    const session = addSession(library, addClient(library, 'P').id);
    const clips = [];
    for (const content of ['one', 'two', 'three']) clips.push(await addClip(library, session.id, content));
    library.close();
    renameSync(path.join(folder, 'here'), path.join(folder, 'there'));
    const moved = await open(path.join(folder, 'there'));
    expect(await moved.videos.check(true)).toEqual([]);
    const [gone, changed] = clips.map((clip) => moved.videos.get(clip.videoSha256));
    rmSync(gone!.file);
    writeFileSync(changed!.file, 'owt');
    expect(await moved.videos.check(false)).toEqual([{ sha256: gone!.sha256, trouble: 'missing' }]);
    const said = Object.fromEntries((await moved.videos.check(true)).map((t) => [t.sha256, t.trouble]));
    expect(said).toEqual({ [gone!.sha256]: 'missing', [changed!.sha256]: 'changed' });
    moved.close();
  });
});

describe('what a killed program left', () => {
  /** Half a film, a film without a record, half a backup and a staging folder, by this living process. */
  const leaveHalfMade = (folder: LibraryFolder) => {
    const stray = 'a'.repeat(64);
    writeFileSync(path.join(folder.videos, `.${ownMark()}.part`), 'half');
    for (const place of [folder.videos, folder.thumbnails]) writeFileSync(path.join(place, `${stray}.mp4`), 'stray');
    writeFileSync(path.join(folder.proxies, `.${stray}.mp4.0000.part.mp4`), 'half');
    writeFileSync(path.join(folder.outgoing, `.backup.${ownMark()}.part`), 'half');
    mkdirSync(path.join(folder.work, `export-${ownMark()}`));
  };
  const filesIn = (root: string) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.name.startsWith('export'))
      .map((entry) => entry.name)
      .filter((name) => !name.startsWith('library.db'));

  it('is removed at once by who holds the lock; who does not leaves it to those who may still work on it', async () => {
    const root = tempFolder();
    const library = await open(root);
    const clip = await addClip(library, addSession(library, addClient(library, 'P').id).id, 'film');
    const kept = path.basename(library.videos.get(clip.videoSha256).file);
    leaveHalfMade(library.folder);
    library.close();
    const before = filesIn(root).sort();
    expect(before).toHaveLength(7);
    (await open(root)).close();
    expect(filesIn(root).sort()).toEqual(before);
    (await openLibrary(root, { key: KEY, alone: true })).close();
    expect(filesIn(root)).toEqual([kept]);
  });

  it('a film taken in whose clip was never written down goes with its record', async () => {
    const root = tempFolder();
    const library = await open(root);
    const source = path.join(tempFolder(), 'film.mp4');
    writeFileSync(source, 'film');
    await library.videos.takeIn(source);
    library.close();
    const alone = await openLibrary(root, { key: KEY, alone: true });
    expect(alone.videos.total()).toEqual({ films: 0, bytes: 0 });
    expect(films(root)).toEqual([]);
    alone.close();
  });
});

describe('removing a client', () => {
  it('leaves no row, no word, no film of theirs alone, and gives the space back', async () => {
    const folder = tempFolder();
    const library = await open(folder);
    const kept = await addEverything(library, 'Keeper', 'shared film');
    library.close();
    const sizeOf = () => statSync(path.join(folder, 'library.db')).size;
    const bytesBefore = sizeOf();
    const again = await open(folder);
    const before = everythingIn(again);
    const gone = await addEverything(again, 'Goner', 'film of the goner');
    await addClip(again, again.sessions.listFor(gone.id)[0]!.id, 'shared film');
    const sealed = again.shelf.db.get('SELECT sealed FROM clients WHERE id = ?', gone.id)!.sealed as Uint8Array;
    await again.removeClient(gone.id);
    expect(everythingIn(again)).toEqual(before);
    expect(again.search('goner')).toEqual([]);
    expect(films(folder)).toHaveLength(1);
    const left = Buffer.concat(['library.db', 'library.db-wal'].map((name) => readFileSync(path.join(folder, name))));
    expect(left.includes(Buffer.from(sealed.subarray(0, 40)))).toBe(false);
    expect(again.shelf.db.pragma('freelist_count')).toBe(0);
    // Pages do not fill evenly; a client with a pose and a result takes some 60.
    expect(sizeOf()).toBeLessThan(bytesBefore + 8 * 4096);
    expect(again.clients.get(kept.id).name).toBe('Keeper');
    again.close();
  });

  it('is finished at the next opening when the program died in the middle', async () => {
    const folder = tempFolder();
    const library = await open(folder);
    const clip = await addClip(library, addSession(library, addClient(library, 'P').id).id, 'film');
    library.shelf.db.write(() => {
      library.shelf.db.run('DELETE FROM clients');
      library.shelf.db.run('DELETE FROM videos');
      library.shelf.db.run('INSERT INTO removals VALUES (?)', `${clip.videoSha256}.mp4`);
    });
    library.close();
    (await open(folder)).close();
    expect(films(folder)).toEqual([]);
  });
});

describe('backup', () => {
  it('of a library in use restores to an equal one, and what was there is kept', async () => {
    const folder = tempFolder();
    const root = path.join(folder, 'library');
    const library = await open(root);
    for (const name of ['Ada', 'Ben', 'Cleo']) await addEverything(library, name);
    const before = everythingIn(library);
    const file = path.join(folder, 'clinic.openstride');
    expect((await backUp(library, file)).missing).toEqual([]);
    addClient(library, 'Later');
    library.close();
    const { former } = await restoreBackup(file, root, KEY);
    const back = await open(root);
    expect(everythingIn(back)).toEqual(before);
    expect(await back.videos.check(true)).toEqual([]);
    back.close();
    const old = await open(former!);
    expect(old.search('later')).toHaveLength(1);
    old.close();
  });

  it('a damaged, cut or foreign file, or a wrong key, replaces nothing', async () => {
    const folder = tempFolder();
    const root = path.join(folder, 'library');
    const library = await open(root);
    await addEverything(library, 'Ada');
    const before = everythingIn(library);
    const file = path.join(folder, 'good');
    await backUp(library, file);
    library.close();
    const good = readFileSync(file);
    const bad = (name: string, bytes: Uint8Array) => {
      writeFileSync(path.join(folder, name), bytes);
      return path.join(folder, name);
    };
    const flipped = Buffer.from(good);
    flipped[Math.floor(good.length / 2)]! ^= 1;
    const wrong = [
      bad('flipped', flipped),
      bad('cut', good.subarray(0, good.length - 3000)),
      bad('foreign', Buffer.alloc(900, 65)),
    ];
    for (const one of wrong)
      await expect(restoreBackup(one, root, KEY)).rejects.toMatchObject({ code: 'backup-damaged' });
    await expect(restoreBackup(file, root, OTHER_KEY)).rejects.toMatchObject({ code: 'wrong-key' });
    expect(readdirSync(folder).sort()).toEqual(['cut', 'flipped', 'foreign', 'good', 'library']);
    const same = await open(root);
    expect(everythingIn(same)).toEqual(before);
    same.close();
  });

  it('a restore that died before its last step is finished at the next opening', async () => {
    const folder = tempFolder();
    const library = await open(path.join(folder, 'library.restored'));
    addClient(library, 'P');
    library.close();
    const back = await open(path.join(folder, 'library'));
    expect(back.clients.list()).toHaveLength(1);
    back.close();
  });

  it('says which films it could not find', async () => {
    const folder = tempFolder();
    const library = await open(path.join(folder, 'library'));
    const clip = await addClip(library, addSession(library, addClient(library, 'P').id).id, 'film');
    rmSync(library.videos.get(clip.videoSha256).file);
    expect((await backUp(library, path.join(folder, 'b'))).missing).toEqual([clip.videoSha256]);
    library.close();
  });
});

describe('export of one client', () => {
  it('imports into another library as an equal client, under that library’s key', async () => {
    const folder = tempFolder();
    const here = await open(path.join(folder, 'here'));
    const there = await open(path.join(folder, 'there'), OTHER_KEY);
    await addEverything(here, 'Somebody else');
    const client = await addEverything(here, 'Traveller');
    await addEverything(there, 'Local', 'Traveller');
    const file = path.join(folder, 'traveller.openstride');
    const travelKey = KEY;
    await exportClient(here, client.id, file, travelKey);
    const of = (library: typeof here) =>
      (everythingIn(library) as { client: { id: string } }[]).find((entry) => entry.client.id === client.id);
    expect(await importClient(there, file, travelKey)).toBe(client.id);
    expect(of(there)).toEqual(of(here));
    expect(there.clients.list()).toHaveLength(2);
    await expect(importClient(there, file, travelKey)).rejects.toMatchObject({ code: 'client-exists' });
    await expect(importClient(there, file, OTHER_KEY)).rejects.toMatchObject({ code: 'wrong-key' });
    expect(readdirSync(there.folder.work)).toEqual([]);
    here.close();
    there.close();
  });
});
