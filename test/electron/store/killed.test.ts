// A program killed with SIGKILL at any moment loses nothing that it had said was kept, and the next opening finds a sound library.
//
// OPENSTRIDE_KILL_SEED repeats a run; the moments are as random as the machine all the same.
import { spawn } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { afterAll, describe, expect, it } from 'vitest';
import { resultJson } from '../../../electron/export/resultJson.ts';
import { lockLibrary } from '../../../electron/jobs/libraryLock.ts';
import { backUp } from '../../../electron/store/backup.ts';
import { unpackBundle } from '../../../electron/store/bundle.ts';
import { openDb } from '../../../electron/store/libraryDb.ts';
import { type Library, openLibrary } from '../../../electron/store/openLibrary.ts';
import { MIGRATIONS } from '../../../electron/store/schema.ts';
import { makeClip } from '../../support/makeClip.ts';
import { seeded } from '../../support/mocap.ts';
import { sampleTrial } from '../../support/sampleResult.ts';
import { digestOf, KILLED_KEY as key, type Said } from './killedProgram.ts';
import { Ledger } from './ledger.ts';
import { addEverything, everythingIn } from './sampleRecords.ts';
import { open, tempFolder } from './tempLibrary.ts';

const PROGRAM = fileURLToPath(new URL('./killedProgram.ts', import.meta.url));
const OLD_LIBRARY = fileURLToPath(new URL('../../fixtures/library/schema-1.db', import.meta.url));
const SEED = Number(process.env.OPENSTRIDE_KILL_SEED ?? Date.now() % 1_000_000);
/** Of a film: copying it takes long enough to be killed in. */
const FILM_BYTES = 12 << 20;

const random = seeded(SEED);
const count = { kills: 0, unfinished: 0 };
afterAll(() =>
  console.info(`seed ${SEED}: ${count.kills} kills, ${count.unfinished} left something unfinished behind`),
);

interface Room {
  readonly root: string;
  readonly aside: string;
}

async function newRoom(): Promise<Room> {
  const folder = tempFolder();
  const aside = path.join(folder, 'aside');
  mkdirSync(aside);
  const film = path.join(aside, 'film.mp4');
  copyFileSync(await makeClip('plain', { durationS: 0.5, heightPx: 90 }), film);
  appendFileSync(film, Buffer.alloc(FILM_BYTES, 'x'));
  return { root: path.join(folder, 'library'), aside };
}

/** Runs the program until it is ready and for a random time more. @returns what it said until it was killed */
async function killDuring(work: string, { root, aside }: Room, longestMs: number): Promise<Said[]> {
  const args = [PROGRAM, work, root, aside, String(Math.floor(random() * 1e6))];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [text, trouble] = ['', ''];
  // Listeners first: a program that has ended says so only once.
  const gone = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_, signal) => resolve(signal)));
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (piece: Buffer) => {
      text += piece;
      resolve();
    });
  });
  child.stderr.on('data', (piece: Buffer) => {
    trouble += piece;
  });
  await Promise.race([ready, gone]);
  await new Promise((resolve) => setTimeout(resolve, random() * longestMs));
  child.kill('SIGKILL');
  expect(await gone, trouble).toBe('SIGKILL');
  count.kills++;
  if (unfinishedIn(root).length > 0) count.unfinished++;
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Said);
}

/** Everything half-made in and beside a library. */
function unfinishedIn(root: string): string[] {
  const inside = existsSync(root) ? readdirSync(root, { recursive: true }).map(String) : [];
  const beside = readdirSync(path.dirname(root)).filter((name) => /\.restor(ing|ed)/.test(name));
  const half = /\.part|(^|[\\/])(backup|export|import)-[0-9a-f]{8}-/;
  return [...inside.filter((name) => half.test(name)), ...beside];
}

/** Opens the library as the app does after a crash, lock first, and looks at all that must hold whatever was going on. */
async function openSound(root: string): Promise<Library> {
  (await lockLibrary(root)).release();
  const library = await openLibrary(root, { key, alone: true });
  const { db } = library.shelf;
  expect(db.pragma('integrity_check')).toBe('ok');
  expect(db.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(unfinishedIn(root)).toEqual([]);
  const used = db.all(
    'SELECT DISTINCT video_sha256 || extension AS film FROM clips JOIN videos ON sha256 = video_sha256',
  );
  expect(readdirSync(library.folder.videos).sort()).toEqual(used.map((row) => row.film).sort());
  expect(db.all('SELECT sha256 FROM videos')).toHaveLength(used.length);
  expect(await library.videos.check(true)).toEqual([]);
  expect(db.all('SELECT what FROM removals')).toEqual([]);
  expect(db.get('SELECT count(*) AS n FROM poses')).toEqual(db.get('SELECT count(*) AS n FROM results'));
  return library;
}

/** Kills the program again and again on one library that nobody else repairs. */
async function killOften(work: string, times: number, longestMs: number): Promise<void> {
  const room = await newRoom();
  const { raw, result, video, pose, app } = sampleTrial();
  const stock = { pose: raw, result: resultJson({ result, video, pose, app }) };
  writeFileSync(path.join(room.aside, 'stock'), serialize(stock));
  const ledger = new Ledger();
  for (let n = 0; n < times; n++) {
    ledger.hear(await killDuring(work, room, longestMs));
    const library = await openSound(room.root);
    ledger.compare(library);
    library.close();
  }
  // Every backup and export that was said to be written is whole.
  for (const file of ledger.files) {
    const unpacked = path.join(room.aside, `unpacked-${path.basename(file)}`);
    await unpackBundle(file, unpacked, key);
    rmSync(unpacked, { recursive: true });
  }
  expect(ledger.lines).toBeGreaterThan(0);
}

describe(`killed at random moments (seed ${SEED})`, { timeout: 300_000 }, () => {
  it('of taking films in', () => killOften('film', 6, 150));
  it('of storing poses and results', () => killOften('pose', 5, 200));
  it('of correcting', () => killOften('edits', 5, 150));
  it('of removing clients', () => killOften('removal', 6, 200));
  it('of backing up', () => killOften('backup', 6, 400));
  it('of exporting, removing and importing a client', () => killOften('client', 6, 600));

  it('of bringing an old library to the newest schema', async () => {
    for (let n = 0; n < 6; n++) {
      const room = await newRoom();
      await oldLibrary(room.root);
      await killDuring('migration', room, 120);
      const library = await openSound(room.root);
      expect(library.shelf.db.pragma('user_version')).toBe(MIGRATIONS.length);
      expect(library.clients.list()).toMatchObject([{ client: { name: 'Old Client', code: 'V1' }, sessions: 1 }]);
      expect(library.shelf.db.get('SELECT length(value) AS bytes FROM library WHERE name = ?', 'ballast')?.bytes).toBe(
        BALLAST_BYTES,
      );
      const copy = await openDb(path.join(library.folder.copies, 'before-schema-2.db'));
      expect(copy.pragma('integrity_check')).toBe('ok');
      copy.close();
      library.close();
    }
  });

  it('of restoring backups', async () => {
    const room = await newRoom();
    const contents = await backups(room);
    let before = 0;
    for (let n = 0; n < 6; n++) {
      writeFileSync(path.join(room.aside, 'restored'), String(before));
      const said = (await killDuring('restore', room, 300)).findLast((line) => line.say === 'file');
      const library = await openSound(room.root);
      const now = contents.indexOf(digestOf(everythingIn(library)));
      // The one that was said to be restored, or the next one, which was on its way.
      const last = said ? Number(said.file.at(-1)) : before;
      expect([last, (last + 1) % contents.length]).toContain(now);
      before = now;
      library.close();
      const formers = readdirSync(path.dirname(room.root)).filter((name) => name.includes('.before-restore-'));
      for (const former of formers) {
        const old = await open(path.join(path.dirname(room.root), former));
        expect(contents).toContain(digestOf(everythingIn(old)));
        old.close();
        rmSync(path.join(path.dirname(room.root), former), { recursive: true });
      }
    }
  });
});

/** So much that copying it takes many steps. */
const BALLAST_BYTES = 30 << 20;

async function oldLibrary(root: string): Promise<void> {
  mkdirSync(root);
  const file = path.join(root, 'library.db');
  copyFileSync(OLD_LIBRARY, file);
  const db = await openDb(file);
  db.run("INSERT INTO library (name, value) VALUES ('ballast', zeroblob(?))", BALLAST_BYTES);
  db.close();
}

/** Backups of different content beside the library, which holds the first. @returns their digests, in order */
async function backups({ root, aside }: Room): Promise<string[]> {
  const digests: string[] = [];
  for (const [n, names] of [['Ada'], ['Ben', 'Cleo'], ['Dan', 'Eva', 'Finn']].entries()) {
    const library = await openLibrary(n === 0 ? root : path.join(aside, `other ${n}`), { key });
    for (const name of names) await addEverything(library, name);
    await backUp(library, path.join(aside, `to-restore-${n}`));
    digests.push(digestOf(everythingIn(library)));
    library.close();
  }
  return digests;
}
