// Whatever a library holds, a backup and an export bring every row and every byte of it back.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultJson } from '../../../electron/export/resultJson.ts';
import { backUp, restoreBackup } from '../../../electron/store/backup.ts';
import { exportClient, importClient } from '../../../electron/store/exportClient.ts';
import { seeded } from '../../support/mocap.ts';
import { sampleTrial } from '../../support/sampleResult.ts';
import { dumpOf } from './libraryDump.ts';
import { changeAnything, fillAtRandom } from './randomLibrary.ts';
import { addClient, addClip, addSession, KEY, OTHER_KEY } from './sampleRecords.ts';
import { open, tempFolder } from './tempLibrary.ts';

const LIBRARIES = 12;
const { raw, result, video, pose, app } = sampleTrial();
const MEASURED = { pose: raw, result: resultJson({ result, video, pose, app }) };
/** The library's own, and what can be made again. */
const NOT_OF_A_CLIENT = ['library', 'sealed_values', 'film_facts', 'measured_numbers', 'removals'];

describe('whatever a library holds', () => {
  it('a backup restored is the same library: every row decrypted, every film', async () => {
    const folder = tempFolder();
    for (let seed = 1; seed <= LIBRARIES; seed++) {
      const root = path.join(folder, `library ${seed}`);
      const library = await open(root);
      await fillAtRandom(library, seed, MEASURED);
      const before = await dumpOf(library);
      await backUp(library, path.join(folder, 'backup'));
      library.close();
      rmSync(root, { recursive: true });
      await restoreBackup(path.join(folder, 'backup'), root, KEY);
      const back = await open(root);
      expect(await dumpOf(back), `seed ${seed}`).toEqual(before);
      back.close();
    }
  });

  it('a client imported into another library is the same client, with the same ids', async () => {
    const folder = tempFolder();
    for (let seed = 1; seed <= LIBRARIES; seed++) {
      const here = await open(path.join(folder, `here ${seed}`));
      const there = await open(path.join(folder, `there ${seed}`), OTHER_KEY);
      const [traveller, ...others] = await fillAtRandom(here, seed, MEASURED);
      const file = path.join(folder, 'client');
      await exportClient(here, traveller!, file, KEY);
      await importClient(there, file, KEY);
      for (const other of others) await here.removeClient(other);
      const [sent, arrived] = [await dumpOf(here, NOT_OF_A_CLIENT), await dumpOf(there, NOT_OF_A_CLIENT)];
      const withoutDay = (rows: readonly unknown[]) => rows.map((row) => String(row).replace(/"added_at":"[^"]*"/, ''));
      expect(arrived.films, `seed ${seed}`).toEqual(sent.films);
      const { videos: hereFilms, ...hereRest } = sent.tables;
      const { videos: thereFilms, ...thereRest } = arrived.tables;
      expect(withoutDay(thereFilms!)).toEqual(withoutDay(hereFilms!)); // a film is taken in on another day
      expect(thereRest, `seed ${seed}`).toEqual(hereRest);
      here.close();
      there.close();
    }
  });

  it('after any edits, taking all back gives the bytes there were, and what the network saw is never touched', async () => {
    const library = await open(tempFolder());
    const clip = await addClip(library, addSession(library, addClient(library, 'P').id).id, 'film');
    const seen = library.poses.add(clip.id, raw, pose);
    const before = await dumpOf(library, ['edits', 'library']);
    for (let seed = 1; seed <= LIBRARIES; seed++) {
      const random = seeded(seed);
      for (let n = 0; n < 40; n++) changeAnything(library, clip.id, random);
      while (library.edits.undo(clip.id).canUndo);
      expect(library.edits.history(clip.id).edits).toEqual([]);
      expect(library.poses.read(seen.id)).toEqual(raw);
    }
    expect(await dumpOf(library, ['edits', 'library'])).toEqual(before);
    library.close();
  });
});
