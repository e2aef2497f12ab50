// The running desktop app: one window over one library, and what passes between them and the system.
import path from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, nativeTheme, protocol, session } from 'electron';
import type { ApiNews } from '../../core/api.ts';
import type { AppSettings } from '../../core/records/appSettings.ts';
import { IPC_LISTENING, IPC_NEWS } from '../host/ipcChannels.ts';
import { attachIpc, isOwnPage, tellWindows } from '../host/ipcHost.ts';
import type { AppCommands } from './appCommands.ts';
import { menuTemplate } from './appMenu.ts';
import { answerPage } from './appProtocol.ts';
import { PAGE_ORIGIN } from './appScheme.ts';
import { AwakeWhileWorking } from './awakeWhileWorking.ts';
import { watchPage } from './crashHandling.ts';
import type { CrashLog } from './crashLog.ts';
import { attachDesktopActions } from './desktopActions.ts';
import { guardSession } from './guards.ts';
import { keepKey } from './keepKey.ts';
import { laterHandlers } from './laterHandlers.ts';
import { openMainWindow, paper, stateOf } from './mainWindow.ts';
import type { DesktopLibrary } from './openLibrary.ts';
import { readWindowState, type WindowState, writeWindowState } from './windowState.ts';

export interface DesktopFiles {
  /** The built page. */
  readonly pageFolder: string;
  readonly preloadFile: string;
}

/** Window, menu, protocol and ipc; the library comes when it is open. */
export class DesktopApp {
  readonly #stateFile = path.join(app.getPath('userData'), 'window.json');
  readonly #awake = new AwakeWhileWorking();
  readonly #commands: AppCommands;
  readonly #log: CrashLog;
  #state: WindowState;
  #library: DesktopLibrary | null = null;
  #window: BrowserWindow | null = null;

  constructor(commands: AppCommands, log: CrashLog) {
    this.#commands = commands;
    this.#log = log;
    this.#state = readWindowState(this.#stateFile);
    nativeTheme.themeSource = this.#state.theme;
  }

  /** Shows the window at once; its calls wait for the library. */
  show(files: DesktopFiles, opening: Promise<DesktopLibrary>): void {
    guardSession(session.defaultSession);
    const rooms = { pageFolder: files.pageFolder, folders: () => this.#library?.app.folders ?? {} };
    protocol.handle('app', (request) => answerPage(request, rooms));
    const ready = opening.then((library) => {
      this.#library = library;
      return library.app.handlers;
    });
    ready.catch(() => undefined); // told to whoever opened the library
    const handlers = laterHandlers(ready, (settings) => this.#follow(settings));
    const onMistake = (name: string, error: unknown) => this.#log.note(name, error);
    attachIpc(ipcMain, handlers, { pageOrigin: PAGE_ORIGIN, onMistake });
    attachDesktopActions();
    this.#hearListeners(ready);
    this.#window = openMainWindow(this.#state, files.preloadFile);
    this.#watch(this.#window);
    this.#setMenu();
    nativeTheme.on('updated', () => this.#window?.setBackgroundColor(paper()));
  }

  tell(news: ApiNews): void {
    this.#awake.hear(news);
    tellWindows(
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents),
      news,
    );
  }

  /** A second start of the program: the first one comes forward. */
  comeForward(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.focus();
  }

  /** What runs is stopped and goes on at the next start. */
  async close(): Promise<void> {
    await this.#library?.app.close();
    this.#library = null;
  }

  /** A page that has just begun to listen is told what there is. */
  #hearListeners(ready: Promise<unknown>): void {
    ipcMain.on(IPC_LISTENING, ({ senderFrame, sender }, what: unknown) => {
      if (!isOwnPage(senderFrame, PAGE_ORIGIN)) return;
      if (what === 'commands') this.#commands.listening(sender);
      if (what !== 'news') return;
      const tellAll = () => {
        for (const news of this.#library?.app.firstNews() ?? []) if (!sender.isDestroyed()) sender.send(IPC_NEWS, news);
      };
      ready.then(tellAll, () => undefined);
    });
  }

  #watch(window: BrowserWindow): void {
    watchPage(window, this.#commands, this.#log);
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#commands.deaf();
    });
    window.on('close', () => this.#keep(stateOf(window)));
    window.on('closed', () => {
      this.#commands.deaf();
      this.#window = null;
    });
  }

  #setMenu(): void {
    const template = menuTemplate({
      platform: process.platform,
      give: (command) => this.#commands.give(command),
      zoom: () => this.#window?.webContents.getZoomFactor() ?? 1,
      setZoom: (factor) => this.#window?.webContents.setZoomFactor(factor),
      theme: () => this.#state.theme,
      keepKey: () => {
        if (this.#window && this.#library) void keepKey(this.#window, this.#library.key);
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  /** The setting is the truth; the window, its colour and the menu go after it. */
  #follow({ theme }: AppSettings): void {
    if (theme === this.#state.theme) return;
    nativeTheme.themeSource = theme;
    this.#keep({ theme });
    this.#setMenu();
  }

  #keep(change: Partial<WindowState>): void {
    this.#state = { ...this.#state, ...change };
    writeWindowState(this.#stateFile, this.#state);
  }
}
