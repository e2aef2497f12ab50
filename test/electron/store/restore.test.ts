// A backup replaces a library only when it is whole and nobody has that library open, and a kill at any step is made good.
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockLibrary } from '../../../electron/jobs/libraryLock.ts';
import { backUp, restoreBackup } from '../../../electron/store/backup.ts';
import { exportClient } from '../../../electron/store/exportClient.ts';
import { openLibrary } from '../../../electron/store/openLibrary.ts';
import { addClient, addEverything, everythingIn, KEY } from './sampleRecords.ts';
import { open, tempFolder } from './tempLibrary.ts';

/** A library with one client, and a backup made when it had none. */
async function withBackup() {
  const folder = tempFolder();
  const root = path.join(folder, 'library');
  const file = path.join(folder, 'backup');
  const library = await open(root);
  await backUp(library, file);
  const client = await addEverything(library, 'Ada');
  const content = everythingIn(library);
  return { folder, root, file, library, client, content };
}

const clientsIn = async (root: string) => {
  const library = await openLibrary(root, { key: KEY, alone: true });
  const { length } = library.clients.list();
  library.close();
  return length;
};

describe('restoring', () => {
  it('a library that another OpenStride has open is not replaced, and one let go of is', async () => {
    const { folder, root, file, library, content } = await withBackup();
    const lock = await lockLibrary(root);
    const names = readdirSync(folder).sort();
    await expect(restoreBackup(file, root, KEY)).rejects.toMatchObject({
      code: 'library-in-use',
      message: expect.stringContaining('close it first'),
    });
    expect(readdirSync(folder).sort()).toEqual(names);
    expect(everythingIn(library)).toEqual(content);
    library.close();
    lock.release();
    expect((await restoreBackup(file, root, KEY)).former).not.toBeNull();
    expect(await clientsIn(root)).toBe(0);
    (await lockLibrary(root)).release();
  });

  it('the lock is free again after a backup was refused', async () => {
    const { folder, root, library, content } = await withBackup();
    library.close();
    const bad = path.join(folder, 'bad');
    writeFileSync(bad, Buffer.alloc(2000, 65));
    await expect(restoreBackup(bad, root, KEY)).rejects.toMatchObject({ code: 'backup-damaged' });
    (await lockLibrary(root)).release();
    const same = await open(root);
    expect(everythingIn(same)).toEqual(content);
    same.close();
  });

  it('the file of one client is not taken for a library', async () => {
    const { folder, root, library, client, content } = await withBackup();
    const one = path.join(folder, 'one');
    await exportClient(library, client.id, one, KEY);
    library.close();
    await expect(restoreBackup(one, root, KEY)).rejects.toMatchObject({
      code: 'backup-damaged',
      message: expect.stringContaining('import it'),
    });
    expect(readdirSync(folder).sort()).toEqual(['backup', 'library', 'one']);
    const same = await open(root);
    expect(everythingIn(same)).toEqual(content);
    same.close();
  });

  it('where no library was it makes one', async () => {
    const { folder, file, library } = await withBackup();
    library.close();
    const root = path.join(folder, 'new');
    expect((await restoreBackup(file, root, KEY)).former).toBeNull();
    expect(await clientsIn(root)).toBe(0);
  });
});

describe('a restore that was killed', () => {
  it('between its last two steps is finished, also when the folder was made again for its lock', async () => {
    for (const again of ['nothing', 'the lock', 'the lock and folders']) {
      const { root, library } = await withBackup();
      library.close();
      renameSync(root, `${root}.restored`);
      if (again !== 'nothing') (await lockLibrary(root)).release();
      if (again === 'the lock and folders') for (const name of ['videos', 'work']) mkdirSync(path.join(root, name));
      expect(await clientsIn(root), again).toBe(1);
      expect(readdirSync(path.dirname(root)).sort(), again).toEqual(['backup', 'library']);
    }
  });

  it('in the middle of that last step is finished too', async () => {
    const { root, library, content } = await withBackup();
    library.close();
    renameSync(root, `${root}.restored`);
    mkdirSync(root);
    for (const name of ['videos', 'work']) renameSync(path.join(`${root}.restored`, name), path.join(root, name));
    const back = await open(root);
    expect(everythingIn(back)).toEqual(content);
    expect(await back.videos.check(true)).toEqual([]);
    expect(readdirSync(path.dirname(root)).sort()).toEqual(['backup', 'library']);
    back.close();
  });

  it('before it replaced anything leaves the library as it was and nothing beside it', async () => {
    const { root, file, library } = await withBackup();
    library.close();
    await restoreBackup(file, `${root}.restored`, KEY);
    mkdirSync(`${root}.restoring-00000000-1-00000000`);
    expect(await clientsIn(root)).toBe(1);
    expect(readdirSync(path.dirname(root)).sort()).toEqual(['backup', 'library']);
  });

  it('elsewhere, in a restore that still runs, is not touched by who only looks in', async () => {
    const { root, library } = await withBackup();
    library.close();
    const beside = `${root}.restoring-00000000-1-00000000`;
    mkdirSync(beside);
    const other = await open(root);
    addClient(other, 'B');
    other.close();
    expect(readdirSync(path.dirname(root))).toContain(path.basename(beside));
  });
});
