// A library: one folder with a clinic's films and records, and everything that can be asked of it.
import { existsSync } from 'node:fs';
import { GaitError } from '../../core/errors.ts';
import { type ClientStore, clientStore } from './clients.ts';
import { type ClipStore, clipStore } from './clips.ts';
import { type DrawingStore, drawingStore } from './drawings.ts';
import { type EditStore, editStore } from './edits.ts';
import { type FilmFactStore, filmFactStore } from './filmFacts.ts';
import { finishRestore } from './finishRestore.ts';
import { type InjuryStore, injuryStore } from './injuries.ts';
import type { KeyPort } from './keyPort.ts';
import { type LibraryDb, openDb } from './libraryDb.ts';
import { type LibraryFolder, libraryFolder, makeFolders } from './libraryFolder.ts';
import { changeKey, libraryId, unlockLibrary } from './libraryKey.ts';
import { type MeasuredNumberStore, measuredNumberStore } from './measuredNumbers.ts';
import { migrate, versionOf } from './migrate.ts';
import { type PoseStore, poseStore } from './poses.ts';
import type { Shelf } from './recordTable.ts';
import { dropForgottenFilms, finishRemovalsIfFree, removeForGood } from './removals.ts';
import { type ReportStore, reportStore } from './reports.ts';
import { type ResultStore, resultStore } from './results.ts';
import { type ReturnTestStore, returnTestStore } from './returnTests.ts';
import { openSearch, type SearchHit } from './searchIndex.ts';
import { type SessionStore, sessionStore } from './sessions.ts';
import { type SettingsStore, settingsStore } from './settings.ts';
import { sweepFolder } from './sweepFolder.ts';
import { type VideoStore, videoStore } from './videos.ts';
import { type WalkRunStageStore, walkRunStageStore } from './walkRunStages.ts';

export interface Library {
  /** The same in every copy of the library. */
  readonly id: string;
  readonly folder: LibraryFolder;
  readonly clients: ClientStore;
  readonly injuries: InjuryStore;
  readonly sessions: SessionStore;
  readonly clips: ClipStore;
  readonly videos: VideoStore;
  readonly poses: PoseStore;
  readonly results: ResultStore;
  readonly edits: EditStore;
  readonly drawings: DrawingStore;
  readonly filmFacts: FilmFactStore;
  readonly numbers: MeasuredNumberStore;
  readonly settings: SettingsStore;
  readonly returnTests: ReturnTestStore;
  readonly walkRunStages: WalkRunStageStore;
  readonly reports: ReportStore;
  /** Names, codes, notes, injuries: every word must be there, beginnings count. */
  search(query: string, limit?: number): readonly SearchHit[];
  /** Several writes as one: all or nothing. */
  write<T>(work: () => T): T;
  /** Real deletion, with films that nobody else uses and the space. */
  removeClient(id: string): Promise<void>;
  removeSession(id: string): Promise<void>;
  removeClip(id: string): Promise<void>;
  /** @throws GaitError `wrong-key` */
  changeKey(from: KeyPort, to: KeyPort): Promise<void>;
  /** For backup and export. */
  readonly shelf: Shelf;
  close(): void;
}

export interface OpenLibraryOptions {
  readonly key: KeyPort;
  /** Makes a library where there is none; otherwise that is an error. Default true. */
  readonly create?: boolean;
  /**
   * The caller holds the library's lock: whatever lies half-made is nobody's work any more and is removed at once. Default false:
   * then only what a process left that is known to be dead.
   */
  readonly alone?: boolean;
  /** How long to wait for another process's write. */
  readonly busyWaitMs?: number;
}

/**
 * Opens a library, finishing what a crash or a power cut left. Several processes may have it open.
 * @throws GaitError `library-missing`, `wrong-key`, `library-newer`, `library-damaged`, `library-busy`, `library-unsupported`,
 * `not-writable`, `disk-full`
 */
export async function openLibrary(root: string, options: OpenLibraryOptions): Promise<Library> {
  const folder = libraryFolder(root);
  await finishRestore(folder.root);
  if (options.create === false && !existsSync(folder.database))
    throw new GaitError('library-missing', `${folder.root} holds no library of OpenStride.`);
  await makeFolders(folder);
  const db = await openDb(folder.database, { busyWaitMs: options.busyWaitMs });
  try {
    if (versionOf(db) === 0) await migrate(db, folder.copies);
    const sealer = await unlockLibrary(db, options.key); // before an older library is changed in any way
    await migrate(db, folder.copies);
    dropForgottenFilms(db, options.alone ?? false);
    await finishRemovalsIfFree(db, folder);
    await sweepFolder(db, folder, options.alone ?? false);
    return await assemble(folder, { db, sealer, opened: new Map(), search: null });
  } catch (error) {
    db.close();
    throw error;
  }
}

async function assemble(folder: LibraryFolder, shelf: Shelf): Promise<Library> {
  const { db } = shelf;
  const clients = clientStore(shelf);
  const injuries = injuryStore(shelf);
  const sessions = sessionStore(shelf);
  const search = await openSearch(db, () => [...clients.words(), ...injuries.words(), ...sessions.words()]);
  shelf.search = search;
  return {
    id: libraryId(db),
    folder,
    clients,
    injuries,
    sessions,
    clips: clipStore(shelf),
    videos: videoStore(db, folder),
    poses: poseStore(shelf),
    results: resultStore(shelf),
    edits: editStore(shelf),
    drawings: drawingStore(shelf),
    filmFacts: filmFactStore(shelf),
    numbers: measuredNumberStore(shelf),
    settings: settingsStore(shelf),
    returnTests: returnTestStore(shelf),
    walkRunStages: walkRunStageStore(shelf),
    reports: reportStore(shelf),
    search: search.search,
    write: db.write,
    removeClient: (id) => removeForGood(shelf, folder, 'clients', id),
    removeSession: (id) => removeForGood(shelf, folder, 'sessions', id),
    removeClip: (id) => removeForGood(shelf, folder, 'clips', id),
    changeKey: (from, to) => changeKey(db, from, to),
    shelf,
    close: () => close(db, search.close),
  };
}

function close(db: LibraryDb, closeSearch: () => void): void {
  closeSearch();
  db.close();
}
