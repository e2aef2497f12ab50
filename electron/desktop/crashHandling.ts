// What happens when something of the program dies: it is noted, said in a sentence, and what can go on goes on.
import { app, type BrowserWindow, dialog } from 'electron';
import type { AppCommands } from './appCommands.ts';
import type { CrashLog } from './crashLog.ts';

const AGAIN = 'The screen stopped working and was loaded again. Everything that was saved is still there.';
const NO_MORE =
  'The screen of OpenStride keeps stopping on this computer. Close other programs to free memory and start it again; ' +
  'everything that was saved is still there.';

/** A page that dies this often within a minute will not live. */
const MOST_RELOADS = 3;
const WITHIN_MS = 60_000;

/** A mistake in the main process ends the program: what it holds in memory can no longer be believed. */
export function watchMainProcess(log: CrashLog): void {
  process.on('uncaughtException', (error) => {
    log.note('main process', error);
    dialog.showErrorBox(
      'OpenStride made a mistake of its own and must close',
      `Everything that was saved is still there, and analyses go on at the next start. What happened is noted in ${log.file}.`,
    );
    app.exit(1);
  });
  process.on('unhandledRejection', (error) => log.note('main process, a promise', error));
  app.on('child-process-gone', (_event, { type, reason, name }) => {
    if (reason !== 'clean-exit' && reason !== 'killed')
      log.note('child process', `${type} ${name ?? ''} ended: ${reason}`);
  });
}

/** A page that dies is loaded again and says so; one that keeps dying ends in a sentence. */
export function watchPage(window: BrowserWindow, commands: AppCommands, log: CrashLog, now = Date.now): void {
  const deaths: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.note('page', `ended: ${reason}, exit code ${exitCode}`);
    commands.deaf();
    deaths.push(now());
    if (deaths.filter((at) => now() - at < WITHIN_MS).length > MOST_RELOADS) {
      dialog.showErrorBox('OpenStride must close', NO_MORE);
      app.quit();
      return;
    }
    commands.give({ kind: 'say', sentence: AGAIN });
    window.webContents.reload();
  });
}
