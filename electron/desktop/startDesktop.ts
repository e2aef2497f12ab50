// Starts the desktop app: one copy, its guards, its window, its library, and an orderly end.
import { app, dialog } from 'electron';
import type { ApiNews } from '../../core/api.ts';
import { GaitError } from '../../core/errors.ts';
import { AppCommands } from './appCommands.ts';
import { registerAppScheme } from './appScheme.ts';
import { watchMainProcess } from './crashHandling.ts';
import { CrashLog } from './crashLog.ts';
import { DesktopApp, type DesktopFiles } from './desktopApp.ts';
import { guardPages } from './guards.ts';
import { filmsIn, isFilm } from './openedFiles.ts';
import { openDesktopLibrary } from './openLibrary.ts';

/** Closing takes milliseconds; a disk that does not answer must not keep the computer from shutting down. ms */
const LONGEST_CLOSE_MS = 5000;

/** @param args what the program was started with, without the program itself */
export async function startDesktop(args: readonly string[], files: DesktopFiles): Promise<void> {
  if (!app.requestSingleInstanceLock()) {
    app.quit(); // the copy that runs hears what was opened
    return;
  }
  const log = new CrashLog(app.getPath('userData'));
  const commands = new AppCommands();
  watchMainProcess(log);
  registerAppScheme();
  app.enableSandbox();
  guardPages();
  hearOpenedFilms(args, commands);
  await app.whenReady();
  const desktop = new DesktopApp(commands, log);
  app.on('second-instance', () => desktop.comeForward());
  app.on('window-all-closed', () => app.quit());
  const library = open(args, (news) => desktop.tell(news), log);
  closeInOrder(desktop, library, log);
  desktop.show(files, library);
}

/** Opens the library, or says why not and ends. */
function open(args: readonly string[], onNews: (news: ApiNews) => void, log: CrashLog) {
  return openDesktopLibrary(args, onNews).then(
    (library) => {
      if (library !== null) return library;
      app.quit();
      throw new GaitError('cancelled', 'OpenStride was closed.');
    },
    (error: unknown) => {
      log.note('opening the library', error);
      const message = error instanceof GaitError ? error.message : `What happened is noted in ${log.file}.`;
      dialog.showErrorBox('OpenStride cannot open its library', message);
      app.exit(1);
      throw error;
    },
  );
}

/** Double clicks, the command line, and what a second start was given. */
function hearOpenedFilms(args: readonly string[], commands: AppCommands): void {
  const hear = (films: readonly string[]) => {
    if (films.length > 0) commands.give({ kind: 'import', files: films });
  };
  hear(filmsIn(args, process.cwd()));
  app.on('second-instance', (_event, given, folder) => hear(filmsIn(given.slice(1), folder)));
  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (isFilm(file)) hear([file]);
  });
}

/** Jobs that run are stopped and go on at the next start, so that nobody is asked; then the program ends. */
function closeInOrder(desktop: DesktopApp, library: Promise<unknown>, log: CrashLog): void {
  let closing = false;
  app.on('will-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    const late = new Promise((resolve) => setTimeout(resolve, LONGEST_CLOSE_MS));
    const close = library.then(
      () => desktop.close(),
      () => undefined,
    );
    Promise.race([close, late])
      .catch((error: unknown) => log.note('closing', error))
      .finally(() => app.exit(0));
  });
}
