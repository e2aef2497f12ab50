// The calls about the library as a whole: what is in it, backups, one client for another computer, and reports handed over.
import { stat } from 'node:fs/promises';
import type { SheetAsk } from '../../core/api/sheets.ts';
import type { LibraryStatus } from '../../core/api/views.ts';
import type { ApiHandlers } from '../../core/api.ts';
import { codeInName } from '../../core/export/exportName.ts';
import { writeAtomically } from '../export/writeAtomically.ts';
import { backUp } from '../store/backup.ts';
import { exportClient, importClient } from '../store/exportClient.ts';
import { passphraseKey } from '../store/keyPort.ts';
import type { Library } from '../store/openLibrary.ts';
import type { HostRooms } from './hostRooms.ts';
import { outgoingFile, writtenFile } from './outgoing.ts';
import { forgetReceived } from './receiveFilm.ts';
import { ReportPreviews } from './reportPreview.ts';
import { sheetPreview } from './sheets.ts';

type LibraryCalls =
  | `library.${'status' | 'check' | 'backup' | 'restore'}`
  | `clients.${'export' | 'import'}`
  | `reports.${'list' | 'preview' | 'add' | 'open' | 'save' | 'remove'}`
  | `sheets.${'preview' | 'save'}`;

/** The name's ending of backups and exports. */
const ENDING = '.openstride';

/** In file names, which hold no person's name. */
const SHEET_NAMES: Readonly<Record<SheetAsk['kind'], string>> = {
  'filming-card': 'filming card',
  'walk-run-plan': 'walk-run plan',
  returning: 'return to running',
};

/** The calls about the library and what leaves it. */
export function libraryHandlers(rooms: HostRooms): Pick<ApiHandlers, LibraryCalls> {
  const { library, printPdf } = rooms;
  const { clients, sessions, reports } = library;
  const previews = new ReportPreviews(rooms);
  return {
    'library.status': () => statusOf(library, false),
    'library.check': () => statusOf(library, true),
    'library.backup': async ({ file }) => {
      const to = file ?? (await outgoingFile(library, 'OpenStride backup', ENDING));
      const { missing } = await backUp(library, to);
      return writtenFile(library, to, namesOf(library, missing));
    },
    'library.restore': async ({ file }) => ({ former: await rooms.restore(file) }),

    'clients.export': async ({ clientId, file, passphrase }) => {
      const { code } = clients.get(clientId);
      const to = file ?? (await outgoingFile(library, `OpenStride client ${codeInName(code)}`, ENDING));
      const { missing } = await exportClient(library, clientId, to, passphraseKey(passphrase));
      return writtenFile(library, to, namesOf(library, missing));
    },
    'clients.import': async ({ file, passphrase }) => {
      const clientId = await importClient(library, file, passphraseKey(passphrase));
      await forgetReceived(library.folder.work, file);
      return clients.get(clientId);
    },

    'reports.list': ({ sessionId }) => reports.listFor(sessionId),
    'reports.preview': (ask) => previews.make(ask),
    'reports.add': async ({ html, ...report }) => {
      sessions.get(report.sessionId); // told before anything is printed
      return reports.add({ ...report, mediaType: 'application/pdf' }, await printPdf(html));
    },
    'reports.open': ({ reportId }) => ({
      report: reports.get(reportId),
      content: new Uint8Array(reports.readFile(reportId)),
    }),
    'reports.save': async ({ reportId, file }) => {
      const { sessionId, mediaType } = reports.get(reportId);
      const { code } = clients.get(sessions.get(sessionId).clientId);
      const words = `OpenStride ${codeInName(code)} report`;
      const to = file ?? (await outgoingFile(library, words, mediaType === 'text/html' ? '.html' : '.pdf'));
      await writeAtomically(to, reports.readFile(reportId));
      return writtenFile(library, to);
    },
    'sheets.preview': (ask) => sheetPreview(rooms, ask),
    'sheets.save': async ({ ask, file }) => {
      const { html } = sheetPreview(rooms, ask);
      const { code } = clients.get(ask.clientId);
      const to =
        file ?? (await outgoingFile(library, `OpenStride ${codeInName(code)} ${SHEET_NAMES[ask.kind]}`, '.pdf'));
      await writeAtomically(to, await printPdf(html));
      return writtenFile(library, to);
    },
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

function namesOf({ clips }: Library, films: readonly string[]): string[] {
  return films.flatMap((sha256) => clips.listOfFilm(sha256)).map(({ fileName }) => fileName);
}
