// What is kept comes back as it was, is found by its words, and cannot be read without the key.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesKey, keyFileKey, makeKeyFile, passphraseKey } from '../../../electron/store/keyPort.ts';
import { loadSqlite } from '../../../electron/store/loadSqlite.ts';
import { openLibrary } from '../../../electron/store/openLibrary.ts';
import { seeded } from '../../support/mocap.ts';
import { sampleTrial } from '../../support/sampleResult.ts';
import { addClient, addClip, addEverything, addSession, everythingIn, KEY, OTHER_KEY } from './sampleRecords.ts';
import { open, tempFolder } from './tempLibrary.ts';

const allBytes = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name))),
  );

describe('records', () => {
  it('come back as they were after closing', async () => {
    const folder = path.join(tempFolder(), 'library');
    const library = await open(folder);
    await addEverything(library, 'Ada Runner');
    const before = everythingIn(library);
    library.close();
    const again = await open(folder);
    expect(everythingIn(again)).toEqual(before);
    again.close();
  });

  it('a pose comes back to the bit', async () => {
    const library = await open(tempFolder());
    const clip = await addClip(library, addSession(library, addClient(library, 'P').id).id, 'film');
    const { raw, pose } = sampleTrial();
    expect(library.poses.read(library.poses.add(clip.id, raw, pose).id)).toEqual(raw);
    library.close();
  });

  it('impossible values are refused by name', async () => {
    const library = await open(tempFolder());
    const client = addClient(library, 'P');
    expect(() => library.clients.change(client.id, { birthDate: '2023-02-30' })).toThrow(/birthDate/);
    expect(() => library.sessions.change(addSession(library, client.id).id, { painAfter: 11 })).toThrow(/painAfter/);
    expect(() => library.clients.get('nobody')).toThrow(expect.objectContaining({ code: 'record-missing' }));
    library.close();
  });

  it('a group of writes is all or nothing, and the search knows', async () => {
    const library = await open(tempFolder());
    const twoThenTrouble = () => {
      addClient(library, 'Phantom');
      throw new Error('trouble');
    };
    expect(() => library.write(twoThenTrouble)).toThrow('trouble');
    expect(library.clients.list()).toEqual([]);
    expect(library.search('phantom')).toEqual([]);
    library.close();
  });
});

describe('the list of clients', () => {
  it('shows what another process changed, added and removed', async () => {
    const folder = tempFolder();
    const [here, there] = [await open(folder), await open(folder)];
    const [first, second] = [addClient(here, 'Greta'), addClient(here, 'Nora')];
    const names = () => here.clients.list().map(({ client }) => client.name);
    expect(names()).toEqual(['Greta', 'Nora']);
    there.clients.change(first.id, { name: 'Zara' });
    expect(names()).toEqual(['Nora', 'Zara']);
    await there.removeClient(second.id);
    addClient(there, 'Ada');
    expect(names()).toEqual(['Ada', 'Zara']);
    here.close();
    there.close();
  });
});

describe('search', () => {
  it('finds beginnings of words in names, codes, notes and injuries, without regard to case and accents', async () => {
    const library = await open(tempFolder());
    const client = await addEverything(library, 'Zoë Müller');
    library.clients.change(client.id, { code: 'KX-77' });
    for (const query of ['zoe mul', 'kx-77', 'MARATH', 'achilles morning', 'tired work'])
      expect(library.search(query)[0]?.clientId, query).toBe(client.id);
    expect(library.search('marathon nobody')).toEqual([]);
    for (const query of ['', '"', 'AND', 'a* OR (', 'NEAR(']) expect(() => library.search(query), query).not.toThrow();
    library.close();
  });

  it('finds what another process wrote, and no longer finds the old name', async () => {
    const folder = tempFolder();
    const [here, there] = [await open(folder), await open(folder)];
    const client = addClient(there, 'Greta');
    expect(here.search('greta')).toHaveLength(1);
    there.clients.change(client.id, { name: 'Hanna' });
    expect(here.search('greta')).toEqual([]);
    expect(here.search('hanna')).toHaveLength(1);
    here.close();
    there.close();
  });
});

describe('personal data at rest', () => {
  it('no name, note, injury or file name can be read from any file', async () => {
    const folder = tempFolder();
    const library = await open(folder);
    await addEverything(library, 'Ottilie Blankenship', 'film');
    const whileOpen = allBytes(folder);
    library.close();
    for (const bytes of [whileOpen, allBytes(folder)])
      for (const word of [
        'Ottilie',
        'Blankenship',
        'Achilles',
        'marathon',
        'Secret Surname',
        '1990-02-28',
        'single-leg',
        '%PDF',
      ])
        expect(bytes.includes(word), word).toBe(false);
  });

  it('a wrong key is refused and changes nothing', async () => {
    const folder = tempFolder();
    const library = await open(folder);
    addClient(library, 'A');
    library.close();
    await expect(open(folder, OTHER_KEY)).rejects.toMatchObject({ code: 'wrong-key' });
    const again = await open(folder);
    await again.changeKey(KEY, OTHER_KEY);
    again.close();
    await expect(open(folder, KEY)).rejects.toMatchObject({ code: 'wrong-key' });
    const moved = await open(folder, OTHER_KEY);
    expect(moved.clients.list()).toHaveLength(1);
    moved.close();
  });

  it('a passphrase or a key file opens it', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'clinic.key');
    await makeKeyFile(file);
    await expect(makeKeyFile(file)).rejects.toMatchObject({ code: 'not-writable' });
    for (const [name, key, wrong] of [
      ['phrase', passphraseKey('correct horse'), passphraseKey('correct horsf')],
      ['file', keyFileKey(file), keyFileKey(path.join(folder, 'none.key'))],
    ] as const) {
      (await open(path.join(folder, name), key)).close();
      (await open(path.join(folder, name), key)).close();
      await expect(open(path.join(folder, name), wrong)).rejects.toMatchObject({ code: 'wrong-key' });
    }
    expect(() => bytesKey(Buffer.alloc(5))).toThrow(RangeError);
  });

  it('a sealed value cannot stand in for another', async () => {
    const library = await open(tempFolder());
    const [a, b] = [addClient(library, 'A'), addClient(library, 'B')];
    library.shelf.db.run(
      'UPDATE clients SET sealed = (SELECT sealed FROM clients WHERE id = ?) WHERE id = ?',
      a.id,
      b.id,
    );
    expect(() => library.clients.get(b.id)).toThrow(expect.objectContaining({ code: 'library-damaged' }));
    library.close();
  });

  it('an old Node is told so before SQLite is loaded', async () => {
    await expect(loadSqlite(9)).rejects.toMatchObject({ code: 'library-unsupported' });
  });

  it('a folder without a library is not made into one unasked', async () => {
    const opening = openLibrary(tempFolder(), { key: KEY, create: false });
    await expect(opening).rejects.toMatchObject({ code: 'library-missing' });
  });
});

describe('edits', () => {
  it('any edits and as many undos give the same bytes, and redo brings each back', async () => {
    const library = await open(tempFolder());
    const clip = await addClip(library, addSession(library, addClient(library, 'P').id).id, 'film');
    const random = seeded(5);
    const bytes = () => JSON.stringify(library.edits.history(clip.id).edits);
    for (let round = 0; round < 10; round++) {
      const states = [bytes()];
      const count = 1 + Math.floor(random() * 6);
      for (let i = 0; i < count; i++) {
        library.edits.add(clip.id, { kind: 'landmark-moved', frame: i, landmark: 27, xPx: random(), yPx: random() });
        states.push(bytes());
      }
      for (let i = count - 1; i >= 0; i--) {
        library.edits.undo(clip.id);
        expect(bytes()).toBe(states[i]);
      }
      const kept = Math.floor(random() * (count + 1));
      for (let i = 1; i <= kept; i++) {
        library.edits.redo(clip.id);
        expect(bytes()).toBe(states[i]);
      }
    }
    library.edits.undoAll(clip.id);
    expect(library.edits.undo(clip.id)).toMatchObject({ edits: [], canUndo: false, canRedo: true });
    library.close();
  });

  it('one in the middle can be taken back by its place, and redo brings it back to it', async () => {
    const library = await open(tempFolder());
    const clip = await addClip(library, addSession(library, addClient(library, 'P').id).id, 'film');
    const swap = (fromFrame: number) => ({ kind: 'legs-swapped', fromFrame, toFrame: fromFrame + 1 }) as const;
    for (const from of [1, 5, 9]) library.edits.add(clip.id, swap(from));
    expect(library.edits.remove(clip.id, 1)).toEqual({ edits: [swap(1), swap(9)], canUndo: true, canRedo: true });
    expect(library.edits.remove(clip.id, 7).edits).toEqual([swap(1), swap(9)]);
    expect(library.edits.redo(clip.id)).toEqual({
      edits: [swap(1), swap(5), swap(9)],
      canUndo: true,
      canRedo: false,
    });
    library.close();
  });

  it('a new edit ends what could be redone', async () => {
    const library = await open(tempFolder());
    const clip = await addClip(library, addSession(library, addClient(library, 'P').id).id, 'film');
    library.edits.add(clip.id, { kind: 'legs-swapped', fromFrame: 1, toFrame: 2 });
    library.edits.undo(clip.id);
    const after = library.edits.add(clip.id, { kind: 'legs-swapped', fromFrame: 5, toFrame: 6 });
    expect(after).toEqual({
      edits: [{ kind: 'legs-swapped', fromFrame: 5, toFrame: 6 }],
      canUndo: true,
      canRedo: false,
    });
    library.close();
  });
});
