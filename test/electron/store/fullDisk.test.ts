// On a full disk every write says so and leaves nothing half-written, all that was kept can be read, and with room again all works.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openChunkFolder } from '../../../electron/jobs/chunkFolder.ts';
import { jobsInFolders } from '../../../electron/jobs/jobFolders.ts';
import type { PoseChunk } from '../../../electron/pose/poseChunk.ts';
import { backUp, restoreBackup } from '../../../electron/store/backup.ts';
import { exportClient, importClient } from '../../../electron/store/exportClient.ts';
import { openDb } from '../../../electron/store/libraryDb.ts';
import type { Library } from '../../../electron/store/openLibrary.ts';
import { MIGRATIONS } from '../../../electron/store/schema.ts';
import { canMountSmallDisk, fillUp, mountSmallDisk } from '../../support/smallDisk.ts';
import { dumpOf } from './libraryDump.ts';
import { addClient, addClip, addEverything, addSession, everythingIn, KEY } from './sampleRecords.ts';
import { open, tempFolder } from './tempLibrary.ts';

const OLD_LIBRARY = fileURLToPath(new URL('../../fixtures/library/schema-1.db', import.meta.url));
const FULL = { code: 'disk-full', message: expect.stringMatching(/no room left.*[Ff]ree some space/) };

/** Of a stretch: enough not to fit into what is left of a block. */
const FRAMES = 5000;

/** A stretch of a film in which nobody was seen. */
function stretch(fromPlace: number): PoseChunk {
  const every = <T>(value: T) => Array.from({ length: FRAMES }, () => value);
  return { fromPlace, timeS: every(fromPlace), personIds: every(-1), poses: every(null), sightings: [] };
}

interface TightDisk {
  readonly folder: string;
  /** Takes every byte that is left. */
  fill(): void;
  free(): void;
}

async function onDisk(kilobytes: number, work: (disk: TightDisk) => Promise<void>): Promise<void> {
  const disk = mountSmallDisk(kilobytes)!;
  const ballast = path.join(disk.folder, 'ballast');
  try {
    await work({ folder: disk.folder, fill: () => fillUp(ballast), free: () => rmSync(ballast) });
  } finally {
    disk.release();
  }
}

/** Everything that writes; what it reads lies on another disk. */
async function allWrites(library: Library, disk: string): Promise<Record<string, () => unknown>> {
  const aside = tempFolder();
  const client = library.clients.list()[0]!.client;
  const clip = library.clips.listFor(library.sessions.listFor(client.id)[0]!.id)[0]!;
  const seen = library.poses.latestFor(clip.id)!;
  const raw = library.poses.read(seen.id);
  const measured = library.results.read(library.results.listFor(clip.id)[0]!.id);
  const film = path.join(aside, 'film.mp4');
  writeFileSync(film, Buffer.alloc(200_000, 3));
  const other = await open(path.join(aside, 'other'));
  const traveller = addClient(other, 'Traveller');
  await addClip(other, addSession(other, traveller.id).id, 'film of the traveller');
  await exportClient(other, traveller.id, path.join(aside, 'traveller'), KEY);
  other.close();
  const report = { sessionId: clip.sessionId, title: 'R', mediaType: 'application/pdf', resultIds: [] } as const;
  const points = [{ xPx: 1, yPx: 2 }];
  return {
    'taking in a film': () => library.videos.takeIn(film),
    'storing a pose': () => library.poses.add(clip.id, raw, seen),
    'storing a result': () => library.results.add(clip.id, seen.id, measured),
    'a correction': () => library.edits.add(clip.id, { kind: 'legs-swapped', fromFrame: 1, toFrame: 2 }),
    'a drawing': () =>
      library.drawings.add({ clipId: clip.id, kind: 'text', timeS: 0, points, text: 'x', colour: '#ffffff' }),
    'a new client': () => addClient(library, 'Ben'),
    'a report': () => library.reports.add(report, Buffer.alloc(10_000, 1)),
    'a backup': () => backUp(library, path.join(disk, 'backup')),
    'an export': () => exportClient(library, client.id, path.join(disk, 'client'), KEY),
    'an import': () => importClient(library, path.join(aside, 'traveller'), KEY),
    'a removal': () => library.removeClient(client.id),
  };
}

describe.skipIf(!canMountSmallDisk())('a full disk (skipped where a small one cannot be mounted)', () => {
  it('is said by every write; nothing is lost or half-written; with room again every one of them works', () =>
    onDisk(12_000, async (disk) => {
      const root = path.join(disk.folder, 'library');
      const before = await open(root);
      await addEverything(before, 'Ada');
      const dump = await dumpOf(before);
      const content = everythingIn(before);
      before.close();
      disk.fill();

      const library = await open(root); // even now, with not a byte to spare
      expect(everythingIn(library)).toEqual(content);
      const writes = await allWrites(library, disk.folder);
      for (const [what, write] of Object.entries(writes))
        await expect(new Promise((resolve) => resolve(write())), what).rejects.toMatchObject(FULL);
      expect(await dumpOf(library)).toEqual(dump);
      expect(readdirSync(disk.folder).sort()).toEqual(['ballast', 'library']);
      expect(readdirSync(library.folder.work)).toEqual([]);
      library.close();

      const again = await open(root);
      expect(again.shelf.db.pragma('integrity_check')).toBe('ok');
      expect(await dumpOf(again)).toEqual(dump);
      disk.free();
      for (const [what, write] of Object.entries(await allWrites(again, disk.folder)))
        expect(await write(), what).not.toBeNull();
      again.close();
      const last = await open(root);
      expect(last.clients.list().map(({ client }) => client.name)).toEqual(['Ben', 'Traveller']);
      last.close();
    }));

  it('that fills while the library is open costs only what could not be kept', () =>
    onDisk(2048, async (disk) => {
      const library = await open(path.join(disk.folder, 'library'));
      let added = 0;
      const fill = () => {
        for (; ; added++) addClient(library, `Client ${added}`, 'x'.repeat(20_000));
      };
      expect(fill).toThrow(expect.objectContaining({ code: 'disk-full' }));
      expect(library.clients.list()).toHaveLength(added);
      library.close();
      const again = await open(path.join(disk.folder, 'library'));
      expect(again.clients.list()).toHaveLength(added);
      expect(again.shelf.db.pragma('integrity_check')).toBe('ok');
      again.close();
    }));

  it('stops the change to a new schema before it began, and with room it is made', () =>
    onDisk(2048, async (disk) => {
      const root = path.join(disk.folder, 'library');
      mkdirSync(root);
      const file = path.join(root, 'library.db');
      copyFileSync(OLD_LIBRARY, file);
      disk.fill();
      await expect(open(root)).rejects.toMatchObject({ code: 'disk-full' });
      disk.free();
      const copies = path.join(root, 'copies');
      expect(existsSync(copies) ? readdirSync(copies) : []).toEqual([]);
      const db = await openDb(file);
      expect(db.pragma('user_version')).toBe(1);
      db.close();
      const library = await open(root);
      expect(library.shelf.db.pragma('user_version')).toBe(MIGRATIONS.length);
      expect(library.clients.list()).toMatchObject([{ client: { name: 'Old Client' } }]);
      library.close();
    }));

  it('refuses a restore and leaves the library as it was', () =>
    onDisk(4000, async (disk) => {
      const root = path.join(disk.folder, 'library');
      const library = await open(root);
      await addEverything(library, 'Ada');
      const content = everythingIn(library);
      const file = path.join(tempFolder(), 'backup');
      await backUp(library, file);
      library.close();
      disk.fill();
      await expect(restoreBackup(file, root, KEY)).rejects.toMatchObject({ code: 'disk-full' });
      expect(readdirSync(disk.folder).sort()).toEqual(['ballast', 'library']);
      disk.free();
      await restoreBackup(file, root, KEY);
      const back = await open(root);
      expect(everythingIn(back)).toEqual(content);
      back.close();
    }));

  it('an analysis keeps its finished stretches, says so, and goes on with room', () =>
    onDisk(2048, async (disk) => {
      const key = { videoSha256: 'a', modelSha256: 'b', engine: 'c', codeSha256: 'd', fromS: null, toS: null };
      const folder = path.join(disk.folder, 'job', 'pose');
      const first = await openChunkFolder(folder, key);
      await first.begin({ widthPx: 640, heightPx: 360 });
      await first.keep(stretch(0));
      const job = {
        id: 'job',
        clipId: 'c',
        state: 'running',
        priority: 1,
        order: 1,
        deaths: 0,
        trouble: null,
      } as const;
      const jobs = jobsInFolders(disk.folder);
      jobs.save({ ...job, onlyPlayback: false });
      disk.fill();
      await expect(first.keep(stretch(FRAMES))).rejects.toMatchObject(FULL);
      expect(() => jobs.save({ ...job, onlyPlayback: false, deaths: 1 })).toThrow(expect.objectContaining(FULL));
      expect(readdirSync(folder).sort()).toEqual(['from-0', 'plan']);
      const again = await openChunkFolder(folder, key);
      expect(again.earlier?.chunks).toEqual([stretch(0)]);
      disk.free();
      await again.keep(stretch(FRAMES));
      expect((await openChunkFolder(folder, key)).earlier?.chunks).toEqual([stretch(0), stretch(FRAMES)]);
      expect(jobsInFolders(disk.folder).all()).toMatchObject([{ id: 'job', deaths: 0 }]);
    }));
});
