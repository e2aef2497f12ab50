// A program that works on a library until it is killed, and says on its standard output what is safely kept, after it is.
//
// node killedProgram.ts <work> <library> <folder for files outside it> <seed>
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { deserialize } from 'node:v8';
import { CAPTURE_DEFAULTS, type Clip } from '../../../core/records/records.ts';
import { ANALYZE_DEFAULTS, type Edit, type RawPose } from '../../../core/types.ts';
import type { ResultJson } from '../../../electron/export/resultJson.ts';
import { backUp, restoreBackup } from '../../../electron/store/backup.ts';
import { exportClient, importClient } from '../../../electron/store/exportClient.ts';
import { bytesKey } from '../../../electron/store/keyPort.ts';
import { type Library, openLibrary } from '../../../electron/store/openLibrary.ts';

/** One line of what the program says. */
export type Said =
  | { readonly say: 'ready' }
  /** Everything of this kind and id is on the disk and has this digest. */
  | {
      readonly say: 'kept';
      readonly what: Kind;
      readonly id: string;
      readonly clientId: string;
      readonly digest: string;
    }
  | { readonly say: 'edits'; readonly clipId: string; readonly edits: readonly Edit[] }
  | { readonly say: 'removing' | 'removed' | 'importing' | 'imported'; readonly clientId: string }
  | { readonly say: 'file'; readonly file: string };

export type Kind = 'client' | 'clip' | 'pose' | 'result';

/** What the test leaves beside the library for the program to store, in the form of v8.serialize. */
export interface Stock {
  readonly pose: RawPose;
  readonly result: ResultJson;
}

export const KILLED_KEY = bytesKey(Buffer.alloc(32, 7));
const FROM = { model: 'm', modelSha256: 's', engine: 'e', framesSeen: 1 };

/** The same for equal content, whatever the order of its fields. */
export function digestOf(content: unknown): string {
  const sorted = (_: string, value: unknown): unknown => {
    if (ArrayBuffer.isView(value))
      return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return createHash('sha256').update(JSON.stringify(content, sorted)).digest('hex');
}

/** Straight to the pipe: what was said before the kill arrives. */
function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`);
}

const works: Record<string, (library: Library, aside: string, random: () => number) => Promise<void>> = {
  /** Films of many pieces, each with its clip. */
  film: async (library, aside) => {
    const { clientId, sessionId } = addSession(library);
    for (let n = 0; ; n++) await addClip(library, sessionId, clientId, anotherFilm(aside, n));
  },

  /** What an analysis leaves: pose and result in one step. */
  pose: async (library, aside) => {
    const { clientId, clip } = await addFilmed(library, aside);
    const { pose, result } = deserialize(readFileSync(path.join(aside, 'stock'))) as Stock;
    for (let n = 0; ; n++) {
      const changed = { ...pose, xPx: pose.xPx.map((x) => x + n) };
      const content = { options: { ...ANALYZE_DEFAULTS, speedMs: n }, edits: [], result };
      const [seen, measured] = library.write(() => {
        const added = library.poses.add(clip.id, changed, FROM);
        return [added, library.results.add(clip.id, added.id, content)];
      });
      say({ say: 'kept', what: 'pose', id: seen.id, clientId, digest: digestOf(changed) });
      say({ say: 'kept', what: 'result', id: measured.id, clientId, digest: digestOf(content) });
    }
  },

  edits: async (library, aside, random) => {
    const { clip } = await addFilmed(library, aside);
    for (let frame = 0; ; frame++) {
      const chance = random();
      const edit: Edit = { kind: 'landmark-moved', frame, landmark: 27, xPx: random() * 100, yPx: random() * 100 };
      const { edits } =
        chance < 0.6
          ? library.edits.add(clip.id, edit)
          : chance < 0.8
            ? library.edits.undo(clip.id)
            : library.edits.redo(clip.id);
      say({ say: 'edits', clipId: clip.id, edits });
    }
  },

  removal: async (library, aside) => {
    for (;;) {
      const { clientId } = await addFilmed(library, aside);
      say({ say: 'removing', clientId });
      await library.removeClient(clientId);
      say({ say: 'removed', clientId });
    }
  },

  /** Backups to where a browser fetches them and to a folder of the clinician's, while records come in. */
  backup: async (library, aside) => {
    await addFilmed(library, aside);
    for (let n = 0; ; n++) {
      addSession(library);
      const file = path.join(n % 2 ? aside : library.folder.outgoing, `backup-${n % 4}`);
      await backUp(library, file);
      say({ say: 'file', file });
    }
  },

  /** A client leaves for a file, is removed here and comes back from it. */
  client: async (library, aside) => {
    const { clientId } = await addFilmed(library, aside);
    const file = path.join(aside, 'client');
    for (;;) {
      await exportClient(library, clientId, file, KILLED_KEY);
      say({ say: 'file', file });
      say({ say: 'removing', clientId });
      await library.removeClient(clientId);
      say({ say: 'removed', clientId });
      say({ say: 'importing', clientId });
      await importClient(library, file, KILLED_KEY);
      say({ say: 'imported', clientId });
    }
  },

  /** Opening is the work: the database is brought to the newest schema. */
  migration: async () => {
    for (;;) await new Promise((resolve) => setTimeout(resolve, 1000));
  },
};

function addSession(library: Library): { readonly clientId: string; readonly sessionId: string } {
  const nobody = { birthDate: null, sex: null, heightM: null, massKg: null, notes: 'x'.repeat(3000) };
  const visit = { date: '2026-01-01', purpose: 'p', footwear: '', speedMs: 3, inclinePct: null };
  return library.write(() => {
    const client = library.clients.add({ code: 'K', name: 'Killed Runner', ...nobody });
    const session = library.sessions.add({
      clientId: client.id,
      ...visit,
      painBefore: null,
      painAfter: null,
      notes: '',
    });
    return { clientId: client.id, sessionId: session.id, client };
  });
}

async function addClip(library: Library, sessionId: string, clientId: string, film: string): Promise<Clip> {
  const { sha256 } = await library.videos.takeIn(film);
  const how = { fileName: 'a.mp4', view: 'auto', condition: null, capture: CAPTURE_DEFAULTS } as const;
  const clip = library.clips.add({ sessionId, videoSha256: sha256, ...how });
  say({ say: 'kept', what: 'clip', id: clip.id, clientId, digest: digestOf(clip) });
  return clip;
}

async function addFilmed(library: Library, aside: string) {
  const { clientId, sessionId } = addSession(library);
  say({ say: 'kept', what: 'client', id: clientId, clientId, digest: digestOf(library.clients.get(clientId)) });
  return { clientId, clip: await addClip(library, sessionId, clientId, anotherFilm(aside, 0)) };
}

/** The film with another end, so that its content is new. */
function anotherFilm(aside: string, n: number): string {
  const file = path.join(aside, 'film.mp4');
  const handle = openSync(file, 'r+');
  writeSync(handle, `${process.pid} ${n} ${performance.now()}`.padEnd(64), 0);
  closeSync(handle);
  return file;
}

/** Goes on after the backup that is there. */
async function restoreForEver(library: string, aside: string): Promise<void> {
  say({ say: 'ready' });
  for (let n = Number(readFileSync(path.join(aside, 'restored'), 'utf8')) + 1; ; n++) {
    const file = path.join(aside, `to-restore-${n % 3}`);
    await restoreBackup(file, library, KILLED_KEY);
    say({ say: 'file', file });
  }
}

async function main([work, root, aside, seed]: readonly string[]): Promise<void> {
  if (work === 'restore') return restoreForEver(root, aside);
  const { seeded } = await import('../../support/mocap.ts');
  if (work === 'migration') say({ say: 'ready' });
  const library = await openLibrary(root, { key: KILLED_KEY, alone: true });
  if (work !== 'migration') say({ say: 'ready' });
  await works[work](library, aside, seeded(Number(seed)));
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2));
