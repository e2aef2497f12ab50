// Opens a library for the app: lock, store, queue and calls, in this order, and closes them in the other.
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ApiHandlers, ApiNews } from '../../core/api.ts';
import { diskTrouble } from '../export/diskTrouble.ts';
import type { EngineProcess } from '../jobs/engineProtocol.ts';
import { lockLibrary } from '../jobs/libraryLock.ts';
import { startJobs } from '../jobs/startJobs.ts';
import { startPrinter } from '../report/printPdf.ts';
import { restoreBackup } from '../store/backup.ts';
import type { KeyPort } from '../store/keyPort.ts';
import { openLibrary } from '../store/openLibrary.ts';
import { SCHEMAS } from './apiSchemas.ts';
import { ExportQueue } from './exportQueue.ts';
import { FILM_FOLDERS, Films } from './films.ts';
import { apiHandlers } from './handlers.ts';
import type { HostRooms, PrintPdf } from './hostRooms.ts';
import { ImportQueue } from './importQueue.ts';
import { ClipMeasurer } from './measureClip.ts';
import { storedClips } from './storedClips.ts';

export interface AppOptions {
  /** The library's folder; made when it is not there. */
  readonly folder: string;
  readonly key: KeyPort;
  readonly host: 'desktop' | 'browser';
  readonly startEngine: () => EngineProcess;
  readonly onNews: (news: ApiNews) => void;
  /** Left out = with a browser of this computer. */
  readonly printPdf?: PrintPdf;
}

export interface OpenApp {
  /** Stay the same when another library is opened in the place of this one. */
  readonly handlers: ApiHandlers;
  /** Where pages may read files, by name in the address. */
  readonly folders: Readonly<Record<string, string>>;
  readonly workFolder: string;
  /** What a page that has just connected must know. */
  firstNews(): readonly ApiNews[];
  /** What runs is stopped and waits for the next opening; nothing is left of films half copied. */
  close(): Promise<void>;
}

interface OpenRooms extends HostRooms {
  readonly handlers: ApiHandlers;
  close(): Promise<void>;
}

/** @throws GaitError `library-in-use` when another OpenStride has it open, and what opening a library throws */
export async function openApp(options: AppOptions): Promise<OpenApp> {
  let latest = await openRooms(options, restore);
  await emptyFolder(latest.library.folder.outgoing);
  /** Calls wait while the library is exchanged; when it cannot be opened again, every call is told why. */
  let rooms = Promise.resolve(latest);
  /** One after another. */
  let restoring: Promise<unknown> = rooms;

  function restore(file: string): Promise<string | null> {
    const next = restoring.then(() => exchange(file));
    restoring = next.catch(() => undefined);
    return next;
  }

  async function exchange(file: string): Promise<string | null> {
    const replacing = replaceLibrary(options, await rooms, file);
    rooms = replacing
      .catch(() => null) // told to whoever asked for it; the former library goes on
      .then(() => openRooms(options, restore));
    rooms.catch(() => undefined);
    const former = await replacing.finally(async () => {
      latest = await rooms;
    });
    options.onNews({ kind: 'library' });
    return former;
  }

  const call = async (name: keyof ApiHandlers, input: unknown): Promise<unknown> => {
    const { handlers } = await rooms;
    return (handlers[name] as (input: unknown) => unknown)(input);
  };
  const names = Object.keys(SCHEMAS) as (keyof ApiHandlers)[];
  const { folder } = latest.library;
  return {
    handlers: Object.fromEntries(names.map((name) => [name, (input: unknown) => call(name, input)])) as ApiHandlers,
    folders: {
      ...Object.fromEntries(Object.entries(FILM_FOLDERS).map(([name, place]) => [name, folder[place]])),
      outgoing: folder.outgoing,
    },
    workFolder: folder.work,
    firstNews: () => [
      ...latest.queue.jobs().map((job) => ({ kind: 'job', job }) as const),
      ...latest.imports.list().map((one) => ({ kind: 'import', import: one }) as const),
      ...latest.exports.list().map((one) => ({ kind: 'export', export: one }) as const),
    ],
    close: async () => (await rooms).close(),
  };
}

async function openRooms(options: AppOptions, restore: HostRooms['restore']): Promise<OpenRooms> {
  const { folder, key, host, startEngine, onNews, printPdf = printWithBrowser } = options;
  await makeOwnFolder(folder);
  const lock = await lockLibrary(folder);
  try {
    const library = await openLibrary(folder, { key, alone: true }); // the lock says so
    const queue = startJobs({
      workFolder: library.folder.work,
      clips: storedClips(library),
      engine: () => {
        const { model, workers } = library.settings.get();
        return { model, workers };
      },
      startEngine,
      onNews: (job) => onNews({ kind: 'job', job }),
      onClip: (clipId) => onNews({ kind: 'clip', clipId }),
    });
    const films = new Films(library, queue);
    const imports = new ImportQueue(library, queue, films, (one) => onNews({ kind: 'import', import: one }));
    const measurer = new ClipMeasurer(library);
    const exports = new ExportQueue({ library, films, measurer }, (one) => onNews({ kind: 'export', export: one }));
    const rooms: HostRooms = { library, queue, films, imports, measurer, exports, host, printPdf, restore };
    const close = async () => {
      await imports.close();
      await exports.close();
      queue.close();
      library.close();
      lock.release();
    };
    return { ...rooms, handlers: apiHandlers(rooms), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** @returns where the former library is; what a browser sent for it is gone */
async function replaceLibrary({ folder, key }: AppOptions, before: OpenRooms, file: string): Promise<string | null> {
  await before.close();
  const { former } = await restoreBackup(file, folder, key);
  const inside = path.relative(before.library.folder.work, file);
  if (former && !inside.startsWith('..') && !path.isAbsolute(inside)) {
    await rm(path.join(former, 'work'), { recursive: true, force: true });
  }
  return former;
}

async function printWithBrowser(html: string): Promise<Uint8Array> {
  const printer = startPrinter();
  try {
    return await printer.print(html);
  } finally {
    await printer.close();
  }
}

/** For this user alone: films lie in it as they are. A folder that is there keeps the rights it has. */
async function makeOwnFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw diskTrouble(error, folder);
  });
}

async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(path.join(folder, name), { recursive: true, force: true });
}
