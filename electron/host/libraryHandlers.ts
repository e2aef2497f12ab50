// The calls about the library as a whole: what is in it, backups, one client for another computer, and reports handed over.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LibraryStatus, WrittenFile } from '../../core/api/views.ts';
import { API_PATHS, type ApiHandlers } from '../../core/api.ts';
import { backUp } from '../store/backup.ts';
import type { Bundle } from '../store/bundle.ts';
import { exportClient, importClient } from '../store/exportClient.ts';
import { passphraseKey } from '../store/keyPort.ts';
import type { Library } from '../store/openLibrary.ts';
import type { HostRooms } from './hostRooms.ts';
import { forgetReceived } from './receiveFilm.ts';

type LibraryCalls =
  | `library.${'status' | 'check' | 'backup' | 'restore'}`
  | `clients.${'export' | 'import'}`
  | `reports.${'list' | 'add' | 'open' | 'remove'}`;

/** The name's ending of backups and exports. */
const ENDING = '.openstride';

/** The calls about the library and what leaves it. */
export function libraryHandlers(rooms: HostRooms): Pick<ApiHandlers, LibraryCalls> {
  const { library, printPdf } = rooms;
  const { clients, sessions, reports } = library;
  return {
    'library.status': () => statusOf(library, false),
    'library.check': () => statusOf(library, true),
    'library.backup': async ({ file }) => {
      const to = file ?? (await outgoing(library, 'OpenStride backup'));
      return written(library, to, await backUp(library, to));
    },
    'library.restore': async ({ file }) => ({ former: await rooms.restore(file) }),

    'clients.export': async ({ clientId, file, passphrase }) => {
      const { code } = clients.get(clientId);
      const to = file ?? (await outgoing(library, `OpenStride client ${nameOf(code)}`));
      return written(library, to, await exportClient(library, clientId, to, passphraseKey(passphrase)));
    },
    'clients.import': async ({ file, passphrase }) => {
      const clientId = await importClient(library, file, passphraseKey(passphrase));
      await forgetReceived(library.folder.work, file);
      return clients.get(clientId);
    },

    'reports.list': ({ sessionId }) => reports.listFor(sessionId),
    'reports.add': async ({ html, ...report }) => {
      sessions.get(report.sessionId); // told before anything is printed
      return reports.add({ ...report, mediaType: 'application/pdf' }, await printPdf(html));
    },
    'reports.open': ({ reportId }) => ({
      report: reports.get(reportId),
      content: new Uint8Array(reports.readFile(reportId)),
    }),
    'reports.remove': ({ id }) => {
      reports.remove(id);
      return null;
    },
  };
}

async function statusOf(library: Library, thorough: boolean): Promise<LibraryStatus> {
  const { clips, videos, folder } = library;
  const { films, bytes } = videos.total();
  const troubles = await videos.check(thorough);
  const database = await stat(folder.database);
  return {
    folder: folder.root,
    bytes: bytes + database.size,
    films,
    missing: troubles.flatMap(({ sha256, trouble: why }) =>
      clips.listOfFilm(sha256).map(({ id: clipId, fileName }) => ({ clipId, fileName, why })),
    ),
  };
}

/** A name in the outgoing folder that is not taken: today's date, and a number from the second on. */
async function outgoing(library: Library, words: string): Promise<string> {
  const taken = new Set(await readdir(library.folder.outgoing));
  const day = new Date().toISOString().slice(0, 10);
  for (let number = 1; ; number++) {
    const name = `${words} ${day}${number === 1 ? '' : ` (${number})`}${ENDING}`;
    if (!taken.has(name)) return path.join(library.folder.outgoing, name);
  }
}

/** A client's code as part of a file's name; the person's name is never in one. */
function nameOf(code: string): string {
  return code.replace(/[^\p{L}\p{N} _-]/gu, '').slice(0, 40) || 'without code';
}

async function written(library: Library, file: string, bundle: Bundle): Promise<WrittenFile> {
  const isOutgoing = path.dirname(file) === library.folder.outgoing;
  return {
    file,
    bytes: (await stat(file)).size,
    downloadPath: isOutgoing ? `${API_PATHS.files}outgoing/${encodeURIComponent(path.basename(file))}` : null,
    withoutFilm: namesOf(library, bundle.missing),
  };
}

function namesOf({ clips }: Library, films: readonly string[]): string[] {
  return films.flatMap((sha256) => clips.listOfFilm(sha256)).map(({ fileName }) => fileName);
}
