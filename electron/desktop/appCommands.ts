// What the clinician asks of the page through menu and system; kept until the page listens, so that nothing asked early is lost.
import type { AppCommand } from '../../core/api/bridge.ts';
import { IPC_COMMAND } from '../host/ipcChannels.ts';

/** What is used of a window's webContents. */
interface CommandTarget {
  isDestroyed(): boolean;
  send(channel: string, command: AppCommand): void;
}

/** The way of commands to the page. */
export class AppCommands {
  readonly #waiting: AppCommand[] = [];
  #page: CommandTarget | null = null;

  give(command: AppCommand): void {
    if (this.#page && !this.#page.isDestroyed()) this.#page.send(IPC_COMMAND, command);
    else this.#waiting.push(command);
  }

  /** The page listens: it hears what was asked before. */
  listening(page: CommandTarget): void {
    this.#page = page;
    for (const command of this.#waiting.splice(0)) this.give(command);
  }

  /** The page is gone or loads again: commands wait. */
  deaf(): void {
    this.#page = null;
  }
}
